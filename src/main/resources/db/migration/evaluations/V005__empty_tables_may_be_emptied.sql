-- The first load of a tree empties tables that hang on units; where nothing was said yet, nothing is lost.
create function evaluations.refuse_emptying() returns trigger language plpgsql as $$
declare
    filled boolean;
begin
    execute format('select exists (select 1 from evaluations.%I)', tg_table_name) into filled;
    if filled then
        raise exception 'rows of evaluations.% are written once', tg_table_name using errcode = 'insufficient_privilege';
    end if;
    return null;
end $$;

drop trigger never_emptied on evaluations.asking;
drop trigger never_emptied on evaluations.pool;
drop trigger never_emptied on evaluations.invitation;
drop trigger never_emptied on evaluations.answer;
drop trigger never_emptied on evaluations.words;
create trigger never_emptied before truncate on evaluations.asking execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.pool execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.invitation execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.answer execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.words execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.attempt execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.look execute function evaluations.refuse_emptying();
create trigger never_emptied before truncate on evaluations.relapse execute function evaluations.refuse_emptying();
