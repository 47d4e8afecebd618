-- A number never changes. In a table of its own its index is written once for each matter, not again with every move.
create table matters.number (
    number text not null,
    matter bigint not null,
    constraint number_once primary key (number)
);
insert into matters.number (number, matter) select number, id from matters.matter order by number;
drop index matters.matter_number;
comment on table matters.number is 'Which matter has which number; filled with each matter.';

create function matters.take_numbers() returns trigger language plpgsql as $$
begin
    insert into matters.number (number, matter) select number, id from raised;
    return null;
end $$;
create trigger matter_numbers after insert on matters.matter
    referencing new table as raised for each statement execute function matters.take_numbers();

create function matters.keep_number() returns trigger language plpgsql as $$
begin
    raise exception 'the number of a matter never changes';
end $$;
create trigger matter_number_stays before update of number on matters.matter
    for each row when (old.number is distinct from new.number) execute function matters.keep_number();
