package org.luodi.claims.web;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.luodi.claims.Claim;
import org.luodi.claims.ClaimId;
import org.luodi.claims.Claims;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Slice;
import org.luodi.programme.Programme;

/**
 * A list of claims.
 *
 * @param own whether those of units below are left out
 * @param titles of the first matter of each
 */
public record ClaimListPage(
        Claims.Box box,
        boolean own,
        Slice<Claim> slice,
        Map<ClaimId, String> titles,
        Map<UnitId, String> units,
        Programme programme,
        LocalDate today,
        boolean paged) {

    public String title(Claim claim) {
        return titles.getOrDefault(claim.id(), "");
    }

    /** The same list of another kind. */
    public String url(Claims.Box other) {
        return url(other, own);
    }

    /** The same list with, or without, those of units below. */
    public String widened() {
        return url(box, !own);
    }

    public String first() {
        return paged ? url(box, own) : null;
    }

    public String next() {
        return slice.next() == null ? null : url(box, own) + "&cursor=" + slice.next();
    }

    /** As in URLs and message keys. */
    public static String word(Claims.Box box) {
        return box.name().toLowerCase(Locale.ROOT);
    }

    private static String url(Claims.Box box, boolean own) {
        return "/claims?box=" + word(box) + (own ? "" : "&below=true");
    }
}
