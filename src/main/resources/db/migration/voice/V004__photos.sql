create table voice.photo (
    report bigint not null references voice.report (id),
    number int not null check (number between 1 and 5),
    file   bigint not null references platform.file (id),
    at     timestamptz not null,
    primary key (report, number)
);
comment on table voice.photo is 'What the reporter photographed: made small and written anew when it came in, without place and device.';
