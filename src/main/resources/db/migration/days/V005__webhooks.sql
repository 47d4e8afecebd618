create table days.webhook (
    id         bigint generated always as identity primary key,
    name       text not null check (length(name) between 1 and 60),
    url        text not null check (length(url) between 1 and 500),
    unit       int not null references organisation.unit (id),
    line       text not null check (line in ('TERRITORIAL', 'INDUSTRY')),
    verbs      text[] not null,
    secret     text not null,
    active     boolean not null default true,
    created_by bigint not null,
    created_at timestamptz not null,
    ended_at   timestamptz,
    try_after  timestamptz
);
comment on table days.webhook is 'Where entries of a unit''s subtree are sent to. The secret signs what is sent; it is shown once, to whoever made it.';
comment on column days.webhook.verbs is 'kind.verb of the entries that are sent; empty for all.';

create table days.delivery (
    id         bigint generated always as identity primary key,
    webhook    bigint not null references days.webhook (id),
    what       text not null,
    body       text not null,
    created_at timestamptz not null,
    state      text not null default 'waiting' check (state in ('waiting', 'done', 'dead')),
    attempts   int not null default 0,
    status     int,
    failure    text,
    tried_at   timestamptz
);
create index delivery_waiting on days.delivery (webhook, id) where state = 'waiting';
create index delivery_log on days.delivery (webhook, id desc);
comment on table days.delivery is 'What was sent or is to be sent to a webhook, in the order of the ledger; kept for thirty days.';

create table days.hooked (
    single boolean primary key default true check (single),
    tx     bigint not null,
    id     bigint not null
);
insert into days.hooked (tx, id) values (0, 0);
comment on table days.hooked is 'How far the ledger has been read for webhooks.';
