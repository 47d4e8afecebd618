create table days.notice (
    id     bigint generated always as identity primary key,
    unit   int not null references organisation.unit (id),
    kind   text not null check (length(kind) between 1 and 40),
    about  bigint not null,
    word   text not null check (length(word) between 1 and 40),
    due    date,
    more   int not null default 0 check (more >= 0),
    actor  bigint not null,
    at     timestamptz not null
);
comment on table days.notice is 'What a unit is told, once for the unit and not for each who works there. Derived from the ledger and from due days.';
comment on column days.notice.more is 'How many more of the same came at once.';
create index notice_unit on days.notice (unit, id desc);
-- A day that draws near is said once, however often the sweep runs.
create unique index notice_of_a_day on days.notice (unit, about, word, due) where word in ('due', 'overdue');

create table days.looked (
    account bigint primary key references platform.account (id),
    upto    bigint not null
);
comment on table days.looked is 'Notices up to this number are read by the account.';

create table days.read (
    account bigint not null references platform.account (id),
    notice  bigint not null references days.notice (id) on delete cascade,
    primary key (account, notice)
);
create index read_notice on days.read (notice);
comment on table days.read is 'Later notices that were read one by one.';

create table days.progress (
    single boolean primary key default true check (single),
    tx     bigint not null,
    id     bigint not null,
    swept  date
);
insert into days.progress (tx, id) values (0, 0);
comment on table days.progress is 'How far the ledger has been read, and the last day whose due days were told.';
