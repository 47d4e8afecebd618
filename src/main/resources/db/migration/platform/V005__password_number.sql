alter table platform.account add column password_number int not null default 1;
comment on column platform.account.password_number is 'Grows with each new password: a session that was begun under an older one ends.';
