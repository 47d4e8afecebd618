/**
 * Purpose: the public (群众反映): a report without an account, its receipt, its way to the unit that answers, and what the reporter may do.
 * Tables: report, words, step, contact, look, photo, unit_point.
 * Calls: matters, evidence (cleaning of photos), search, programme, organisation, platform.
 * Tells: nothing; modules above ask {@code Voices} whom a matter concerns.
 * Hears: nothing; organisation and matters ask through ports.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Voice",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::files",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "matters",
            "search",
            "evidence"
        })
package org.luodi.voice;
