/**
 * Purpose: evaluations (群众评价): those who reported a matter and a random sample of those affected say whether it is solved, and the rule acts on it.
 * Tables: asking, pool, invitation, answer, words, attempt, letter, look, tally, relapse, progress, later.
 * Calls: voice, matters, programme, organisation, platform.
 * Tells: nothing.
 * Hears: the ledger, for matters that settle or come back; matters asks through the port Hindrance, organisation for positions.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Evaluations",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "matters",
            "voice"
        })
package org.luodi.evaluations;
