//! Parliaments and their chambers.

use super::reader::Reader;
use crate::{records, rules};
use directory::PartialDate;
use directory::model::{Chamber, ChamberKind, MemberId, Parliament, Structure};
use directory::vocabulary;

/// How far a share of one decimal may be from the exact one: half of the last
/// digit, and what binary fractions add to it.
const ROUNDING: f64 = 0.05 + 1e-9;

impl Reader {
    /// A parliament with the member that it belongs to.
    pub(super) fn parliament(
        &mut self,
        parliament: &records::Parliament,
    ) -> Option<(MemberId, Parliament)> {
        let is_unique = self.check_unique(rules::UNIQUE_ID, "id", &parliament.id);
        let id = is_unique
            .then(|| self.member_id("id", &parliament.id))
            .flatten();
        if id.is_none() {
            self.mark_invalid();
        }
        let names = self.required_name_list(&parliament.names);
        let structure = self.word("structure", &parliament.structure, vocabulary::STRUCTURE);
        if structure.is_none() {
            self.mark_invalid();
        }
        let status =
            self.required_word("status", &parliament.status, vocabulary::PARLIAMENT_STATUS);
        let seat = self.required_locality("seat", &parliament.seat);
        let wikidata = self.wikidata("wikidata", parliament.wikidata.as_deref());
        let last_election = self.past_date("last_election", parliament.last_election.as_deref());
        let next_election = self.date("next_election", parliament.next_election.as_deref());
        let next_election = self.not_before(last_election, "next_election", next_election);
        let mut chambers = self.each("chambers", &parliament.chambers, |reader, chamber| {
            Some(reader.chamber(chamber))
        });
        if !chambers.is_sorted_by_key(|chamber| chamber.kind) {
            let problem = "has the upper chamber before the lower";
            self.report(rules::SAME_ORDER, "chambers", problem);
            chambers.sort_by_key(|chamber| chamber.kind);
        }
        // A chamber that is left out has its own finding.
        let all_valid = chambers.len() == parliament.chambers.len();
        let has_valid_chambers = all_valid && self.check_chambers(structure, &chambers);
        let notes = self.texts("notes", &parliament.notes);
        let provenance = self.provenance(
            &parliament.sources,
            &parliament.as_of,
            &parliament.provenance,
        );
        if !has_valid_chambers {
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
    fn check_chambers(&mut self, structure: Option<Structure>, chambers: &[Chamber]) -> bool {
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
                .map(|kind| vocabulary::as_str(vocabulary::CHAMBER_KIND, kind))
                .collect();
            let structure = structure.map_or("", |found| {
                vocabulary::as_str(vocabulary::STRUCTURE, &found)
            });
            let kinds = kinds.join(", ");
            let problem = format!("holds chambers [{kinds}], but the structure is {structure}");
            self.report(rules::CHAMBERS_FIT_STRUCTURE, "chambers", problem);
            self.mark_invalid();
        }
        holds
    }

    fn chamber(&mut self, chamber: &records::Chamber) -> Chamber {
        let seats = chamber.seats;
        let has_note = |field: &str| {
            let origin = chamber.provenance.get(field);
            origin.is_some_and(|origin| origin.note.is_some())
        };
        let explained = !chamber.notes.is_empty() || has_note("filled") || has_note("seats");
        let max_filled = seats.filter(|_| !explained);
        let filled = self.check_at_most(
            rules::FILLED_WITHIN_SEATS,
            "filled",
            chamber.filled,
            max_filled,
        );
        let max_women = filled.or(seats);
        let women = self.check_at_most(
            rules::WOMEN_WITHIN_FILLED,
            "women",
            chamber.women,
            max_women,
        );
        let figures_of: Option<PartialDate> = chamber.as_of.parse().ok();
        let later_election = self.date("later_election", chamber.later_election.as_deref());
        let system = chamber.electoral_system.as_deref();
        Chamber {
            kind: self.required_word("kind", &chamber.kind, vocabulary::CHAMBER_KIND),
            names: self.required_name_list(&chamber.names),
            seats,
            filled,
            women,
            women_share: self.women_share(chamber.women_share, women, filled),
            term: chamber.term,
            electoral_system: system.and_then(|system| {
                self.word("electoral_system", system, vocabulary::ELECTORAL_SYSTEM)
            }),
            composition: self.text("composition", chamber.composition.as_deref()),
            later_election: self.not_before(figures_of, "later_election", later_election),
            notes: self.texts("notes", &chamber.notes),
            provenance: self.provenance(&chamber.sources, &chamber.as_of, &chamber.provenance),
        }
    }

    /// A number that is not above `max`, where both are known.
    fn check_at_most(
        &mut self,
        rule: rules::Rule,
        field: &str,
        number: Option<u32>,
        max: Option<u32>,
    ) -> Option<u32> {
        if let (Some(number), Some(max)) = (number, max)
            && number > max
        {
            let problem = format!("holds {number}, which is above {max}");
            self.report(rule, field, problem);
            return None;
        }
        number
    }

    /// A share in percent that is that of `women` in `filled`, where both are known.
    fn women_share(
        &mut self,
        share: Option<f64>,
        women: Option<u32>,
        filled: Option<u32>,
    ) -> Option<f64> {
        let share = share?;
        let mut holds = (0.0..=100.0).contains(&share);
        let mut problem = format!("holds {share:?}, which is no share in percent");
        if let (Some(women), Some(filled @ 1..)) = (women, filled) {
            let exact = 100.0 * f64::from(women) / f64::from(filled);
            holds &= (share - exact).abs() <= ROUNDING;
            problem = format!("holds {share:?}, but the counts give {exact:.1}");
        }
        if !holds {
            self.report(rules::SHARE_FITS_COUNTS, "women_share", problem);
        }
        holds.then_some(share)
    }
}
