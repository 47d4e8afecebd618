package org.luodi.demonstration;

import java.util.List;
import org.luodi.organisation.Line;
import org.luodi.organisation.Role;

/**
 * One demonstration account.
 *
 * @param code of the unit its role is on
 */
record Staff(String login, String name, Role role, String code, Line line) {

    /** One for each audience (design.md); residents need no account. */
    static final List<Staff> ALL = List.of(
            new Staff("admin", "系统管理员", Role.SYSTEM_ADMIN, "0", Line.TERRITORIAL),
            new Staff("security", "安全管理员", Role.SECURITY_ADMIN, "0", Line.TERRITORIAL),
            new Staff("audit", "审计管理员", Role.AUDIT_ADMIN, "0", Line.TERRITORIAL),
            new Staff("nation", "中央办公室", Role.CLERK, "0", Line.TERRITORIAL),
            new Staff("province", "省级办公室", Role.CLERK, IndustryLines.PROVINCE, Line.TERRITORIAL),
            new Staff("city", "市级办公室", Role.CLERK, IndustryLines.CITY, Line.TERRITORIAL),
            new Staff("county", "县级办公室", Role.CLERK, IndustryLines.COUNTY, Line.TERRITORIAL),
            new Staff("leader", "县委书记", Role.LEADER, IndustryLines.COUNTY, Line.TERRITORIAL),
            new Staff("education", "县教育局", Role.CLERK, "E" + IndustryLines.COUNTY, Line.INDUSTRY),
            new Staff("guide", "省级巡回督导组", Role.READER, IndustryLines.PROVINCE, Line.TERRITORIAL),
            new Staff("caller", "市级回访员", Role.CALLER, IndustryLines.CITY, Line.TERRITORIAL));

    /** Those without whom nobody could be let in. */
    static final List<Staff> ADMINISTRATORS = ALL.subList(0, 3);

    static Staff secretary(String villageCode) {
        return new Staff("village", "村支部书记", Role.SECRETARY, villageCode, Line.TERRITORIAL);
    }
}
