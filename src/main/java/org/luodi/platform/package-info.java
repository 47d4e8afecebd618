/**
 * Purpose: what every module stands on: ledger, identity, server, exchange, files, web.
 * Tables: entry, seal, tile, head, account, token, handed_out, file, scheduled_tasks.
 * Calls: nobody.
 * Tells: nothing.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Platform",
        allowedDependencies = {})
package org.luodi.platform;
