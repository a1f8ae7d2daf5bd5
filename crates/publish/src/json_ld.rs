//! What a page is about in the terms of schema.org, for machines.

use directory::Directory;
use directory::model::{
    Chamber, ContactClass, ContactKind, Event, EventState, Member, Name, Parliament,
    ParliamentStatus, Status,
};
use directory::vocabulary::FILES;
use hemicycle::Page;
use serde_json::{Value, json};

use crate::base_url::BaseUrl;
use crate::localizations::Localization;

/// The terms for `page`, as JSON-LD.
pub fn page_json_ld(localization: &Localization, page: Page, base_url: &BaseUrl) -> Value {
    let directory = localization.site.directory;
    let from = localization.address(page);
    let graph = match page {
        Page::Directory | Page::Region(_) | Page::Folder(_) => {
            vec![web_site(localization, &from, base_url)]
        }
        Page::Member(member) => member_nodes(localization, member, &from, base_url),
        Page::Event(event) => event_nodes(localization, event, &from, base_url),
        Page::Network => vec![network(directory), web_page(localization, &from, base_url)],
        Page::Events
        | Page::Contacts
        | Page::Compare
        | Page::Insights
        | Page::Editions
        | Page::Edition(_)
        | Page::Sources(_) => vec![web_page(localization, &from, base_url)],
        Page::Data => vec![data_set(directory, &from, base_url)],
    };
    json!({ "@context": context(), "@graph": graph })
}

/// The terms by themselves, and which of them hold addresses: whoever reads a
/// page has no file of schema.org to fetch (docs/decisions/formats.md).
fn context() -> Value {
    let addresses = [
        "contentUrl",
        "eventAttendanceMode",
        "eventStatus",
        "item",
        "sameAs",
        "url",
    ];
    let mut context = json!({ "@vocab": "https://schema.org/" });
    for term in addresses {
        context[term] = json!({ "@type": "@id" });
    }
    context
}

fn network(directory: &Directory) -> Value {
    let language = directory.language();
    json!({
        "@type": "Organization",
        "name": directory.network.names.get(language),
    })
}

fn web_site(localization: &Localization, from: &str, base_url: &BaseUrl) -> Value {
    let directory = localization.site.directory;
    let network_data = &directory.network;
    let language = directory.language();
    json!({
        "@type": "WebSite",
        "name": network_data.short_names.get(language),
        "description": network_data.purpose.get(language),
        "inLanguage": language,
        "dateModified": network_data.data_date.to_string(),
        "url": base_url.link(&localization.folder, from),
        "publisher": network(directory),
    })
}

/// A page that is about the site itself.
fn web_page(localization: &Localization, from: &str, base_url: &BaseUrl) -> Value {
    json!({
        "@type": "WebPage",
        "inLanguage": localization.language(),
        "isPartOf": { "@type": "WebSite", "url": base_url.link(&localization.folder, from) },
    })
}

fn data_set(directory: &Directory, from: &str, base_url: &BaseUrl) -> Value {
    let network_data = &directory.network;
    let language = directory.language();
    let files = FILES.map(|file| (file.to_owned(), format!("data/{file}"), "application/json"));
    let database = format!("{}.sqlite", network_data.id);
    let database = (database.clone(), database, "application/vnd.sqlite3");
    let files = files.into_iter().chain([database]);
    let files = files.map(|(name, address, media_type)| {
        json!({
            "@type": "DataDownload",
            "name": name,
            "encodingFormat": media_type,
            "contentUrl": base_url.link(&address, from),
        })
    });
    let files: Vec<_> = files.collect();
    json!({
        "@type": "Dataset",
        "name": network_data.names.get(language),
        "description": network_data.purpose.get(language),
        "version": network_data.data_version,
        "dateModified": network_data.data_date.to_string(),
        "inLanguage": language,
        "isAccessibleForFree": true,
        "license": { "@type": "CreativeWork", "text": network_data.licence.get(language) },
        "creator": network(directory),
        "distribution": files,
    })
}

fn member_nodes(
    localization: &Localization,
    member: &'static Member,
    from: &str,
    base_url: &BaseUrl,
) -> Vec<Value> {
    let directory = localization.site.directory;
    let language = directory.language();
    let region = &directory.network[member.region];
    let crumbs = [
        (
            localization.folder.clone(),
            directory.network.short_names.get(language),
        ),
        (
            localization.at(&format!("region/{}/", region.id)),
            region.names.get(language),
        ),
        (from.to_owned(), member.names.get(language)),
    ];
    let mut graph = vec![breadcrumbs(&crumbs, from, base_url)];
    if let Some(parliament) = &member.parliament {
        graph.push(parliament_node(directory, member, parliament));
        graph.extend(election(directory, member, parliament));
    }
    graph
}

/// The way to a page: addresses and names, the outermost first.
fn breadcrumbs(crumbs: &[(String, &str)], from: &str, base_url: &BaseUrl) -> Value {
    let crumbs = (1..).zip(crumbs).map(|(position, (address, name))| {
        json!({
            "@type": "ListItem",
            "position": position,
            "name": name,
            "item": base_url.link(address, from),
        })
    });
    let crumbs: Vec<_> = crumbs.collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": crumbs })
}

/// An event with its days and its place; what is not known is absent.
fn event_nodes(
    localization: &Localization,
    event: &'static Event,
    from: &str,
    base_url: &BaseUrl,
) -> Vec<Value> {
    let directory = localization.site.directory;
    let language = directory.language();
    let title = directory.title_of(event).text;
    let crumbs = [
        (
            localization.folder.clone(),
            directory.network.short_names.get(language),
        ),
        (
            localization.at("events/"),
            localization.words().events_title(),
        ),
        (from.to_owned(), &*title),
    ];
    let mut about = json!({
        "@type": "Event",
        "name": title,
        "startDate": event.start.to_string(),
        "endDate": event.last().to_string(),
        "inLanguage": language,
    });
    let mut set = |term: &str, value: Value| {
        about[term] = value;
    };
    let status = match event.state {
        EventState::Held | EventState::Planned => "EventScheduled",
        EventState::Postponed => "EventPostponed",
        EventState::Cancelled => "EventCancelled",
    };
    set("eventStatus", json!(format!("https://schema.org/{status}")));
    if event.online {
        let mode = "https://schema.org/OnlineEventAttendanceMode";
        set("eventAttendanceMode", json!(mode));
    }
    if let Some(summary) = &event.details.summary {
        set("description", json!(directory.translated(summary).text));
    }
    let place = directory.place_of(event);
    if event.place.is_some() && !place.is_empty() {
        set("location", json!({ "@type": "Place", "name": place }));
    }
    let organisers = event.details.organisers.iter();
    let organisers = organisers
        .map(|name| json!({ "@type": "Organization", "name": directory.translated(name).text }));
    let organisers: Vec<_> = organisers.collect();
    if !organisers.is_empty() {
        set("organizer", json!(organisers));
    }
    vec![breadcrumbs(&crumbs, from, base_url), about]
}

/// What can be called and written to, of the parliament and its chambers.
fn contact_points(directory: &Directory, member: &Member) -> Vec<Value> {
    let contacts = member.valid_contacts(directory.network.data_date.day_range().1);
    let points = contacts.filter_map(|contact| {
        let details = &contact.details;
        // Nothing there could warn of it.
        if details.class == ContactClass::Replaced {
            return None;
        }
        let (term, value) = match contact.kind {
            ContactKind::Email => ("email", contact.value()),
            ContactKind::Phone => ("telephone", details.e164.clone()?),
            ContactKind::Fax => ("faxNumber", details.e164.clone()?),
            _ => return None,
        };
        let label = details.label.as_deref();
        let label = label.map(|label| directory.translated(label).text);
        let mut point = json!({ "@type": "ContactPoint" });
        point[term] = json!(value);
        if let Some(label) = label {
            point["contactType"] = json!(label);
        }
        Some(point)
    });
    points.collect()
}

/// The parliament with its chambers and its seat; what is not known is absent.
fn parliament_node(directory: &Directory, member: &Member, parliament: &Parliament) -> Value {
    let (name, others) = names(directory, &parliament.names);
    let mut about = json!({
        "@type": "GovernmentOrganization",
        "@id": "#parliament",
        "name": name,
        "areaServed": country(member, directory.language()),
    });
    let mut set = |term: &str, value: Value| {
        about[term] = value;
    };
    if !others.is_empty() {
        set("alternateName", json!(others));
    }
    // schema.org has a date of dissolving and no state.
    if parliament.status != ParliamentStatus::Functioning {
        let status = directory.catalogue.parliament_status(parliament.status);
        set("description", json!(status));
    }
    if let Some(website) = member
        .website()
        .and_then(|website| website.link(directory.network.contacts))
    {
        set("url", json!(website));
    }
    let points = contact_points(directory, member);
    if !points.is_empty() {
        set("contactPoint", json!(points));
    }
    if let Some(item) = &parliament.wikidata {
        set(
            "sameAs",
            json!(format!("https://www.wikidata.org/entity/{item}")),
        );
    }
    let city = directory.localized(&parliament.seat.city).text;
    if !city.is_empty() {
        let mut address = json!({
            "@type": "PostalAddress",
            "addressLocality": city,
        });
        if !member.iso2.is_empty() {
            address["addressCountry"] = json!(member.iso2);
        }
        set(
            "location",
            json!({ "@type": "LegislativeBuilding", "address": address }),
        );
    }
    if member.status == Status::Member {
        set("memberOf", network(directory));
    }
    if parliament.chambers.len() > 1 {
        let chambers: Vec<_> = parliament
            .chambers
            .iter()
            .map(|one| chamber_node(directory, one))
            .collect();
        set("subOrganization", json!(chambers));
    }
    about
}

fn chamber_node(directory: &Directory, chamber: &Chamber) -> Value {
    let (name, others) = names(directory, &chamber.names);
    let mut about = json!({ "@type": "GovernmentOrganization", "name": name });
    if !others.is_empty() {
        about["alternateName"] = json!(others);
    }
    about
}

/// The next election, where a source expects one.
fn election(directory: &Directory, member: &Member, parliament: &Parliament) -> Option<Value> {
    let date = parliament.next_election?;
    let (name, _) = names(directory, &parliament.names);
    let language = directory.language();
    Some(json!({
        "@type": "Event",
        "name": directory.catalogue.linked_election(name, member.names.get(language)),
        "startDate": date.to_string(),
        "location": country(member, language),
        "about": { "@id": "#parliament" },
    }))
}

fn country(member: &Member, language: &str) -> Value {
    json!({ "@type": "Country", "name": member.names.get(language) })
}

/// The name for the reader, and the others with their languages.
fn names<'a>(directory: &Directory, names: &'a [Name]) -> (&'a str, Vec<Value>) {
    let first = directory.display_name(names);
    let others = names.iter().filter(|name| Some(*name) != first);
    let others = others.map(|name| match name.lang.as_str() {
        "und" => json!(name.name),
        language => json!({ "@value": name.name, "@language": language }),
    });
    (
        first.map_or("", |name| name.name.as_str()),
        others.collect(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::nam;

    fn graph_at(address: &str, site_url: Option<&str>) -> Value {
        let localization = nam();
        let page = Page::at(address, localization.site.directory).expect("a page");
        let base_url = BaseUrl::new(site_url.map(str::to_owned)).unwrap();
        page_json_ld(localization, page, &base_url)["@graph"].take()
    }

    #[test]
    fn a_parliament_is_told_with_its_seat_chambers_and_next_election() {
        let graph = graph_at("members/algeria/", Some("https://nam.example/"));
        let [crumbs, parliament, ..] = graph.as_array().unwrap().as_slice() else {
            panic!("{graph}");
        };
        assert_eq!(
            crumbs["itemListElement"][1]["item"],
            "https://nam.example/region/africa/"
        );
        assert_eq!(parliament["@type"], "GovernmentOrganization");
        assert_eq!(parliament["location"]["@type"], "LegislativeBuilding");
        assert_eq!(
            parliament["location"]["address"]["addressLocality"],
            "Algiers"
        );
        assert_eq!(parliament["location"]["address"]["addressCountry"], "DZ");
        assert_eq!(parliament["subOrganization"].as_array().unwrap().len(), 2);
        let angola = graph_at("members/angola/", None);
        assert_eq!(angola[2]["@type"], "Event");
        assert_eq!(angola[2]["startDate"], "2027-08");
    }

    #[test]
    fn an_observer_is_no_member_and_an_unknown_election_no_event() {
        let directory = nam().site.directory;
        let mut observers = directory.members.iter();
        let observer = observers
            .find(|member| member.status == Status::Observer)
            .unwrap();
        let graph = graph_at(&format!("members/{}/", observer.slug), None);
        assert!(graph[1].get("memberOf").is_none(), "{graph}");
        let graph = graph_at("members/afghanistan/", None);
        assert_eq!(graph[1]["description"], "Dissolved");
        assert!(!graph.to_string().contains("Event"), "{graph}");
    }

    #[test]
    fn a_context_is_no_file_and_names_each_term_that_holds_an_address() {
        let context = context();
        let localization = nam();
        for page in Page::all(localization.site.directory) {
            let text = page_json_ld(localization, page, &BaseUrl::new(None).unwrap());
            let mut values = vec![("", &text["@graph"])];
            while let Some((term, value)) = values.pop() {
                match value {
                    Value::Array(list) => values.extend(list.iter().map(|one| (term, one))),
                    Value::Object(object) => {
                        values.extend(object.iter().map(|(term, value)| (&**term, value)));
                    }
                    Value::String(text) if !term.starts_with('@') => {
                        let is_address = ["http", "./", "../"]
                            .iter()
                            .any(|start| text.starts_with(start));
                        assert_eq!(is_address, context[term].is_object(), "{term}: {text}");
                    }
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn the_data_are_a_data_set_with_its_files() {
        let graph = graph_at("data/", None);
        assert_eq!(graph[0]["@type"], "Dataset");
        assert_eq!(
            graph[0]["distribution"].as_array().unwrap().len(),
            FILES.len() + 1
        );
        assert_eq!(
            graph[0]["distribution"][0]["contentUrl"],
            "../data/network.json"
        );
    }
}
