-- A matter is rewritten a dozen times in its life: with some room left in each page the next version stays where the last one
-- stood, and one page is written instead of two.
alter table matters.matter set (fillfactor = 85);
alter table matters.detail set (fillfactor = 80);
