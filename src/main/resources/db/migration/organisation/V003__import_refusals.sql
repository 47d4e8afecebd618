create table organisation.import_refusal (
    import  bigint not null references organisation.import (id),
    line    int not null,
    key     text not null,
    args    text[] not null,
    primary key (import, line)
);
comment on table organisation.import_refusal is 'Rows of a file of units that change nothing, each with its reason.';
