package org.luodi.days;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuideStore {

    private final JdbcClient jdbc;

    GuideStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isHidden(long account) {
        return jdbc.sql("select exists (select from days.guide where hidden_by = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    void hide(long account) {
        jdbc.sql("insert into days.guide (hidden_by) values (:account) on conflict do nothing")
                .param("account", account)
                .update();
    }

    void show(long account) {
        jdbc.sql("delete from days.guide where hidden_by = :account")
                .param("account", account)
                .update();
    }
}
