package org.luodi.organisation;

/**
 * Where a unit stands in the two forests, as preorder positions; other modules copy it onto their rows so that "in my
 * subtree" is a range test.
 *
 * @param territorial position on the territorial line
 * @param industry position on the industry line, or null where the unit has none
 */
public record Position(long territorial, Long industry) {}
