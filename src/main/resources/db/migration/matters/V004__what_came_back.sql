-- What came back and waits for a new plan, more often first: few at any time, so that other moves do not touch it.
create index matter_came_back on matters.matter (reopened desc, due_order, position, id)
    where stage in ('returned', 'relapsed');
