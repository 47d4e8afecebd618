alter table voice.report add column deed boolean not null default false;
comment on column voice.report.deed is 'Not a problem but a good thing that somebody wishes for; taken up, it becomes a deed.';
