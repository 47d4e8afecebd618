-- The lists of an office that sees much: walked by the day or by the number, whatever the scope.
create index report_due on voice.report (due, id) where open;
create index report_answered on voice.report (id) where not open;
-- What lies with a unit that moves or ends, whatever became of it.
create index report_asked_any on voice.report (asked);
create index report_receiver_any on voice.report (receiver);
