package org.luodi.matters;

import java.time.LocalDate;

/**
 * One line of the task list: what, who, by when.
 *
 * @param id 0 for a task not yet kept
 * @param doneOn null while it is open
 */
public record Task(long id, String what, String who, LocalDate due, LocalDate doneOn, String evidence) {}
