//! Parliaments and their chambers.

use super::json::Json;
use super::reader::Reader;
use crate::rules;
use directory::model::{Chamber, ChamberKind, MemberId, Parliament, Structure};
use directory::vocabulary;

/// How far a share of one decimal may be from the exact one: half of the last
/// digit, and what binary fractions add to it.
const ROUNDING: f64 = 0.05 + 1e-9;

impl Reader {
    /// A parliament with the member that it belongs to.
    pub(super) fn parliament(&mut self, json: &Json) -> Option<(MemberId, Parliament)> {
        let id = json.at("id").text().unwrap_or_default();
        let own = self.check_unique(rules::UNIQUE_ID, "id", id);
        let id = own.then(|| self.member_id(json, "id")).flatten();
        if id.is_none() {
            self.mark_invalid();
        }
        let names = self.required_name_list(json);
        let structure = self.word(json, "structure", vocabulary::STRUCTURE);
        if structure.is_none() {
            self.mark_invalid();
        }
        let status = self.required_word(json, "status", vocabulary::PARLIAMENT_STATUS);
        let seat = self.required_place(json, "seat");
        let wikidata = self.wikidata(json, "wikidata");
        let last_election = self.past(json, "last_election");
        let next_election = self.date(json, "next_election");
        let next_election = self.not_before(last_election, json, "next_election", next_election);
        let mut chambers = self.each(json, "chambers", |reader, chamber| {
            Some(reader.chamber(chamber))
        });
        if !chambers.is_sorted_by_key(|chamber| chamber.kind) {
            let problem = "has the upper chamber before the lower".to_owned();
            self.report(rules::SAME_ORDER, "chambers", problem);
            let mut kinds = chambers.iter().map(|chamber| chamber.kind);
            if let Some(place) = kinds.position(|kind| kind == ChamberKind::Upper) {
                chambers[place..].rotate_left(1);
            }
        }
        // A chamber that is left out has its own finding.
        let written = json.at("chambers").elements().len();
        let fit = chambers.len() == written && self.fits(structure, &chambers);
        let notes = self.texts(json, "notes");
        let provenance = self.provenance(json);
        if !fit {
            return None;
        }
        let parliament = Parliament {
            names,
            structure: structure?,
            status,
            seat,
            wikidata,
            last_election,
            next_election,
            chambers,
            notes,
            provenance,
        };
        Some((id?, parliament))
    }

    /// Whether sorted `chambers` are those of a parliament of that structure.
    fn fits(&mut self, structure: Option<Structure>, chambers: &[Chamber]) -> bool {
        let kinds: Vec<ChamberKind> = chambers.iter().map(|chamber| chamber.kind).collect();
        let holds = match structure {
            Some(Structure::Unicameral) => kinds == [ChamberKind::Single],
            Some(Structure::Bicameral) => kinds == [ChamberKind::Lower, ChamberKind::Upper],
            // None and suspended parliaments may keep the record of what was.
            _ => kinds.windows(2).all(|pair| pair[0] != pair[1]),
        };
        if !holds {
            let kinds: Vec<&str> = kinds
                .iter()
                .map(|kind| vocabulary::word(vocabulary::CHAMBER_KIND, kind))
                .collect();
            let structure =
                structure.map_or("", |found| vocabulary::word(vocabulary::STRUCTURE, &found));
            let kinds = kinds.join(", ");
            let problem = format!("holds chambers [{kinds}], but the structure is {structure}");
            self.report(rules::CHAMBERS_FIT_STRUCTURE, "chambers", problem);
            self.mark_invalid();
        }
        holds
    }

    fn chamber(&mut self, json: &Json) -> Chamber {
        let kind = self.required_word(json, "kind", vocabulary::CHAMBER_KIND);
        let names = self.required_name_list(json);
        let seats = json.at("seats").whole();
        let explained = !json.at("notes").elements().is_empty()
            || ["provenance.filled.note", "provenance.seats.note"]
                .into_iter()
                .any(|note| json.at(note).text().is_some());
        let rule = rules::FILLED_WITHIN_SEATS;
        let filled = self.at_most(rule, json, "filled", seats.filter(|_| !explained));
        let rule = rules::WOMEN_WITHIN_FILLED;
        let women = self.at_most(rule, json, "women", filled.or(seats));
        let women_share = self.share(json, women, filled);
        let electoral_system = self.word(json, "electoral_system", vocabulary::ELECTORAL_SYSTEM);
        let composition = self.text(json, "composition");
        let figures_of = json.at("as_of").text().and_then(|date| date.parse().ok());
        let later_election = self.date(json, "later_election");
        let later_election = self.not_before(figures_of, json, "later_election", later_election);
        let notes = self.texts(json, "notes");
        let provenance = self.provenance(json);
        Chamber {
            kind,
            names,
            seats,
            filled,
            women,
            women_share,
            term: json.at("term").whole(),
            electoral_system,
            composition,
            later_election,
            notes,
            provenance,
        }
    }

    /// A number that is not above `most`, where both are known.
    fn at_most(
        &mut self,
        rule: rules::Rule,
        json: &Json,
        field: &str,
        most: Option<u32>,
    ) -> Option<u32> {
        let number = json.at(field).whole()?;
        if let Some(most) = most
            && number > most
        {
            let problem = format!("holds {number}, which is above {most}");
            self.report(rule, field, problem);
            return None;
        }
        Some(number)
    }

    /// A share in percent that is that of `women` in `filled`, where both are known.
    fn share(&mut self, json: &Json, women: Option<u32>, filled: Option<u32>) -> Option<f64> {
        let json = json.at("women_share");
        let share = json.number()?;
        let written = json.written();
        let mut holds = (0.0..=100.0).contains(&share);
        let mut problem = format!("holds {written}, which is no share in percent");
        if let (Some(women), Some(filled @ 1..)) = (women, filled) {
            let exact = 100.0 * f64::from(women) / f64::from(filled);
            holds &= (share - exact).abs() <= ROUNDING;
            // In whole numbers: all that writes a float would cost the browser
            // 15 KB of program.
            let tenths = (2000 * u64::from(women) / u64::from(filled)).div_ceil(2);
            let (whole, tenth) = (tenths / 10, tenths % 10);
            problem = format!("holds {written}, but the counts give {whole}.{tenth}");
        }
        if !holds {
            self.report(rules::SHARE_FITS_COUNTS, "women_share", problem);
        }
        holds.then_some(share)
    }
}
