create table evidence.item (
    id         bigint generated always as identity primary key,
    matter     bigint not null references matters.matter (id),
    task       bigint references matters.task (id),
    kind       text not null check (kind in ('photo', 'document', 'rule', 'other')),
    name       text not null check (length(name) between 1 and 220),
    removed_at timestamptz,
    removed_by bigint,
    reason     text check (length(reason) between 1 and 500),
    check ((removed_at is null) = (removed_by is null) and (removed_at is null) = (reason is null))
);
create index item_matter on evidence.item (matter, id);
create unique index item_name on evidence.item (matter, name) where removed_at is null;
comment on table evidence.item is 'A piece of evidence under one name. It is ended with a reason, never deleted.';

create table evidence.version (
    item     bigint not null references evidence.item (id),
    number   int not null check (number > 0),
    name     text not null check (length(name) between 1 and 220),
    type     text not null check (type in ('jpeg', 'png', 'pdf', 'docx', 'xlsx', 'text')),
    caption  text check (length(caption) <= 500),
    size     bigint not null check (size > 0),
    digest   bytea not null check (length(digest) = 32),
    file     bigint not null references platform.file (id),
    preview  bigint references platform.file (id),
    added_by bigint not null,
    added_at timestamptz not null,
    primary key (item, number)
);
comment on table evidence.version is 'Each file that stood under a piece of evidence; size and digest are those of what is kept, cleaned.';
