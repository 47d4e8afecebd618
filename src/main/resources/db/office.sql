-- What somebody of an office can do with a connection of his own, in the role luodi_office (docs/decisions/107-a-role-for-offices.md), and
-- which rows he sees: those that his roles at the pages show him (docs/decisions/122-the-database-knows-the-scope.md).
-- Run at each start after the tables have changed, where the role exists. On a server of your own a superuser makes it once:
--     create role luodi_office nologin;
--     grant luodi_office to luodi;      -- the owner of the database
-- and for each person who is to have such a connection a login of his own, which sees nothing until it is told whose it is:
--     create role li login password '...' in role luodi_office;
--     luodi connections li his-account  -- on the command line of the server

-- Which rows. $T and $I are the person's positions on both lines, read once for a statement; first what he sees, then what he works on.
-- The owner is not held by any of this. First of all, while nothing of a table is changed yet: whoever vacuums one may wait for a grant on
-- it to be committed, and would be waited for here.
do $rows$
declare
    table_  text;
    rule    text;
    of_matter constant text :=
        'exists (select from matters.matter m where m.id = %s and (m.position <@ $T or m.industry_position <@ $I))';
    of_claim constant text := 'exists (select from claims.claim c where c.id = claim and
        (c.asked_position <@ $T or c.asked_industry_position <@ $I or c.sender_position <@ $T or c.sender_industry_position <@ $I))';
    of_report constant text := 'receiver_position <@ $T or receiver_industry_position <@ $I or asked_position <@ $T or asked_industry_position <@ $I';
    own constant text := 'account = (select organisation.person())';
begin
    for table_, rule in
        select * from (values ('matters.matter', 'position <@ $T or industry_position <@ $I'),
               ('matters.detail', format(of_matter, 'detail.matter')),
               ('matters.number', format(of_matter, 'number.matter')),
               ('matters.task', format(of_matter, 'task.matter')),
               ('matters.note', format(of_matter, 'note.matter')),
               ('matters.party', format(of_matter, 'party.matter')),
               ('matters.acceptance', format(of_matter, 'acceptance.matter')),
               ('matters.signature', format(of_matter, 'signature.matter')),
               ('matters.verdict', format(of_matter, 'verdict.matter')),
               ('matters.exclusion', format(of_matter, 'exclusion.matter')),
               ('matters.recheck', format(of_matter, 'recheck.matter')),
               ('matters.asking', format(of_matter, 'asking.root')),
               ('matters.correction', format(of_matter, 'correction.matter')),
               ('matters.correction_part', format(of_matter, 'correction_part.matter')),
               ('evidence.item', format(of_matter, 'item.matter')),
               ('evidence.version', 'exists (select from evidence.item i where i.id = version.item and ' || format(of_matter, 'i.matter') || ')'),
               ('claims.claim', 'asked_position <@ $T or asked_industry_position <@ $I or sender_position <@ $T or sender_industry_position <@ $I'),
               ('claims.member', of_claim),
               ('claims.hop', of_claim),
               ('relays.relay', 'giver_position <@ $T or giver_industry <@ $I or receiver_position <@ $T or receiver_industry <@ $I'),
               ('relays.item', 'exists (select from relays.relay r where r.id = relay and
                    (r.giver_position <@ $T or r.giver_industry <@ $I or r.receiver_position <@ $T or r.receiver_industry <@ $I))'),
               ('promises.promise', 'position <@ $T or industry_position <@ $I'),
               ('promises.proof', 'exists (select from promises.promise p where p.id = promise and (p.position <@ $T or p.industry_position <@ $I))'),
               ('promises.support', 'exists (select from promises.promise p where p.id = promise and (p.position <@ $T or p.industry_position <@ $I))'),
               ('sheets.sheet', own),
               ('sheets.mapping', own),
               ('sheets.sheet_row', 'exists (select from sheets.sheet s where s.id = sheet and ' || own || ')'),
               ('sheets.sheet_cells', 'exists (select from sheets.sheet s where s.id = sheet and ' || own || ')'),
               ('voice.report', of_report),
               ('voice.step', 'exists (select from voice.report where id = step.report and (' || of_report || '))'),
               -- What is audited is the audit administrator's to read, at the pages.
               ('platform.entry', 'kind not in (''grant'', ''export'', ''account'') and verb not in (''contact-seen'', ''phone-seen'')
                    and (territorial && (select organisation.held(''TERRITORIAL'')) or industry && (select organisation.held(''INDUSTRY'')))')) as v
    loop
        execute format('alter table %s enable row level security', table_);
        execute format('drop policy if exists office_sees on %s', table_);
        execute format('drop policy if exists office_works on %s', table_);
        execute format('create policy office_sees on %s for select to luodi_office using (%s)', table_,
            replace(replace(rule, '$T', '(select organisation.reach(''TERRITORIAL'', false))'),
                    '$I', '(select organisation.reach(''INDUSTRY'', false))'));
        execute format('create policy office_works on %s to luodi_office using (%s)', table_,
            replace(replace(rule, '$T', '(select organisation.reach(''TERRITORIAL'', true))'),
                    '$I', '(select organisation.reach(''INDUSTRY'', true))'));
    end loop;
end $rows$;

-- What offices work on.
grant usage on schema organisation, matters, evidence, claims, relays, sheets, overview, promises, voice to luodi_office;
grant select, insert, update, delete on all tables in schema
    matters, evidence, claims, relays, sheets, overview, promises to luodi_office;
grant usage on all sequences in schema matters, evidence, claims, relays, sheets, promises to luodi_office;
grant usage on schema platform to luodi_office;
grant select on all tables in schema organisation to luodi_office;
grant select on platform.entry, voice.report, voice.step to luodi_office;

-- The tree decides who sees what, and roles take two people: neither is written here.
revoke insert, update, delete on all tables in schema organisation from luodi_office;
revoke all on organisation.grant_, organisation.proposal, organisation.connection from luodi_office;

-- What those affected said stands with the matter, and nobody writes it over or in their name.
revoke insert, update, delete on matters.verdict from luodi_office;

-- Who reported, how he is reached, and what he wrote.
revoke all on voice.contact, voice.words, voice.look from luodi_office;

-- Who is asked, what he says, what is counted of it: nothing but what came of an asking after its last day.
revoke all on all tables in schema evaluations from luodi_office;
revoke all on all sequences in schema evaluations from luodi_office;
grant usage on schema evaluations to luodi_office;
grant select on evaluations.result to luodi_office;
