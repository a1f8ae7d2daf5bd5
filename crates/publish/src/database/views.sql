-- Answers to what is asked most, in the language of `reader`: one row a record.

-- Members and observers with their parliaments: seats of all chambers, women in
-- the lower or single one. Of a parliament that does not sit neither is told.
CREATE VIEW member_list AS
SELECT members.id, state_names.name, state_names.formal_name, members.status,
  region_names.name AS region, sub_region_names.name AS sub_region, members.joined,
  city_names.name AS capital, parliament_list.name AS parliament, parliaments.structure,
  parliaments.status AS parliament_status,
  CASE WHEN parliaments.status IN ('functioning', 'transitional') THEN (
    SELECT sum(seats) FROM chambers WHERE parliament = members.id
    HAVING count(seats) = count(*)
  ) END AS seats,
  CASE WHEN parliaments.status IN ('functioning', 'transitional') THEN (
    SELECT women_share FROM chambers WHERE parliament = members.id AND kind <> 'upper'
  ) END AS women_share,
  parliaments.last_election, parliaments.next_election
FROM members
JOIN reader
JOIN state_names ON state_names.id = members.id AND state_names.language = reader.language
JOIN region_names ON region_names.id = members.region AND region_names.language = reader.language
JOIN sub_region_names
  ON sub_region_names.id = members.sub_region AND sub_region_names.language = reader.language
LEFT JOIN city_names ON city_names.id = members.capital AND city_names.language = reader.language
LEFT JOIN parliaments ON parliaments.id = members.id
LEFT JOIN parliament_list ON parliament_list.id = members.id;

-- Parliaments by the name that a reader understands best: in the language of the
-- reader, else the first.
CREATE VIEW parliament_list AS
SELECT parliaments.id, (
  SELECT name FROM names JOIN reader WHERE parliament = parliaments.id
  ORDER BY names.language = reader.language DESC, names.id LIMIT 1
) AS name, parliaments.structure, parliaments.status, city_names.name AS seat
FROM parliaments
JOIN reader
JOIN city_names ON city_names.id = parliaments.seat AND city_names.language = reader.language;

-- Chambers with their figures and the date of these.
CREATE VIEW chamber_list AS
SELECT chambers.id, chambers.parliament AS member, state_names.name AS member_name, (
  SELECT name FROM names JOIN reader WHERE chamber = chambers.id
  ORDER BY names.language = reader.language DESC, names.id LIMIT 1
) AS name, chambers.kind, chambers.seats, chambers.filled, chambers.women, chambers.women_share,
  chambers.term, chambers.electoral_system, chambers.later_election, origins.as_of
FROM chambers
JOIN reader
JOIN state_names
  ON state_names.id = chambers.parliament AND state_names.language = reader.language
LEFT JOIN origins ON origins.chamber = chambers.id AND origins.field IS NULL;

-- Events with their places and hosts.
CREATE VIEW event_list AS
SELECT events.id, event_type_names.name AS type, organ_names.name AS organ,
  event_titles.name AS title, events.state, events.start_date, events.end_date,
  city_names.name AS city, country.name AS country, (
    SELECT group_concat(name, '; ') FROM (
      SELECT host.name FROM event_states
      JOIN state_names AS host
        ON host.id = event_states.state AND host.language = reader.language
      WHERE event_states.event = events.id AND event_states.part = 'host'
      ORDER BY event_states.position
    )
  ) AS hosts, events.online, coalesce((
    SELECT translation FROM translations
    WHERE translations.text = events.theme AND translations.language = reader.language
  ), events.theme) AS theme
FROM events
JOIN reader
JOIN event_type_names
  ON event_type_names.id = events.type AND event_type_names.language = reader.language
JOIN event_titles ON event_titles.id = events.id AND event_titles.language = reader.language
LEFT JOIN organ_names
  ON organ_names.id = events.organ AND organ_names.language = reader.language
LEFT JOIN city_names ON city_names.id = events.city AND city_names.language = reader.language
LEFT JOIN state_names AS country
  ON country.id = events.country AND country.language = reader.language;

-- Contacts with those who are reached, the newest date on which each was right,
-- and its sources.
CREATE VIEW contact_list AS
SELECT contacts.id, contacts.member, contacts.organisation,
  coalesce(state_names.name, organisation_names.name) AS name, chambers.kind AS chamber,
  coalesce((
    SELECT translation FROM translations
    WHERE translations.text = contacts.label AND translations.language = reader.language
  ), contacts.label) AS label, contacts.kind, contacts.value,
  contacts.dialled, contacts.class, coalesce(contacts.verified_on, origins.as_of) AS last_verified,
  contacts.valid_until, (
    SELECT group_concat(sources.title, '; ') FROM origin_sources
    JOIN sources ON sources.id = origin_sources.source
    WHERE origin_sources.origin = origins.id
  ) AS sources
FROM contacts
JOIN reader
LEFT JOIN state_names
  ON state_names.id = contacts.member AND state_names.language = reader.language
LEFT JOIN organisation_names
  ON organisation_names.id = contacts.organisation
  AND organisation_names.language = reader.language
LEFT JOIN chambers ON chambers.id = contacts.chamber
LEFT JOIN origins ON origins.contact = contacts.id AND origins.field IS NULL;

-- Which parliaments belong to which organisations.
CREATE VIEW membership_list AS
SELECT memberships.id, memberships.member, state_names.name AS member_name,
  memberships.organisation, organisation_names.name AS organisation_name,
  organisations.abbreviation, memberships.status, origins.as_of
FROM memberships
JOIN reader
JOIN organisations ON organisations.id = memberships.organisation
JOIN state_names
  ON state_names.id = memberships.member AND state_names.language = reader.language
JOIN organisation_names
  ON organisation_names.id = memberships.organisation
  AND organisation_names.language = reader.language
LEFT JOIN origins ON origins.membership = memberships.id AND origins.field IS NULL;

-- How many events were held in each state, and when the first and the last.
CREATE VIEW host_list AS
SELECT events.country AS id, state_names.name, count(*) AS events,
  min(events.start_date) AS first_date, max(events.start_date) AS last_date
FROM events
JOIN reader
JOIN state_names ON state_names.id = events.country AND state_names.language = reader.language
WHERE events.state = 'held'
GROUP BY events.country;

-- Each fact with a source of it: which record and field rests on what.
CREATE VIEW fact_sources AS
SELECT {RECORD_KIND} AS kind, {RECORD_ID} AS record, origins.field, origins.as_of,
  origins.derived, origins.note, sources.id AS source, sources.title, sources.licence
FROM origins
JOIN origin_sources ON origin_sources.origin = origins.id
JOIN sources ON sources.id = origin_sources.source;
