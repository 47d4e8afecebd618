-- The tree is held shared by whoever relies on a position until the transaction ends, exclusively by whoever changes it. The version is
-- read once it is held: each statement of a function of this kind sees what was committed before it began.
create function organisation.hold_tree() returns bigint language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(465826702441);
    return (select version from organisation.tree);
end $$;
create function organisation.lock_tree() returns void language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(465826702441);
end $$;
