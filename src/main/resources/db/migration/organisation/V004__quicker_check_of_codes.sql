-- A counted repeat makes each test of a code cost microseconds, which a nation feels.
alter table organisation.unit drop constraint unit_code_check;
alter table organisation.unit add constraint unit_code_shape
    check (length(code) <= 40 and code ~ '^[0-9A-Za-z][0-9A-Za-z._-]*$');
