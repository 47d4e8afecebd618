package org.luodi.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.luodi.platform.Refusal;

/** Which values the database cannot keep, whoever sent them and wherever they were typed: a NUL in a text, a day beyond its calendar. */
final class Unkept {

    private static final String CHARACTERS = "platform.refused.characters";
    private static final String DAY = "platform.refused.day";

    /** SQLSTATE: character_not_in_repertoire, untranslatable_character, invalid_datetime_format, datetime_field_overflow. */
    private static final Map<String, String> KEYS =
            Map.of("22021", CHARACTERS, "22P05", CHARACTERS, "22007", DAY, "22008", DAY);

    private Unkept() {}

    /** The message of the refusal, if such a value is at fault. */
    static Optional<String> of(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> KEYS.get(((SQLException) cause).getSQLState()))
                .filter(key -> key != null)
                .findFirst();
    }

    /** The same as a refusal: in an address a parameter is at fault, else what was typed. */
    static Optional<Refusal> refusal(Throwable failure, HttpServletRequest request) {
        return of(failure).map(key -> request.getMethod().equals("GET") ? Refusal.parameter(key) : Refusal.of(key));
    }
}
