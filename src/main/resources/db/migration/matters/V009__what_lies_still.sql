-- What lies still in a batch that has ended: set by a walk over the table, taken away by any move (docs/decisions/073).
-- Almost no move finds it set, so that almost none writes the two indexes.
alter table matters.matter add column still boolean not null default false;
comment on column matters.matter.still is 'Nothing was done for a month when it was last looked at, and its batch had ended.';
create index matter_still on matters.matter (raised_on, position, id) include (batch, changed_at, open) where still;
create index matter_industry_still on matters.matter (raised_on, industry_position, id)
    include (batch, changed_at, open) where still and industry_position is not null;
