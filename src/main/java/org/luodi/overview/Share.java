package org.luodi.overview;

/**
 * The part of a unit's matters that has one category or source.
 *
 * @param key as in the programme
 * @param counters its stages; overdue and week are not kept by category and are 0
 */
public record Share(int key, Counters counters) {}
