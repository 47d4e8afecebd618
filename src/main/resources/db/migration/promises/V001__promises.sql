-- What an office promises in public (公开承诺): a matter in plain words, put up by one person and released by another.
create table promises.promise (
    id bigint generated always as identity primary key,
    matter bigint not null references matters.matter (id),
    unit integer not null references organisation.unit (id),
    position bigint not null,
    industry_position bigint,
    deed boolean not null,
    title text not null check (length(title) between 1 and 200),
    words text not null check (length(words) between 1 and 4000),
    state text not null check (state in ('proposed', 'published', 'declined', 'recalled')),
    proposed_by bigint not null,
    proposed_at timestamptz not null,
    decided_by bigint,
    decided_at timestamptz,
    published_on date,
    recalled_by bigint,
    recalled_at timestamptz,
    reason text check (length(reason) <= 4000),
    supports integer not null default 0 check (supports >= 0),
    version integer not null default 1,
    check (decided_by is null or decided_by <> proposed_by),
    check (state <> 'published' or published_on is not null),
    check (state not in ('proposed', 'declined') or published_on is null),
    check ((state = 'recalled') = (recalled_at is not null)),
    check (state not in ('declined', 'recalled') or reason is not null)
);

-- A matter is promised once at a time.
create unique index promise_matter on promises.promise (matter) where state in ('proposed', 'published');
-- The public list of any unit: days first, then the place, so that a nation's page and a village's read as few rows.
create index promise_public on promises.promise (published_on, position, id) where state = 'published';
create index promise_public_deed on promises.promise (published_on, position, id) where state = 'published' and deed;
create index promise_waiting on promises.promise (position, id) where state = 'proposed';
create index promise_waiting_industry on promises.promise (industry_position, id)
    where state = 'proposed' and industry_position is not null;
create index promise_unit on promises.promise (unit);
create index promise_of_matter on promises.promise (matter, id);

-- Pictures that prove it, as they stood when it was put up; they go with the piece of evidence they were taken from.
create table promises.proof (
    promise bigint not null references promises.promise (id),
    number smallint not null check (number between 1 and 20),
    item bigint not null references evidence.item (id),
    version integer not null,
    primary key (promise, number)
);

-- Who supports a deed: a digest that belongs to one promise alone, so that nobody can be followed from one to the next.
create table promises.support (
    promise bigint not null references promises.promise (id),
    supporter bytea not null check (length(supporter) = 32),
    at timestamptz not null,
    primary key (promise, supporter)
);
