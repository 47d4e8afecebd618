/**
 * Purpose: packages of open matters from one who answers to the next: between batches, units and office holders (mechanisms 27-29).
 * Tables: relay, item, batch_end.
 * Calls: matters (open matters, and giving them on), programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; positions of units reach it through organisation's port, the end of a batch by the calendar.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Relays",
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
package org.luodi.relays;
