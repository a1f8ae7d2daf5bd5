//! Everything as Popolo, by which civic programs exchange what they know of
//! parliaments: organizations, areas, events, posts and memberships, each with
//! its sources. There are no persons.
//!
//! Names of fields are those of the specification (popoloproject.com); the
//! schema that goes with it is of our own words (docs/decisions/formats.md).

use directory::Directory;
use directory::model::{
    Body, ChamberKind, Contact, ContactClass, ContactKind, Event, LocalizedText, Member,
    MembershipStatus, Name, Organ, Organisation, Origin, Provenance, SourceIdx,
};
use directory::vocabulary::{CHAMBER_KIND, EVENT_STATE, MEMBERSHIP_STATUS, OFFICE, STATUS, as_str};
use serde_json::{Value, json};

use crate::columns::PARTIAL_DATE;

/// The directory, in the network's own language; other languages are among
/// `other_names`, each with its tag as the `note`.
pub fn json(directory: &Directory) -> Value {
    let network = &directory.network;
    let (name, other_names) = localized(directory, &network.names);
    let mut organizations = vec![record(
        json!({
            "id": network.id,
            "name": name,
            "other_names": other_names,
            "classification": "network",
        }),
        sources(directory, &network.provenance.record.sources),
    )];
    let mut posts = Vec::new();
    let mut memberships = Vec::new();
    let others = directory.organisations.iter();
    // The network itself may stand among them.
    let others = others.filter(|other| other.id != network.id);
    organizations.extend(others.map(|one| organization(directory, one)));
    for organ in &network.organs {
        organizations.push(organ_organization(directory, organ));
        for office in &organ.offices {
            let role = as_str(OFFICE, &office.office);
            let post = format!("post/{}-{role}", organ.id);
            let at = json!({
                "id": post,
                "label": role,
                "role": role,
                "organization_id": organ_id(organ),
            });
            if !posts.contains(&at) {
                posts.push(at);
            }
            let mut membership = membership(
                &format!("membership/{}-{role}-{}", organ.id, office.member),
                office.member.as_str(),
                &organ_id(organ),
                role,
                sources_of(directory, &office.origin),
            );
            membership["post_id"] = json!(post);
            if let Some(since) = office.since {
                membership["start_date"] = json!(since.to_string());
            }
            memberships.push(membership);
        }
    }
    for member in &directory.members {
        organizations.extend(parliament(directory, member));
        memberships.extend(memberships_of(directory, member));
    }
    json!({
        "persons": [],
        "organizations": organizations,
        "areas": areas(directory),
        "posts": posts,
        "memberships": memberships,
        "events": directory.events.iter().map(|one| event(directory, one)).collect::<Vec<_>>(),
    })
}

/// Regions, sub-regions and states; a state lies in its sub-region.
fn areas(directory: &Directory) -> Vec<Value> {
    let network = &directory.network;
    let own = directory.own_language();
    let regions = network.regions.iter().map(|region| {
        let (id, name) = (format!("region/{}", region.id), region.names.get(own));
        json!({ "id": id, "name": name, "classification": "region" })
    });
    let sub_regions = network.sub_regions.iter().map(|sub_region| {
        let mut area = json!({
            "id": format!("sub-region/{}", sub_region.id),
            "name": sub_region.names.get(own),
            "identifier": sub_region.m49,
            "classification": "sub-region",
        });
        if let Some(parent) = sub_region.parent {
            area["parent_id"] = json!(format!("sub-region/{}", network[parent].id));
        }
        area
    });
    let states = directory.members.iter().map(|member| {
        record(
            json!({
                "id": format!("state/{}", member.id),
                "name": member.names.get(own),
                "identifier": member.id.as_str(),
                "classification": "state",
                "parent_id": format!("sub-region/{}", network[member.sub_region].id),
            }),
            sources(directory, &member.provenance.record.sources),
        )
    });
    regions.chain(sub_regions).chain(states).collect()
}

/// The parliament of a member, and its chambers below it.
fn parliament(directory: &Directory, member: &Member) -> Vec<Value> {
    let Some(parliament) = &member.parliament else {
        return Vec::new();
    };
    let id = format!("parliament/{}", member.id);
    let area = format!("state/{}", member.id);
    let chambers = parliament.chambers.iter();
    // The one chamber of a parliament is the parliament.
    let chambers: Vec<_> = chambers
        .filter(|one| one.kind != ChamberKind::Single)
        .collect();
    let is_chamber = |kind: Option<ChamberKind>| chambers.iter().any(|one| Some(one.kind) == kind);
    let contacts = |of: Option<ChamberKind>| {
        let day = directory.network.data_date.day_range().1;
        let contacts = member.valid_contacts(day);
        let contacts = contacts.filter(|one| match of {
            None => !is_chamber(one.details.chamber),
            kind => one.details.chamber == kind,
        });
        contacts_of(directory, contacts)
    };
    let organization = |id: &str, names: &[Name], classification: &str, kind, provenance| {
        let (name, other_names) = named(directory, names);
        let (contact_details, links) = contacts(kind);
        let provenance: &Provenance = provenance;
        record(
            json!({
                "id": id,
                "name": name,
                "other_names": other_names,
                "classification": classification,
                "area_id": area,
                "contact_details": contact_details,
                "links": links,
            }),
            sources(directory, &provenance.record.sources),
        )
    };
    let mut whole = organization(
        &id,
        &parliament.names,
        "parliament",
        None,
        &parliament.provenance,
    );
    if let Some(item) = &parliament.wikidata {
        whole["identifiers"] = json!([{ "scheme": "wikidata", "identifier": item }]);
    }
    let chambers = chambers.iter().map(|chamber| {
        let kind = as_str(CHAMBER_KIND, &chamber.kind);
        let mut part = organization(
            &format!("chamber/{}-{kind}", member.id),
            &chamber.names,
            &format!("{kind} chamber"),
            Some(chamber.kind),
            &chamber.provenance,
        );
        part["parent_id"] = json!(id);
        part
    });
    [whole].into_iter().chain(chambers).collect()
}

/// How a parliament stands to the network and to organisations; where that is
/// not known, nothing is said.
fn memberships_of(directory: &Directory, member: &Member) -> Vec<Value> {
    if member.parliament.is_none() {
        return Vec::new();
    }
    let network = &directory.network.id;
    let id = member.id.as_str();
    let of_network = membership(
        &format!("membership/{network}-{id}"),
        id,
        network,
        as_str(STATUS, &member.status),
        sources_of(directory, member.provenance.origin_of("status")),
    );
    let memberships = member.memberships.iter();
    let known = memberships.filter(|one| one.status != MembershipStatus::Unknown);
    let of_others = known.filter_map(|one| {
        let organisation = &directory[one.organisation];
        // Said above.
        let is_other = organisation.id != *network;
        let body = organisation_id(organisation);
        is_other.then(|| {
            membership(
                &format!("membership/{}-{id}", organisation.id),
                id,
                &body,
                as_str(MEMBERSHIP_STATUS, &one.status),
                sources_of(directory, &one.origin),
            )
        })
    });
    [of_network].into_iter().chain(of_others).collect()
}

/// The membership of the parliament of `member`.
fn membership(id: &str, member: &str, organization: &str, role: &str, links: Value) -> Value {
    record(
        json!({
            "id": id,
            "member": { "id": format!("parliament/{member}") },
            "organization_id": organization,
            "role": role,
            "area_id": format!("state/{member}"),
        }),
        links,
    )
}

fn organisation_id(organisation: &Organisation) -> String {
    format!("organisation/{}", organisation.id)
}

fn organ_id(organ: &Organ) -> String {
    format!("organ/{}", organ.id)
}

fn organization(directory: &Directory, organisation: &Organisation) -> Value {
    let (name, mut other_names) = localized(directory, &organisation.names);
    other_names.extend(
        organisation
            .abbreviation
            .iter()
            .map(|short| json!({ "name": short, "note": "abbreviation" })),
    );
    let (contact_details, links) = contacts_of(directory, organisation.contacts.iter());
    let mut about = record(
        json!({
            "id": organisation_id(organisation),
            "name": name,
            "other_names": other_names,
            "classification": "organisation",
            "contact_details": contact_details,
            "links": links,
        }),
        sources(directory, &organisation.provenance.record.sources),
    );
    if let Some(founded) = organisation.founded {
        about["founding_date"] = json!(founded.to_string());
    }
    about
}

fn organ_organization(directory: &Directory, organ: &Organ) -> Value {
    let network = &directory.network;
    let (name, other_names) = localized(directory, &organ.names);
    let body = match organ.body {
        Some(Body::Network) => Some(network.id.clone()),
        Some(Body::Organisation(body)) if directory[body].id == network.id => {
            Some(network.id.clone())
        }
        Some(Body::Organisation(body)) => Some(organisation_id(&directory[body])),
        Some(Body::Movement) | None => None,
    };
    let within = organ.within.map(|within| organ_id(&network[within]));
    let mut organization = record(
        json!({
            "id": organ_id(organ),
            "name": name,
            "other_names": other_names,
            "classification": "organ",
        }),
        sources_of(directory, &organ.origin),
    );
    if let Some(parent) = within.or(body) {
        organization["parent_id"] = json!(parent);
    }
    organization
}

fn event(directory: &Directory, event: &Event) -> Value {
    let place = directory.place_of(event);
    let mut about = record(
        json!({
            "id": format!("event/{}", event.id),
            "name": directory.title_of(event).text,
            "classification": directory.network[event.kind].id,
            "status": as_str(EVENT_STATE, &event.state),
            "start_date": event.start.to_string(),
            "end_date": event.last().to_string(),
        }),
        sources(directory, &event.details.provenance.record.sources),
    );
    let mut set = |field: &str, value: Option<String>| {
        if let Some(value) = value {
            about[field] = json!(value);
        }
    };
    set("description", event.details.summary.clone());
    set("location", Some(place).filter(|place| !place.is_empty()));
    let organ = event.organ.map(|organ| organ_id(&directory.network[organ]));
    set("organization_id", organ);
    about
}

/// Contacts by which one writes, calls and faxes, and links; what nobody should
/// dial or rely on is left out, since nothing there could warn of it.
fn contacts_of<'a>(
    directory: &Directory,
    contacts: impl Iterator<Item = &'a Contact>,
) -> (Vec<Value>, Vec<Value>) {
    let (mut details, mut links) = (Vec::new(), Vec::new());
    for contact in contacts {
        let about = &contact.details;
        if about.class == ContactClass::Replaced || about.outdated_plan {
            continue;
        }
        let label = about.label.as_deref().or(about.service.as_deref());
        let kind = match contact.kind {
            ContactKind::Email => "email",
            ContactKind::Phone => "voice",
            ContactKind::Fax => "fax",
            ContactKind::Address => "address",
            ContactKind::Place => continue,
            ContactKind::Website | ContactKind::Form | ContactKind::Press | ContactKind::Social => {
                if contact.link(directory.network.contacts).is_some() {
                    let name = directory.catalogue.contact_kind(contact.kind);
                    links.push(json!({ "url": contact.value(), "note": label.unwrap_or(name) }));
                }
                continue;
            }
        };
        let mut detail = record(
            json!({ "type": kind, "value": contact.value() }),
            sources_of(directory, &about.origin),
        );
        if let Some(label) = label {
            detail["label"] = json!(label);
        }
        if let Some(note) = &about.origin.note {
            detail["note"] = json!(note);
        }
        details.push(detail);
    }
    (details, links)
}

/// The name in the network's own language, and the others.
fn localized(directory: &Directory, names: &LocalizedText) -> (String, Vec<Value>) {
    let own = directory.own_language();
    let others = names.0.iter().filter(|(language, _)| *language != own);
    let others = others.map(|(language, name)| json!({ "name": name, "note": language }));
    (names.get(own).to_owned(), others.collect())
}

/// The first name of an institution, and the others.
fn named<'a>(directory: &Directory, names: &'a [Name]) -> (&'a str, Vec<Value>) {
    let first = directory.display_name(names);
    let others = names.iter().filter(|name| Some(*name) != first);
    let others = others.map(|name| json!({ "name": name.name, "note": name.lang }));
    (first.map_or("", |name| &name.name), others.collect())
}

fn sources_of(directory: &Directory, origin: &Origin) -> Value {
    sources(directory, &origin.sources)
}

/// Sources as links; one without an address cannot be told there.
fn sources(directory: &Directory, sources: &[SourceIdx]) -> Value {
    let sources = sources.iter().filter_map(|&source| {
        let source = &directory[source];
        let url = source.url.as_ref()?;
        Some(json!({ "url": url, "note": source.title }))
    });
    sources.collect()
}

/// A record with its sources; lists that are empty are left out.
fn record(mut fields: Value, sources: Value) -> Value {
    fields["sources"] = sources;
    if let Some(fields) = fields.as_object_mut() {
        fields.retain(|_, value| value.as_array().is_none_or(|list| !list.is_empty()));
    }
    fields
}

/// The JSON Schema (draft 2020-12) of what [`json`] gives, with the fields of
/// the specification that it uses, and no others.
pub fn schema() -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let date = json!({ "type": "string", "pattern": PARTIAL_DATE });
    let list = |of: &str| json!({ "type": "array", "items": { "$ref": format!("#/$defs/{of}") } });
    let object = |required: &[&str], properties: Value| {
        json!({
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        })
    };
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Popolo",
        "type": "object",
        "properties": {
            "persons": { "type": "array", "maxItems": 0 },
            "organizations": list("organization"),
            "areas": list("area"),
            "posts": list("post"),
            "memberships": list("membership"),
            "events": list("event"),
        },
        "required": ["organizations", "areas", "posts", "memberships", "events"],
        "$defs": {
            "link": object(&["url"], json!({
                "url": { "type": "string", "format": "uri" },
                "note": text,
            })),
            "other_name": object(&["name"], json!({ "name": text, "note": text })),
            "identifier": object(&["identifier"], json!({ "identifier": text, "scheme": text })),
            "contact_detail": object(&["type", "value"], json!({
                "type": { "enum": ["email", "voice", "fax", "address"] },
                "value": text,
                "label": text,
                "note": text,
                "sources": list("link"),
            })),
            "organization": object(&["id", "name", "classification"], json!({
                "id": text,
                "name": text,
                "other_names": list("other_name"),
                "identifiers": list("identifier"),
                "classification": text,
                "parent_id": text,
                "area_id": text,
                "founding_date": date,
                "contact_details": list("contact_detail"),
                "links": list("link"),
                "sources": list("link"),
            })),
            "area": object(&["id", "name", "classification"], json!({
                "id": text,
                "name": text,
                "identifier": text,
                "classification": { "enum": ["region", "sub-region", "state"] },
                "parent_id": text,
                "sources": list("link"),
            })),
            "post": object(&["id", "label", "role", "organization_id"], json!({
                "id": text,
                "label": text,
                "role": text,
                "organization_id": text,
            })),
            "membership": object(&["id", "member", "organization_id", "role"], json!({
                "id": text,
                "member": object(&["id"], json!({ "id": text })),
                "organization_id": text,
                "post_id": text,
                "role": text,
                "area_id": text,
                "start_date": date,
                "sources": list("link"),
            })),
            "event": object(&["id", "name", "classification", "status", "start_date"], json!({
                "id": text,
                "name": text,
                "description": text,
                "classification": text,
                "status": text,
                "start_date": date,
                "end_date": date,
                "location": text,
                "organization_id": text,
                "sources": list("link"),
            })),
        },
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use directory::fixture::directory;

    /// Every id that stands in a field of a list.
    fn ids<'a>(popolo: &'a Value, list: &str, field: &str) -> BTreeSet<&'a str> {
        let records = popolo[list].as_array().unwrap().iter();
        records
            .filter_map(|record| record[field].as_str())
            .collect()
    }

    #[test]
    fn every_id_leads_to_a_record() {
        let directory = directory();
        let popolo = json(&directory);
        let organizations = ids(&popolo, "organizations", "id");
        let areas = ids(&popolo, "areas", "id");
        for list in ["organizations", "memberships", "events", "posts"] {
            assert!(
                ids(&popolo, list, "organization_id").is_subset(&organizations),
                "{list}"
            );
            assert!(ids(&popolo, list, "area_id").is_subset(&areas), "{list}");
        }
        assert!(ids(&popolo, "organizations", "parent_id").is_subset(&organizations));
        assert!(ids(&popolo, "areas", "parent_id").is_subset(&areas));
        let posts = ids(&popolo, "posts", "id");
        assert!(ids(&popolo, "memberships", "post_id").is_subset(&posts));
        for membership in popolo["memberships"].as_array().unwrap() {
            let member = membership["member"]["id"].as_str().unwrap();
            assert!(organizations.contains(member), "{member}");
        }
    }

    #[test]
    fn an_id_stands_once() {
        let directory = directory();
        let popolo = json(&directory);
        for (list, records) in popolo.as_object().unwrap() {
            let records = records.as_array().unwrap();
            assert_eq!(ids(&popolo, list, "id").len(), records.len(), "{list}");
        }
    }
}
