//! What a reader gets at an address, rendered without a browser.

mod site;

use directory::snapshot::{self, LanguagePart, Part};
use hemicycle::{Page, Problem};
use site::{LAKES, NAM, between, leak, page_at, text};

#[test]
fn the_directory_opens_with_the_member_in_the_address() {
    let html = page_at("/?selected=dza", *NAM);
    let row = row(&html, "algeria");
    assert!(row.contains(r#"aria-current="true""#), "{row}");
}

#[test]
fn the_sentence_says_what_is_shown_and_is_the_heading() {
    let html = page_at("/?region=africa&structure=bicameral&sort=seats", *NAM);
    let heading = between(&html, "<h1", "</h1>");
    let text = text(heading);
    assert!(
        text.contains("bicameral parliaments in Africa, by seats"),
        "{text}"
    );
    assert!(text.contains("of 138"), "{text}");
}

#[test]
fn list_and_map_show_the_same_members() {
    for (address, listed, open) in [("/?region=africa", 54, 6), ("/?status=member", 121, 40)] {
        let html = page_at(address, *NAM);
        let rows = html.matches(r#"class="member-list__row "#).count();
        assert_eq!(rows, listed, "{address}");
        assert_eq!(open_marks(&html), open, "{address}");
    }
}

/// How many marks on the map are of members that are listed; all others are none.
fn open_marks(html: &str) -> usize {
    let listed = |page: &str| links(html, "member-list__select").any(|link| link.contains(page));
    let marks = links(html, "map-member").filter(|mark| {
        let is_open = !mark.contains("aria-hidden");
        let page = between(mark, r#"href=""#, "?");
        assert_eq!(is_open, listed(page), "{mark}");
        is_open
    });
    marks.count()
}

#[test]
fn every_member_has_a_row_and_the_smallest_a_mark_on_the_map() {
    let html = page_at("/", *NAM);
    let page = |slug: &str| format!(r#"href="members/{slug}/"#);
    for member in &NAM.directory.members {
        let page = page(&member.slug);
        let is_there = links(&html, "member-list__select").any(|link| link.contains(&page));
        assert!(is_there, "{}", member.id);
    }
    // The land of the others can be hit once the program has its outlines.
    let is_marked = |slug: &str| links(&html, "map-member").any(|link| link.contains(&page(slug)));
    for slug in ["malta", "singapore", "bahrain", "barbados", "fiji"] {
        assert_eq!(
            is_marked(slug),
            NAM.directory.member_at(slug).is_some(),
            "{slug}"
        );
    }
    assert!(!is_marked("india"));
}

#[test]
fn a_past_year_shows_who_belonged_at_its_end() {
    let html = page_at("/?year=1975", *NAM);
    let heading = text(between(&html, "<h1", "</h1>"));
    assert!(
        heading.ends_with("All 75: states, at the end of 1975, by name"),
        "{heading}"
    );
    let former = between(&html, r#"class="former-rows""#, "</section>");
    assert!(former.contains(r#"aria-label="Open the page of Yemen""#));
    let former = text(former);
    for left in ["Argentina", "Cyprus", "Malta", "Yemen Arab Republic"] {
        assert!(former.contains(left), "{left}: {former}");
    }
    assert!(former.contains("Yugoslavia 1961–1992"), "{former}");
    let listed = between(&html, r#"<ol id="results""#, "</ol>");
    assert_eq!(listed.matches(r#"class="member-list__row "#).count(), 69);
    assert!(!listed.contains("members/angola/"), "it joined in 1976");
    assert!(text(&html).contains("13 states are not shown"));
}

#[test]
fn a_past_year_shows_nothing_of_today_as_of_then() {
    let html = page_at("/?year=1975&sort=seats&structure=bicameral", *NAM);
    let row = row(&html, "algeria");
    let then = between(row, r#"class="member-list__detail""#, "</span>");
    assert!(then.ends_with(">joined 1961 · host in 1973"), "{row}");
    // A style sheet hides them, in the list as in the table.
    for of_today in ["figure", "detail"] {
        let class = format!(r#"class="member-list__{of_today} of-today""#);
        assert_eq!(row.matches(&class).count(), 1, "{row}");
    }
    assert!(html.contains("data-past"), "{html}");
    assert!(text(&html).contains("Names, borders and outlines are those of today"));
    let notes: Vec<_> = html
        .split(r#"class="former-rows__left-out""#)
        .map(text)
        .collect();
    let told = |note: &str| notes.iter().any(|text| text.contains(note));
    assert!(
        told("South Sudan: part of Sudan until 9 July 2011"),
        "{notes:?}"
    );
    assert!(
        told("Eritrea: part of Ethiopia until 24 May 1993"),
        "{notes:?}"
    );
    let map = page_at("/?year=1975&view=map", *NAM);
    assert!(text(&map).contains("Outlines are those of today."));
    let later = text(&page_at("/?year=2012", *NAM));
    assert!(
        !later.contains("part of Sudan"),
        "it was a state of its own"
    );
    let today = text(&page_at("/?year=2026", *NAM));
    assert!(!today.contains("Outlines are those of today."), "{today}");
    assert!(
        today.contains("National Assembly") && today.contains("Kabul"),
        "{today}"
    );
}

#[test]
fn the_band_of_a_year_tells_it_and_leads_back_to_today() {
    let html = page_at("/?region=africa&year=1975", *NAM);
    let band = between(&html, r#"class="year-slider""#, "</section>");
    assert!(band.contains(r#"aria-valuetext="1975: 74 member states""#));
    for range in [r#"min="1961""#, r#"max="2026""#, r#"value="1975""#] {
        assert!(band.contains(range), "{range} in {band}");
    }
    assert!(band.contains(r#"href="region/africa/""#), "{band}");
    let counts = text(between(&html, r#"class="legend""#, "</ul>"));
    assert!(counts.contains("Africa 41"), "{counts}");
    assert!(!page_at("/", *NAM).contains("year-slider"));
    assert!(!page_at("/?year=1960", *NAM).contains("year-slider"));
}

#[test]
fn a_past_year_on_the_map_colours_the_land_of_those_that_left() {
    let html = page_at("/?year=1975&view=map", *NAM);
    let hidden = html.matches(r#"visibility="hidden""#).count();
    assert_eq!(hidden, 28, "marks of those that did not belong yet");
    assert_eq!(open_marks(&html), 17);
    // Malta: its region's dot, beside those of the members.
    let dots = html.matches(r#"map-marker shade--region-4""#).count();
    assert_eq!(dots, 1);
}

#[test]
fn words_and_filters_find_former_members_too() {
    let found = |address: &str| {
        let html = page_at(address, *NAM);
        let former = html.matches(r#"class="member-list__row "#).count();
        (text(between(&html, "<h1", "</h1>")), former)
    };
    let (sentence, rows) = found("/?q=yougosl&year=1975");
    assert!(sentence.contains("1 of 75"), "{sentence}");
    assert_eq!(rows, 1);
    let (sentence, _) = found("/?q=yemen&year=1989");
    assert!(sentence.contains("2 of 102"), "{sentence}");
    let (sentence, _) = found("/?q=yemen&year=1990");
    assert!(sentence.contains("1 of 102"), "{sentence}");
    let (sentence, _) = found("/?status=observer&year=1975");
    assert!(sentence.contains("1 of 75: observer state"), "{sentence}");
}

#[test]
fn what_was_found_by_another_name_says_why() {
    let html = page_at("/?q=ouaga", *NAM);
    let row = text(row(&html, "burkina-faso"));
    assert!(row.contains("capital: Ouagadougou"), "{row}");
}

#[test]
fn no_year_of_the_line_stands_on_another() {
    let mut moved_in = 0;
    for last in 2000..2012 {
        let html = page_at(&format!("/events/?span=1956-04-25_{last}-07-24"), *NAM);
        let ticks = html.split("class=\"timeline__tick\"").skip(1);
        let texts = ticks.map(|tick| {
            let tag = between(tick, "<text", ">");
            let x: f64 = between(tag, "x=\"", "\"").parse().unwrap();
            let is_before = tag.contains("text-anchor=\"end\"");
            let label = text(between(tick, "<text", "</text>"));
            let width: f64 = label.chars().map(|_| 7.0).sum();
            (x, width, is_before)
        });
        let texts: Vec<_> = texts.filter(|(_, width, _)| *width > 0.0).collect();
        assert!(texts.len() > 5, "{last}: {texts:?}");
        for pair in texts.windows(2) {
            let [(x, width, is_before), (next_x, next_width, is_next_before)] = pair else {
                unreachable!();
            };
            let end = if *is_before { *x } else { x + width };
            let start = if *is_next_before {
                next_x - next_width
            } else {
                *next_x
            };
            assert!(end <= start, "{last}: {pair:?}");
            moved_in += usize::from(*is_next_before && !is_before);
        }
    }
    assert!(moved_in > 3, "{moved_in}");
}

#[test]
fn an_event_that_was_found_marks_its_title_or_says_why() {
    let listed = |address: &str| {
        let html = page_at(address, *NAM);
        between(&html, r#"class="event-list""#, "</div>").to_owned()
    };
    let rows = |list: &str| list.matches(r#"class="event-list__select""#).count();
    let list = listed("/events/?q=summmit+lusaka");
    assert_eq!(rows(&list), 1);
    assert!(list.contains("3rd <mark>Summit</mark> of"), "{list}");
    assert!(!list.contains("member-list__why"), "{list}");
    let list = listed("/events/?q=zambia");
    assert_eq!(rows(&list), 2);
    assert!(text(&list).contains("country: Zambia"), "{list}");
}

#[test]
fn nothing_found_offers_the_nearest_names_and_a_way_out() {
    let html = page_at("/?q=zimbabwe&region=europe", *NAM);
    let nothing = text(between(&html, r#"class="nothing-found""#, "</ul>"));
    assert!(nothing.contains("Zimbabwe"), "{nothing}");
    assert!(html.contains("Clear the search and all filters"));
}

#[test]
fn figures_older_than_the_last_vote_say_so() {
    let page = text(&page_at("/members/algeria/", *NAM));
    assert!(page.contains("before the vote of 2 July 2026"), "{page}");
}

#[test]
fn an_address_from_an_old_list_is_no_link() {
    let html = page_at("/members/afghanistan/", *NAM);
    let page = text(&html);
    assert!(page.contains("not checked since 2015"), "{page}");
    assert!(!html.contains(r#"href="https://wolesi.website"#));
}

#[test]
fn a_contact_is_used_only_as_far_as_that_is_safe() {
    let html = page_at("/members/aldermere/", *LAKES);
    assert!(html.contains(r#"href="tel:+999551234""#), "{html}");
    assert!(html.contains(r#"href="mailto:clerk@parliament.example""#));
    let fax = contact(&html, "xaa-fax");
    assert!(!fax.contains("href=\"tel:"), "nobody talks to a fax: {fax}");
    assert!(text(fax).contains("valid until 2022"), "{fax}");
    let html = page_at("/members/brookmoor/", *LAKES);
    let phone = contact(&html, "xbb-phone");
    assert!(
        !phone.contains("href=\"tel:") && phone.contains("12 34"),
        "{phone}"
    );
    let site = contact(&html, "xbb-website");
    assert!(!site.contains(r#"href="https://reeds"#), "{site}");
}

#[test]
fn what_is_wrong_is_reported_with_its_record_and_field() {
    let html = page_at("/members/aldermere/", *LAKES);
    let mail = contact(&html, "xaa-address");
    let link = links(mail, "contact__wrong").next().unwrap_or_default();
    let link = between(link, r#"href=""#, "\"");
    assert!(
        link.starts_with("mailto:data@lakes.example?subject="),
        "{link}"
    );
    for part in [
        "record%20xaa-address",
        "field%20lines",
        "1%20Shore%20Street",
        "%0D%0A",
    ] {
        assert!(link.contains(part), "{part} in {link}");
    }
    // A network without an address of e-mail has the message copied.
    let html = page_at("/members/jamaica/", *NAM);
    let mail = contact(&html, "jam-email");
    assert!(
        mail.contains("data-text=\"") && mail.contains("record jam-email"),
        "{mail}"
    );
}

#[test]
fn the_page_of_contacts_has_a_row_for_every_institution() {
    let html = page_at("/contacts/", *NAM);
    let rows = html.matches("<tbody").count();
    assert_eq!(rows, NAM.directory.members.len());
    let kenya = between(&html, r#"id="row-ken""#, "</tbody>");
    assert_eq!(kenya.matches("<tr").count(), 3, "{kenya}");
    assert_eq!(kenya.matches("https://").count(), 1, "the name is a link");
    assert!(text(kenya).contains("Office of the Clerk"), "{kenya}");
    let haiti = between(&html, r#"id="row-hti""#, "</tbody>");
    assert!(text(haiti).contains("No contact on record."), "{haiti}");
    let coverage = text(between(&html, r#"class="contact-coverage""#, "</section>"));
    assert!(
        coverage.contains("parliaments without any contact on record"),
        "{coverage}"
    );
}

#[test]
fn a_contact_says_where_it_was_read_and_what_nobody_dials() {
    let benin = page_at("/members/benin/", *NAM);
    let phone = contact(&benin, "ben-phone");
    assert!(!phone.contains("href=\"tel:"), "{phone}");
    let told = text(phone);
    for fact in ["old numbering plan", "official when printed", "2018"] {
        assert!(told.contains(fact), "{fact} in {told}");
    }
    let kenya = page_at("/members/kenya/", *NAM);
    let shared = text(contact(&kenya, "ken-lower-phone"));
    assert!(shared.contains("lower chamber, upper chamber"), "{shared}");
    // Where it sits is no address, for a letter or a label.
    let table = page_at("/contacts/", *NAM);
    for id in ["bgd", "zwe"] {
        let row = between(&table, &format!(r#"id="row-{id}""#), "</tbody>");
        assert!(!row.contains("<address"), "{row}");
        assert!(text(row).contains("Place, no postal address"), "{row}");
    }
    let indonesia = between(&table, r#"id="row-idn""#, "</tbody>");
    assert_eq!(indonesia.matches("href=\"tel:").count(), 1, "{indonesia}");
    assert!(text(indonesia).contains("2014 · +6"), "{indonesia}");
}

#[test]
fn a_meeting_without_a_day_is_told_by_its_year_or_month() {
    let held = "whether it was held is not known here";
    let past = text(&page_at("/events/aipa-general-assembly-47-manila/", *NAM));
    assert!(
        past.contains("October 2026") && past.contains(held),
        "{past}"
    );
    let open = text(&page_at("/events/nam-summit-20-uzbekistan/", *NAM));
    assert!(open.contains("2027") && !open.contains(held), "{open}");
}

#[test]
fn a_form_has_every_fact_and_room_for_corrections() {
    let html = page_at("/members/jamaica/", *NAM);
    let form = between(&html, r#"id="sheet""#, "</section>");
    for fact in [
        "Jamaica",
        "Gordon House, 81 Duke Street",
        "+1 876 922 0200",
        "Lower chamber: Seats",
    ] {
        assert!(text(form).contains(fact), "{fact} in {form}");
    }
    assert!(form.contains("sheet.csv"));
}

#[test]
fn a_year_on_common_knowledge_says_so() {
    let facts = page_at("/members/benin/", *NAM);
    let facts = text(between(&facts, r#"class="key-facts""#, "</dl>"));
    assert!(
        facts.contains("1964") && facts.contains("on common knowledge"),
        "{facts}"
    );
}

#[test]
fn values_that_sources_disagree_on_show_both() {
    let page = text(&page_at("/members/central-african-republic/", *NAM));
    assert!(
        page.contains("144") && page.contains("another source: 140"),
        "{page}"
    );
}

#[test]
fn what_is_missing_is_named_as_missing() {
    let page = text(&page_at("/members/haiti/", *NAM));
    assert!(page.contains("No contact on record."), "{page}");
    assert!(page.contains("not known"), "{page}");
}

#[test]
fn a_parliament_that_does_not_function_is_told_wherever_it_is_named() {
    let row_of = |address: &str, name: &str| {
        let html = page_at(address, *NAM);
        let rows = html.split("<li").chain(html.split("<tr"));
        let mut rows = rows.map(|row| row.split("</li>").next().unwrap_or_default());
        let row = rows.find(|row| row.contains(&format!("/{name}/")));
        text(row.unwrap_or_else(|| panic!("no row of {name} at {address}")))
    };
    for (name, note, figure) in [
        ("afghanistan", "National Assembly dissolved", "does not sit"),
        ("haiti", "National Assembly suspended", "does not sit"),
        (
            "mali",
            "Transitional National Council transitional",
            "147 seats",
        ),
    ] {
        let row = row_of("/", name);
        assert!(row.contains(note) && row.contains(figure), "{row}");
        let row = row_of("/?view=table", name);
        assert!(row.contains(note), "{row}");
        let page = text(&page_at(&format!("/members/{name}/"), *NAM));
        assert!(page.contains(note), "{page}");
    }
    let kuwait = text(&page_at("/members/kuwait/", *NAM));
    let line = "National Assembly suspended Joined";
    assert!(kuwait.contains(line), "said once: {kuwait}");
    let html = page_at("/contacts/", *NAM);
    let haiti = text(between(&html, r#"id="row-hti""#, "</tbody>"));
    assert!(haiti.contains("National Assembly suspended"), "{haiti}");
    let html = page_at("/members/haiti/", *NAM);
    assert!(html.contains("seat-chart__seats--vacant"), "{html}");
    assert!(!html.contains("seat-chart__seats--unknown"), "nobody sits");
}

#[test]
fn each_count_of_what_is_on_record_leads_to_as_many() {
    let html = page_at("/data/", *NAM);
    let explained = "Of 138 parliaments, by region; each number leads to the list of them. \
                     Older: more than 12 months before 28 November 2026, or not dated.";
    assert!(text(&html).contains(explained), "{}", text(&html));
    let table = between(&html, r#"class="completeness""#, "</table>");
    let links = table.split(r#"<a href="../"#).skip(1).map(|link| {
        let (query, rest) = link.split_once("\">").unwrap();
        let number = rest.split("</a>").next().unwrap();
        (query.replace("&amp;", "&"), number)
    });
    let links: Vec<_> = links.collect();
    assert!(links.len() > 90, "{}", links.len());
    for (query, number) in links {
        let page = page_at(&format!("/{query}"), *NAM);
        let heading = text(between(&page, "<h1", "</h1>"));
        let shown = [format!("{number} of 138:"), format!("All {number}:")];
        assert!(
            shown.iter().any(|shown| heading.contains(shown)),
            "{query}: {number}, but {heading}"
        );
    }
    let row = |label: &str| text(between(table, &format!(">{label}</th>"), "</tr>"));
    // The e-mail addresses on record, as the page of contacts counts them too.
    assert!(
        row("E-mail").trim_start().starts_with("43 "),
        "{}",
        row("E-mail")
    );
}

#[test]
fn the_page_of_a_member_says_what_is_oldest_on_it() {
    let page = text(&page_at("/members/afghanistan/", *NAM));
    let oldest = "Oldest on this page: Parliament, 30 November 2015.";
    assert!(page.contains(oldest), "{page}");
    for member in &NAM.directory.members {
        let page = text(&page_at(&format!("/members/{}/", member.slug), *NAM));
        assert!(page.contains("Oldest on this page:"), "{}", member.slug);
    }
}

#[test]
fn a_native_name_carries_its_language() {
    let html = page_at("/members/algeria/", *NAM);
    assert!(html.contains(r#"lang="ar""#));
    assert!(html.contains("الجزائر"));
}

#[test]
fn the_list_that_one_came_from_leads_on() {
    let html = page_at("/members/belarus/?region=europe&status=member", *NAM);
    let around = text(between(&html, r#"class="pager__around""#, "</nav>"));
    assert!(
        around.contains("Previous: Azerbaijan") && around.contains("2 of 2"),
        "{around}"
    );
}

#[test]
fn links_are_relative_to_the_page_they_stand_on() {
    let html = page_at("/members/belarus/", *NAM);
    assert!(
        html.contains(r#"href="../../members/azerbaijan/""#)
            || html.contains("../../region/europe/")
    );
    assert!(
        !html.contains(r#"href="/"#),
        "a link from the root would leave the folder"
    );
}

#[test]
fn every_page_is_found_at_its_address() {
    let all: Vec<Page> = Page::all(NAM.directory).collect();
    let drawn = all.iter().filter(|page| !page.is_published());
    let drawn: Vec<String> = drawn.map(|page| page.path()).collect();
    let (regions, others): (Vec<_>, Vec<_>) =
        drawn.iter().partition(|path| path.contains("region/"));
    assert_eq!(others, ["", "events/", "contacts/", "compare/", "members/"]);
    assert_eq!(regions[..3], ["region/", "subregion/", "region/africa/"]);
    for page in all {
        let path = page.path();
        let without_slash = path.trim_end_matches('/');
        for address in [path.as_str(), without_slash] {
            let found = Page::at(address, NAM.directory);
            assert!(found == Some(page), "{address}");
        }
    }
    for address in [
        "events/nothing/",
        "sources/nothing/",
        "region/",
        "region/x/",
    ] {
        let found = Page::at(address, NAM.directory).map(Page::path);
        assert_eq!(found.is_some(), address == "region/", "{address}");
    }
}

#[test]
fn no_page_carries_a_style_of_its_own() {
    for address in [
        "/",
        "/?view=table",
        "/members/china/",
        "/data/",
        "/nowhere/",
    ] {
        let html = page_at(address, *NAM);
        assert!(!html.contains("style="), "{address}");
    }
}

#[test]
fn an_unknown_address_says_so_and_leads_back() {
    for address in ["/nowhere/", "/members/atlantis/"] {
        let page = text(&page_at(address, *NAM));
        assert!(
            page.contains("There is no page at this address"),
            "{address}: {page}"
        );
    }
}

#[test]
fn every_page_of_every_member_can_be_rendered() {
    for member in &NAM.directory.members {
        let html = page_at(&format!("/members/{}/", member.slug), *NAM);
        let heading = text(between(&html, "<h1", "</h1>"));
        assert!(heading.ends_with(member.names.get("en")), "{heading}");
    }
}

#[test]
fn events_are_listed_with_place_and_days_and_a_way_to_each() {
    let html = page_at("/events/?type=nam-summit&region=africa", *NAM);
    let heading = text(between(&html, "<h1", "</h1>"));
    assert!(
        heading.ends_with("of 162: events: Summit of the Movement, Africa"),
        "{heading}"
    );
    let list = between(&html, r#"class="event-list""#, "</section>");
    let first = text(between(list, "<li", "</li>"));
    for fact in ["19th Summit", "Kampala, Uganda", "19–20 January 2024"] {
        assert!(first.contains(fact), "{fact}: {first}");
    }
    assert!(
        list.contains(r#"href="../events/nam-summit-19-kampala-2024/""#),
        "{list}"
    );
}

#[test]
fn an_event_tells_its_facts_with_the_source_of_each() {
    let html = page_at("/events/nam-summit-01-belgrade-1961/", *NAM);
    let page = text(between(&html, "<main", "</main>"));
    for fact in [
        "1st Summit of the Non-Aligned Movement",
        "1–6 September 1961",
        "Belgrade",
    ] {
        assert!(page.contains(fact), "{fact}: {page}");
    }
    assert!(
        html.contains(r#"class="origin""#),
        "sources stand beside the facts"
    );
    assert!(html.contains("event.ics"), "it can be put into a calendar");
}

#[test]
fn every_page_of_every_event_can_be_rendered() {
    for site in [*NAM, *LAKES] {
        for event in &site.directory.events {
            let html = page_at(&format!("/events/{}/", event.id), site);
            let title = site.directory.title_of(event).text;
            let heading = text(between(&html, "<h1", "</h1>"));
            assert!(heading.ends_with(&*title), "{heading} of {}", event.id);
        }
    }
}

#[test]
fn a_cancelled_event_says_so() {
    let html = page_at("/events/committee-2024/", *LAKES);
    assert!(text(between(&html, "<main", "</main>")).contains("Cancelled"));
}

#[test]
fn the_page_of_the_data_leads_to_every_calendar_and_feed_and_form_of_the_data() {
    let html = page_at("/data/", *NAM);
    for file in [
        "csv-metadata.json",
        "datapackage.json",
        "members.md",
        "nam-pn.sqlite",
        "nam-pn.xlsx",
        "popolo.json",
        "schemas/members.json",
        "schemas/popolo.json",
        "schemas/table-members.json",
        "calendars/all.ics",
        "calendars/upcoming.ics",
        "calendars/type/nam-summit.ics",
        "calendars/region/africa.ics",
        "calendars/organ/conference.ics",
        "feeds/events.atom",
        "feeds/changes.atom",
    ] {
        assert!(html.contains(&format!(r#"href="../{file}""#)), "{file}");
    }
}

#[test]
fn another_network_shows_without_a_change_of_code() {
    let network = &LAKES.directory.network;
    for address in ["/", "/?view=table", "/data/"] {
        let page = text(&page_at(address, *LAKES));
        assert!(page.contains(network.short_names.get("en")), "{page}");
        for word in ["Africa", "Movement", "IPU", "NAM"] {
            assert!(!page.contains(word), "{word} at {address}");
        }
    }
    let html = page_at("/", *LAKES);
    assert_eq!(html.matches(r#"class="member-list__row "#).count(), 3);
    for member in &LAKES.directory.members {
        let page = page_at(&format!("/members/{}/", member.slug), *LAKES);
        assert!(page.contains(member.names.get("en")));
    }
}

#[test]
fn an_event_that_no_stored_source_confirms_says_so() {
    let mut count = 0;
    for event in &NAM.directory.events {
        let sources = event.details.provenance.record.sources.iter();
        let mut sources = sources.map(|source| &NAM.directory[*source]);
        if sources.all(|source| source.unverified) {
            count += 1;
            let html = page_at(&format!("/events/{}/", event.id), *NAM);
            let facts = text(between(&html, "<dl", "</dl>"));
            assert!(facts.contains("on common knowledge"), "{}", event.id);
        }
    }
    assert_eq!(count, 29);
}

#[test]
fn who_held_an_event_says_how_that_is_known() {
    let html = page_at("/events/ipu-assembly-083-nicosia-1990/", *NAM);
    let held = text(between(&html, "Held by", "</section>"));
    assert!(
        held.contains("was not looked up for this assembly"),
        "{held}"
    );
    let html = page_at("/events/nam-pn-conference-baku-2022/", *NAM);
    let present = text(between(&html, "Participants", "</section>"));
    assert!(
        present.contains("another source: 9 organisations"),
        "{present}"
    );
}

#[test]
fn who_belongs_to_an_organisation_is_told_with_the_sources() {
    let html = page_at("/network/", *NAM);
    let union = between(&html, r#"id="organisation-puic""#, r#"id="organisation-"#);
    let belonging = between(union, "<details>", "</details>");
    assert!(belonging.contains(r#"href="../sources/"#), "{belonging}");
}

#[test]
fn a_missing_part_leaves_the_rest_and_a_way_to_try_again() {
    let whole = NAM.directory;
    let language = LanguagePart::write(whole, &whole.translations, &[]);
    let core = snapshot::write(whole, Part::Core);
    let directory = LanguagePart::read(&language)
        .unwrap()
        .directory(&core)
        .unwrap();
    let problem = Problem {
        is_outdated: false,
        sentence: "map.json is missing from this site.".to_owned(),
    };
    let site = leak(directory, vec![problem]);
    let html = page_at("/", site);
    let said = text(between(&html, r#"class="problem-notice""#, "</button>"));
    assert!(said.contains("map.json is missing"), "{said}");
    assert!(said.contains("Try again"), "{said}");
    assert_eq!(html.matches(r#"class="member-list__row "#).count(), 138);
    assert!(text(&html).contains("The map could not be loaded"));
}

#[test]
fn a_page_names_the_parts_that_it_needs() {
    let parts = |address| {
        let html = page_at(address, *NAM);
        // An attribute that is empty is written without a value.
        let value = |from, to| {
            between(&html, from, to)
                .trim_matches(['=', '"', ' '])
                .to_owned()
        };
        let snapshot = value(" data-parts", "data-program-part");
        (snapshot, value(" data-program-part", ">"))
    };
    for (address, snapshot, program) in [
        ("/", "map", ""),
        ("/region/africa/", "map", ""),
        ("/events/", "events map", "events"),
        ("/contacts/", "contacts", "contacts"),
        ("/events/bandung-conference-1955/", "events", ""),
        ("/members/algeria/", "", ""),
    ] {
        let expected = (snapshot.to_owned(), program.to_owned());
        assert_eq!(parts(address), expected, "{address}");
    }
}

/// A contact on the page of its member.
fn contact<'a>(html: &'a str, id: &str) -> &'a str {
    let rest = between(html, &format!(r#"<li id="contact-{id}""#), "</section>");
    rest.split(r#"<li id="contact-"#).next().unwrap_or(rest)
}

/// The row of a member in the list, by the end of its address.
fn row<'a>(html: &'a str, slug: &str) -> &'a str {
    let mut rows = html.split(r#"<li class="member-list__row "#).skip(1);
    let is_own = |row: &&str| row.contains(&format!("members/{slug}/"));
    let row = rows.find(is_own).unwrap_or_else(|| panic!("no {slug}"));
    row.split("</li>").next().unwrap_or(row)
}

/// The tags of all links with this class, which it has alone.
fn links<'a>(html: &'a str, class: &str) -> impl Iterator<Item = &'a str> {
    let class = format!(r#"class="{class}""#);
    let tags = html.split("<a ").skip(1).map(|link| between(link, "", ">"));
    tags.filter(move |tag| tag.contains(&class))
}
