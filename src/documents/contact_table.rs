//! The contacts of all members as a table; on a narrow screen as cards.
//!
//! The rows are written when the site is published and only arranged by the
//! program: docs/decisions/contacts.md.

use directory::contacts::{Institution, institutions};
use directory::facets::{CONTACT_FILTERS, ContactFilter, FacetId};
use directory::model::{ContactKind, Directory, Member, Name};
use directory::vocabulary::as_str;
use directory::{Catalogue, Query};

use super::contact_line::{contact_age, contact_value};
use crate::address::Page;
use crate::components::lang_name::{institution_name, localized};
use crate::components::member_list::{observer_tag, swatch};
use crate::markup::{Element, Markup, el};
use crate::navigation::use_here;

/// What stands in each column.
const COLUMNS: [&[ContactKind]; 4] = [
    &[
        ContactKind::Website,
        ContactKind::Form,
        ContactKind::Press,
        ContactKind::Social,
    ],
    &[ContactKind::Email],
    &[ContactKind::Phone, ContactKind::Fax],
    &[ContactKind::Address],
];

/// All members by name, each with a row for every institution.
pub fn contact_table(directory: &'static Directory) -> Element {
    let words = &directory.catalogue;
    let heads = [
        words.contacts_state(),
        words.contacts_institution(),
        words.contact_kind_website(),
        words.contact_kind_email(),
        words.contacts_phones(),
        words.contact_kind_address(),
    ];
    let head = |name| {
        let head = el("th").attr("scope", "col");
        head.child(name)
    };
    let heads = el("tr").children(heads.map(head));
    let rows = directory.by_name().map(|member| rows(directory, member));
    el("table")
        .id("contacts")
        .class("contact-table")
        .child(coverage(directory))
        .child(el("thead").child(heads))
        .children(rows)
}

fn rows(directory: &'static Directory, member: &'static Member) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let name = member.names.get(directory.language());
    let choose = el("input")
        .attr("type", "checkbox")
        .attr("value", member.id.to_string())
        .attr("aria-label", words.contacts_choose(name));
    let link = el("a")
        .class("contact-table__row-link")
        .href(here.to(Page::Member(member), &Query::default()));
    let institutions = institutions(directory, member);
    let head = el("th")
        .attr("scope", "rowgroup")
        .maybe(
            "rowspan",
            Some(institutions.len())
                .filter(|rows| *rows > 1)
                .map(|rows| rows.to_string()),
        )
        .child(
            el("div").child(choose).child(swatch(member)).child(
                el("span")
                    .child(link.child(localized(directory.localized(&member.names))))
                    .children(observer_tag(words, member))
                    .child(el("small")),
            ),
        );
    let body = el("tbody").id(format!("row-{}", member.id));
    if institutions.is_empty() {
        let parliament = member.parliament.as_ref();
        let name = parliament.and_then(|parliament| directory.display_name(&parliament.names));
        let none = el("td").attr("colspan", "4").class("missing");
        return body.child(
            el("tr")
                .child(head)
                .child(name_cell(words, name))
                .child(none.child(words.contact_none())),
        );
    }
    let mut head = Some(head);
    let rows = institutions.iter().map(|one| {
        let cells = COLUMNS.map(|kinds| contacts(directory, member, one, kinds));
        // Many an address begins with the institution, which a label names once.
        let begins = |name: &Name| {
            let mut contacts = one.contacts.iter();
            contacts.any(|contact| {
                let first = contact.details.lines.first();
                first.is_some_and(|line| line.ends_with(&name.name))
            })
        };
        let class = one
            .name
            .is_some_and(begins)
            .then_some("contact-table__named");
        el("tr")
            .children(head.take())
            .child(name_cell(words, one.name).maybe("class", class))
            .children(cells)
    });
    let rows: Vec<_> = rows.collect();
    body.children(rows)
}

/// What the institution is called.
fn name_cell(words: &'static Catalogue, name: Option<&'static Name>) -> Element {
    let name = name.map(|name| institution_name(words, name));
    el("td").children(name)
}

/// The contacts of these kinds, or that there are none.
fn contacts(
    directory: &'static Directory,
    member: &'static Member,
    institution: &Institution<'static>,
    kinds: &[ContactKind],
) -> Element {
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let contacts = institution.contacts.iter();
    let contacts = contacts.filter(|one| !one.is_expired(today));
    let mut contacts = contacts.filter(|one| kinds.contains(&one.kind)).peekable();
    if contacts.peek().is_none() {
        let none = el("td")
            .class("missing")
            .attr("aria-label", words.contacts_missing());
        return none.child("–");
    }
    let lines = contacts.map(|contact| {
        // The first of a column needs no name.
        let is_other = contact.kind != kinds[0];
        let kind = is_other.then(|| words.contact_kind(contact.kind).to_owned());
        let details = &contact.details;
        let label = details.label.as_deref();
        let label = label.map(|label| directory.translated(label).text.into_owned());
        let called: Vec<String> = [kind, label].into_iter().flatten().collect();
        let called = (!called.is_empty()).then(|| words.join(&called));
        // Those of websites are many, and stand on the page of the state.
        let note = details.origin.note.as_deref();
        let note = note.filter(|_| contact.kind != ContactKind::Website);
        let note = note.map(|note| directory.translated(note).text.into_owned());
        let remarks = [called, note].into_iter().flatten();
        let remarks: Vec<Markup> = remarks.map(|text| (text + " · ").into()).collect();
        // On a label it stands below the lines.
        let state = (contact.kind == ContactKind::Address).then(|| {
            let name = member.names.get(directory.language());
            el("span").child(name)
        });
        el("div")
            .child(contact_value(directory, contact))
            .children(state)
            .child(
                el("small")
                    .children(remarks)
                    .child(contact_age(directory, contact)),
            )
    });
    el("td").children(lines.collect::<Vec<_>>())
}

/// How many of all have what, with a way to those that lack it.
fn coverage(directory: &'static Directory) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let total = directory.members.len();
    let covered = ContactKind::EXPECTED.map(|kind| {
        let has = |member: &&Member| member.valid_contacts(today).any(|one| one.kind == kind);
        let count = directory.members.iter().filter(has).count();
        let [having, of] = [count, total].map(|number| words.number(number));
        let covered = words.contacts_covered(&having, &of);
        let lacking = match kind {
            ContactKind::Email => Some(ContactFilter::NoEmail),
            ContactKind::Phone => Some(ContactFilter::NoPhone),
            ContactKind::Address => Some(ContactFilter::NoAddress),
            _ => None,
        };
        let lacking = lacking.map(|filter| {
            let value = as_str(CONTACT_FILTERS, &filter);
            let query = Query::default().with_toggled(directory, FacetId::Contact, value);
            let number = words.number(total - count);
            el("a")
                .href(here.to(Page::Contacts, &query))
                .child(words.contacts_lacking(&number))
        });
        let line = words.list_named(words.contact_kind(kind), &covered);
        el("li")
            .child(line)
            .children(lacking.map(|link| el("span").child(" · ").child(link)))
    });
    el("caption")
        .child(el("ul").class("name-row").children(covered))
        .child(words.contacts_dated())
}

/// Who has nothing, by name.
pub fn contact_coverage(directory: &'static Directory) -> Element {
    let here = use_here();
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let missing = directory.by_name();
    let missing = missing.filter(|member| {
        member.matches_contact(ContactFilter::None, directory.network.contacts, today)
    });
    let missing = missing.map(|member| {
        let link = el("a").href(here.to(Page::Member(member), &Query::default()));
        el("li").child(link.child(localized(directory.localized(&member.names))))
    });
    let missing: Vec<_> = missing.collect();
    let title = words.contacts_without(missing.len());
    el("section")
        .class("contact-coverage")
        .child(el("h2").child(title))
        .child(el("ul").class("name-row").children(missing))
}
