create table days.guide (
    hidden_by bigint primary key references platform.account (id)
);
comment on table days.guide is 'Accounts that have put the guide for the first day away. Nothing else is kept of who looks at what.';
