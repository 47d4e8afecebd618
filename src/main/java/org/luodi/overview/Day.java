package org.luodi.overview;

import java.time.LocalDate;

/** What happened in a unit's subtree on one day, counted with the tree of that day. */
public record Day(LocalDate day, long raised, long closed, long reopened) {}
