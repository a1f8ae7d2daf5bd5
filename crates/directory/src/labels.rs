//! The words of the model's own vocabulary, in one place.
//!
//! Labels stand alone, as in a table or beside a box to tick; what ends in
//! `_inside` stands inside a line of text.

use crate::catalogue::Catalogue;
use crate::model::{
    ChamberKind, ElectoralSystem, EventState, MembershipStatus, ParliamentStatus, Status, Structure,
};
use crate::model::{ContactClass, ContactKind};
use crate::query::Order;
use crate::search::MatchReason;

impl Catalogue {
    /// What readers call it.
    pub fn status(&self, status: Status) -> &str {
        match status {
            Status::Member => self.status_member(),
            Status::Observer => self.status_observer(),
        }
    }

    /// The same inside a line.
    pub fn status_inside(&self, status: Status) -> &str {
        match status {
            Status::Member => self.status_member_inside(),
            Status::Observer => self.status_observer_inside(),
        }
    }

    /// What readers call it.
    pub fn structure(&self, structure: Structure) -> &str {
        match structure {
            Structure::Unicameral => self.structure_unicameral(),
            Structure::Bicameral => self.structure_bicameral(),
            Structure::None => self.structure_none(),
            Structure::Suspended => self.structure_suspended(),
        }
    }

    /// The same inside a line.
    pub fn structure_inside(&self, structure: Structure) -> &str {
        match structure {
            Structure::Unicameral => self.structure_unicameral_inside(),
            Structure::Bicameral => self.structure_bicameral_inside(),
            Structure::None => self.structure_none_inside(),
            Structure::Suspended => self.structure_suspended_inside(),
        }
    }

    /// What readers call it.
    pub fn parliament_status(&self, status: ParliamentStatus) -> &str {
        match status {
            ParliamentStatus::Functioning => self.parliament_status_functioning(),
            ParliamentStatus::Transitional => self.parliament_status_transitional(),
            ParliamentStatus::Dissolved => self.parliament_status_dissolved(),
            ParliamentStatus::Suspended => self.parliament_status_suspended(),
        }
    }

    /// What stands beside the name of a parliament, since the name alone would
    /// pass for one that functions.
    pub fn parliament_note(&self, status: ParliamentStatus) -> Option<&str> {
        match status {
            ParliamentStatus::Functioning => None,
            ParliamentStatus::Transitional => Some(self.parliament_status_transitional_inside()),
            ParliamentStatus::Dissolved => Some(self.parliament_status_dissolved_inside()),
            ParliamentStatus::Suspended => Some(self.parliament_status_suspended_inside()),
        }
    }

    /// A name of a parliament, or of a chamber of it, with that note where it
    /// has one: "National Assembly (dissolved)".
    pub fn parliament_name(&self, name: &str, status: ParliamentStatus) -> String {
        match self.parliament_note(status) {
            Some(note) => self.list_noted(name, note),
            None => name.to_owned(),
        }
    }

    /// What readers call it.
    pub fn chamber_kind(&self, kind: ChamberKind) -> &str {
        match kind {
            ChamberKind::Single => self.chamber_kind_single(),
            ChamberKind::Lower => self.chamber_kind_lower(),
            ChamberKind::Upper => self.chamber_kind_upper(),
        }
    }

    /// The same inside a line.
    pub fn chamber_kind_inside(&self, kind: ChamberKind) -> &str {
        match kind {
            ChamberKind::Single => self.chamber_kind_single_inside(),
            ChamberKind::Lower => self.chamber_kind_lower_inside(),
            ChamberKind::Upper => self.chamber_kind_upper_inside(),
        }
    }

    /// What readers call it.
    pub fn electoral_system(&self, system: ElectoralSystem) -> &str {
        use ElectoralSystem as System;
        match system {
            System::PluralityMajority => self.electoral_system_plurality_majority(),
            System::ProportionalRepresentation => {
                self.electoral_system_proportional_representation()
            }
            System::Mixed => self.electoral_system_mixed(),
            System::Appointed => self.electoral_system_appointed(),
            System::IndirectElection => self.electoral_system_indirect_election(),
            System::IndirectElectionAndAppointment => {
                self.electoral_system_indirect_election_and_appointment()
            }
            System::Other => self.electoral_system_another(),
        }
    }

    /// What readers call it, inside a line.
    pub fn membership_inside(&self, status: MembershipStatus) -> &str {
        match status {
            MembershipStatus::Member => self.membership_member_inside(),
            MembershipStatus::Suspended => self.membership_suspended_inside(),
            MembershipStatus::Participant => self.membership_participant_inside(),
            MembershipStatus::Unknown => self.membership_unknown_inside(),
        }
    }

    /// What readers call it.
    pub fn contact_kind(&self, kind: ContactKind) -> &str {
        match kind {
            ContactKind::Website => self.contact_kind_website(),
            ContactKind::Email => self.contact_kind_email(),
            ContactKind::Phone => self.contact_kind_phone(),
            ContactKind::Fax => self.contact_kind_fax(),
            ContactKind::Address => self.contact_kind_address(),
            ContactKind::Form => self.contact_kind_form(),
            ContactKind::Press => self.contact_kind_press(),
            ContactKind::Social => self.contact_kind_social(),
            ContactKind::Place => self.contact_kind_place(),
        }
    }

    /// What a reader must know of where a contact was read; none of one that was
    /// read with the institution itself.
    pub fn contact_class(&self, class: ContactClass) -> Option<&str> {
        match class {
            ContactClass::OwnSite => None,
            ContactClass::OfficialPrint => Some(self.contact_class_official_print()),
            ContactClass::Directory => Some(self.contact_class_directory()),
            ContactClass::Listing => Some(self.contact_class_listing()),
            ContactClass::Encyclopaedia => Some(self.contact_class_encyclopaedia()),
            ContactClass::Replaced => Some(self.contact_class_replaced()),
        }
    }

    /// What readers call it, after "sort by".
    pub fn order(&self, order: Order) -> &str {
        match order {
            Order::Name => self.sort_name(),
            Order::Joined => self.sort_joined(),
            Order::Seats => self.sort_seats(),
            Order::Women => self.sort_women(),
        }
    }

    /// What readers call it.
    pub fn state_of_event(&self, state: EventState) -> &str {
        match state {
            EventState::Held => self.event_state_held(),
            EventState::Planned => self.event_state_planned(),
            EventState::Postponed => self.event_state_postponed(),
            EventState::Cancelled => self.event_state_cancelled(),
        }
    }

    /// What stands before a text by which a member was found; a row says
    /// nothing where it shows the very name.
    pub fn match_reason(&self, reason: MatchReason) -> &str {
        match reason {
            MatchReason::Name => self.found_name(),
            MatchReason::OtherLanguage => self.found_other_language(),
            MatchReason::CommonName => self.found_common_name(),
            MatchReason::FormalName => self.found_formal_name(),
            MatchReason::NativeName => self.found_native_name(),
            MatchReason::Alias => self.found_alias(),
            MatchReason::Capital => self.found_capital(),
            MatchReason::SeatCity => self.found_seat(),
            MatchReason::Parliament => self.found_parliament(),
            MatchReason::Chamber => self.found_chamber(),
            MatchReason::Code => self.found_code(),
            MatchReason::Title => self.found_title(),
            MatchReason::OtherTitle => self.found_other_title(),
            MatchReason::Theme => self.found_theme(),
            MatchReason::City => self.found_city(),
            MatchReason::Country => self.found_country(),
            MatchReason::Host => self.found_host(),
            MatchReason::Organ => self.found_organ(),
            MatchReason::EventType => self.found_event_type(),
            MatchReason::Year => self.found_year(),
        }
    }

    /// What readers call a decade of joining: `1960s`. Observers have not
    /// joined, and so have no date either.
    pub fn decade_of_joining(&self, decade: Option<u16>) -> String {
        let label = decade.map(|first_year| self.filters_decade(&self.year(first_year)));
        label.unwrap_or_else(|| self.filters_no_date().to_owned())
    }

    /// What readers call a group of licences of sources.json.
    pub fn licence<'a>(&'a self, group: &'a str) -> &'a str {
        match group {
            "public-domain" => self.licence_public_domain(),
            "odc-pddl" => self.licence_odc_pddl(),
            "unicode" => self.licence_unicode(),
            "cc-by" => self.licence_cc_by(),
            "cc-by-sa" => self.licence_cc_by_sa(),
            "cc-by-nc" => self.licence_cc_by_nc(),
            "cc-by-nc-sa" => self.licence_cc_by_nc_sa(),
            "odbl" => self.licence_odbl(),
            "permissive-code" => self.licence_permissive_code(),
            "gpl-code" => self.licence_gpl_code(),
            "facts-only" => self.licence_facts_only(),
            "not-stated" => self.licence_not_stated(),
            "none" => self.licence_none(),
            other => other,
        }
    }
}
