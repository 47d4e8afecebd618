-- What becomes of a row is written again when it is applied; its cells, ten times as large, never are.
create table sheets.sheet_cells (
    sheet bigint not null references sheets.sheet (id) on delete cascade,
    row   int not null,
    cells text not null,
    primary key (sheet, row)
);
comment on table sheets.sheet_cells is 'The cells of each row of a sheet as they were read, a JSON array in the order of the headings.';
insert into sheets.sheet_cells (sheet, row, cells) select sheet, row, payload from sheets.sheet_row;
alter table sheets.sheet_row drop column payload;
comment on table sheets.sheet_row is 'What will become of each row of a sheet, or has.';
