/**
 * Purpose: problems and deeds: one record, three lists, and the moves that bring it to its end.
 * Tables: matter, detail, task, note; party, acceptance, signature, verdict, exclusion, correction, correction_part, recheck, asking.
 * Calls: programme, organisation, platform.
 * Tells: nothing yet.
 * Hears: nothing; positions and obligations of units reach it as calls through organisation's ports.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Matters",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::web",
            "organisation",
            "programme"
        })
package org.luodi.matters;
