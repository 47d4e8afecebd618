create table voice.look (
    report bigint not null references voice.report (id),
    number int not null check (number > 0),
    by     bigint not null,
    reason text not null check (length(reason) between 1 and 500),
    at     timestamptz not null,
    primary key (report, number)
);
comment on table voice.look is 'Each time somebody was shown a contact, and why. The ledger has the number of the look, never the contact.';
create function voice.keep_looks() returns trigger language plpgsql as $$
begin
    raise exception 'looks are written once';
end $$;
create trigger look_is_kept before update or delete on voice.look for each row execute function voice.keep_looks();
