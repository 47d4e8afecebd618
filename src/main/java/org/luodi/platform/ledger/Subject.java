package org.luodi.platform.ledger;

/**
 * What an entry is about.
 *
 * @param kind singular noun of the record: {@code unit}, {@code matter}, {@code tree}, {@code account} …
 * @param id its number
 */
public record Subject(String kind, long id) {}
