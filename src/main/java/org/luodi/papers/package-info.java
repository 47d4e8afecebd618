/**
 * Purpose: paper from records: the closing report (销号报告), the weekly briefing (工作周报) and the workbook of the three lists; nothing is typed again.
 * Tables: none; it owns no facts, and keeps a long list for an hour on the disk alone.
 * Calls: matters, overview, evidence, programme, organisation, platform.
 * Tells: nothing; it shows itself on the page of a settled matter.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Papers",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::exchange",
            "platform::web",
            "organisation",
            "programme",
            "matters",
            "evidence",
            "overview"
        })
package org.luodi.papers;
