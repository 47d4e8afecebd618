alter table voice.report add column rung date;
comment on column voice.report.rung is 'The day whose passing the unit asked was told of.';
