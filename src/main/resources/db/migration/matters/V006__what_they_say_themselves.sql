-- What those affected say themselves: no unit takes it down, and silence says nothing.
alter table matters.verdict alter column unit drop not null;
alter table matters.verdict alter column solved drop not null;
alter table matters.verdict drop constraint verdict_way_check;
alter table matters.verdict add constraint verdict_way_check check (way in ('paper', 'phone', 'evaluation'));
alter table matters.verdict add check (way = 'evaluation' or (unit is not null and solved is not null));
comment on table matters.verdict is
    'What those affected said: by themselves, or taken down by an office above the unit that acted; solved null: nobody answered.';
