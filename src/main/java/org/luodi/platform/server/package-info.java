/**
 * Starting and stopping: settings, the embedded PostgreSQL, the data source, migrations, first-run steps and commands.
 *
 * <p>Tables: the migration histories of all modules, and the job table of db-scheduler.
 * Calls: nothing of ours. Tells: nothing. Hears: nothing.
 */
@org.springframework.modulith.NamedInterface("server")
package org.luodi.platform.server;
