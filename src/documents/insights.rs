//! The sections of the page of insights: what is counted, its picture and table.

mod elections;
mod hosts;
mod joined;
mod memberships;
mod record;
mod sizes;
mod structures;
mod terms;
mod women;

use directory::facets::{FacetContext, FacetId, Filters};
use directory::insights::{Group, Rank};
use directory::model::{MemberIdx, Origin, RegionIdx, Status};
use directory::{Catalogue, Directory, Query};
use leptos::prelude::*;

use crate::address::Page;
use crate::components::lang_name::localized;
use crate::navigation::{Here, use_here};

use super::charts::{Bar, BarPart, Bars, Figure, Table, TableRow, bars, figure_of_facts};

/// A section of the page.
pub struct Section {
    /// By which an address names it.
    pub id: &'static str,
    /// What it is called.
    pub title: fn(&Catalogue) -> &str,
    /// Draws it; nothing where no fact is on record that it would show.
    pub draw: fn(&Counted) -> Option<AnyView>,
}

/// All of them, in the order of the page.
pub const SECTIONS: [Section; 13] = {
    const fn section(
        id: &'static str,
        title: fn(&Catalogue) -> &str,
        draw: fn(&Counted) -> Option<AnyView>,
    ) -> Section {
        Section { id, title, draw }
    }
    [
        section(women::REGIONS, Catalogue::insights_women, women::by_region),
        section(
            women::CHAMBERS,
            Catalogue::insights_chambers,
            women::by_chamber,
        ),
        section(women::SPREAD, Catalogue::insights_spread, women::spread),
        section(women::RANK, Catalogue::insights_women_rank, women::rank),
        section(sizes::SIZES, Catalogue::insights_sizes, sizes::sizes),
        section(sizes::RANK, Catalogue::insights_size_rank, sizes::rank),
        section(
            structures::ID,
            Catalogue::insights_structures,
            structures::structures,
        ),
        section(terms::ID, Catalogue::insights_terms, terms::terms),
        section(joined::ID, Catalogue::insights_joined, joined::joined),
        section(
            elections::ID,
            Catalogue::insights_elections,
            elections::elections,
        ),
        section(
            memberships::ID,
            Catalogue::insights_memberships,
            memberships::memberships,
        ),
        section(hosts::ID, Catalogue::insights_hosts, hosts::hosts),
        section(record::ID, Catalogue::insights_record, record::record),
    ]
};

/// What the sections count.
pub struct Counted {
    directory: &'static Directory,
    words: &'static Catalogue,
    context: FacetContext<'static>,
    here: Here,
    /// The member states.
    pub members: Group,
    /// The observers.
    observers: Group,
}

/// A group with its name and the class of its colour.
struct NamedGroup {
    name: String,
    class: String,
    group: Group,
}

impl Counted {
    /// Members and observers on the date of the data.
    pub fn new(directory: &'static Directory) -> Self {
        let context = FacetContext {
            directory,
            today: directory.network.data_date.day_range().1,
        };
        Self {
            directory,
            words: &directory.catalogue,
            here: use_here(),
            members: Group::of_status(&context, Status::Member),
            observers: Group::of_status(&context, Status::Observer),
            context,
        }
    }

    /// The members, those of each region, and the observers.
    fn by_region(&self) -> Vec<NamedGroup> {
        let network = &self.directory.network;
        let regions = RegionIdx::each(network).map(|(index, region)| NamedGroup {
            name: self.directory.localized(&region.names).text.into_owned(),
            class: format!("shade--region-{}", index.get() + 1),
            group: self.narrowed(&[(FacetId::Region, &region.id)]),
        });
        let all = NamedGroup {
            name: self.words.insights_members().to_owned(),
            class: "shade--all".to_owned(),
            group: self.members.clone(),
        };
        let observers = NamedGroup {
            name: self.words.insights_observers().to_owned(),
            class: "shade--others".to_owned(),
            group: self.observers.clone(),
        };
        let groups = [all].into_iter().chain(regions).chain([observers]);
        groups.filter(|one| one.group.count() > 0).collect()
    }

    /// The members that have one of the values chosen in each facet.
    fn narrowed(&self, choices: &[(FacetId, &str)]) -> Group {
        self.members.narrowed(&self.context, choices)
    }

    /// The values of a facet, as an address says them.
    fn values(&self, facet: FacetId) -> Vec<String> {
        let values = (facet.facet().values)(&self.context, &Filters::default());
        values.into_iter().map(|value| value.value).collect()
    }

    /// What readers call a value of a facet.
    fn name(&self, facet: FacetId, value: &str) -> String {
        (facet.facet().name)(self.directory, value)
    }

    /// The address of a group in the directory.
    fn link(&self, group: &Group) -> String {
        self.here.to(Page::Directory, &group.query)
    }

    /// How many a group has, with a link to them.
    fn count(&self, group: &Group) -> AnyView {
        self.linked_number(group.count(), self.link(group))
    }

    /// A part of a bar as long as a group is large, called so; none of nobody.
    fn part(&self, group: &Group, name: &str, class: String) -> Option<BarPart> {
        #[expect(clippy::cast_precision_loss, reason = "they are few")]
        let size = group.count() as f64;
        let number = self.words.number(group.count());
        (size > 0.0).then(|| BarPart {
            size,
            class,
            link: self.link(group),
            name: self.words.list_named(name, &number),
            is_narrow: false,
        })
    }

    /// A number with a link to what it counts; nothing leads to none.
    fn linked_number(&self, number: usize, link: String) -> AnyView {
        let in_words = self.words.number(number);
        if number == 0 {
            in_words.into_any()
        } else {
            view! { <a href=link>{in_words}</a> }.into_any()
        }
    }

    /// A state with a link to its page.
    fn state(&self, member: MemberIdx) -> AnyView {
        let member = &self.directory[member];
        let href = self.here.to(Page::Member(member), &Query::default());
        let name = localized(self.directory.localized(&member.names));
        view! { <a href=href>{name}</a> }.into_any()
    }

    /// Names of some states, in a line.
    fn names(&self, members: &[MemberIdx]) -> String {
        let names = members.iter().map(|member| {
            let names = &self.directory[*member].names;
            self.directory.localized(names).text.into_owned()
        });
        self.words.join(&names.collect::<Vec<_>>())
    }

    /// A share in percent, or that it is not known.
    fn share(&self, share: Option<f64>) -> String {
        let share = share.map(|share| self.words.share(share));
        share.unwrap_or_else(|| self.words.figure_none().to_owned())
    }

    /// A table of ranks, with what `cells` say of each after its place; `heads`
    /// name these.
    fn rank_table(
        &self,
        caption: &str,
        heads: &[&str],
        ranks: &[Rank],
        cells: impl Fn(&Rank) -> Vec<AnyView>,
    ) -> Table {
        let own = [self.words.table_name(), self.words.insights_rank()];
        let rows = ranks.iter().map(|rank| {
            let place = self.words.number(rank.place);
            let sign = if rank.sharing > 1 { "=" } else { "" };
            let place = format!("{sign}{place}").into_any();
            TableRow {
                name: self.state(rank.member),
                cells: [place].into_iter().chain(cells(rank)).collect(),
            }
        });
        Table {
            caption: caption.to_owned(),
            heads: self::heads(&[&own, heads].concat()),
            rows: rows.collect(),
        }
    }

    /// What a tie is, and who has no rank, with a link to them.
    fn rank_note(&self, unranked: &Group) -> AnyView {
        view! {
            {self.words.insights_rank_note()}
            {self.count(unranked)}
        }
        .into_any()
    }
}

/// How many are in each class, as bars.
fn counts_figure(
    counted: &Counted,
    id: &'static str,
    (title, head): (&str, &str),
    text: String,
    classes: &[(String, Group)],
    origins: Vec<&'static Origin>,
) -> Option<AnyView> {
    let words = counted.words;
    let rows = classes.iter().map(|(name, group)| {
        let value = words.number(group.count());
        let part = counted.part(group, name, "shade--all".to_owned());
        Bar {
            name: name.clone(),
            value,
            parts: part.into_iter().collect(),
            mark: None,
        }
    });
    let picture = bars(
        words,
        Bars {
            label: title.to_owned(),
            unit: words.insights_unit_states().to_owned(),
            rows: rows.collect(),
        },
    );
    let rows = classes.iter().map(|(name, group)| TableRow {
        name: name.clone().into_any(),
        cells: vec![counted.count(group)],
    });
    let table = Table {
        caption: title.to_owned(),
        heads: heads(&[head, words.insights_counted()]),
        rows: rows.collect(),
    };
    figure_of_facts(
        counted.directory,
        Figure {
            id,
            title,
            text: text.into_any(),
            picture: Some(picture),
            is_folded: true,
            table,
            origins,
        },
    )
}

fn heads(texts: &[&str]) -> Vec<AnyView> {
    let texts = texts.iter();
    texts.map(|text| (*text).to_owned().into_any()).collect()
}

/// A part of a whole, 0 to 1; none of nothing.
#[expect(clippy::cast_precision_loss, reason = "they are few")]
fn part_of(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}
