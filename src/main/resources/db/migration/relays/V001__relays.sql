create table relays.relay (
    id                bigint generated always as identity primary key,
    kind              text not null check (kind in ('batch', 'unit', 'office')),
    giver             int not null references organisation.unit (id),
    giver_position    bigint not null,
    giver_industry    bigint,
    receiver          int not null references organisation.unit (id),
    receiver_position bigint not null,
    receiver_industry bigint,
    batch             int,
    promises          text check (length(promises) <= 4000),
    contacts          text check (length(contacts) <= 1000),
    opened_by         bigint not null,
    opened_at         timestamptz not null,
    ended_at          timestamptz,
    check ((kind = 'batch') = (batch is not null))
);
comment on table relays.relay is 'A package on its way from one who answers to the next. Until an item is accepted, the giver answers for it.';
create index relay_receiver on relays.relay (receiver_position, id) where ended_at is null;
create index relay_giver on relays.relay (giver_position, id);
create index relay_receiver_industry on relays.relay (receiver_industry, id) where receiver_industry is not null;
create index relay_giver_industry on relays.relay (giver_industry, id) where giver_industry is not null;

create table relays.item (
    relay   bigint not null references relays.relay (id),
    matter  bigint not null references matters.matter (id),
    state   text not null default 'offered' check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
    reason  text check (length(reason) <= 4000),
    by      bigint,
    at      timestamptz,
    primary key (relay, matter),
    check ((state = 'offered') = (at is null)),
    check (state not in ('refused', 'withdrawn') or reason is not null)
);
-- A matter is on one way at a time.
create unique index item_offered on relays.item (matter) where state = 'offered';

create table relays.batch_end (
    batch     int primary key,
    last_unit int not null,
    done_at   timestamptz
);
comment on table relays.batch_end is 'Ends of batches: packages have been opened for units up to this one.';
