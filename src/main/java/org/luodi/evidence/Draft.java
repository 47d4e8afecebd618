package org.luodi.evidence;

import org.luodi.platform.files.Upload;

/**
 * A file somebody brings.
 *
 * @param task the task it proves, or null
 * @param kind null: a photo where it is a picture, else a document
 * @param caption what is to be seen, or null
 */
public record Draft(Long task, EvidenceKind kind, String caption, Upload upload) {}
