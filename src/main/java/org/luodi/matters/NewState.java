package org.luodi.matters;

import java.sql.Types;
import java.time.ZoneOffset;

/** How a move writes a matter's new state over the old one. */
final class NewState {

    static final String UPDATE = """
            update matters.matter
            set unit = ?, position = ?, industry_position = ?, stage = ?, category = ?, source = ?, batch = ?, due = ?,
                raised_on = ?, reopened = ?, merged_into = ?, symptom = ?, root = ?, waits = ?, marked = ?, drive = ?,
                importance = ?, next_check = ?, proposer = ?, version = version + 1, changed_by = ?, changed_at = ?,
                still = false
            where id = ? and stage = ? and version = ?
            """;

    /** Of what {@link #of} gives. A null of no type would have the statement parsed anew each time. */
    static final int[] TYPES = {
        Types.INTEGER,
        Types.BIGINT,
        Types.BIGINT,
        Types.VARCHAR,
        Types.INTEGER,
        Types.INTEGER,
        Types.INTEGER,
        Types.DATE,
        Types.DATE,
        Types.INTEGER,
        Types.BIGINT,
        Types.INTEGER,
        Types.BIGINT,
        Types.BOOLEAN,
        Types.BOOLEAN,
        Types.INTEGER,
        Types.INTEGER,
        Types.DATE,
        Types.BIGINT,
        Types.BIGINT,
        Types.TIMESTAMP_WITH_TIMEZONE,
        Types.BIGINT,
        Types.VARCHAR,
        Types.INTEGER
    };

    private NewState() {}

    static Object[] of(Matter old, Matter now) {
        Traits traits = now.traits();
        return new Object[] {
            now.unit().value(),
            now.at().territorial(),
            now.at().industry(),
            now.stage().word(),
            now.category(),
            now.source(),
            now.batch(),
            now.due(),
            now.raisedOn(),
            now.reopened(),
            now.mergedInto() == null ? null : now.mergedInto().value(),
            traits.symptom() == null ? null : traits.symptom().value(),
            traits.root() == null ? null : traits.root().value(),
            traits.waits(),
            traits.marked(),
            traits.drive(),
            traits.importance(),
            traits.nextCheck(),
            traits.proposer(),
            now.changedBy(),
            now.changedAt().atOffset(ZoneOffset.UTC),
            old.id().value(),
            old.stage().word(),
            old.version()
        };
    }
}
