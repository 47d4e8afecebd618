create table platform.passkey_owner (
    account bigint primary key references platform.account (id),
    handle  bytea not null unique check (length(handle) between 1 and 64)
);
comment on table platform.passkey_owner is 'Under which name, drawn by chance, the devices of an account know it.';

create table platform.passkey (
    id              bigint generated always as identity primary key,
    account         bigint not null references platform.passkey_owner (account),
    credential      bytea not null unique,
    label           text not null check (length(label) between 1 and 60),
    public_key      bytea not null,
    signatures      bigint not null,
    verified        boolean not null,
    backup_eligible boolean not null,
    backed_up       boolean not null,
    transports      text[] not null,
    attestation     bytea,
    client_data     bytea,
    made_at         timestamptz not null,
    used_at         timestamptz not null
);
create index passkey_account on platform.passkey (account);
comment on table platform.passkey is 'Public keys of passkeys (WebAuthn); the private ones never leave the devices.';
