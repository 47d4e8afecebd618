package org.luodi.platform.server;

/** Why the start cannot go on, in words an administrator can act on. */
public final class StartRefusal extends RuntimeException {

    public StartRefusal(String key, Object... arguments) {
        super(Bilingual.text(key, arguments));
    }

    private StartRefusal(String sentence) {
        super(sentence);
    }

    StartRefusal(Throwable cause, String key, Object... arguments) {
        super(Bilingual.text(key, arguments), cause);
    }

    /** The same reason with the words of whoever failed below it. */
    StartRefusal saying(String words) {
        return new StartRefusal(getMessage() + "\n  " + words.replace("\n", "\n  "));
    }
}
