package org.luodi.organisation;

import java.util.Iterator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the first load of a tree to the measurement. */
public final class TreeBench {

    private TreeBench() {}

    /** The shipped units as they are read at the first start. */
    public static Stream<UnitRow> national() {
        NationalTree tree = new NationalTree();
        return tree.rows().onClose(tree::close);
    }

    /** Loads rows into the empty tables in one transaction, posts held as in the demonstration; returns how many. */
    public static int load(DataSource database, Iterator<UnitRow> rows) {
        TreeLoad load = new TreeLoad(database, new JdbcTemplate(database));
        return new TransactionTemplate(new JdbcTransactionManager(database))
                .execute(status -> load.load(rows, unit -> unit % 199 != 0));
    }
}
