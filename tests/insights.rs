//! The page of insights: each of its numbers leads to exactly those it counts.

mod site;

use std::collections::BTreeSet;

use directory::facets::FacetContext;
use directory::model::Status;
use directory::results::{event_results, results};
use directory::{Directory, PartialDate, Query};
use site::{LAKES, NAM, between, leak, page_at, text};

/// A link of the page: where it leads, and what it says to those who do not see it.
struct Link {
    path: String,
    query: Query,
    said: String,
    title: String,
}

fn links(html: &str) -> Vec<Link> {
    let main = between(html, "<main", "</main>");
    let anchors = main.split("<a ").skip(1).map(|anchor| {
        let anchor = anchor.split("</a>").next().unwrap();
        let href = between(anchor, r#"href=""#, r#"""#).replace("&amp;", "&");
        let href = href.strip_prefix(r#"href=""#).unwrap_or(&href);
        let (path, query) = href.split_once('?').unwrap_or((href, ""));
        let label = anchor.split_once(r#"aria-label=""#);
        let label = label.map(|(_, rest)| rest.split('"').next().unwrap().to_owned());
        let (_, inner) = anchor.split_once('>').unwrap();
        Link {
            path: path.to_owned(),
            query: Query::parse(query),
            said: label.unwrap_or_else(|| text(inner)),
            title: anchor
                .split_once("<title>")
                .map_or_else(String::new, |(_, rest)| {
                    text(rest.split("</title>").next().unwrap())
                }),
        }
    });
    anchors
        .filter(|link| link.query != Query::default())
        .collect()
}

/// How many the directory shows at a link.
fn shown(directory: &Directory, link: &Link) -> usize {
    let context = FacetContext {
        directory,
        today: directory.network.data_date.day_range().1,
    };
    if link.path.ends_with("events/") {
        event_results(&context, &link.query, None).len()
    } else {
        results(&context, &link.query, None).len()
    }
}

#[test]
fn every_number_leads_to_as_many_as_it_says() {
    for site in [*NAM, *LAKES] {
        let html = page_at("/insights/", site);
        let links = links(&html);
        let mut seen = BTreeSet::new();
        for link in &links {
            let count = shown(site.directory, link);
            let address = link.query.to_string();
            if !link.title.is_empty() {
                // A dot names those it stands for.
                let (_, names) = link.title.split_once(": ").unwrap();
                assert_eq!(names.split(", ").count(), count, "{address}: {names}");
            } else if link.said.contains("Counted") {
                let number = between(&link.said, "Counted: ", ")");
                assert_eq!(number, count.to_string(), "{address}");
            } else if link.said.parse::<usize>().is_ok() {
                assert_eq!(link.said, count.to_string(), "{address}");
            } else if let Some((_, number)) = link.said.rsplit_once(": ") {
                assert_eq!(number, count.to_string(), "{address}: {}", link.said);
            } else {
                // A month, which names its states.
                assert!(count > 0, "{address}: {}", link.said);
            }
            seen.insert(address);
        }
        assert!(seen.len() > 20, "{} addresses", seen.len());
    }
}

#[test]
fn what_is_counted_and_what_is_not_is_told() {
    let html = page_at("/insights/", *NAM);
    let lead = text(between(&html, r#"class="lead""#, "</p>"));
    assert!(lead.contains("the Movement: 121"), "{lead}");
    let women = text(between(&html, r#"id="women""#, "<svg"));
    assert!(women.contains("Highest: "), "{women}");
    // One that does not sit has no rank.
    let ranks = between(&html, r#"id="women-rank""#, "</section>");
    assert!(!ranks.contains("members/afghanistan/"));
    assert!(text(ranks).contains("without a rank: "));
    // No translator touches an abbreviation.
    assert!(html.contains(r#"translate="no">APU<"#));
}

#[test]
fn equals_share_a_rank_and_the_next_is_left_out() {
    let html = page_at("/insights/", *NAM);
    let ranks = between(&html, r#"id="size-rank""#, "</section>");
    let rows = ranks.split("<tr>").skip(2);
    let places: Vec<(bool, usize, usize)> = rows
        .map(|row| {
            let mut cells = row.split("<td>").skip(1);
            let place = text(cells.next().unwrap().split("</td>").next().unwrap());
            let seats = text(cells.next().unwrap().split("</td>").next().unwrap());
            let seats = seats.replace(',', "").parse().unwrap();
            (
                place.starts_with('='),
                place.trim_start_matches('=').parse().unwrap(),
                seats,
            )
        })
        .collect();
    assert!(places.len() > 100);
    for (index, (shared, place, seats)) in places.iter().enumerate() {
        let above = places.iter().filter(|other| other.2 > *seats).count();
        assert_eq!(*place, above + 1, "row {index}");
        let equals = places.iter().filter(|other| other.2 == *seats).count();
        assert_eq!(*shared, equals > 1, "row {index}");
    }
}

#[test]
fn an_election_known_by_its_year_is_neither_lost_nor_past() {
    let mut directory = LAKES.directory.clone();
    let year = directory.network.data_date.year();
    let mut members = directory.members.iter_mut();
    let voting = members
        .find(|member| member.status == Status::Member && member.women_share().is_some())
        .unwrap();
    let parliament = voting.parliament.as_mut().unwrap();
    parliament.next_election = Some(PartialDate::from_year(year));
    let slug = voting.slug.clone();
    let html = page_at("/insights/", leak(directory, Vec::new()));
    let elections = between(&html, r#"id="elections""#, "</section>");
    let cell = between(elections, &format!("election={year}\""), "</li></ul>");
    assert!(cell.contains(&format!("members/{slug}/")), "{elections}");
}
