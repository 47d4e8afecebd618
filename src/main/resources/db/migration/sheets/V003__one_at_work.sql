alter table sheets.sheet add column attempt int not null default 0;
comment on column sheets.sheet.attempt is 'Counts who took up the work on it; only the last one goes on.';
