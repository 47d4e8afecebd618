/**
 * Purpose: the programme being run: its batches, categories, sources, guidance by unit class; a versioned file.
 * Tables: none; the file is the truth.
 * Calls: platform, organisation.
 * Tells: nothing.
 * Hears: nothing.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Programme",
        allowedDependencies = {"platform", "platform::server", "platform::web", "organisation"})
package org.luodi.programme;
