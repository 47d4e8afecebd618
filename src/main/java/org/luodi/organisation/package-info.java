/**
 * Purpose: units, both lines of duty, posts, grants, and the changes of the tree over time.
 * Tables: unit, tree, change, post, grant_, import.
 * Calls: platform.
 * Tells: nothing yet.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Organisation",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::exchange",
            "platform::files",
            "platform::web"
        })
package org.luodi.organisation;
