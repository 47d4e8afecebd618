/**
 * Purpose: the numbers of any unit, ready at once: tallies folded from the ledger, their definitions, and the pages that show them.
 * Tables: node, tally, open_by_day, flow, progress, counted.
 * Calls: matters (census), programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; it reads the ledger.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Overview",
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
package org.luodi.overview;
