package org.luodi.organisation;

/**
 * What a change of the tree touches.
 *
 * @param units open units in the subtree, the unit itself included
 * @param posts current answerable posts in the subtree
 * @param openMatters open matters in the subtree
 * @param handedOver open matters that go to another unit
 * @param positions units whose position changes
 */
public record Impact(long units, long posts, long openMatters, long handedOver, long positions) {}
