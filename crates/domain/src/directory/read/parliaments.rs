//! Parliaments and their chambers.

use super::reader::Reader;
use crate::directory::{Chamber, ChamberKind, MemberId, Parliament, Structure};
use crate::{rules, shapes, vocabulary};

/// How far a share of one decimal may be from the exact one: half of the last
/// digit, and what binary fractions add to it.
const ROUNDING: f64 = 0.05 + 1e-9;

impl Reader {
    /// A parliament with the member that it belongs to.
    pub(super) fn parliament(
        &mut self,
        shape: shapes::Parliament,
    ) -> Option<(MemberId, Parliament)> {
        let id = self
            .unique(rules::UNIQUE_ID, "id", &shape.id)
            .and_then(|()| self.member_id("id", shape.id));
        let id = self.vital(id);
        let names = self.needed_name_list(shape.names);
        let structure = self.word("structure", &shape.structure, vocabulary::STRUCTURE);
        let structure = self.vital(structure);
        let status = self.word("status", &shape.status, vocabulary::PARLIAMENT_STATUS);
        let status = self.vital(status);
        let seat = self.place("seat", shape.seat);
        let seat = self.vital(seat);
        let websites = self.websites(shape.websites);
        let wikidata = shape
            .wikidata
            .and_then(|item| self.wikidata("wikidata", item));
        let last_election = shape
            .last_election
            .and_then(|date| self.past("last_election", &date));
        let next_election = shape.next_election.and_then(|text| {
            let next = self.date("next_election", &text)?;
            let follows = self.follows("next_election", last_election, next, &text);
            follows.then_some(next)
        });
        let written = shape.chambers.len();
        let mut chambers = self.each("chambers", shape.chambers, Self::chamber);
        if !chambers.is_sorted_by_key(|chamber| chamber.kind) {
            let problem = "has the upper chamber before the lower".to_owned();
            self.fault(rules::SAME_ORDER, "chambers", problem);
            let mut kinds = chambers.iter().map(|chamber| chamber.kind);
            if let Some(place) = kinds.position(|kind| kind == ChamberKind::Upper) {
                chambers[place..].rotate_left(1);
            }
        }
        // A chamber that is left out has its own finding.
        let fit = chambers.len() == written && self.fits(structure, &chambers);
        let notes = self.texts("notes", shape.notes);
        let provenance = self.provenance(shape.sources, Some(shape.as_of), shape.provenance);
        let parliament = Parliament {
            names: names?,
            structure: structure?,
            status: status?,
            seat: seat?,
            websites,
            wikidata,
            last_election,
            next_election,
            chambers: fit.then_some(chambers)?,
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
            self.fault(rules::CHAMBERS_FIT_STRUCTURE, "chambers", problem);
        }
        self.vital(holds.then_some(())).is_some()
    }

    fn chamber(&mut self, shape: shapes::Chamber) -> Option<Chamber> {
        let kind = self.word("kind", &shape.kind, vocabulary::CHAMBER_KIND);
        let kind = self.vital(kind);
        let names = self.needed_name_list(shape.names);
        let explained = !shape.notes.is_empty()
            || ["filled", "seats"].into_iter().any(|field| {
                let origin = shape.provenance.get(field);
                origin.is_some_and(|origin| origin.note.is_some())
            });
        let filled = self.at_most(
            rules::FILLED_WITHIN_SEATS,
            "filled",
            shape.filled,
            shape.seats.filter(|_| !explained),
        );
        let women = self.at_most(
            rules::WOMEN_WITHIN_FILLED,
            "women",
            shape.women,
            filled.or(shape.seats),
        );
        let women_share = shape
            .women_share
            .and_then(|share| self.share(share, women, filled));
        let electoral_system = shape
            .electoral_system
            .and_then(|word| self.word("electoral_system", &word, vocabulary::ELECTORAL_SYSTEM));
        let composition = shape
            .composition
            .and_then(|text| self.text("composition", text));
        let as_of = shape.as_of.parse().ok();
        let later_election = shape.later_election.and_then(|text| {
            let later = self.date("later_election", &text)?;
            let follows = self.follows("later_election", as_of, later, &text);
            follows.then_some(later)
        });
        let notes = self.texts("notes", shape.notes);
        let provenance = self.provenance(shape.sources, Some(shape.as_of), shape.provenance);
        Some(Chamber {
            kind: kind?,
            names: names?,
            seats: shape.seats,
            filled,
            women,
            women_share,
            term: shape.term,
            electoral_system,
            composition,
            later_election,
            notes,
            provenance,
        })
    }

    /// A number that is not above `most`, where both are known.
    fn at_most(
        &mut self,
        rule: rules::Rule,
        field: &str,
        number: Option<u32>,
        most: Option<u32>,
    ) -> Option<u32> {
        if let (Some(number), Some(most)) = (number, most)
            && number > most
        {
            self.fault(
                rule,
                field,
                format!("holds {number}, which is above {most}"),
            );
            return None;
        }
        number
    }

    /// A share in percent that is that of `women` in `filled`, where both are known.
    fn share(&mut self, share: f64, women: Option<u32>, filled: Option<u32>) -> Option<f64> {
        let exact = match (women, filled) {
            (Some(women), Some(filled)) if filled > 0 => {
                Some(100.0 * f64::from(women) / f64::from(filled))
            }
            _ => None,
        };
        let holds = (0.0..=100.0).contains(&share)
            && exact.is_none_or(|exact| (share - exact).abs() <= ROUNDING);
        if !holds {
            let problem = match exact {
                Some(exact) => format!("holds {share}, but the counts give {exact}"),
                None => format!("holds {share}, which is no share in percent"),
            };
            self.fault(rules::SHARE_FITS_COUNTS, "women_share", problem);
        }
        holds.then_some(share)
    }
}
