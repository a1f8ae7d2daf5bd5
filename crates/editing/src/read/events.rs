//! Events, and what network.json says of their kinds and organs.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{Body, Country, Event, EventState, EventType, Network, Organ};
use directory::model::{Change, EventDetails, EventTimes, HistoryStep, Origin};
use directory::vocabulary;

/// Whose organ one is, in words that are no ids.
const NETWORK: &str = "network";
const MOVEMENT: &str = "movement";

impl Reader {
    /// An event; `states` are the ids of all states that the data name.
    pub(super) fn event(&mut self, network: &Network, states: &[&str], json: &Json) -> Event {
        let kinds = network.event_types.iter().map(|kind| kind.id.as_str());
        let organs = network.organs.iter().map(|organ| organ.id.as_str());
        let id = self.id(json);
        let kind = self.among_network(json, "type", &kinds.collect::<Vec<_>>());
        let kind = self.required(kind);
        let organ = self.among_network(json, "organ", &organs.collect::<Vec<_>>());
        let titles = self.required_names(json, "titles");
        let state = self.required_word(json, "state", vocabulary::EVENT_STATE);
        // What was held is past; what is planned may lie in the future.
        let start = if state == EventState::Held {
            self.past(json, "start")
        } else {
            self.date(json, "start")
        };
        let known_start = self.required(start);
        let end = self.date(json, "end");
        let end = self.not_before(start, json, "end", end);
        Event {
            id,
            kind,
            organ,
            titles,
            state,
            start: known_start,
            end,
            place: self.place(json, "place"),
            country: self.state_among(json, "country", states),
            online: json.at("online").is_true(),
            hosts: self.each(json, "hosts", |reader, id| {
                reader.state_among(id, "", states)
            }),
            concerned: self.each(json, "members", |reader, id| {
                reader.state_among(id, "", states)
            }),
            theme: self.text(json, "theme"),
            details: self.event_details(json),
        }
    }

    fn event_details(&mut self, json: &Json) -> EventDetails {
        EventDetails {
            times: self.times(json),
            venue: self.text(json, "venue"),
            organisers: self.texts(json, "organisers"),
            summary: self.text(json, "summary"),
            participants: self.text(json, "participants"),
            documents: self.texts(json, "documents"),
            related: self.each(json, "related", |reader, id| {
                let id = id.text()?;
                let found = reader.findings.len();
                reader.report_missing("", "events.json", id);
                (reader.findings.len() == found).then(|| id.to_owned())
            }),
            notes: self.texts(json, "notes"),
            revision: json.at("revision").whole().unwrap_or_default(),
            changed: self.past(json, "changed"),
            provenance: self.provenance(json),
        }
    }

    /// Clock times; none where one of them cannot be read.
    fn times(&mut self, json: &Json) -> Option<EventTimes> {
        let times = json.at("times");
        let zone = times.at("zone").text()?;
        let parts = zone.split('/').all(|part| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
            !part.is_empty() && part.bytes().all(plain)
        });
        let problem = "which is no time zone";
        let known = self.check(rules::TIME_FORM, "times.zone", zone, parts, problem);
        let start = self.clock_time(times.at("start").text()?, "times.start");
        let end = times.at("end").text();
        let end = end.and_then(|end| self.clock_time(end, "times.end"));
        known.then_some(())?;
        Some(EventTimes {
            start: start?,
            end,
            zone: zone.to_owned(),
        })
    }

    fn clock_time(&mut self, text: &str, field: &str) -> Option<(u8, u8)> {
        let number = |text: &str| {
            let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
            digits.then(|| text.parse::<u8>().ok()).flatten()
        };
        let parts = text.split_once(':');
        let time = parts.and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
        let time = time.filter(|(hour, minute)| *hour < 24 && *minute < 60);
        let problem = "which is no time of day";
        self.check(rules::TIME_FORM, field, text, time.is_some(), problem);
        time
    }

    pub(super) fn event_type(&mut self, json: &Json) -> EventType {
        EventType {
            id: self.id(json),
            names: self.required_names(json, "names"),
            mark: self.required_word(json, "mark", vocabulary::MARK),
            colours: self.colours(json),
        }
    }

    /// The organs; one that lies within another that is not there stands alone.
    pub(super) fn organs(&mut self, json: &Json) -> Vec<Organ> {
        let mut within = Vec::new();
        let mut sound = self.each(json, "organs", |reader, json| {
            let organ = Organ {
                id: reader.id(json),
                names: reader.required_names(json, "names"),
                body: reader.body(json),
                within: None,
                text: reader.text(json, "text"),
                origin: reader.sources_alone(json),
            };
            if !reader.invalid {
                within.push((reader.place_in_list(), json.at("within").text()));
            }
            Some(organ)
        });
        for (place, (in_file, larger)) in within.into_iter().enumerate() {
            let Some(larger) = larger else { continue };
            let found = sound.iter().position(|organ| organ.id == larger);
            if found.is_none_or(|found| found == place) {
                let field = format!("organs[{in_file}].within");
                self.report_unknown(&field, "network.json", larger);
            } else {
                sound[place].within = found;
            }
        }
        sound
    }

    fn body(&mut self, json: &Json) -> Option<Body> {
        match json.at("body").text()? {
            NETWORK => Some(Body::Network),
            MOVEMENT => Some(Body::Movement),
            _ => self.organisation_at(json, "body").map(Body::Organisation),
        }
    }

    pub(super) fn country(&mut self, json: &Json) -> Country {
        let id = self.state(json, "id");
        self.required_sources(json);
        Country {
            id: self.own(rules::UNIQUE_ID, "id", id),
            names: self.required_names(json, "names"),
            region: self.region_at(json),
        }
    }

    /// The place of the region that a former member or country names.
    pub(super) fn region_at(&mut self, json: &Json) -> Option<usize> {
        let regions = self.regions.clone();
        let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
        self.among_network(json, "region", &regions)
    }

    pub(super) fn history_step(&mut self, json: &Json) -> HistoryStep {
        let event = json.at("event").text().unwrap_or_default();
        self.report_missing("event", "events.json", event);
        HistoryStep {
            event: event.to_owned(),
            text: self.required_text(json, "text"),
            origin: self.sources_alone(json),
        }
    }

    pub(super) fn change(&mut self, json: &Json) -> Change {
        Change {
            date: self.required_past(json, "date"),
            text: self.required_text(json, "text"),
        }
    }

    /// The origin of what has sources and no date of its own.
    fn sources_alone(&mut self, json: &Json) -> Origin {
        Origin {
            sources: self.required_sources(json),
            ..Origin::default()
        }
    }

    /// The place among `ids`, which are those of records of network.json.
    pub(super) fn among_network(
        &mut self,
        json: &Json,
        field: &str,
        ids: &[&str],
    ) -> Option<usize> {
        let id = json.at(field).text()?;
        let place = ids.iter().position(|known| *known == id);
        if place.is_none() {
            self.report_unknown(field, "network.json", id);
        }
        place
    }

    /// The id of a state that the data name; one whose own record was left out
    /// is left out without a word.
    fn state_among(&mut self, json: &Json, field: &str, states: &[&str]) -> Option<String> {
        let id = self.state(json, field)?;
        if states.contains(&id.as_str()) {
            return Some(id);
        }
        let members = self.ids.iter().find(|(file, _)| *file == "members.json");
        let is_member = members.is_some_and(|(_, ids)| ids.contains(&id));
        if !is_member && !self.states.contains(&id) {
            let problem = format!("names `{id}`, which is no state of the data");
            let help = format!("add `{id}` to `countries` in network.json, or correct the id");
            self.report_with(rules::KNOWN_REFERENCE, field, problem, help);
        }
        None
    }
}
