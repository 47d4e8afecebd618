/**
 * Purpose: what shows below and has its root above (提级、认领): a claim asks an upper unit to take it, and is answered in time.
 * Tables: claim, member, hop, catalogue.
 * Calls: matters, programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; matters and organisation ask through ports.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Claims",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "matters"
        })
package org.luodi.claims;
