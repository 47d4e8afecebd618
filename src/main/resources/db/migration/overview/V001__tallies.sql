create table overview.node (
    line     smallint not null check (line in (0, 1)),
    unit     int not null,
    superior int not null,
    primary key (line, unit)
);
create index node_superior on overview.node (line, superior);
comment on table overview.node is 'The fold''s own copy of both forests, as far as the ledger has been read. superior 0: a root.';

create table overview.tally (
    line      smallint not null check (line in (0, 1, 2)),
    unit      int not null,
    dim       smallint not null check (dim in (0, 1, 2)),
    key       int not null,
    raised    int not null default 0,
    placed    int not null default 0,
    acting    int not null default 0,
    settled   int not null default 0,
    confirmed int not null default 0,
    closed    int not null default 0,
    returned  int not null default 0,
    excluded  int not null default 0,
    merged    int not null default 0,
    relapsed  int not null default 0,
    reopened  int not null default 0,
    primary key (line, unit, dim, key)
) with (fillfactor = 70);
comment on column overview.tally.line is '0 territorial subtree, 1 industry subtree, 2 the unit''s own matters alone';
comment on column overview.tally.dim is '0 all, 1 by category, 2 by source';

create table overview.open_by_day (
    line  smallint not null check (line in (0, 1, 2)),
    unit  int not null,
    kind  smallint not null check (kind in (1, 2)),
    grain smallint not null check (grain in (1, 2)),
    day   date not null,
    open  int not null,
    primary key (line, unit, kind, grain, day)
) with (fillfactor = 70);
comment on table overview.open_by_day is 'Open matters by due day (kind 1) or by the day they were raised (kind 2); grain 1 a day, 2 the month beginning that day, so that a sum up to any day reads few rows.';

create table overview.flow (
    line     smallint not null check (line in (0, 1)),
    unit     int not null,
    day      date not null,
    raised   int not null default 0,
    closed   int not null default 0,
    reopened int not null default 0,
    primary key (line, unit, day)
) with (fillfactor = 70);
comment on table overview.flow is 'What happened on each day, counted for the superiors of that day.';

create table overview.progress (
    single boolean primary key default true check (single),
    tx   bigint not null,
    id   bigint not null,
    at   timestamptz not null
);
insert into overview.progress (tx, id, at) values (0, 0, 'epoch');
comment on table overview.progress is 'How far the ledger has been folded.';

create table overview.counted (
    tx bigint not null,
    id bigint not null,
    primary key (tx, id)
);
comment on table overview.counted is 'Entries past the progress mark that a rebuild has already counted; the fold passes over them once.';
