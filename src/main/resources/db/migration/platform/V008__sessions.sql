create table platform.session (
    id              bigint generated always as identity primary key,
    account         bigint not null references platform.account (id),
    digest          bytea not null unique check (length(digest) = 32),
    password_number int not null,
    way             text not null check (way in ('password', 'passkey', 'provider')),
    browser         text not null,
    system          text not null,
    due             boolean not null,
    began_at        timestamptz not null,
    seen_at         timestamptz not null,
    ended_at        timestamptz
);
create index session_account on platform.session (account, seen_at);
comment on table platform.session is 'Where somebody is signed in; of the cookie only the digest is kept, of the device what kind it is, no address.';
comment on column platform.session.due is 'The password was right, the second step is still to come: nothing is open yet.';

create table platform.device (
    account bigint not null references platform.account (id),
    digest  bytea not null check (length(digest) = 32),
    used_on date not null,
    primary key (account, digest)
);
comment on table platform.device is 'Devices that an account was used with: failures elsewhere do not make them wait.';
