create table platform.entry (
    id          bigint generated always as identity,
    tx          xid8 not null default pg_current_xact_id(),
    at          timestamptz not null,
    actor       bigint not null,
    acting_unit int,
    kind        text not null,
    subject     bigint not null,
    verb        text not null,
    body        jsonb not null,
    territorial int[] not null,
    industry    int[] not null,
    digest      bytea not null check (length(digest) = 32),
    primary key (tx, id)
);
create index entry_subject on platform.entry (kind, subject, id);
comment on table platform.entry is 'One line for each state change. Rows are never updated or deleted.';

create function platform.refuse_rewrite() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only';
end $$;
create trigger entry_append_only before update or delete on platform.entry
    for each row execute function platform.refuse_rewrite();
create trigger entry_no_truncate before truncate on platform.entry
    for each statement execute function platform.refuse_rewrite();
