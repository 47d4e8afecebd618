package org.luodi.platform.server;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Words for the terminal, where nobody has chosen a language yet: Chinese first, English beside it. */
public final class Bilingual {

    private static final ResourceBundle.Control EXACT = new ResourceBundle.Control() {
        @Override
        public Locale getFallbackLocale(String baseName, Locale locale) {
            return null;
        }
    };

    private Bilingual() {}

    /** The text of a message key in both languages; the key's first word names the bundle under {@code messages/}. */
    public static String text(String key, Object... arguments) {
        var chinese = in(Locale.ROOT, key, arguments);
        var english = in(Locale.ENGLISH, key, arguments);
        return chinese.equals(english) ? chinese : chinese + " · " + english;
    }

    private static String in(Locale locale, String key, Object... arguments) {
        try {
            var bundle = ResourceBundle.getBundle("messages/" + key.split("\\.", 2)[0], locale, EXACT);
            return new MessageFormat(bundle.getString(key), locale).format(arguments);
        } catch (MissingResourceException missing) {
            return key;
        }
    }
}
