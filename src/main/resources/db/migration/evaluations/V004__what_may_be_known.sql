-- What anybody may know of an asking, after its last day: how many, never who.
create view evaluations.result as
select a.id, a.matter, a.round, a.unit, a.opened_on, a.ends_on, a.outcome, a.ended_on, i.part,
       count(*) as invited, count(s.invitation) as answered, count(*) filter (where s.solved) as solved,
       count(*) filter (where s.satisfied) as satisfied, count(*) filter (where s.fits) as fits
from evaluations.asking a
join evaluations.invitation i on i.asking = a.id
left join evaluations.answer s on s.invitation = i.id
where a.outcome is not null
group by a.id, i.part;
comment on view evaluations.result is 'The one thing of this schema that somebody of an office can read with a connection of his own.';
