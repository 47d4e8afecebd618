create table days.digest (
    account   bigint primary key references platform.account (id),
    address   text not null check (length(address) between 3 and 254),
    hour      smallint not null check (hour between 8 and 19),
    language  text not null check (language in ('zh', 'en')),
    done_on   date not null,
    attempts  int not null default 0,
    try_after timestamptz,
    failure   text
);
create index digest_order on days.digest (done_on, account);
comment on table days.digest is 'Accounts that asked for a mail a day; who asks no more has no row.';
comment on column days.digest.done_on is 'The last day that was told by mail, or on which nothing waited.';
