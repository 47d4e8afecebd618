package org.luodi.claims.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimMoves.Need;
import org.luodi.claims.ClaimMoves.Verb;
import org.luodi.claims.Claims;
import org.luodi.programme.Programme;

/**
 * The form of one answer.
 *
 * @param title what a new root matter is called if nobody names it otherwise
 * @param due the day it gets likewise
 * @param roots matters that hold a root there already: number to number and title
 */
public record AnswerPage(
        Claims.Told told,
        Claims.Choice choice,
        String title,
        LocalDate due,
        Map<String, String> roots,
        Programme programme,
        Map<String, String> typed) {

    private static final Set<Need> WORDS = Set.of(Need.TAKES, Need.BASIS, Need.REASON, Need.APPEAL);

    public Claim claim() {
        return told.claim();
    }

    public Verb verb() {
        return choice.move().verb();
    }

    /** What the form asks for, in a fixed order. */
    public List<Need> needs() {
        return choice.move().needed();
    }

    public boolean asks(Need need) {
        return choice.move().needs().contains(need);
    }

    /** The need that the words answer, or null where they may be left out. */
    public Need words() {
        return needs().stream().filter(WORDS::contains).findFirst().orElse(null);
    }

    /** What was typed into a field, or what is proposed. */
    public String value(String name) {
        String given = typed.get(name);
        if (given != null) {
            return given;
        }
        return switch (name) {
            case "title" -> title;
            case "due" -> due.toString();
            default -> null;
        };
    }

    /** The version the person saw: after a conflict the one that stands now, once it has been shown. */
    public String version() {
        return typed.getOrDefault("version", Integer.toString(claim().version()));
    }
}
