package org.luodi.demonstration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.luodi.organisation.MoreUnits;
import org.luodi.organisation.UnitRow;
import org.luodi.platform.server.Settings;
import org.springframework.stereotype.Component;

/**
 * Three industry lines (education, health, state assets) from the nation down to every county, with schools, hospitals and
 * enterprises in one province; a few without a superior on their line, so that "nobody answers for these" has something to show.
 */
@Component
class IndustryLines implements MoreUnits {

    static final String PROVINCE = "33";
    static final String CITY = "3305";
    static final String COUNTY = "330523";
    static final String TOWN = "330523105";

    private static final int SEED = 20230905;

    private final boolean wanted;

    IndustryLines(Settings settings) {
        this.wanted = settings.demo();
    }

    /** One line: a letter for its codes, what its offices and its lowest units are called. */
    private record Industry(String letter, String head, String office, String unitClass, List<String> units) {}

    private static final List<Industry> ALL = List.of(
            new Industry(
                    "E", "教育系统", "教育局", "school", List.of("第一小学", "第二小学", "实验小学", "中心幼儿园", "第一中学", "第二中学", "职业学校")),
            new Industry("H", "卫生健康系统", "卫生健康局", "hospital", List.of("人民医院", "中医院", "妇幼保健院")),
            new Industry("S", "国资系统", "国资办", "enterprise", List.of("城投公司", "水务公司", "公交公司")));

    @Override
    public Stream<UnitRow> around(Stream<UnitRow> rows) {
        if (!wanted) {
            return rows;
        }
        List<UnitRow> offices = new ArrayList<>();
        Stream<UnitRow> watched = rows.peek(row -> note(row, offices));
        return Stream.concat(watched, Stream.of(0).flatMap(i -> more(offices).stream()));
    }

    /** All but one in two hundred. */
    @Override
    public boolean holdsPost(int unit) {
        return wanted && unit % 199 != 0;
    }

    private static void note(UnitRow row, List<UnitRow> offices) {
        boolean office = switch (row.level()) {
            case "nation", "province", "city", "county" -> true;
            default -> false;
        };
        if (office) {
            offices.add(row);
        }
    }

    private static List<UnitRow> more(List<UnitRow> offices) {
        Random random = new Random(SEED);
        List<UnitRow> rows = new ArrayList<>();
        for (Industry industry : ALL) {
            for (UnitRow office : offices) {
                rows.add(bureau(industry, office));
            }
            for (UnitRow office : offices) {
                if (office.level().equals("county") && office.code().startsWith(PROVINCE)) {
                    rows.addAll(units(industry, office, random));
                }
            }
        }
        rows.addAll(twoNew());
        return rows;
    }

    private static UnitRow bureau(Industry industry, UnitRow office) {
        boolean nation = office.level().equals("nation");
        String code = industry.letter() + office.code();
        String above = nation ? code : industry.letter() + office.superior();
        String name = nation ? industry.head() : office.name() + industry.office();
        return new UnitRow(0, code, name, office.code(), "other", "organ", above);
    }

    private static List<UnitRow> units(Industry industry, UnitRow county, Random random) {
        List<UnitRow> rows = new ArrayList<>();
        String bureau = industry.letter() + county.code();
        for (int i = 0; i < industry.units().size(); i++) {
            boolean orphan = random.nextInt(40) == 0;
            rows.add(new UnitRow(
                    0,
                    bureau + "-" + (i + 1),
                    county.name() + industry.units().get(i),
                    county.code(),
                    "other",
                    industry.unitClass(),
                    orphan ? "" : bureau));
        }
        return rows;
    }

    private static List<UnitRow> twoNew() {
        List<String> names = List.of("物流园区综合党委", "外卖骑手服务站", "电商产业园", "律师协会", "养老服务中心");
        List<UnitRow> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(new UnitRow(0, "N" + COUNTY + "-" + (i + 1), names.get(i), COUNTY, "other", "two-new", ""));
        }
        return rows;
    }
}
