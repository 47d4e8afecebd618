create table days.calendar (
    id         bigint generated always as identity primary key,
    account    bigint not null references platform.account (id),
    digest     bytea not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create unique index calendar_of_account on days.calendar (account) where revoked_at is null;
comment on table days.calendar is 'Keys of calendar feeds, as digests only; one works for an account at a time.';
