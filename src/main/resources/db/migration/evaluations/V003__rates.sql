alter table evaluations.progress add column at timestamptz not null default '-infinity';

create table evaluations.relapse (
    asking bigint primary key references evaluations.asking (id),
    day    date not null
);
comment on table evaluations.relapse is 'Those affected had said yes, and it came back after all.';
create trigger written_once before update or delete on evaluations.relapse
    for each row execute function evaluations.refuse();

create table evaluations.tally (
    unit     int not null,
    industry boolean not null,
    name     text not null,
    n        bigint not null,
    primary key (unit, industry, name)
);
comment on table evaluations.tally is
    'What ended at a unit and below it, by the tree of the day on which the matter settled; can be counted anew from the askings.';

-- The list behind a number: what counted for a unit, the newest first.
create index asking_territorial on evaluations.asking using gin (territorial) where outcome is not null;
create index asking_industry on evaluations.asking using gin (industry) where outcome is not null;
