-- What was closed and what came back in a stretch of time, the newest first: a weekly paper reads it from here. Few entries are of these
-- verbs, so the index stays small and the ledger is written as fast as before.
create index entry_turn on platform.entry (at desc, id desc)
    where kind = 'matter' and verb in ('closed', 'returned', 'relapsed');
