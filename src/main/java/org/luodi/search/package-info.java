/**
 * Purpose: finding a unit by name, code, pinyin initials and full pinyin, within what somebody may see.
 * Tables: none; an index in the data folder, made from the tree.
 * Calls: organisation, platform.
 * Tells: nothing.
 * Hears: nothing; it reads the ledger.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Search",
        allowedDependencies = {"platform", "platform::ledger", "platform::server", "organisation"})
package org.luodi.search;
