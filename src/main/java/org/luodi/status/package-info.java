/**
 * Purpose: how the installation itself is: what lags, which jobs fail, room on the disk, backups, certificates; for operators and for what watches.
 * Tables: none; it reads the database's own views.
 * Calls: platform.
 * Tells: nothing.
 * Hears: nothing; whoever can lag offers a Lag.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Status",
        allowedDependencies = {"platform", "platform::server", "platform::web"})
package org.luodi.status;
