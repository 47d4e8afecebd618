package org.luodi.platform.server;

import java.util.List;

/**
 * Work that must be done before the first page can be served, such as loading the tree of units. It is called at every start of the
 * web server, so it first looks whether its work is done already.
 */
public interface FirstRun {

    /** Lower numbers run earlier. */
    int order();

    /** Does what is missing, each part in a step of its own; a part that is done already ends its step with {@code already()}. */
    void run(Progress progress);

    /** Lines shown below the address when the server is ready, such as the accounts one may sign in with. */
    default List<String> closingLines() {
        return List.of();
    }
}
