-- What an ended webhook had not sent waits no more, and what no longer waits is found without walking what does.
update days.delivery d set state = 'dead' from days.webhook w
where w.id = d.webhook and w.ended_at is not null and d.state = 'waiting';

create index delivery_kept on days.delivery (created_at) where state <> 'waiting';
