package org.luodi.platform.ledger;

import java.time.Instant;
import java.util.Map;
import org.luodi.platform.identity.Actor;

/**
 * One state change, as it goes onto the ledger.
 *
 * @param at when, given by the caller
 * @param actor who
 * @param actingUnit number of the unit the actor acts for; null for the system
 * @param about the record that changed
 * @param verb past participle: {@code raised}, {@code moved}
 * @param body codes, numbers, days and digests only: never a text that a person typed, so that personal data stays erasable
 * @param reach the units it counts for
 */
public record Change(
        Instant at, Actor actor, Integer actingUnit, Subject about, String verb, Map<String, ?> body, Reach reach) {}
