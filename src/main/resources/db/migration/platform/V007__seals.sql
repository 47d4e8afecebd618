-- The ledger sealed: gap-free numbers in its reading order and a Merkle tree over them (RFC 9162), kept as tiles of 256 hashes.
create table platform.seal (
    only_one boolean primary key default true check (only_one),
    ledger   uuid not null,
    size     bigint not null check (size >= 0),
    tx       xid8 not null,
    entry    bigint not null
);
comment on table platform.seal is 'One row: which ledger this is, how many entries are sealed, and the place of the last of them.';
insert into platform.seal (ledger, size, tx, entry) values (gen_random_uuid(), 0, '0', 0);

create table platform.tile (
    level  smallint not null check (level between 0 and 7),
    number bigint not null check (number >= 0),
    hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
    tx     xid8,
    entry  bigint,
    primary key (level, number),
    check ((level = 0) = (tx is not null and entry is not null))
);
-- Hashes do not shrink.
alter table platform.tile alter column hashes set storage external;
create index tile_place on platform.tile (tx, entry) where level = 0;
comment on table platform.tile is 'Level 0: hashes of 256 entries each, with the place of the first; level n: roots of 256 tiles of level n - 1.';

create table platform.head (
    size      bigint primary key check (size > 0),
    root      bytea not null check (length(root) = 32),
    at        timestamptz not null,
    key       text not null,
    signature bytea not null
);
comment on table platform.head is 'Signed: so many entries had this root at this time. Two heads of one size cannot be.';

create trigger head_append_only before update or delete on platform.head
    for each row execute function platform.refuse_rewrite();
create trigger head_no_truncate before truncate on platform.head
    for each statement execute function platform.refuse_rewrite();

create function platform.refuse_other_hashes() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or length(new.hashes) < length(old.hashes)
        or substring(new.hashes from 1 for length(old.hashes)) <> old.hashes
        or (new.level, new.number, new.tx, new.entry) is distinct from (old.level, old.number, old.tx, old.entry) then
        raise exception 'a tile only grows';
    end if;
    return new;
end $$;
create trigger tile_only_grows before update or delete on platform.tile
    for each row execute function platform.refuse_other_hashes();
create trigger tile_no_truncate before truncate on platform.tile
    for each statement execute function platform.refuse_rewrite();
