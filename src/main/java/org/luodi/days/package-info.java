/**
 * Purpose: my day: what waits for the person who looks, on one page; and what tells people of it elsewhere.
 * Tables: guide, notice, looked, read, progress, calendar, digest, webhook, delivery, hooked.
 * Calls: matters (what waits), programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; it reads the ledger. Other modules offer parts of the day and tidings through the ports {@code matters.DaySection} and
 * {@code matters.Telling}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Days",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::exchange",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "matters"
        })
package org.luodi.days;
