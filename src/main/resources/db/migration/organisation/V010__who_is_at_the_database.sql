-- Whose connection one with the role luodi_office is: the database then says the same as the scope (docs/decisions/122).
create table organisation.connection (
    name    text primary key check (length(name) between 1 and 63),
    account bigint not null,
    since   timestamptz not null
);
comment on table organisation.connection is 'Which person of ours a login of the database is. Written by the command line alone.';

-- The owner, who is the application, says for whom it acts; anybody else is whoever the table says, and cannot say otherwise.
create function organisation.person() returns bigint language sql stable security definer set search_path = pg_catalog as $$
    select case when session_user = current_user then nullif(current_setting('luodi.account', true), '')::bigint
                else (select account from organisation.connection where name = session_user) end
$$;

-- Positions on one line that the person sees, or those he also works on; the three administrators see no records.
create function organisation.reach(along text, works boolean) returns int8multirange
    language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(range_agg(case along when 'TERRITORIAL' then int8range(u.position, u.position_end)
                                         else int8range(u.industry_position, u.industry_position_end) end), '{}')
    from organisation.grant_ g join organisation.unit u on u.id = g.unit
    where g.account = organisation.person() and g.until is null and g.line = along and g.duty = 'STAFF'
      and (not works or g.role in ('CLERK', 'LEADER', 'SECRETARY'))
      and (along = 'TERRITORIAL' or u.industry_position is not null)
$$;

-- The units themselves on which those roles stand: what the ledger tells of them counts for them by number.
create function organisation.held(along text) returns int[]
    language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(array_agg(g.unit), '{}') from organisation.grant_ g
    where g.account = organisation.person() and g.until is null and g.line = along and g.duty = 'STAFF'
$$;
