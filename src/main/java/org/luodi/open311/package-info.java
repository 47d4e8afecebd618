/**
 * Purpose: reports of the public as Open311 GeoReport v2 has them, for clients that exist: services, requests, tokens.
 * Tables: request, progress.
 * Calls: voice, search, matters, programme, organisation, platform.
 * Tells: nothing.
 * Hears: the ledger, for reports that anybody may read from now on and matters that end.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Open311",
        allowedDependencies = {
            "platform",
            "platform::ledger",
            "platform::identity",
            "platform::server",
            "platform::web",
            "organisation",
            "programme",
            "search",
            "matters",
            "voice"
        })
package org.luodi.open311;
