-- What waits until a unit above has removed its root: a list like any other.
create index matter_waits on matters.matter (open, due_order, position, id) where waits;
