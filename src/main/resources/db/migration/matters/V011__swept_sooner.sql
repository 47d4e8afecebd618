-- Lists are read from indexes alone where no row of a page has changed since it was last swept. A fifth of all matters, the usual
-- limit, leaves most pages of a nation changed (docs/decisions/040).
alter table matters.matter set (autovacuum_vacuum_scale_factor = 0.02);
