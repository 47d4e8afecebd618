alter table platform.account add column second_required boolean not null default false;
comment on column platform.account.second_required is 'An administrator asks for a second step of this account.';

create table platform.second_step (
    account      bigint primary key references platform.account (id),
    secret       bytea not null,
    made_at      timestamptz not null,
    confirmed_at timestamptz,
    used         bigint not null default 0
);
comment on table platform.second_step is 'Secrets of one-time codes (RFC 6238), sealed under a key outside the database; used is the last time step that let somebody in.';

create table platform.recovery_code (
    account bigint not null references platform.second_step (account) on delete cascade,
    digest  bytea not null check (length(digest) = 32),
    used_at timestamptz,
    primary key (account, digest)
);
comment on table platform.recovery_code is 'Each lets somebody in once who has lost the phone; only digests are kept.';
