-- How each is invited, and that a guess does not open what was meant for another.
alter table evaluations.invitation add column kind text check (kind in ('phone', 'mail'));
comment on column evaluations.invitation.kind is 'How he is invited; null: by the receipt alone.';
create index invitation_asking on evaluations.invitation (asking, id);

alter table evaluations.answer add column taken_by bigint;
comment on column evaluations.answer.taken_by is 'Who asked by phone and wrote it down; null: he answered himself.';

create table evaluations.attempt (
    invitation bigint not null references evaluations.invitation (id),
    number     int not null check (number > 0),
    at         timestamptz not null,
    primary key (invitation, number)
);
comment on table evaluations.attempt is 'Wrong words for an invitation; after a few only the receipt opens it.';
create trigger written_once before update or delete on evaluations.attempt
    for each row execute function evaluations.refuse();

create table evaluations.letter (
    invitation bigint primary key references evaluations.invitation (id),
    sent_at    timestamptz,
    given_up   boolean not null default false,
    attempts   int not null default 0,
    try_after  timestamptz not null,
    failure    text
);
create index letter_waiting on evaluations.letter (try_after, invitation) where sent_at is null and not given_up;
comment on table evaluations.letter is 'Invitations that go out by mail. The address is not here: it is unsealed when the mail is sent.';

create table evaluations.look (
    invitation bigint not null references evaluations.invitation (id),
    number     int not null check (number > 0),
    by         bigint not null,
    reason     text not null check (length(reason) between 1 and 500),
    at         timestamptz not null,
    primary key (invitation, number)
);
comment on table evaluations.look is 'Who was shown a phone number to call, and why. The number is not here.';
create trigger written_once before update or delete on evaluations.look
    for each row execute function evaluations.refuse();
