//! The texts of the data that are translated.

use std::collections::BTreeSet;

use directory::catalogue::translations::{is_worded, pattern};
use directory::model::{Contact, Directory, Event, LocalizedText, Origin, Parliament, Provenance};

/// The patterns of all texts of the directory that are shown translated, each
/// once, in order.
pub fn translatable_texts(directory: &Directory) -> BTreeSet<String> {
    let mut walk = Walk {
        language: directory.own_language(),
        patterns: BTreeSet::new(),
    };
    walk.directory(directory);
    walk.patterns
}

struct Walk<'a> {
    language: &'a str,
    patterns: BTreeSet<String>,
}

impl Walk<'_> {
    fn directory(&mut self, directory: &Directory) {
        let network = &directory.network;
        self.provenance(&network.provenance);
        for former in &network.former_members {
            self.provenance(&former.provenance);
        }
        for kind in &network.event_types {
            self.names(&kind.names);
        }
        for organ in &network.organs {
            self.names(&organ.names);
            self.texts(&organ.text);
        }
        self.texts(network.history.iter().map(|step| &step.text));
        self.texts(network.changes.iter().map(|change| &change.text));
        for event in &directory.events {
            self.event(event);
        }
        for case in &directory.boundaries {
            for texts in [&case.names, &case.drawn, &case.footnote, &case.authority] {
                self.names(texts);
            }
        }
        for organisation in &directory.organisations {
            self.names(&organisation.names);
            self.texts(&organisation.notes);
            self.provenance(&organisation.provenance);
            self.contacts(&organisation.contacts);
        }
        let filter = network.membership_filter;
        let filter = filter.map(|organisation| &directory[organisation]);
        self.texts(filter.and_then(|organisation| organisation.abbreviation.as_ref()));
        for source in &directory.sources {
            self.text(&source.terms);
            if source.unverified {
                self.text(&source.title);
            }
            self.texts(&source.covers);
        }
        for member in &directory.members {
            self.texts(&member.joined_at);
            self.texts(&member.notes);
            self.provenance(&member.provenance);
            for membership in &member.memberships {
                self.origin(&membership.origin);
            }
            self.contacts(&member.contacts);
            if let Some(parliament) = &member.parliament {
                self.parliament(parliament);
            }
        }
    }

    fn event(&mut self, event: &Event) {
        let details = &event.details;
        self.names(&event.titles);
        self.texts(&event.theme);
        self.texts(&details.venue);
        self.texts(&details.organisers);
        self.texts(&details.summary);
        self.texts(&details.participants);
        self.texts(&details.documents);
        self.texts(&details.notes);
        self.provenance(&details.provenance);
    }

    fn parliament(&mut self, parliament: &Parliament) {
        self.texts(&parliament.notes);
        self.provenance(&parliament.provenance);
        for chamber in &parliament.chambers {
            self.texts(&chamber.composition);
            self.texts(&chamber.notes);
            self.provenance(&chamber.provenance);
        }
    }

    fn contacts(&mut self, contacts: &[Contact]) {
        for contact in contacts {
            self.texts(&contact.details.label);
            // What others say are addresses and numbers.
            let origin = &contact.details.origin;
            let others = origin.also.iter().map(|other| &other.note);
            self.texts(others.chain([&origin.note]).flatten());
        }
    }

    fn provenance(&mut self, provenance: &Provenance) {
        self.origin(&provenance.record);
        for (_, origin) in &provenance.fields {
            self.origin(origin);
        }
    }

    fn origin(&mut self, origin: &Origin) {
        self.texts(&origin.note);
        for other in &origin.also {
            self.text(&other.value);
            self.texts(&other.note);
        }
    }

    /// What the data themselves do not have in other languages.
    fn names(&mut self, names: &LocalizedText) {
        if names.0.len() == 1 {
            self.texts(names.0.get(self.language));
        }
    }

    fn texts<'a>(&mut self, texts: impl IntoIterator<Item = &'a String>) {
        for text in texts {
            self.text(text);
        }
    }

    fn text(&mut self, text: &str) {
        if is_worded(text) {
            self.patterns.insert(pattern(text).0);
        }
    }
}
