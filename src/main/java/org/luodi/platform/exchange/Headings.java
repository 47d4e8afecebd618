package org.luodi.platform.exchange;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.luodi.platform.Refusal;

/**
 * The headings of a sheet: one row, or two with group headings over them, below any title rows.
 *
 * @param lastRow the number of the last heading row; the data stands below it
 */
public record Headings(int lastRow, List<Column> columns) {

    /**
     * A column with a heading.
     *
     * @param index counted from nought
     * @param heading as shown, a group heading before it: 验收时间/县级
     * @param spellings what it may be matched by, the surest first
     */
    public record Column(int index, String heading, List<String> spellings) {

        /** The heading without its looks, to remember a mapping by. */
        public String key() {
            return normalise(heading);
        }
    }

    private static final Pattern BRACKETED = Pattern.compile("[（(\\[【][^）)\\]】]*[）)\\]】]");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int LONGEST = 200;

    /** The headings among the first rows of a sheet: the row, or pair of rows, in which most known names stand. */
    public static Headings find(List<SheetRow> first, Collection<String> knownNames) {
        if (first.isEmpty()) {
            throw Refusal.of("exchange.headings.empty");
        }
        Set<String> known = knownNames.stream().map(Headings::normalise).collect(Collectors.toSet());
        Headings best = null;
        int bestFound = 0;
        for (Headings candidate : candidates(first)) {
            int found = candidate.found(known);
            if (found > bestFound) {
                best = candidate;
                bestFound = found;
            }
        }
        if (best == null || bestFound < Math.min(2, best.columns().size())) {
            throw Refusal.of("exchange.headings.none");
        }
        return best;
    }

    /** The row with this number taken as the headings, for a person who knows better. */
    public static Headings at(List<SheetRow> first, int number) {
        return first.stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .map(row -> of(null, row))
                .orElseThrow(() -> Refusal.of("exchange.headings.none"));
    }

    /**
     * Gives each field its column.
     *
     * @param names the headings each field is known by
     * @param required fields without which the sheet is of no use
     * @param remembered what a person decided earlier, by {@link Column#key()}; empty means to leave the column out
     */
    public <F> HeadingMatch<F> match(Map<F, List<String>> names, Set<F> required, Map<String, Optional<F>> remembered) {
        return new HeadingMatcher<>(names, remembered).match(columns, required);
    }

    /** A heading without width, case, spaces, line breaks and punctuation. */
    public static String normalise(String heading) {
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** Single rows first, so that a pair has to find more than each of its rows alone. */
    private static List<Headings> candidates(List<SheetRow> first) {
        List<Headings> candidates = new ArrayList<>();
        first.forEach(row -> candidates.add(of(null, row)));
        for (int i = 0; i + 1 < first.size(); i++) {
            if (Groups.isGrouping(first.get(i), first.get(i + 1))) {
                candidates.add(of(first.get(i), first.get(i + 1)));
            }
        }
        return candidates;
    }

    private static Headings of(SheetRow upper, SheetRow lower) {
        int width =
                Math.max(upper == null ? 0 : upper.cells().size(), lower.cells().size());
        List<Column> columns = new ArrayList<>();
        String[] groups = upper == null ? new String[width] : Groups.above(upper, lower);
        for (int i = 0; i < width; i++) {
            String group = groups[i] == null ? "" : groups[i];
            String name = shown(lower.cell(i));
            if (!group.isEmpty() || !name.isEmpty()) {
                columns.add(column(i, group, name));
            }
        }
        return new Headings(lower.number(), List.copyOf(columns));
    }

    private static Column column(int index, String group, String name) {
        if (group.isEmpty() || name.isEmpty() || group.equals(name)) {
            String only = name.isEmpty() ? group : name;
            return new Column(index, only, spellings(only, withoutBrackets(only)));
        }
        String full = group + name;
        return new Column(
                index,
                group + "/" + name,
                spellings(full, name + group, withoutBrackets(full), name, withoutBrackets(name)));
    }

    private static List<String> spellings(String... forms) {
        Set<String> spellings = new LinkedHashSet<>();
        for (String form : forms) {
            spellings.add(normalise(form));
        }
        spellings.remove("");
        return List.copyOf(spellings);
    }

    private static String withoutBrackets(String heading) {
        return BRACKETED.matcher(heading).replaceAll("");
    }

    static String shown(Cell cell) {
        String text = SPACE.matcher(cell.text()).replaceAll(" ").strip();
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private int found(Set<String> known) {
        Set<String> found = new HashSet<>();
        for (Column column : columns) {
            column.spellings().stream().filter(known::contains).findFirst().ifPresent(found::add);
        }
        return found.size();
    }

    /** Group headings stand over several columns; merged or not, a blank to the right of one belongs to it. */
    private static final class Groups {

        static boolean isGrouping(SheetRow upper, SheetRow lower) {
            String[] groups = above(upper, lower);
            for (int i = 1; i < groups.length; i++) {
                boolean sameGroup = groups[i] != null && groups[i].equals(groups[i - 1]);
                if (sameGroup && !lower.cell(i).isBlank()) {
                    return true;
                }
            }
            return false;
        }

        static String[] above(SheetRow upper, SheetRow lower) {
            String[] groups =
                    new String[Math.max(upper.cells().size(), lower.cells().size())];
            String group = null;
            for (int i = 0; i < groups.length; i++) {
                String own = shown(upper.cell(i));
                boolean below = !lower.cell(i).isBlank();
                if (!own.isEmpty()) {
                    group = below ? own : null;
                    groups[i] = own;
                } else if (below) {
                    groups[i] = group;
                } else {
                    group = null;
                }
            }
            return groups;
        }
    }
}
