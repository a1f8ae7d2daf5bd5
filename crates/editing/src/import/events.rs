//! Events, from the rows of events.csv and planned.csv.

use super::export::{EVENT_COLUMNS, from_row};
use super::{Importer, Row, add_exact, capitalized, row, sentence};
use crate::records::{Event, Locality, Origin, Position};

impl Importer {
    pub(super) fn event(&mut self, row: &Row) -> Result<(), String> {
        let event = match row.more()? {
            Some(more) => from_row(row, more, &EVENT_COLUMNS, &self.language)?,
            None => self.event_of_row(row)?,
        };
        self.sources_of(row.get("source_ids"))?;
        self.add_event(event)
    }

    /// A meeting of which no day is known.
    pub(super) fn planned(&mut self, row: &Row) -> Result<(), String> {
        let sources = self.sources_of(row.get("source_ids"))?;
        let country = row.get("country_iso3").to_lowercase();
        let city = row.get("place");
        let position = self.position_of(city);
        let is_country = self.country_name(&country).as_deref() == Some(city);
        let mut notes = Vec::new();
        if position.is_none() && !city.is_empty() && !is_country {
            notes.push(format!("In {city}."));
        }
        notes.extend(row.known("note").map(|note| sentence(&note)));
        let event = Event {
            id: row.get("id").to_owned(),
            kind: row.get("type").to_owned(),
            titles: self.title(row.get("title"), city),
            state: "planned".to_owned(),
            start: row.get("planned_date").to_owned(),
            place: position.map(|position| Locality {
                city: city.to_owned(),
                position,
            }),
            country: (!country.is_empty()).then_some(country),
            notes,
            as_of: self.day_of_reading(&sources),
            provenance: place_note(position.is_some()),
            sources,
            ..Event::default()
        };
        self.add_event(event)
    }

    fn event_of_row(&self, row: &Row) -> Result<Event, String> {
        let sources = self.sources_of(row.get("source_ids"))?;
        let country = row.get("country_iso3").to_lowercase();
        let city = row.get("city");
        let position = match (row.get("lon").parse(), row.get("lat").parse()) {
            (Ok(lon), Ok(lat)) => Some([lon, lat]),
            _ => self.position_of(city),
        };
        let start = row.get("start_date").to_owned();
        let organisers = row::ids(row.get("host_institution"));
        // A host is a state one of whose institutions is named.
        let name = self.country_name(&country).unwrap_or_default();
        let names_it = |organiser: &String| !name.is_empty() && organiser.contains(&name);
        let hosts = if organisers.iter().any(names_it) {
            vec![country.clone()]
        } else {
            Vec::new()
        };
        let is_past = start.as_str() <= self.data_date.as_str();
        Ok(Event {
            id: row.get("id").to_owned(),
            kind: row.get("type").to_owned(),
            titles: self.title(row.get("title"), position.map_or("", |_| city)),
            state: if is_past { "held" } else { "planned" }.to_owned(),
            end: row.known("end_date").filter(|end| *end != start),
            start,
            place: position.map(|position| Locality {
                city: city.to_owned(),
                position,
            }),
            country: (!country.is_empty()).then_some(country),
            venue: row.known("venue").map(|text| capitalized(&text)),
            hosts,
            organisers,
            theme: row.known("motto_or_theme"),
            summary: row.known("summary").map(|text| capitalized(&text)),
            participants: row
                .known("participants_note")
                .map(|text| capitalized(&text)),
            documents: row::ids(row.get("outcome_documents")),
            related: row::ids(row.get("related_event_ids")),
            as_of: self.day_of_reading(&sources),
            provenance: place_note(position.is_some()),
            sources,
            ..Event::default()
        })
    }

    /// Adds an event, and its id to those that it names as related. What stands
    /// under its id stays.
    fn add_event(&mut self, event: Event) -> Result<(), String> {
        let (id, related) = (event.id.clone(), event.related.clone());
        if !self.event_types.contains(&event.kind) {
            return Err(format!(
                "names the type `{}`, which is not known",
                event.kind
            ));
        }
        let country = event.country.as_deref();
        if let Some(code) = country.filter(|code| self.country_name(code).is_none()) {
            return Err(format!("names the state `{code}`, which is not known"));
        }
        if let Some(standing) = self.events.iter().find(|other| other.id == id) {
            // What editors add to a record is no contradiction.
            let is_same = (&standing.kind, &standing.start, &standing.end)
                == (&event.kind, &event.start, &event.end)
                && standing.titles.get(&self.language) == event.titles.get(&self.language);
            if is_same && is_told(standing, &event) {
                return Ok(());
            }
        }
        if add_exact(&mut self.events, event)? {
            self.has_changed("events.json", &id);
        }
        for other in related {
            let Some(other) = self.events.iter_mut().find(|event| event.id == other) else {
                continue;
            };
            if !other.related.contains(&id) {
                other.related.push(id.clone());
                let other = other.id.clone();
                self.has_changed("events.json", &other);
            }
        }
        Ok(())
    }

    /// The title without its place, which is shown beside it.
    fn title(&self, title: &str, city: &str) -> crate::records::Names {
        let parts = title.split_once(&format!(", {city}"));
        let parts = parts
            .filter(|(_, rest)| !city.is_empty() && (rest.is_empty() || rest.starts_with(' ')));
        let title = parts.map_or(title.to_owned(), |(before, after)| {
            format!("{before}{after}")
        });
        [(self.language.clone(), title)].into()
    }

    /// Where a city lies, as far as the data know.
    fn position_of(&self, city: &str) -> Option<Position> {
        let of_members = self.members.iter();
        let of_members = of_members.filter_map(|member| member.capital.as_ref());
        let of_parliaments = self.parliaments.iter().map(|parliament| &parliament.seat);
        let of_organisations = self
            .organisations
            .iter()
            .filter_map(|one| one.seat.as_ref());
        let of_events = self.events.iter().filter_map(|event| event.place.as_ref());
        let all = of_events
            .chain(of_organisations)
            .chain(of_members)
            .chain(of_parliaments);
        let mut known = all.into_iter().filter(|place| place.city == city);
        known.next().map(|place| place.position)
    }

    /// The customary name of a state.
    fn country_name(&self, code: &str) -> Option<String> {
        let members = self.members.iter().filter(|member| member.id == code);
        let of_member = members.flat_map(|member| [&member.common_names, &member.names]);
        let others = self.countries.iter().filter(|(id, _)| id == code);
        let mut names = of_member.chain(others.map(|(_, names)| names));
        names.find_map(|names| names.get(&self.language)).cloned()
    }
}

/// What is said of every position.
fn place_note(has_place: bool) -> crate::records::Provenance {
    let origin = has_place.then(|| {
        let note = "The position is that of the city, not of the building.";
        let origin = Origin {
            note: Some(note.to_owned()),
            ..Origin::default()
        };
        ("place".to_owned(), origin)
    });
    origin.into_iter().collect()
}

/// Whether every fact of `given` stands in `standing`.
fn is_told(standing: &Event, given: &Event) -> bool {
    fn holds<T: PartialEq>(standing: Option<&T>, given: Option<&T>) -> bool {
        given.is_none() || standing == given
    }
    holds(standing.place.as_ref(), given.place.as_ref())
        && holds(standing.country.as_ref(), given.country.as_ref())
        && holds(standing.venue.as_ref(), given.venue.as_ref())
        && holds(standing.theme.as_ref(), given.theme.as_ref())
        && holds(standing.summary.as_ref(), given.summary.as_ref())
        && holds(standing.participants.as_ref(), given.participants.as_ref())
        && given
            .organisers
            .iter()
            .all(|one| standing.organisers.contains(one))
        && given
            .documents
            .iter()
            .all(|one| standing.documents.contains(one))
        && given.notes.iter().all(|one| standing.notes.contains(one))
        && given
            .sources
            .iter()
            .all(|one| standing.sources.contains(one))
}
