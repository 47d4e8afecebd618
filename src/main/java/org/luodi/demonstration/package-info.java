/**
 * Purpose: a living demonstration: industry lines, posts, accounts and matters, made from a seed on the first start.
 * Tables: none.
 * Calls: every module's facade.
 * Tells: nothing.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Demonstration",
        allowedDependencies = {
            "platform",
            "platform::identity",
            "platform::ledger",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "matters",
            "claims",
            "overview",
            "promises",
            "voice",
            "evaluations"
        })
package org.luodi.demonstration;
