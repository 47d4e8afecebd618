alter table voice.report add column rung date;
comment on column voice.report.rung is 'The day whose passing the unit asked was told of.';
-- Only those that are still to be told, so that a round costs nothing where there are none.
create index report_unrung on voice.report (due, id)
    where open and stage in ('received', 'disputed') and rung is distinct from due;
