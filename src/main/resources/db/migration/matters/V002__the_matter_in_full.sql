alter table matters.matter
    add column symptom    int references organisation.unit (id),
    add column root       bigint references matters.matter (id),
    add column waits      boolean not null default false,
    add column kind       text not null default 'problem' check (kind in ('problem', 'deed', 'organisation', 'petition')),
    add column marked     boolean not null default false,
    add column drive      int,
    add column importance smallint check (importance between 1 and 999),
    add column next_check date,
    add constraint matter_root_is_another check (root <> id),
    add constraint matter_waits_for_a_root check (not waits or root is not null);
comment on column matters.matter.symptom is 'Where it shows, if that is no longer the unit that answers.';
comment on column matters.matter.root is 'The matter at an upper unit that holds its root.';
comment on column matters.matter.waits is 'The unit of the root answers for the whole; the own day stands still.';
-- Few matters have these, so moves hardly ever touch them.
create index matter_root on matters.matter (root, stage, id) where root is not null;
create index matter_symptom on matters.matter (symptom) where symptom is not null;
create index matter_check on matters.matter (next_check, position, id) where next_check is not null;
create index matter_drive on matters.matter (drive, open, due_order, position, id) where drive is not null;
create index matter_kind on matters.matter (kind, open, due_order, position, id) where kind <> 'problem';
create index matter_importance on matters.matter (open, importance, position, id) where importance is not null;

alter table matters.detail
    add column since    date,
    add column affected text,
    add column outcome  text,
    add column proof    text;

alter table matters.task
    add column unit   int references organisation.unit (id),
    add column answer text;
create index task_unit on matters.task (unit, due) where unit is not null and done_on is null;

create table matters.party (
    matter            bigint not null references matters.matter (id),
    unit              int not null references organisation.unit (id),
    part              text not null check (part in ('symptom', 'helper')),
    position          bigint not null,
    industry_position bigint,
    primary key (matter, unit, part)
);
comment on table matters.party is 'Units that take part in a matter without answering for it, and so see it.';
create index party_unit on matters.party (unit);

create table matters.acceptance (
    id       bigint generated always as identity primary key,
    matter   bigint not null references matters.matter (id),
    round    int not null,
    level    text not null,
    accepted boolean not null,
    unit     int not null references organisation.unit (id),
    by       bigint not null,
    at       timestamptz not null,
    reason   text,
    check (accepted or reason is not null)
);
create unique index acceptance_once on matters.acceptance (matter, round, level) where accepted;
comment on table matters.acceptance is 'Who looked at what was done and took it, or did not; a round begins whenever the matter comes back.';

create table matters.signature (
    matter bigint not null references matters.matter (id),
    round  int not null,
    unit   int not null references organisation.unit (id),
    by     bigint not null,
    at     timestamptz not null,
    primary key (matter, round)
);

create table matters.verdict (
    id          bigint generated always as identity primary key,
    matter      bigint not null references matters.matter (id),
    round       int not null,
    solved      boolean not null,
    satisfied   boolean,
    fits        boolean,
    way         text not null check (way in ('paper', 'phone')),
    received_on date not null,
    unit        int not null references organisation.unit (id),
    by          bigint not null,
    at          timestamptz not null
);
create index verdict_matter on matters.verdict (matter, round);
comment on table matters.verdict is 'What those affected said, until they can say it themselves: taken down by an office above the unit that acted.';

create table matters.exclusion (
    matter   bigint not null references matters.matter (id),
    version  int not null,
    by       bigint not null,
    at       timestamptz not null,
    ended_at timestamptz,
    primary key (matter, version)
);
comment on table matters.exclusion is 'Proposals not to take a matter on; a second person decides.';

create table matters.recheck (
    matter  bigint not null references matters.matter (id),
    round   int not null,
    due     date not null,
    done_on date not null,
    by      bigint not null,
    found   boolean not null,
    primary key (matter, round, due)
);
comment on table matters.recheck is 'Looks after closing; found: the problem was there again.';

create table matters.asking (
    root bigint primary key references matters.matter (id),
    at   timestamptz not null
);
comment on table matters.asking is 'Roots that say done and whose symptoms are still being asked, in portions.';
