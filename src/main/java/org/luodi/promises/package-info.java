/**
 * Purpose: open doors (开门接受监督): what units promise in public, released by two people, with dates, proof and rework; deeds that people support.
 * Tables: promise, proof, support.
 * Calls: voice (what is personal), overview, evidence, matters, programme, organisation, platform.
 * Tells: nothing.
 * Hears: nothing; organisation's positions reach it as a call.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Promises",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::exchange",
            "platform::web",
            "organisation",
            "programme",
            "matters",
            "evidence",
            "overview",
            "voice"
        })
package org.luodi.promises;
