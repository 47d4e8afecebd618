package org.luodi.matters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.luodi.organisation.Line;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Parameter;
import org.luodi.platform.Refusal;
import org.luodi.programme.Programme;

/**
 * Which matters a list shows; the same for the page, the API and the export. Anything null does not narrow.
 *
 * @param unit whose subtree
 * @param line along which line
 * @param due {@code overdue} or {@code week}
 * @param age days since raised, {@code from-to} with {@code to} excluded, as in {@code 30-90} or {@code 365-}
 * @param month the month in which it is due, as in {@code 2026-11}
 * @param waits true: only those that wait for a unit above to remove their root
 * @param sort {@code due} (most urgent first), {@code newest}, or {@code importance}: only those that have a place
 */
public record MatterFilter(
        UnitId unit,
        Line line,
        Stage stage,
        Boolean open,
        Integer category,
        Integer source,
        String due,
        String age,
        Boolean reopened,
        Integer batch,
        String text,
        Kind kind,
        Integer drive,
        String month,
        Boolean waits,
        String sort) {

    private static final int TEXT = 100;

    /** All matters of a unit's subtree. */
    public static MatterFilter of(UnitId unit, Line line) {
        return new MatterFilter(
                unit, line, null, null, null, null, null, null, null, null, null, null, null, null, null, "due");
    }

    /** Reads the parameters of a URL; a value that makes no sense is refused, never ignored. */
    public static MatterFilter read(Map<String, String> query, UnitId home) {
        Reader in = new Reader(query);
        Integer unit = in.number("unit");
        return new MatterFilter(
                unit == null ? home : new UnitId(unit),
                in.oneOf("line", "territorial", "industry").equals("industry") ? Line.INDUSTRY : Line.TERRITORIAL,
                in.stage(),
                in.flag("open"),
                in.number("category"),
                in.number("source"),
                in.optional("due", "overdue", "week"),
                in.age(),
                in.flag("reopened"),
                in.number("batch"),
                in.text("q"),
                in.kind(),
                in.number("drive"),
                in.month(),
                in.flag("waits"),
                in.oneOf("sort", "due", "newest", "importance"));
    }

    /** The same filter; a category, source or batch that the programme does not have is refused like any other bad value. */
    public MatterFilter known(Programme programme) {
        known("category", category, programme.categories().stream().map(Programme.Term::key));
        known("source", source, programme.sources().stream().map(Programme.Term::key));
        known("drive", drive, programme.drives().stream().map(Programme.Drive::key));
        known("batch", batch, programme.batches().stream().map(Programme.Batch::key));
        return this;
    }

    private static void known(String name, Integer key, Stream<Integer> keys) {
        List<Integer> known = keys.toList();
        if (key != null && !known.contains(key)) {
            throw Parameter.notOneOf(
                    name, key, known.stream().map(String::valueOf).toList());
        }
    }

    /** The parameters that make this filter again, in a fixed order. */
    public Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "unit", unit == null ? null : unit.value());
        put(query, "line", line == Line.INDUSTRY ? "industry" : null);
        put(query, "stage", stage == null ? null : stage.word());
        put(query, "open", open);
        put(query, "category", category);
        put(query, "source", source);
        put(query, "due", due);
        put(query, "age", age);
        put(query, "reopened", reopened);
        put(query, "batch", batch);
        put(query, "q", text);
        put(query, "kind", kind == null ? null : kind.word());
        put(query, "drive", drive);
        put(query, "month", month);
        put(query, "waits", waits);
        put(query, "sort", "due".equals(sort) ? null : sort);
        return query;
    }

    /** Days since raised, from included; null where no age is asked for. */
    Integer ageFrom() {
        return age == null ? null : Integer.valueOf(age.substring(0, age.indexOf('-')));
    }

    /** Days since raised, to excluded; null for no bound. */
    Integer ageTo() {
        return age == null || age.endsWith("-") ? null : Integer.valueOf(age.substring(age.indexOf('-') + 1));
    }

    /** The last day on which a matter of the youngest age wanted was raised. */
    LocalDate raisedUpTo(LocalDate today) {
        return ageFrom() == null ? null : today.minusDays(ageFrom());
    }

    /** The first day on which a matter of the greatest age wanted was raised. */
    LocalDate raisedFrom(LocalDate today) {
        return ageTo() == null ? null : today.minusDays(ageTo() - 1L);
    }

    /** The same list for one month of days due, in the order of those days. */
    public MatterFilter in(YearMonth due) {
        return new MatterFilter(
                unit,
                line,
                stage,
                open,
                category,
                source,
                null,
                age,
                reopened,
                batch,
                text,
                kind,
                drive,
                due.toString(),
                waits,
                "due");
    }

    /** The same list at one stage. */
    public MatterFilter at(Stage one) {
        return new MatterFilter(
                unit, line, one, null, category, source, due, age, reopened, batch, text, kind, drive, month, waits,
                sort);
    }

    private static void put(Map<String, String> query, String name, Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }

    /** Reads one parameter at a time. */
    private record Reader(Map<String, String> query) {

        String raw(String name) {
            String value = query.get(name);
            if (value != null && value.indexOf('\0') >= 0) {
                throw Refusal.parameter("platform.parameter.characters", name);
            }
            return value == null || value.isBlank() ? null : value.strip();
        }

        Integer number(String name) {
            return Parameter.number(name, raw(name));
        }

        Boolean flag(String name) {
            String value = optional(name, "true", "false");
            return value == null ? null : Boolean.valueOf(value);
        }

        String optional(String name, String... allowed) {
            String value = raw(name);
            if (value != null && !List.of(allowed).contains(value)) {
                throw Parameter.notOneOf(name, value, List.of(allowed));
            }
            return value;
        }

        String oneOf(String name, String... allowed) {
            String value = optional(name, allowed);
            return value == null ? allowed[0] : value;
        }

        Stage stage() {
            String value = raw("stage");
            return value == null
                    ? null
                    : Stage.of(value).orElseThrow(() -> Parameter.notOneOf("stage", value, Stage.words()));
        }

        Kind kind() {
            String value = raw("kind");
            return value == null
                    ? null
                    : Kind.of(value).orElseThrow(() -> Parameter.notOneOf("kind", value, Kind.words()));
        }

        String month() {
            String value = raw("month");
            try {
                return value == null ? null : Parameter.month(value).toString();
            } catch (DateTimeException e) {
                throw Refusal.parameter(
                        "matters.refused.month", "month", value.substring(0, Math.min(TEXT, value.length())));
            }
        }

        String age() {
            String value = raw("age");
            if (value != null && !value.matches("\\d{1,4}-\\d{0,4}")) {
                throw Refusal.parameter(
                        "matters.refused.age", "age", value.substring(0, Math.min(TEXT, value.length())));
            }
            return value;
        }

        String text(String name) {
            String value = raw(name);
            return value == null ? null : value.substring(0, Math.min(TEXT, value.length()));
        }
    }
}
