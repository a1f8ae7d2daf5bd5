-- Every table of the database; views.sql has what joins them.
--
-- `PARTIAL_DATE` is a text: a year, a month or a day, as exact as the date is
-- known. A name in braces is a list: of words that docs/data.md explains, or the
-- record that a row is about, exactly one. What
-- is not known is NULL. Sentences are in the network's own language;
-- `translations` has them in the others.

CREATE TABLE languages (
  id TEXT PRIMARY KEY NOT NULL, -- BCP 47
  name TEXT NOT NULL,
  is_own INTEGER NOT NULL CHECK (is_own IN (0, 1)) -- whether it is the network's own
);

-- The language in which the views give names and sentences; to read in another:
-- UPDATE reader SET language = 'fr';
CREATE TABLE reader (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  language TEXT NOT NULL REFERENCES languages
);

CREATE TABLE network (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  purpose TEXT NOT NULL,
  movement TEXT NOT NULL,
  disclaimer TEXT NOT NULL, -- what every map has to say
  licence TEXT NOT NULL,
  data_version TEXT NOT NULL,
  data_date PARTIAL_DATE NOT NULL
);

-- Sentences of the data by themselves.
CREATE TABLE translations (
  text TEXT NOT NULL,
  language TEXT NOT NULL REFERENCES languages,
  translation TEXT NOT NULL,
  PRIMARY KEY (text, language)
) WITHOUT ROWID;

CREATE TABLE sources (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  licence TEXT NOT NULL CHECK (licence IN {LICENCE}),
  terms TEXT NOT NULL,
  covers TEXT,
  retrieved PARTIAL_DATE NOT NULL,
  unverified INTEGER NOT NULL CHECK (unverified IN (0, 1)) -- common reference knowledge
);

CREATE TABLE regions (id TEXT PRIMARY KEY NOT NULL);
CREATE TABLE region_names (
  id TEXT NOT NULL REFERENCES regions,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- Regions of UN M49.
CREATE TABLE sub_regions (
  id TEXT PRIMARY KEY NOT NULL,
  m49 TEXT NOT NULL CHECK (m49 GLOB '[0-9][0-9][0-9]'),
  parent TEXT REFERENCES sub_regions DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE sub_region_names (
  id TEXT NOT NULL REFERENCES sub_regions,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- By their names in the network's own language.
CREATE TABLE cities (id TEXT PRIMARY KEY NOT NULL);
CREATE TABLE city_names (
  id TEXT NOT NULL REFERENCES cities,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- Members, observers, former members and every other state that is named: ISO
-- 3166-1 alpha-3 in lower case, a former code or a private one.
CREATE TABLE states (id TEXT PRIMARY KEY NOT NULL CHECK (id GLOB '[a-z][a-z][a-z]'));
CREATE TABLE state_names (
  id TEXT NOT NULL REFERENCES states,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  common_name TEXT, -- where customary use is another
  formal_name TEXT,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

CREATE TABLE members (
  id TEXT PRIMARY KEY NOT NULL REFERENCES states,
  slug TEXT NOT NULL UNIQUE, -- in addresses of the site
  iso2 TEXT, -- ISO 3166-1 alpha-2
  m49 TEXT, -- UN M49: text, since zeros lead
  wikidata TEXT,
  status TEXT NOT NULL CHECK (status IN {STATUS}),
  region TEXT NOT NULL REFERENCES regions,
  sub_region TEXT NOT NULL REFERENCES sub_regions,
  joined PARTIAL_DATE,
  joined_at TEXT, -- the meeting
  absent_from PARTIAL_DATE,
  absent_until PARTIAL_DATE,
  observing_since PARTIAL_DATE,
  part_of TEXT REFERENCES members DEFERRABLE INITIALLY DEFERRED,
  part_of_until PARTIAL_DATE,
  capital TEXT REFERENCES cities,
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  CHECK ((part_of IS NULL) = (part_of_until IS NULL))
);

CREATE TABLE former_members (
  id TEXT PRIMARY KEY NOT NULL REFERENCES states,
  region TEXT NOT NULL REFERENCES regions,
  joined PARTIAL_DATE NOT NULL,
  left PARTIAL_DATE NOT NULL,
  how TEXT NOT NULL,
  successor TEXT REFERENCES members
);

-- The parliament of a member has its id.
CREATE TABLE parliaments (
  id TEXT PRIMARY KEY NOT NULL REFERENCES members,
  structure TEXT NOT NULL CHECK (structure IN {STRUCTURE}),
  status TEXT NOT NULL CHECK (status IN {PARLIAMENT_STATUS}),
  seat TEXT NOT NULL REFERENCES cities,
  longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
  wikidata TEXT,
  last_election PARTIAL_DATE, -- of the lower or single chamber
  next_election PARTIAL_DATE
);

CREATE TABLE chambers (
  id TEXT PRIMARY KEY NOT NULL, -- parliament and kind: 'dza-lower'
  parliament TEXT NOT NULL REFERENCES parliaments,
  kind TEXT NOT NULL CHECK (kind IN {CHAMBER_KIND}),
  seats INTEGER CHECK (seats >= 0), -- by law
  filled INTEGER CHECK (filled >= 0),
  women INTEGER CHECK (women BETWEEN 0 AND filled),
  women_share REAL CHECK (women_share BETWEEN 0 AND 100), -- percent of those filled
  term INTEGER CHECK (term > 0), -- years
  electoral_system TEXT CHECK (electoral_system IN {ELECTORAL_SYSTEM}),
  composition TEXT,
  later_election PARTIAL_DATE, -- a vote after the date of the figures
  UNIQUE (parliament, kind)
);

-- Names that stand in their own language: what a state calls itself, further
-- names of it, names of a parliament and of a chamber.
CREATE TABLE names (
  id INTEGER PRIMARY KEY NOT NULL,
  member TEXT REFERENCES members,
  parliament TEXT REFERENCES parliaments,
  chamber TEXT REFERENCES chambers,
  is_alias INTEGER NOT NULL CHECK (is_alias IN (0, 1)),
  language TEXT NOT NULL, -- BCP 47; 'und' where no source tells
  name TEXT NOT NULL,
  CHECK ((member IS NOT NULL) + (parliament IS NOT NULL) + (chamber IS NOT NULL) = 1)
);
-- Where they are not those of the record.
CREATE TABLE name_sources (
  name INTEGER NOT NULL REFERENCES names,
  source TEXT NOT NULL REFERENCES sources,
  PRIMARY KEY (name, source)
) WITHOUT ROWID;

CREATE TABLE organisations (
  id TEXT PRIMARY KEY NOT NULL,
  abbreviation TEXT,
  founded PARTIAL_DATE,
  seat TEXT REFERENCES cities,
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  country TEXT REFERENCES states,
  members_count INTEGER CHECK (members_count >= 0),
  related INTEGER NOT NULL CHECK (related IN (0, 1)), -- to the network
  observer INTEGER NOT NULL CHECK (observer IN (0, 1)), -- of the movement
  network_observer INTEGER NOT NULL CHECK (network_observer IN (0, 1)),
  observing_since PARTIAL_DATE
);
CREATE TABLE organisation_names (
  id TEXT NOT NULL REFERENCES organisations,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

-- How the parliament of a member stands to an organisation.
CREATE TABLE memberships (
  id TEXT PRIMARY KEY NOT NULL, -- member and organisation: 'dza-ipu'
  member TEXT NOT NULL REFERENCES members,
  organisation TEXT NOT NULL REFERENCES organisations,
  status TEXT NOT NULL CHECK (status IN {MEMBERSHIP_STATUS}),
  UNIQUE (member, organisation)
);

CREATE TABLE contacts (
  id TEXT PRIMARY KEY NOT NULL,
  member TEXT REFERENCES members,
  organisation TEXT REFERENCES organisations,
  chamber TEXT REFERENCES chambers, -- NULL for a whole parliament
  label TEXT,
  kind TEXT NOT NULL CHECK (kind IN {CONTACT_KIND}),
  service TEXT,
  value TEXT NOT NULL, -- as the source gives it
  dialled TEXT CHECK (dialled GLOB '+[0-9]*'), -- E.164
  unlinked INTEGER NOT NULL CHECK (unlinked IN (0, 1)), -- told, not to be offered as a link
  outdated_plan INTEGER NOT NULL CHECK (outdated_plan IN (0, 1)), -- not to be dialled
  class TEXT NOT NULL CHECK (class IN {CONTACT_CLASS}),
  verified_on PARTIAL_DATE,
  valid_until PARTIAL_DATE,
  CHECK ((member IS NULL) <> (organisation IS NULL))
);
-- The chambers that share a contact of the whole parliament.
CREATE TABLE contact_chambers (
  contact TEXT NOT NULL REFERENCES contacts,
  chamber TEXT NOT NULL REFERENCES chambers,
  PRIMARY KEY (contact, chamber)
) WITHOUT ROWID;

CREATE TABLE organs (
  id TEXT PRIMARY KEY NOT NULL,
  body TEXT CHECK (body IN ('network', 'movement', 'organisation')),
  organisation TEXT REFERENCES organisations,
  within TEXT REFERENCES organs DEFERRABLE INITIALLY DEFERRED,
  text TEXT,
  CHECK ((body IS 'organisation') = (organisation IS NOT NULL))
);
CREATE TABLE organ_names (
  id TEXT NOT NULL REFERENCES organs,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;
CREATE TABLE offices (
  id INTEGER PRIMARY KEY NOT NULL,
  organ TEXT NOT NULL REFERENCES organs,
  member TEXT NOT NULL REFERENCES members,
  office TEXT NOT NULL CHECK (office IN {OFFICE}),
  since PARTIAL_DATE
);

CREATE TABLE event_types (id TEXT PRIMARY KEY NOT NULL);
CREATE TABLE event_type_names (
  id TEXT NOT NULL REFERENCES event_types,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;

CREATE TABLE events (
  id TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL REFERENCES event_types,
  organ TEXT REFERENCES organs,
  state TEXT NOT NULL CHECK (state IN {EVENT_STATE}),
  start_date PARTIAL_DATE NOT NULL,
  end_date PARTIAL_DATE, -- where it is another
  start_time TEXT CHECK (start_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  end_time TEXT CHECK (end_time GLOB '[0-2][0-9]:[0-5][0-9]'),
  time_zone TEXT, -- of the IANA data base
  city TEXT REFERENCES cities,
  longitude REAL CHECK (longitude BETWEEN -180 AND 180),
  latitude REAL CHECK (latitude BETWEEN -90 AND 90),
  country TEXT REFERENCES states,
  venue TEXT,
  online INTEGER NOT NULL CHECK (online IN (0, 1)),
  theme TEXT,
  summary TEXT,
  participants TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  changed PARTIAL_DATE,
  CHECK ((start_time IS NULL) = (time_zone IS NULL))
);
CREATE TABLE event_titles (
  id TEXT NOT NULL REFERENCES events,
  language TEXT NOT NULL REFERENCES languages,
  name TEXT NOT NULL,
  PRIMARY KEY (id, language)
) WITHOUT ROWID;
CREATE TABLE event_states (
  event TEXT NOT NULL REFERENCES events,
  state TEXT NOT NULL REFERENCES states,
  part TEXT NOT NULL CHECK (part IN ('host', 'concerned')),
  position INTEGER NOT NULL,
  PRIMARY KEY (event, state, part)
) WITHOUT ROWID;
CREATE TABLE event_organisers (
  event TEXT NOT NULL REFERENCES events,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE TABLE event_documents (
  event TEXT NOT NULL REFERENCES events,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  PRIMARY KEY (event, position)
) WITHOUT ROWID;
CREATE TABLE related_events (
  event TEXT NOT NULL REFERENCES events,
  related TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (event, related)
) WITHOUT ROWID;

-- How the network came to be.
CREATE TABLE history_steps (
  id INTEGER PRIMARY KEY NOT NULL,
  event TEXT NOT NULL REFERENCES events,
  text TEXT NOT NULL
);

-- How maps treat sensitive cases.
CREATE TABLE boundaries (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  drawn TEXT NOT NULL,
  footnote TEXT NOT NULL,
  authority TEXT NOT NULL,
  as_of PARTIAL_DATE NOT NULL
);
CREATE TABLE boundary_sources (
  boundary TEXT NOT NULL REFERENCES boundaries,
  source TEXT NOT NULL REFERENCES sources,
  PRIMARY KEY (boundary, source)
) WITHOUT ROWID;

-- What changed in the data.
CREATE TABLE changes (
  id INTEGER PRIMARY KEY NOT NULL,
  date PARTIAL_DATE NOT NULL,
  text TEXT NOT NULL
);

-- What a reader should know of a record.
CREATE TABLE notes (
  id INTEGER PRIMARY KEY NOT NULL,
  note TEXT NOT NULL,
  {RECORD}
);

-- Where a record comes from, or one field of it.
CREATE TABLE origins (
  id INTEGER PRIMARY KEY NOT NULL,
  field TEXT, -- as docs/data.md calls it; NULL for what the others leave out
  as_of PARTIAL_DATE, -- the date that the value describes
  derived INTEGER NOT NULL CHECK (derived IN (0, 1)), -- worked out from its sources
  note TEXT,
  {RECORD}
);
CREATE TABLE origin_sources (
  origin INTEGER NOT NULL REFERENCES origins,
  source TEXT NOT NULL REFERENCES sources,
  PRIMARY KEY (origin, source)
) WITHOUT ROWID;

-- What other sources say instead.
CREATE TABLE alternatives (
  id INTEGER PRIMARY KEY NOT NULL,
  origin INTEGER NOT NULL REFERENCES origins,
  value TEXT NOT NULL,
  note TEXT
);
CREATE TABLE alternative_sources (
  alternative INTEGER NOT NULL REFERENCES alternatives,
  source TEXT NOT NULL REFERENCES sources,
  PRIMARY KEY (alternative, source)
) WITHOUT ROWID;
