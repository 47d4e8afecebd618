package org.luodi.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.luodi.matters.Kind;
import org.luodi.matters.Matter;
import org.luodi.matters.MatterId;
import org.luodi.matters.Stage;
import org.luodi.matters.Traits;
import org.luodi.organisation.Interval;
import org.luodi.organisation.Line;
import org.luodi.organisation.Position;
import org.luodi.organisation.Unit;
import org.luodi.organisation.UnitId;
import org.luodi.platform.Refusal;

/** Whom a claim may ask: somebody above, on one of the two lines. */
class ClaimRulesTest {

    /** A county from 10 to 100 with a school at 50, whose bureau begins the line from 1000 to 1100. */
    private static final Unit COUNTY = unit(1, 10, new Interval(10, 100), null, null);

    private static final Unit TOWN = unit(2, 40, new Interval(40, 70), null, null);
    private static final Unit SCHOOL = unit(3, 50, new Interval(50, 51), 1020L, new Interval(1020, 1021));
    private static final Unit BUREAU = unit(4, 90, new Interval(90, 91), 1000L, new Interval(1000, 1100));
    private static final Unit BESIDE = unit(5, 200, new Interval(200, 300), null, null);

    @Test
    void aUnitAboveOnTheTerritorialLineMayBeAsked() {
        assertThat(send(SCHOOL, COUNTY, at(SCHOOL))).isEqualTo(Line.TERRITORIAL);
        assertThat(send(TOWN, COUNTY, at(SCHOOL), at(TOWN))).isEqualTo(Line.TERRITORIAL);
    }

    @Test
    void aUnitAboveOnTheIndustryLineMayBeAskedToo() {
        assertThat(send(SCHOOL, BUREAU, at(SCHOOL))).isEqualTo(Line.INDUSTRY);
        assertThat(refused(TOWN, BUREAU, at(SCHOOL), at(TOWN))).isEqualTo("claims.refused.need.superior");
    }

    @Test
    void neitherItselfNorAUnitBelowOrBesideMayBeAsked() {
        assertThat(refused(SCHOOL, SCHOOL, at(SCHOOL))).isEqualTo("claims.refused.need.superior");
        assertThat(refused(COUNTY, TOWN, at(SCHOOL))).isEqualTo("claims.refused.need.superior");
        assertThat(refused(COUNTY, COUNTY, at(SCHOOL))).isEqualTo("claims.refused.need.superior");
        assertThat(refused(SCHOOL, BESIDE, at(SCHOOL))).isEqualTo("claims.refused.need.superior");
        assertThat(refused(SCHOOL, TOWN, at(SCHOOL), at(SCHOOL))).isNull();
    }

    @Test
    void onlyWhatLiesWithTheSenderIsSent() {
        assertThat(refused(SCHOOL, COUNTY, at(TOWN))).isEqualTo("claims.refused.elsewhere");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"SETTLED", "CONFIRMED", "CLOSED", "EXCLUDED", "MERGED"})
    void onlyWhatIsUnderWayIsSent(Stage stage) {
        assertThat(refused(SCHOOL, COUNTY, matter(SCHOOL, stage, null))).isEqualTo("claims.refused.matter.stage");
    }

    @Test
    void whatHasARootAboveIsNotSentAgain() {
        Matter tied = matter(SCHOOL, Stage.ACTING, new MatterId(99));
        assertThat(refused(SCHOOL, COUNTY, tied)).isEqualTo("claims.refused.matter.tied");
    }

    @Test
    void whatIsInAnotherClaimIsNotSentAgain() {
        Matter matter = at(SCHOOL);
        var sending = new ClaimRules.Sending(SCHOOL, COUNTY, List.of(matter), Set.of(matter.id()));
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> ClaimRules.send(draft(), sending));
        assertThat(refusal.key()).isEqualTo("claims.refused.matter.taken");
    }

    @Test
    void aUnitThatHasEndedIsNotAsked() {
        Unit ended = new Unit(
                COUNTY.id(),
                "1",
                "县",
                "government",
                "county",
                null,
                null,
                COUNTY.at(),
                COUNTY.territorial(),
                null,
                LocalDate.EPOCH,
                LocalDate.of(2026, 1, 1),
                0,
                1);
        assertThat(refused(SCHOOL, ended, at(SCHOOL))).isEqualTo("claims.refused.closed");
    }

    private static NewClaim draft() {
        return new NewClaim(null, COUNTY.id(), Lever.RULE, "目录", List.of());
    }

    private static Line send(Unit sender, Unit asked, Matter... matters) {
        return ClaimRules.send(draft(), new ClaimRules.Sending(sender, asked, List.of(matters), Set.of()));
    }

    private static String refused(Unit sender, Unit asked, Matter... matters) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> send(sender, asked, matters));
        return refusal == null ? null : refusal.key();
    }

    private static Matter at(Unit unit) {
        return matter(unit, Stage.PLACED, null);
    }

    private static Matter matter(Unit unit, Stage stage, MatterId root) {
        return new Matter(
                new MatterId(7),
                "LD2026-7",
                unit.id(),
                unit.at(),
                stage,
                1,
                1,
                2,
                LocalDate.of(2026, 11, 1),
                null,
                0,
                stage == Stage.MERGED ? new MatterId(8) : null,
                new Traits(null, root, false, Kind.PROBLEM, false, null, null, null, null),
                1,
                1,
                Instant.EPOCH);
    }

    private static Unit unit(int id, long at, Interval territorial, Long industryAt, Interval industry) {
        return new Unit(
                new UnitId(id),
                Integer.toString(id),
                "单位" + id,
                "organ",
                "other",
                null,
                null,
                new Position(at, industryAt),
                territorial,
                industry,
                LocalDate.EPOCH,
                null,
                0,
                1);
    }
}
