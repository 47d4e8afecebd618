package org.luodi.platform.identity;

import java.util.Locale;

/** How somebody came in. */
enum Way {
    PASSWORD,
    PASSKEY,
    PROVIDER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
