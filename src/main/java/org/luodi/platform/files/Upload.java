package org.luodi.platform.files;

import java.io.InputStream;

/** A file on its way in. Name and media type are what the sender says: shown, never trusted. */
public record Upload(String name, String mediaType, InputStream content) {}
