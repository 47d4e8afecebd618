create table platform.account (
    id            bigint generated always as identity primary key,
    login         text not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,59}$'),
    name          text not null check (length(name) between 1 and 60),
    password      text not null,
    disabled_at   timestamptz,
    created_at    timestamptz not null
);
create unique index account_login on platform.account (login);

create table platform.token (
    id         bigint generated always as identity primary key,
    account    bigint not null references platform.account (id),
    name       text not null check (length(name) between 1 and 60),
    digest     bytea not null unique check (length(digest) = 32),
    created_at timestamptz not null,
    used_on    date,
    revoked_at timestamptz
);
create index token_account on platform.token (account);
comment on table platform.token is 'Personal access tokens; only their digests are kept.';
