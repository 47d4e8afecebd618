-- A role is given by two people: one proposes it, another lets it stand or refuses. Neither confirms what he proposed nor what is for himself.
create table organisation.proposal (
    id          bigint generated always as identity primary key,
    account     bigint not null,
    role        text not null check (role in
        ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'CLERK', 'LEADER', 'SECRETARY', 'READER', 'CALLER')),
    unit        int not null references organisation.unit (id),
    line        text not null check (line in ('TERRITORIAL', 'INDUSTRY')),
    proposed_by bigint not null,
    proposed_at timestamptz not null,
    outcome     text check (outcome in ('CONFIRMED', 'REFUSED', 'WITHDRAWN')),
    decided_by  bigint,
    decided_at  timestamptz,
    reason      text check (length(reason) between 1 and 500),
    constraint proposal_decided check
        ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null)),
    constraint proposal_second_person check
        (outcome is null or outcome = 'WITHDRAWN' or (decided_by <> proposed_by and decided_by <> account)),
    constraint proposal_reason check ((coalesce(outcome, '') = 'REFUSED') = (reason is not null))
);
create unique index proposal_open on organisation.proposal (account, role, unit, line) where outcome is null;
create index proposal_waiting on organisation.proposal (id) where outcome is null;
alter table organisation.grant_ add column proposal bigint unique references organisation.proposal (id);
comment on column organisation.grant_.proposal is 'What two people said; null where it was given by the command line, before anybody was there.';
