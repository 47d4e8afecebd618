-- What was joined to a matter, for its trail; few matters are.
create index matter_merged on matters.matter (merged_into) where merged_into is not null;
