alter table overview.tally drop constraint tally_dim_check, add check (dim in (0, 1, 2, 3));
comment on column overview.tally.dim is '0 all, 1 by category, 2 by source, 3 by drive; matters of no drive have no row there';
alter table overview.open_by_day drop constraint open_by_day_kind_check, add check (kind in (1, 2) or kind > 1000);
comment on table overview.open_by_day is 'Open matters by due day (kind 1, and 1000 + key for those of one drive) or by the day they were raised (kind 2); grain 1 a day, 2 the month beginning that day, so that a sum up to any day reads few rows.';
-- What was counted before knows no drives: the next start counts anew.
alter table overview.progress add column outdated boolean not null default false;
update overview.progress set outdated = exists (select from overview.tally);
