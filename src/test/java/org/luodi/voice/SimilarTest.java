package org.luodi.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.luodi.organisation.Role;
import org.luodi.platform.Refusal;
import org.luodi.world.OnTheTree;
import org.luodi.world.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnTheTree
class SimilarTest {

    private static final Point HERE = new Point(10.25, 20.5);

    @Autowired
    Voices voices;

    @Autowired
    Similar similar;

    @Autowired
    Nearby nearby;

    @Autowired
    Place place;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingStands() {
        jdbc.sql("update voice.report set stage = 'withdrawn', due = null").update();
    }

    @Test
    void theSameWordsAtTheSamePlaceAreOfferedWithoutTheWordsUntilAnOfficeHasLooked() {
        Receipt first = voices.receive(draft("村口路灯三个月不亮"));
        voices.receive(draft("自来水发黄"));
        List<Similar.Other> others = similar.to(draft("路灯不亮").once(voices.token()));
        assertThat(others).extracting(Similar.Other::code).containsExactly(first.code());
        assertThat(others.get(0).excerpt()).isNull();
        release(first);
        assertThat(similar.to(draft("路灯不亮")).get(0).excerpt()).isEqualTo("村口路灯三个月不亮");
        voices.meToo(first.code(), draft(""));
        assertThat(similar.to(draft("路灯不亮")).get(0).metoo()).isEqualTo(1);
    }

    @Test
    void wordsThatTellWhoSomebodyIsAreNeverShown() {
        release(voices.receive(draft("路灯不亮，请打13812345678")));
        assertThat(similar.to(draft("路灯不亮")).get(0).excerpt()).isNull();
    }

    @Test
    void whatWaitsToBeCheckedOrIsAboutAUnitOrWasWithdrawnIsNotOffered() {
        voices.receive(draft("路灯不亮").proven(false));
        voices.receive(draft("路灯不亮").aboutHandler(true));
        Receipt gone = voices.receive(draft("路灯不亮"));
        voices.withdraw(voices.authenticated(gone.code(), gone.secret()).orElseThrow());
        assertThat(similar.to(draft("路灯不亮"))).isEmpty();
    }

    @Test
    void whatStandsCloseByIsOfferedFromAnotherUnitToo() {
        voices.receive(NewReport.of(place.town.id(), "井盖").in(11).at(HERE));
        Point close = new Point(HERE.latitude() + 0.0005, HERE.longitude());
        Point far = new Point(HERE.latitude() + 0.1, HERE.longitude());
        List<Similar.Other> others = similar.to(draft("路上有个洞").in(11).at(close));
        assertThat(others).hasSize(1);
        assertThat(others.get(0).metres()).isBetween(50L, 60L);
        assertThat(similar.to(draft("路上有个洞").in(11).at(far))).isEmpty();
    }

    @Test
    void aFormThatWasReceivedIsNotComparedWithItself() {
        String once = voices.token();
        voices.receive(draft("路灯不亮").once(once));
        assertThat(similar.to(draft("路灯不亮").once(once))).isEmpty();
    }

    @Test
    void whatCouldNotBeReceivedIsRefusedAtOnce() {
        assertThatThrownBy(() -> similar.to(draft(" "))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> similar.to(draft("路灯").reachedAt("x", false))).isInstanceOf(Refusal.class);
    }

    @Test
    void aPlaceIsGuessedFromReportsNearIt() {
        voices.receive(draft("井盖").at(new Point(-33.5, 151.25)));
        voices.receive(NewReport.of(place.town.id(), "井盖").at(new Point(-33.51, 151.25)));
        assertThat(nearby.units(new Point(-33.5001, 151.25))).containsExactly(place.village.id(), place.town.id());
        assertThat(nearby.units(new Point(60, 60))).isEmpty();
        nearby.put(place.village.id(), new Point(60.001, 60), place.scope(place.account(Role.CLERK, place.village)));
        assertThat(nearby.units(new Point(60, 60))).containsExactly(place.village.id());
        var reader = place.scope(place.account(Role.READER, place.village));
        assertThatThrownBy(() -> nearby.put(place.village.id(), HERE, reader)).isInstanceOf(Refusal.class);
    }

    private NewReport draft(String text) {
        return NewReport.of(place.village.id(), text);
    }

    private void release(Receipt receipt) {
        jdbc.sql("""
                        insert into voice.step (report, version, verb, by, at)
                        select id, 99, 'released', 0, now() from voice.report where code = ?
                        """).param(receipt.code()).update();
    }
}
