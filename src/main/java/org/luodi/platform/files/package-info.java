/** Files that people upload: kept by their content, described in a table, never served from a path that a name could steer. */
@org.springframework.modulith.NamedInterface("files")
package org.luodi.platform.files;
