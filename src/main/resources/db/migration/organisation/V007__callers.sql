alter table organisation.grant_ drop constraint grant_role;
alter table organisation.grant_ add constraint grant_role
    check (role in ('ADMINISTRATOR', 'CLERK', 'LEADER', 'SECRETARY', 'READER', 'CALLER'));
