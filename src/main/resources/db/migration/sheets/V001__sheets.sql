create table sheets.sheet (
    id          bigint generated always as identity primary key,
    file        bigint not null references platform.file (id),
    name        text not null,
    account     bigint not null,
    unit        int references organisation.unit (id),
    batch       int not null,
    state       text not null default 'reading'
        check (state in ('reading', 'ready', 'applying', 'done', 'cancelled', 'refused')),
    stopping    boolean not null default false,
    headings    jsonb not null default '[]',
    reason      text,
    args        jsonb not null default '[]',
    percent     int not null default 0 check (percent between 0 and 100),
    created_at  timestamptz not null,
    changed_at  timestamptz not null
);
create index sheet_account on sheets.sheet (account, id);
create index sheet_running on sheets.sheet (id) where state in ('reading', 'applying');
comment on table sheets.sheet is 'A ledger sheet that somebody brought, and how far its reading or applying has come.';

create table sheets.sheet_row (
    sheet   bigint not null references sheets.sheet (id) on delete cascade,
    row     int not null,
    outcome text not null check (outcome in ('create', 'update', 'same', 'refused')),
    applied boolean not null default false,
    number  text,
    matter  bigint,
    version int,
    reason  text,
    args    jsonb not null default '[]',
    changed jsonb not null default '[]',
    payload jsonb not null,
    primary key (sheet, row),
    check ((outcome = 'refused') = (reason is not null))
);
create index sheet_row_outcome on sheets.sheet_row (sheet, outcome, applied, row);
comment on table sheets.sheet_row is 'What will become of each row of a sheet, or has; the payload is the row as it was read.';

create table sheets.mapping (
    account bigint not null,
    heading text not null,
    field   text,
    primary key (account, heading)
);
comment on table sheets.mapping is 'Which column a person said a heading means; no field means to leave it out.';
