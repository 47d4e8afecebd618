create table voice.unit_point (
    unit      int primary key references organisation.unit (id),
    latitude  double precision not null check (latitude between -90 and 90),
    longitude double precision not null check (longitude between -180 and 180),
    by        bigint not null,
    at        timestamptz not null
);
comment on table voice.unit_point is 'Where a unit is, as its office says: so that a place is found by position before anybody has reported there.';
create index unit_point_near on voice.unit_point (latitude, longitude);
