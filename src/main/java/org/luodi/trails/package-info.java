/**
 * Purpose: the trail (来龙去脉) of a record: what it stems from, what became of it, who saw what is protected, each step with its sealed number.
 * Tables: none; it owns no facts and reads the ledger.
 * Calls: voice, claims, relays, evaluations, promises, evidence, matters, organisation, platform.
 * Tells: nothing; it shows itself on the page of a matter.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Trails",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::web",
            "organisation",
            "matters",
            "evidence",
            "claims",
            "relays",
            "voice",
            "promises",
            "evaluations"
        })
package org.luodi.trails;
