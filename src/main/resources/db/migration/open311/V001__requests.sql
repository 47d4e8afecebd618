create table open311.request (
    report       bigint primary key references voice.report (id),
    category     int not null,
    matter       bigint references matters.matter (id),
    requested_at timestamptz not null,
    closed_at    timestamptz,
    closed       boolean not null generated always as (closed_at is not null) stored
);
comment on table open311.request is
    'Reports that anybody may read, in the order in which they are listed. Follows the ledger; what is shown is read from where it belongs. Category 0 is none.';
create index request_listed on open311.request (requested_at desc, report desc);
create index request_by_status on open311.request (closed, requested_at desc, report desc);
create index request_by_service on open311.request (category, closed, requested_at desc, report desc);
create index request_matter on open311.request (matter) where matter is not null;

create table open311.progress (
    single boolean primary key default true check (single),
    tx     bigint not null,
    id     bigint not null
);
insert into open311.progress (tx, id) values (0, 0);
comment on table open311.progress is 'How far the ledger has been read.';
