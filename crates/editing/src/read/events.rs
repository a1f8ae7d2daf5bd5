//! Events, and what network.json says of their kinds and organs.

use super::reader::Reader;
use super::values::is_code;
use crate::{records, rules};
use directory::PartialDate;
use directory::model::{Body, Country, Event, EventState, EventType, Network, Organ};
use directory::model::{Change, EventDetails, EventTimes, HistoryStep, OfficeHolder};
use directory::model::{EventTypeIdx, OrganIdx, RegionIdx, StateIdx};
use directory::vocabulary;

/// Whose organ one is, in words that are no ids.
const NETWORK: &str = "network";
const MOVEMENT: &str = "movement";

/// The most days of an event. A mistyped month or year makes more; the longest
/// event of the first data has twelve.
const MOST_DAYS: i32 = 31;

impl Reader {
    /// An event; `states` are all states that the data name, by id.
    pub(super) fn event(
        &mut self,
        network: &Network,
        states: &[(&str, StateIdx)],
        event: &records::Event,
    ) -> Event {
        let kinds = network.event_types.iter().map(|kind| kind.id.as_str());
        let kinds: Vec<&str> = kinds.collect();
        let organs = network.organs.iter().map(|organ| organ.id.as_str());
        let organs: Vec<&str> = organs.collect();
        let id = self.id(&event.id);
        let kind = self.index_in("type", &event.kind, &kinds);
        let kind = self.required(kind.map(EventTypeIdx::new));
        let organ = event.organ.as_deref();
        let organ = organ.and_then(|organ| self.index_in("organ", organ, &organs));
        let organ = organ.map(OrganIdx::new);
        let state = self.required_word("state", &event.state, vocabulary::EVENT_STATE);
        // What was held is past; what is planned may lie in the future.
        let start = if state == EventState::Held {
            self.past_date("start", Some(&event.start))
        } else {
            self.date("start", Some(&event.start))
        };
        let known_start = self.required(start);
        let end = self.event_end(start, event.end.as_deref());
        let place = event.place.as_ref();
        let country = event.country.as_deref();
        Event {
            id,
            kind,
            organ,
            titles: self.required_names("titles", &event.titles),
            state,
            start: known_start,
            end,
            place: place.and_then(|place| self.locality("place", place)),
            country: country.and_then(|id| self.state_index("country", id, states)),
            online: event.online,
            hosts: self.each("hosts", &event.hosts, |reader, id| {
                reader.state_index("", id, states)
            }),
            concerned: self.each("members", &event.members, |reader, id| {
                reader.state_index("", id, states)
            }),
            theme: self.text("theme", event.theme.as_deref()),
            details: self.event_details(event),
        }
    }

    /// The last day, if that is another than the first, and follows it soon.
    fn event_end(&mut self, start: Option<PartialDate>, end: Option<&str>) -> Option<PartialDate> {
        let date = self.date("end", end);
        let date = self.not_before(start, "end", date)?;
        let Some(start) = start else {
            return Some(date);
        };
        let days = date.day_range().0 - start.day_range().1 + 1;
        let problem = if date == start {
            "which is the start as well".to_owned()
        } else {
            format!("{days} days from {start} on, where an event has up to {MOST_DAYS}")
        };
        let holds = date != start && days <= MOST_DAYS;
        let holds = self.check(rules::EVENT_LENGTH, "end", end?, holds, &problem);
        holds.then_some(date)
    }

    fn event_details(&mut self, event: &records::Event) -> EventDetails {
        EventDetails {
            times: event.times.as_ref().and_then(|times| self.times(times)),
            venue: self.text("venue", event.venue.as_deref()),
            organisers: self.texts("organisers", &event.organisers),
            summary: self.text("summary", event.summary.as_deref()),
            participants: self.text("participants", event.participants.as_deref()),
            documents: self.texts("documents", &event.documents),
            related: self.each("related", &event.related, |reader, id| {
                let found = reader.findings.len();
                reader.report_missing("", "events.json", id);
                (reader.findings.len() == found).then(|| id.clone())
            }),
            notes: self.texts("notes", &event.notes),
            revision: event.revision.unwrap_or_default(),
            changed: self.past_date("changed", event.changed.as_deref()),
            provenance: self.provenance(&event.sources, &event.as_of, &event.provenance),
        }
    }

    /// Clock times; none where one of them cannot be read.
    fn times(&mut self, times: &records::Times) -> Option<EventTimes> {
        let zone = &times.zone;
        let is_zone = zone.split('/').all(|part| {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte);
            !part.is_empty() && part.bytes().all(plain)
        });
        let problem = "which is no time zone";
        let zone = self.code(rules::TIME_FORM, "times.zone", zone, is_zone, problem);
        let start = self.clock_time("times.start", &times.start);
        let end = times.end.as_deref();
        let end = end.and_then(|end| self.clock_time("times.end", end));
        Some(EventTimes {
            start: start?,
            end,
            zone: zone?,
        })
    }

    fn clock_time(&mut self, field: &str, text: &str) -> Option<(u8, u8)> {
        let number = |text: &str| {
            let digits = is_code(text, 2, u8::is_ascii_digit);
            digits.then(|| text.parse::<u8>().ok()).flatten()
        };
        let parts = text.split_once(':');
        let time = parts.and_then(|(hour, minute)| Some((number(hour)?, number(minute)?)));
        let time = time.filter(|(hour, minute)| *hour < 24 && *minute < 60);
        let problem = "which is no time of day";
        self.check(rules::TIME_FORM, field, text, time.is_some(), problem);
        time
    }

    pub(super) fn event_type(&mut self, kind: &records::EventType) -> EventType {
        EventType {
            id: self.id(&kind.id),
            names: self.required_names("names", &kind.names),
            mark: self.required_word("mark", &kind.mark, vocabulary::MARK),
            colours: self.colours(&kind.colours),
        }
    }

    /// The organs; one that lies within another that is not there stands alone.
    pub(super) fn organs(&mut self, organs: &[records::Organ]) -> Vec<Organ> {
        let mut within = Vec::new();
        let mut valid_organs = self.each("organs", organs, |reader, written| {
            let organ = Organ {
                id: reader.id(&written.id),
                names: reader.required_names("names", &written.names),
                body: reader.body(&written.body),
                within: None,
                text: reader.text("text", written.text.as_deref()),
                offices: reader.offices(&written.offices),
                origin: reader.sources_alone(&written.sources),
            };
            if !reader.invalid {
                within.push((reader.place_in_list(), written.within.as_deref()));
            }
            Some(organ)
        });
        for (place, (in_file, larger)) in within.into_iter().enumerate() {
            let Some(larger) = larger else { continue };
            let found = valid_organs.iter().position(|organ| organ.id == larger);
            if found.is_none_or(|found| found == place) {
                let field = format!("organs[{in_file}].within");
                self.report_unknown(&field, "network.json", larger);
            } else {
                valid_organs[place].within = found.map(OrganIdx::new);
            }
        }
        valid_organs
    }

    /// Who holds an office; one whose member or office is not known is none.
    fn offices(&mut self, offices: &[records::Office]) -> Vec<OfficeHolder> {
        self.each("offices", offices, |reader, written| {
            let member = reader.member_id("member", &written.member);
            let office = reader.required_word("office", &written.office, vocabulary::OFFICE);
            let since = reader.past_date("since", written.since.as_deref());
            let origin = reader.sources_alone(&written.sources);
            Some(OfficeHolder {
                member: member?,
                office,
                since,
                origin,
            })
        })
    }

    fn body(&mut self, body: &str) -> Option<Body> {
        match body {
            NETWORK => Some(Body::Network),
            MOVEMENT => Some(Body::Movement),
            id => self.organisation_at("body", id).map(Body::Organisation),
        }
    }

    pub(super) fn country(&mut self, country: &records::Country) -> Country {
        let id = self.country_code("id", Some(&country.id));
        self.required_sources(&country.sources);
        let region = country.region.as_deref();
        Country {
            id: self.unique_code(rules::UNIQUE_ID, "id", id),
            names: self.required_names("names", &country.names),
            region: region.and_then(|region| self.region_at(region)),
        }
    }

    /// The region that a former member or country names.
    pub(super) fn region_at(&mut self, id: &str) -> Option<RegionIdx> {
        let regions = self.regions.clone();
        let regions: Vec<&str> = regions.iter().map(String::as_str).collect();
        self.index_in("region", id, &regions).map(RegionIdx::new)
    }

    pub(super) fn history_step(&mut self, step: &records::HistoryStep) -> HistoryStep {
        self.report_missing("event", "events.json", &step.event);
        HistoryStep {
            event: step.event.clone(),
            text: self.required_text("text", &step.text),
            origin: self.sources_alone(&step.sources),
        }
    }

    pub(super) fn change(&mut self, change: &records::Change) -> Change {
        Change {
            date: self.required_past_date("date", &change.date),
            text: self.required_text("text", &change.text),
        }
    }

    /// Where it stands among `ids`, which are those of records of network.json.
    pub(super) fn index_in(&mut self, field: &str, id: &str, ids: &[&str]) -> Option<usize> {
        let place = ids.iter().position(|known| *known == id);
        if place.is_none() {
            self.report_unknown(field, "network.json", id);
        }
        place
    }

    /// A state that the data name; one whose own record was left out is left
    /// out without a word.
    fn state_index(
        &mut self,
        field: &str,
        id: &str,
        states: &[(&str, StateIdx)],
    ) -> Option<StateIdx> {
        let id = self.country_code(field, Some(id))?;
        if let Some((_, state)) = states.iter().find(|(known, _)| *known == id) {
            return Some(*state);
        }
        let members = self.ids.iter().find(|(file, _)| *file == "members.json");
        let is_member = members.is_some_and(|(_, ids)| ids.contains(&id));
        if !is_member && !self.states.contains(&id) {
            self.report_unknown_state(field, &id);
        }
        None
    }
}
