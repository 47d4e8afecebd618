create index unit_industry_root on organisation.unit (industry_position)
    where industry_superior is null and industry_position is not null;
alter table organisation.post add constraint post_one_at_a_time
    exclude using gist (int4range(unit, unit, '[]') with &&, daterange(since, until) with &&);
alter table organisation.grant_ add constraint grant_role
    check (role in ('ADMINISTRATOR', 'CLERK', 'LEADER', 'SECRETARY', 'READER'));
alter table organisation.unit add constraint unit_merged_is_closed check (merged_into is null or closed_on is not null);
