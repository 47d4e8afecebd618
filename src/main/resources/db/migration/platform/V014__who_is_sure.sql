-- When somebody last gave the password again in a session: who adds a way in says first who he is.
alter table platform.session add sure_at timestamptz;
comment on column platform.session.sure_at is 'When the password was last given again here, null where only at the beginning.';
