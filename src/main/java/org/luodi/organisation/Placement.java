package org.luodi.organisation;

import org.luodi.platform.ledger.Reach;

/**
 * Where a unit stands right now, held until the transaction ends: its position and the superiors it counts for.
 *
 * @param treeVersion version of the tree that is held
 */
public record Placement(UnitId unit, String name, Position at, Reach reach, long treeVersion) {}
