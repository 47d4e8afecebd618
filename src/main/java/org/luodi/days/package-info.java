/**
 * Purpose: my day: what waits for the person who looks, on one page; and what tells people of it elsewhere.
 * Tables: guide.
 * Calls: matters (what waits), programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; other modules offer their parts of the day through the port {@code matters.DaySection}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Days",
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
package org.luodi.days;
