-- One index finds both the heads of a line and what stands below a unit.
drop index organisation.unit_industry_root;
drop index organisation.unit_industry_superior;
create index unit_industry_superior on organisation.unit (industry_superior, industry_position)
    where industry_superior is not null or industry_position is not null;
