package org.luodi.platform.ledger;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * One line of the ledger.
 *
 * @param place where it stands in the order that consumers read
 * @param actor account number, 0 for the system
 * @param actingUnit unit number or null
 */
public record Entry(
        Place place,
        Instant at,
        long actor,
        Integer actingUnit,
        Subject about,
        String verb,
        JsonNode body,
        Reach reach) {}
