package org.luodi.platform.identity;

import org.springframework.stereotype.Component;

/** What stands behind the sign-in page: who is in, how one comes in, how it ends. */
@Component
record Doorway(
        Contexts contexts,
        Entrance entrance,
        AskedFor asked,
        Sessions sessions,
        PasskeyDoor passkeys,
        ProviderDoor provider) {}
