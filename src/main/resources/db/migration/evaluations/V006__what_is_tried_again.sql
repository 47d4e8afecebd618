-- A matter about which nobody could be asked yet must hold up no other.
create table evaluations.later (
    matter    bigint primary key references matters.matter (id),
    try_after timestamptz not null
);
comment on table evaluations.later is 'Matters that settled and about which the asking could not be opened; tried again.';
