package org.luodi.organisation;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PostStore {

    private final JdbcClient jdbc;

    PostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The posts of a unit, the present one first. */
    List<Post> of(int unit, int limit) {
        return jdbc.sql("""
                        select title, holder, since, until from organisation.post where unit = :unit
                        order by until is not null, id desc limit :limit
                        """)
                .param("unit", unit)
                .param("limit", limit)
                .query((row, i) -> new Post(
                        row.getString("title"),
                        row.getString("holder"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class)))
                .list();
    }

    /** Ends the present post of a unit, if it has one. */
    void end(int unit, LocalDate until) {
        jdbc.sql(
                        "update organisation.post set until = greatest(since, :until::date) where unit = :unit and until is null")
                .param("until", until)
                .param("unit", unit)
                .update();
    }

    void insert(int unit, Post post) {
        jdbc.sql("insert into organisation.post (unit, title, holder, since) values (:unit, :title, :holder, :since)")
                .param("unit", unit)
                .param("title", post.title())
                .param("holder", post.holder())
                .param("since", post.since())
                .update();
    }

    /** Takes the next version of the unit and notes whether somebody holds its post; false where somebody was faster. */
    boolean answered(int unit, int version, boolean answered) {
        return jdbc.sql("""
                        update organisation.unit set version = version + 1,
                            gaps = case when :answered then gaps & ~(:gap) else gaps | :gap end
                        where id = :id and version = :version
                        """)
                        .param("answered", answered)
                        .param("gap", Gaps.NO_POST)
                        .param("id", unit)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Writes the posts of all units that are said to have one; references and overlaps are checked once for all rows. */
    int fillAll(String title, String holder, LocalDate since) {
        jdbc.sql("alter table organisation.post drop constraint post_unit_fkey, drop constraint post_one_at_a_time")
                .update();
        int filled = jdbc.sql("""
                        insert into organisation.post (unit, title, holder, since)
                        select id, :title, :holder, :since from organisation.unit where gaps & 4 = 0
                        """)
                .param("title", title)
                .param("holder", holder)
                .param("since", since)
                .update();
        jdbc.sql("""
                        alter table organisation.post
                        add constraint post_unit_fkey foreign key (unit) references organisation.unit (id),
                        add constraint post_one_at_a_time
                        exclude using gist (unit with =, daterange(since, until) with &&)
                        """).update();
        return filled;
    }
}
