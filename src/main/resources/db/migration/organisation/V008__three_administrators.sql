-- Three administrators, kept apart by the database too: an account holds one of them alone, or working roles.
alter table organisation.grant_ drop constraint grant_role;
-- Who administered and worked at once goes on working; administering is given anew, to somebody else.
update organisation.grant_ g set until = now()
where g.role = 'ADMINISTRATOR' and g.until is null
  and exists (select from organisation.grant_ o where o.account = g.account and o.until is null and o.role <> 'ADMINISTRATOR');
update organisation.grant_ set role = 'SYSTEM_ADMIN' where role = 'ADMINISTRATOR';
alter table organisation.grant_ add constraint grant_role check (role in
    ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN', 'CLERK', 'LEADER', 'SECRETARY', 'READER', 'CALLER'));
alter table organisation.grant_ add column duty text not null generated always as
    (case when role in ('SYSTEM_ADMIN', 'SECURITY_ADMIN', 'AUDIT_ADMIN') then role else 'STAFF' end) stored;
comment on column organisation.grant_.duty is 'One of the three administrators, or STAFF for all working roles.';
alter table organisation.grant_ add constraint grant_apart
    exclude using gist (account with =, duty with <>) where (until is null);
