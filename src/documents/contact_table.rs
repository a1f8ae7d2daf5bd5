//! The contacts of all members as a table; on a narrow screen as cards.
//!
//! The rows are written when the site is published and only arranged by the
//! program: docs/decisions/contacts.md.

use directory::contacts::{Institution, display_name, institutions};
use directory::facets::{CONTACT_FILTERS, ContactFilter, FacetId};
use directory::model::{Contact, ContactKind, Directory, Member, Name};
use directory::vocabulary::as_str;
use directory::{Catalogue, Query};
use leptos::prelude::*;

use super::contact_line::{contact_value, shown_value};
use crate::Site;
use crate::address::Page;
use crate::components::lang_name::{institution_name, localized, parliament_tag};
use crate::components::member_list::observer_tag;
use crate::navigation::use_here;

/// What stands in the column of the institution: where it can be visited.
const SITES: &[ContactKind] = &[
    ContactKind::Website,
    ContactKind::Form,
    ContactKind::Press,
    ContactKind::Social,
];

/// What stands in each further column, and how many of it at most: what else is
/// known stands on the page of the state.
const COLUMNS: [(&[ContactKind], usize); 3] = [
    (&[ContactKind::Email], usize::MAX),
    (&[ContactKind::Phone, ContactKind::Fax], 1),
    (&[ContactKind::Address, ContactKind::Place], usize::MAX),
];

/// All members by name, each with a row for every institution.
pub fn contact_table(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let words = &directory.catalogue;
    let heads = [
        words.contacts_state(),
        words.contacts_institution(),
        words.contact_kind_email(),
        words.contacts_phones(),
        words.contact_kind_address(),
    ];
    let heads = heads.map(|name| view! { <th scope="col">{name}</th> });
    let rows = directory.by_name().map(|member| rows(directory, member));
    let rows: Vec<_> = rows.collect();
    view! {
        <table id="contacts" class="contact-table">
            {coverage(directory)}
            <thead>
                <tr>{heads}</tr>
            </thead>
            {rows}
        </table>
    }
    .into_any()
}

fn rows(directory: &'static Directory, member: &'static Member) -> AnyView {
    let words = &directory.catalogue;
    let institutions = institutions(directory, member);
    let mut head = Some(member_cell(directory, member, institutions.len()));
    let rows = institutions.iter().map(|one| {
        let cells = COLUMNS.map(|(kinds, most)| contacts(directory, member, one, kinds, most));
        // Many an address begins with the institution, which a label names once.
        let begins = |name: &Name| {
            let mut contacts = one.contacts.iter();
            contacts.any(|contact| {
                let first = contact.details.lines.first();
                first.is_some_and(|line| line.ends_with(&name.name))
            })
        };
        let is_repeated = one.name.is_some_and(begins);
        let site = site(directory, one);
        let name = name_cell(words, member, one.name, site, is_repeated);
        view! { <tr>{head.take()}{name}{cells}</tr> }.into_any()
    });
    let mut rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        let name = display_name(directory, member, None);
        let row = view! {
            <tr>
                {head}
                {name_cell(words, member, name, None, false)}
                <td colspan="3" class="missing">{words.contact_none()}</td>
            </tr>
        };
        rows.push(row.into_any());
    }
    view! { <tbody id=format!("row-{}", member.id)>{rows}</tbody> }.into_any()
}

/// Who it is, before so many rows, and what chooses it.
fn member_cell(directory: &'static Directory, member: &'static Member, rows: usize) -> AnyView {
    let here = use_here();
    let words = &directory.catalogue;
    let href = here.to(Page::Member(member), &Query::default());
    let rows = (rows > 1).then_some(rows);
    view! {
        <th scope="rowgroup" rowspan=rows>
            <label>
                <input type="checkbox" data-needs="program" />
                <span>
                    <a class="contact-table__row-link" href=href>
                        {localized(directory.localized(&member.names))}
                    </a>
                    {observer_tag(words, member)}
                    <small></small>
                </span>
            </label>
        </th>
    }
    .into_any()
}

/// What the institution is called, with its site; `is_repeated` where its address
/// begins with its name as well.
fn name_cell(
    words: &'static Catalogue,
    member: &Member,
    name: Option<&'static Name>,
    site: Option<WebSite>,
    is_repeated: bool,
) -> AnyView {
    let name = name.map(|name| institution_name(words, name));
    let tag = parliament_tag(words, member.parliament.as_ref());
    let (link, remarks) = match site {
        Some(WebSite {
            link,
            host,
            remarks,
        }) => {
            let host = host.map(|host| view! { <span translate="no">{host}</span>" · " });
            (link, Some(view! { <small>{host}{remarks}</small> }))
        }
        None => (None, None),
    };
    let name = match link {
        Some(href) => view! { <a href=href rel="noopener noreferrer">{name}</a> }.into_any(),
        None => name.into_any(),
    };
    if is_repeated {
        view! { <td class="contact-table__named">{name}{tag}{remarks}</td> }.into_any()
    } else {
        view! { <td>{name}{tag}{remarks}</td> }.into_any()
    }
}

/// Where an institution is on the web.
struct WebSite {
    /// Where its site is, if that is offered as a link.
    link: Option<String>,
    /// Its address where it is not, since a name that leads nowhere does not
    /// tell that there is a site.
    host: Option<String>,
    /// What is to be known of it, and how many more there are.
    remarks: String,
}

/// The first site of the institution, if it has one.
fn site(directory: &'static Directory, institution: &Institution<'static>) -> Option<WebSite> {
    let sites = of_kinds(directory, institution, SITES);
    let first = sites.first()?;
    let link = first.link(directory.network.contacts);
    let host = shown_value(first).filter(|_| link.is_none());
    let is_other = link.is_some() && first.kind != ContactKind::Website;
    let called = is_other.then(|| directory.catalogue.contact_kind(first.kind).to_owned());
    let remarks = remarks(directory, first, called, sites.len() - 1);
    Some(WebSite {
        link,
        host,
        remarks,
    })
}

/// What holds of these kinds, in their order.
fn of_kinds(
    directory: &'static Directory,
    institution: &Institution<'static>,
    kinds: &[ContactKind],
) -> Vec<&'static Contact> {
    let today = directory.network.data_date.day_range().1;
    let contacts = institution.contacts.iter().copied();
    let contacts = contacts.filter(|one| kinds.contains(&one.kind) && !one.is_expired(today));
    let mut contacts: Vec<_> = contacts.collect();
    // Of several numbers one that can be dialled comes first.
    contacts.sort_by_key(|one| {
        let place = kinds.iter().position(|kind| *kind == one.kind);
        (place, one.details.outdated_plan)
    });
    contacts
}

/// What `first` is, what to mind with it, its year, and how many `more` there are.
fn remarks(
    directory: &'static Directory,
    first: &Contact,
    called: Option<String>,
    more: usize,
) -> String {
    let words = &directory.catalogue;
    let year = first.last_verified.map(|date| words.year(date.year()));
    let year = year.unwrap_or_else(|| words.contact_undated().to_owned());
    let more = (more > 0).then(|| format!("+{}", words.number(more)));
    let parts = [called, first.caution(words), Some(year), more];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The contacts of these kinds, `most` at most, or that there are none.
fn contacts(
    directory: &'static Directory,
    member: &'static Member,
    institution: &Institution<'static>,
    kinds: &[ContactKind],
    most: usize,
) -> AnyView {
    let words = &directory.catalogue;
    let contacts = of_kinds(directory, institution, kinds);
    if contacts.is_empty() {
        let missing = words.contacts_missing();
        return view! { <td class="missing" aria-label=missing>"–"</td> }.into_any();
    }
    let more = contacts.len().saturating_sub(most);
    let lines = contacts.into_iter().take(most).map(|contact| {
        let kind = words.contact_kind(contact.kind);
        // The first of a column needs no name.
        let is_other = contact.kind != kinds[0];
        let kind_shown = is_other.then(|| kind.to_owned());
        let label = contact.details.label.as_deref();
        let label = label.map(|label| directory.translated(label).text.into_owned());
        let called = [kind_shown, contact.owners(words), label];
        let called: Vec<String> = called.into_iter().flatten().collect();
        let called = (!called.is_empty()).then(|| words.join(&called));
        // On a label it stands below the lines.
        let state = (contact.kind == ContactKind::Address).then(|| {
            let name = member.names.get(directory.language());
            view! { <span>{name}</span> }
        });
        view! {
            <div>
                {contact_value(directory, contact, words.contact_copy(kind))}
                {state}
                <small>{remarks(directory, contact, called, more)}</small>
            </div>
        }
    });
    view! { <td>{lines.collect_view()}</td> }.into_any()
}

/// How many of all have what, with a way to those that lack it.
fn coverage(directory: &'static Directory) -> AnyView {
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
            let href = here.to(Page::Contacts, &query);
            view! {
                <span data-needs="program">
                    " · "<a href=href>{words.contacts_lacking(&number)}</a>
                </span>
            }
        });
        let line = words.list_named(words.contact_kind(kind), &covered);
        view! { <li>{line}{lacking}</li> }
    });
    view! {
        <caption>
            <ul class="name-row">{covered}</ul>
            {words.contacts_dated()}
        </caption>
    }
    .into_any()
}

/// Who has nothing, by name.
pub fn contact_coverage(site: &'static Site) -> AnyView {
    let directory = site.directory;
    let here = use_here();
    let words = &directory.catalogue;
    let today = directory.network.data_date.day_range().1;
    let missing = directory.by_name();
    let missing = missing.filter(|member| {
        member.matches_contact(ContactFilter::None, directory.network.contacts, today)
    });
    let missing = missing.map(|member| {
        let href = here.to(Page::Member(member), &Query::default());
        view! { <li><a href=href>{localized(directory.localized(&member.names))}</a></li> }
    });
    let missing: Vec<_> = missing.collect();
    let title = words.contacts_without(missing.len());
    view! {
        <section class="contact-coverage">
            <h2>{title}</h2>
            <ul class="name-row">{missing}</ul>
        </section>
    }
    .into_any()
}
