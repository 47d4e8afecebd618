/**
 * Purpose: the Excel ledger (台账): brought, shown row by row, applied, and written out in the same layout.
 * Tables: sheet, sheet_row, sheet_cells, mapping.
 * Calls: matters, programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Sheets",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::exchange",
            "platform::files",
            "platform::web",
            "organisation",
            "programme",
            "matters"
        })
package org.luodi.sheets;
