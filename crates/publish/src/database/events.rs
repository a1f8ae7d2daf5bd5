//! Organisations, organs, and the events that they held.

use anyhow::Result;
use directory::model::{Body, Event, EventIdx, OrganIdx, Organisation, OrganisationIdx};
use directory::vocabulary::{EVENT_STATE, OFFICE, as_str};

use super::{Row, Writer, date};

impl<'a> Writer<'a> {
    pub(super) fn organisation(&mut self, organisation: &'a Organisation) -> Result<()> {
        let id = &organisation.id;
        let idx = OrganisationIdx::find(self.directories[0], |one| one.id == *id)
            .expect("it is one of the list");
        let seat = organisation.seat.as_ref();
        let city = seat.map(|_| {
            self.city(|each| {
                each[idx]
                    .seat
                    .as_ref()
                    .expect("all languages have the same places")
            })
        });
        if let Some(country) = &organisation.country {
            self.insert_id("states", country)?;
        }
        let row: Row = &[
            ("id", id),
            ("abbreviation", &organisation.abbreviation),
            ("founded", &date(organisation.founded)),
            ("seat", &city.transpose()?),
            ("longitude", &seat.map(|seat| seat.position.lon)),
            ("latitude", &seat.map(|seat| seat.position.lat)),
            ("country", &organisation.country),
            ("members_count", &organisation.members_count),
            ("related", &organisation.related),
            ("observer", &organisation.observer),
            ("network_observer", &organisation.network_observer),
            ("observing_since", &date(organisation.observing_since)),
        ];
        self.insert("organisations", row)?;
        self.names("organisation_names", id, |each| &each[idx].names)?;
        self.about(
            ("organisation", id),
            &organisation.notes,
            &organisation.provenance,
        )?;
        for contact in &organisation.contacts {
            self.contact(contact, None, Some(id))?;
        }
        Ok(())
    }

    pub(super) fn organs(&mut self) -> Result<()> {
        let directory = self.directories[0];
        let network = &directory.network;
        for idx in OrganIdx::all(network) {
            let organ = &network[idx];
            let (body, organisation) = match organ.body {
                Some(Body::Network) => (Some("network"), None),
                Some(Body::Movement) => (Some("movement"), None),
                Some(Body::Organisation(idx)) => (Some("organisation"), Some(&directory[idx].id)),
                None => (None, None),
            };
            let row: Row = &[
                ("id", &organ.id),
                ("body", &body),
                ("organisation", &organisation),
                ("within", &organ.within.map(|within| &network[within].id)),
                ("text", &self.optional_sentence(organ.text.as_ref())),
            ];
            self.insert("organs", row)?;
            self.names("organ_names", &organ.id, |each| &each.network[idx].names)?;
            self.origin(("organ", &organ.id), None, &organ.origin)?;
            for office in &organ.offices {
                let row: Row = &[
                    ("organ", &organ.id),
                    ("member", &office.member.as_str()),
                    ("office", &as_str(OFFICE, &office.office)),
                    ("since", &date(office.since)),
                ];
                let number = self.insert("offices", row)?;
                self.origin(("office", &number), None, &office.origin)?;
            }
        }
        Ok(())
    }

    pub(super) fn event(&mut self, event: &'a Event) -> Result<()> {
        let directory = self.directories[0];
        let (id, details) = (&event.id, &event.details);
        // Events stand in the same order in every language.
        let idx = EventIdx::find(directory, |one| one.id == *id).expect("it is one of the list");
        let place = event.place.as_ref();
        let city = place.map(|_| {
            self.city(|each| {
                each[idx]
                    .place
                    .as_ref()
                    .expect("all languages have the same places")
            })
        });
        let times = details.times.as_ref();
        let clock = |(hour, minute): (u8, u8)| format!("{hour:02}:{minute:02}");
        let row: Row = &[
            ("id", id),
            ("type", &directory.network[event.kind].id),
            (
                "organ",
                &event.organ.map(|organ| &directory.network[organ].id),
            ),
            ("state", &as_str(EVENT_STATE, &event.state)),
            ("start_date", &event.start.to_string()),
            ("end_date", &date(event.end)),
            ("start_time", &times.map(|times| clock(times.start))),
            ("end_time", &times.and_then(|times| times.end).map(clock)),
            ("time_zone", &times.map(|times| &times.zone)),
            ("city", &city.transpose()?),
            ("longitude", &place.map(|place| place.position.lon)),
            ("latitude", &place.map(|place| place.position.lat)),
            (
                "country",
                &event.country.map(|country| directory.id_of(country)),
            ),
            ("venue", &self.optional_sentence(details.venue.as_ref())),
            ("online", &event.online),
            ("theme", &self.optional_sentence(event.theme.as_ref())),
            ("summary", &self.optional_sentence(details.summary.as_ref())),
            (
                "participants",
                &self.optional_sentence(details.participants.as_ref()),
            ),
            ("revision", &details.revision),
            ("changed", &date(details.changed)),
        ];
        self.insert("events", row)?;
        self.names("event_titles", id, |each| &each[idx].titles)?;
        for (part, states) in [("host", &event.hosts), ("concerned", &event.concerned)] {
            for (position, &state) in states.iter().enumerate() {
                let row: Row = &[
                    ("event", id),
                    ("state", &directory.id_of(state)),
                    ("part", &part),
                    ("position", &position),
                ];
                self.insert("event_states", row)?;
            }
        }
        let lists = [
            ("event_organisers", "name", &details.organisers),
            ("event_documents", "title", &details.documents),
        ];
        for (table, column, texts) in lists {
            for (position, text) in texts.iter().enumerate() {
                let text = self.sentence(text);
                self.insert(
                    table,
                    &[("event", id), ("position", &position), (column, &text)],
                )?;
            }
        }
        for related in &details.related {
            self.insert("related_events", &[("event", id), ("related", related)])?;
        }
        self.about(("event", id), &details.notes, &details.provenance)
    }

    pub(super) fn history(&mut self) -> Result<()> {
        for step in &self.directories[0].network.history {
            let text = self.sentence(&step.text);
            let row: Row = &[("event", &step.event), ("text", &text)];
            let number = self.insert("history_steps", row)?;
            self.origin(("history_step", &number), None, &step.origin)?;
        }
        Ok(())
    }
}
