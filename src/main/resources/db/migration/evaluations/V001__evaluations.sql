-- Those affected are asked when a matter is said to be settled (群众评价): once for each time it settles.
create table evaluations.asking (
    id                bigint generated always as identity primary key,
    matter            bigint not null references matters.matter (id),
    round             int not null,
    unit              int not null references organisation.unit (id),
    position          bigint not null,
    industry_position bigint,
    territorial       int[] not null,
    industry          int[] not null,
    opened_on         date not null,
    ends_on           date not null,
    programme         int not null,
    pool_size         int not null check (pool_size >= 0),
    pool_digest       bytea not null check (length(pool_digest) = 32),
    seed              bytea not null check (length(seed) = 32),
    drawn             int not null check (drawn between 0 and pool_size),
    invited           int not null check (invited >= drawn),
    answered          int not null default 0 check (answered between 0 and invited),
    outcome           text check (outcome in ('kept', 'sent-back', 'silent', 'nobody', 'overtaken')),
    ended_on          date,
    digest            bytea check (length(digest) = 32),
    unique (matter, round),
    check ((outcome is null) = (ended_on is null)),
    check (ends_on >= opened_on)
);
comment on table evaluations.asking is
    'One asking of those affected; unit and both lines as they stood when it settled. seed: of the draw, told when the asking has ended.';
create index asking_open on evaluations.asking (ends_on, id) where outcome is null;
create index asking_all_answered on evaluations.asking (id) where outcome is null and answered = invited;
create index asking_unit on evaluations.asking (unit);

create table evaluations.pool (
    asking bigint primary key references evaluations.asking (id),
    leaves bytea not null
);
comment on table evaluations.pool is
    'Among whom was drawn: one hash a person, of no use in any other asking; with the seed it lets anybody draw again.';

create table evaluations.invitation (
    id     bigint generated always as identity primary key,
    asking bigint not null references evaluations.asking (id),
    report bigint not null references voice.report (id),
    part   text not null check (part in ('reporter', 'metoo', 'sample')),
    person bytea check (length(person) = 32),
    day    date not null,
    unique (asking, report),
    unique (asking, person)
);
comment on table evaluations.invitation is
    'Who is asked: the report under which a contact is kept, and the name of the contact under a key that is not in the database.';
create index invitation_report on evaluations.invitation (report);
create index invitation_drawn on evaluations.invitation (person, day) where part = 'sample';

create table evaluations.answer (
    invitation bigint primary key references evaluations.invitation (id),
    solved     boolean not null,
    satisfied  boolean not null,
    fits       boolean not null,
    at         timestamptz not null
);
comment on table evaluations.answer is 'What somebody said, once and for good.';

create table evaluations.words (
    invitation bigint primary key references evaluations.answer (invitation),
    text       text check (length(text) between 1 and 2000)
);
comment on table evaluations.words is 'What was said in words; erasable by taking the text away, the answer stands.';

create table evaluations.progress (
    single boolean primary key default true check (single),
    tx     bigint not null,
    id     bigint not null
);
insert into evaluations.progress (tx, id) values (0, 0);
comment on table evaluations.progress is 'How far the ledger has been read.';

-- What has been said stands, whoever holds the connection.
create function evaluations.refuse() returns trigger language plpgsql as $$
begin
    raise exception 'rows of evaluations.% are written once', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger written_once before update or delete on evaluations.pool
    for each row execute function evaluations.refuse();
create trigger written_once before update or delete on evaluations.invitation
    for each row execute function evaluations.refuse();
create trigger written_once before update or delete on evaluations.answer
    for each row execute function evaluations.refuse();
create trigger never_deleted before delete on evaluations.asking
    for each row execute function evaluations.refuse();
create trigger never_deleted before delete on evaluations.words
    for each row execute function evaluations.refuse();
create trigger only_erased before update on evaluations.words
    for each row when (new.text is not null or new.invitation <> old.invitation) execute function evaluations.refuse();
create trigger never_emptied before truncate on evaluations.asking execute function evaluations.refuse();
create trigger never_emptied before truncate on evaluations.pool execute function evaluations.refuse();
create trigger never_emptied before truncate on evaluations.invitation execute function evaluations.refuse();
create trigger never_emptied before truncate on evaluations.answer execute function evaluations.refuse();
create trigger never_emptied before truncate on evaluations.words execute function evaluations.refuse();

-- An asking changes in three ways only: somebody answers while it is open, it ends once, its unit moves in the tree.
create trigger only_forward before update on evaluations.asking
    for each row when (
        (old.matter, old.round, old.unit, old.territorial, old.industry, old.opened_on, old.ends_on, old.programme, old.pool_size,
         old.pool_digest, old.seed, old.drawn, old.invited)
        is distinct from
        (new.matter, new.round, new.unit, new.territorial, new.industry, new.opened_on, new.ends_on, new.programme, new.pool_size,
         new.pool_digest, new.seed, new.drawn, new.invited)
        or (old.outcome is not null and (old.outcome, old.ended_on, old.digest, old.answered)
                                        is distinct from (new.outcome, new.ended_on, new.digest, new.answered))
        or new.answered not in (old.answered, old.answered + 1)
    ) execute function evaluations.refuse();

-- Nobody is invited, and nobody answers, once an asking has ended.
create function evaluations.while_open() returns trigger language plpgsql as $$
begin
    if not exists (select from evaluations.asking a join evaluations.invitation i on i.asking = a.id
                   where i.id = new.invitation and a.outcome is null) then
        perform evaluations.refuse_closed();
    end if;
    return new;
end $$;

create function evaluations.refuse_closed() returns void language plpgsql as $$
begin
    raise exception 'the asking has ended' using errcode = 'insufficient_privilege';
end $$;

create trigger while_open before insert on evaluations.answer
    for each row execute function evaluations.while_open();
