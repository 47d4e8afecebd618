-- Withdrawn without a reason: nobody took it back, the matter is no longer the giver's to give.
alter table relays.item
    drop constraint item_check1,
    add constraint item_refused_says_why check (state <> 'refused' or reason is not null);
-- What a unit that ends leaves undecided, and what a unit has on its way.
create index relay_undecided_giver on relays.relay (giver) where ended_at is null;
create index relay_undecided_receiver on relays.relay (receiver) where ended_at is null;
