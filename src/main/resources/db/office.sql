-- What somebody of an office can do with a connection of his own, in the role luodi_office (docs/decisions/107-a-role-for-offices.md).
-- Run at each start after the tables have changed, where the role exists. On a server of your own a superuser makes it once:
--     create role luodi_office nologin;
--     grant luodi_office to luodi;      -- the owner of the database
-- and grants it to whoever is to have such a connection.

-- What offices work on.
grant usage on schema organisation, matters, evidence, claims, relays, sheets, overview, promises, voice to luodi_office;
grant select, insert, update, delete on all tables in schema
    organisation, matters, evidence, claims, relays, sheets, overview, promises to luodi_office;
grant usage on all sequences in schema organisation, matters, evidence, claims, relays, sheets, promises to luodi_office;
grant usage on schema platform to luodi_office;
grant select on platform.entry, voice.report, voice.step to luodi_office;

-- What those affected said stands with the matter, and nobody writes it over or in their name.
revoke insert, update, delete on matters.verdict from luodi_office;

-- Who reported, how he is reached, and what he wrote.
revoke all on voice.contact, voice.words, voice.look from luodi_office;

-- Who is asked, what he says, what is counted of it: nothing but what came of an asking after its last day.
revoke all on all tables in schema evaluations from luodi_office;
revoke all on all sequences in schema evaluations from luodi_office;
grant usage on schema evaluations to luodi_office;
grant select on evaluations.result to luodi_office;
