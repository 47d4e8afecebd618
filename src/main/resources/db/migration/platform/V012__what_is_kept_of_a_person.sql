-- An erased account keeps its number alone: what stands on the ledger under it stays, who it was is gone.
alter table platform.account add column erased_at timestamptz;
alter table platform.account alter column login drop not null;
alter table platform.account alter column name drop not null;
alter table platform.account alter column password drop not null;
alter table platform.account add constraint account_erased check (
    case when erased_at is null then num_nulls(login, name, password) = 0
         else num_nonnulls(login, name, password) = 0 and disabled_at is not null and not second_required end);
comment on column platform.account.erased_at is 'Name, sign-in name and password are gone for good; the ledger names the account by its number.';

-- The file of everything that is kept of an account, handed out by an administrator: why. The ledger has the number of the row.
create table platform.handed_out (
    id      bigint generated always as identity primary key,
    account bigint not null references platform.account (id),
    by      bigint not null,
    reason  text check (length(reason) between 1 and 500),
    at      timestamptz not null
);
create index handed_out_account on platform.handed_out (account);
comment on column platform.handed_out.reason is 'As it was typed; taken away when the account is erased.';

-- What somebody did, for the file of that person. What the system does by itself is nobody's.
create index entry_actor on platform.entry (actor, id) where actor > 0;
