-- A report lies with the unit that has its matter; so far it stayed where it was when the matter was handed over.
update voice.report r
set asked = m.unit, asked_position = m.position, asked_industry_position = m.industry_position,
    receiver = m.unit, receiver_position = m.position, receiver_industry_position = m.industry_position
from matters.matter m join organisation.unit u on u.id = m.unit and u.closed_on is null
where m.id = r.matter and r.stage in ('taken', 'joined') and r.receiver <> m.unit and not r.about_handler;
