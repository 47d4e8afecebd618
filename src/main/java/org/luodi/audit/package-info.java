/**
 * Purpose: what the audit administrator reads (审计): who was given what, who looked, took away, failed to sign in; nothing is changed.
 * Tables: none; it reads the ledger.
 * Calls: organisation, platform.
 * Tells: nothing.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::exchange",
            "platform::web",
            "organisation"
        })
package org.luodi.audit;
