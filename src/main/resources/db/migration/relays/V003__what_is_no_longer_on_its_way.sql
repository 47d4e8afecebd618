-- Withdrawn without a reason: nobody took it back, the matter is no longer the giver's to give.
alter table relays.item
    drop constraint item_check1,
    add constraint item_refused_says_why check (state <> 'refused' or reason is not null);
-- Until now packages stayed behind with units that had ended, where nobody could decide them.
update relays.item i set state = 'withdrawn', by = 0, at = now()
    from relays.relay r join organisation.unit u on u.id in (r.giver, r.receiver)
    where r.id = i.relay and i.state = 'offered' and u.closed_on is not null;
update relays.relay r set ended_at = now()
    where ended_at is null and not exists (select 1 from relays.item i where i.relay = r.id and i.state = 'offered');
-- What a unit that ends leaves undecided, and what a unit has on its way.
create index relay_undecided_giver on relays.relay (giver) where ended_at is null;
create index relay_undecided_receiver on relays.relay (receiver) where ended_at is null;
