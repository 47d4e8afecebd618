alter table matters.matter add column proposer bigint;
comment on column matters.matter.proposer is 'Who proposed what waits for a second person: not to take it on, or to correct what has ended.';
update matters.matter m set proposer = e.by
from matters.exclusion e
where m.stage in ('raised', 'placed') and e.matter = m.id and e.ended_at is null;
-- Few wait at a time, and a subtree is one range of them.
create index matter_proposed on matters.matter (position, id) where proposer is not null;
create index matter_industry_proposed on matters.matter (industry_position, id)
    where proposer is not null and industry_position is not null;

create table matters.correction (
    matter   bigint not null references matters.matter (id),
    version  int not null,
    by       bigint not null,
    at       timestamptz not null,
    ended_at timestamptz,
    made     int,
    primary key (matter, version)
);
comment on table matters.correction is 'Proposals to correct what was recorded wrong of a matter that has ended; made: the version in which a second person made it.';

create table matters.correction_part (
    matter  bigint not null,
    version int not null,
    name    text not null,
    old     text,
    now     text,
    primary key (matter, version, name),
    foreign key (matter, version) references matters.correction (matter, version)
);
comment on table matters.correction_part is 'What stood and what is to stand, by field; erasable without touching the ledger.';
