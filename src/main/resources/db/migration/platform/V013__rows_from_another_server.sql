-- The ledger is read in the order of its transactions, and each server counts these from a beginning of its own. Rows that have come
-- from another server (a restore of rows, docs/decisions/130-a-backup-of-rows.md) keep their numbers, so ours go on behind them: by how
-- much stands in ahead(), 0 where the ledger began. A function and no row, since the planner then sees a constant.
create function platform.ahead() returns bigint immutable parallel safe language sql return 0::bigint;
create function platform.transaction_now() returns xid8 stable language sql
    return (pg_current_xact_id()::text::bigint + platform.ahead())::text::xid8;
create function platform.first_running() returns xid8 stable parallel safe language sql
    return (pg_snapshot_xmin(pg_current_snapshot())::text::bigint + platform.ahead())::text::xid8;
comment on function platform.ahead() is 'How far the numbers of transactions in the ledger are ahead of those of this server.';
comment on function platform.transaction_now() is 'The number under which this transaction writes into the ledger.';
comment on function platform.first_running() is 'All below it are settled: no transaction with a smaller number is still running.';

alter table platform.entry alter tx set default platform.transaction_now();
