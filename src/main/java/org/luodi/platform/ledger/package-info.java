/** The ledger: one entry for each state change, written in the same transaction, read in an order that skips nothing. */
@org.springframework.modulith.NamedInterface("ledger")
package org.luodi.platform.ledger;
