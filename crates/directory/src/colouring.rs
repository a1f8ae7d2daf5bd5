//! What members are coloured by, on the map and in lists: a facet, whose values
//! are the classes, so that the legend filters by each of them.

use crate::Directory;
use crate::facets::{AllowedValues, FacetContext, FacetId, Filters, Item, UNKNOWN};
use crate::model::{FormerMemberIdx, Member, MemberIdx, RegionIdx, Status};
use crate::vocabulary::{STATUS, as_str};

/// What members may be coloured by, in the order offered; the first unless an
/// address asks for another.
pub const COLOURINGS: [FacetId; 11] = [
    FacetId::Region,
    FacetId::Status,
    FacetId::Structure,
    FacetId::Membership,
    FacetId::Joined,
    FacetId::Seats,
    FacetId::Women,
    FacetId::LastElection,
    FacetId::NextElection,
    FacetId::Hosted,
    FacetId::Outdated,
];

/// How many steps the scale of `styles/tokens.css` has.
pub const STEPS: usize = 7;

/// How many colours without an order are there.
pub const CATEGORIES: usize = 3;

/// A colour, by what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shade {
    /// That of a region.
    Region(RegionIdx),
    /// The hatching of observers, in the colour of a region where it is that of one.
    Observer(Option<RegionIdx>),
    /// One of the [`CATEGORIES`], from 0.
    Category(usize),
    /// A step of the scale, from 0 to [`STEPS`].
    Step(usize),
    /// The hatching of what has no figure.
    Unknown,
}

impl Shade {
    /// The class of what has this colour: it sets the custom property `--shade`.
    pub fn class(self) -> String {
        match self {
            Self::Region(region) => format!("shade--region-{}", region.get() + 1),
            Self::Observer(None) => "shade--observer".to_owned(),
            Self::Observer(Some(region)) => {
                format!("shade--observer shade--region-{}", region.get() + 1)
            }
            Self::Category(number) => format!("shade--category-{}", number + 1),
            Self::Step(step) => format!("shade--step-{}", step + 1),
            Self::Unknown => "shade--unknown".to_owned(),
        }
    }
}

/// A class: a value of a facet with its colour.
#[derive(Debug, Clone, PartialEq)]
pub struct ColourClass {
    /// The facet that filters by it.
    pub facet: FacetId,
    /// The value, as an address says it.
    pub value: String,
    /// Its colour.
    pub shade: Shade,
}

/// The colour of each member.
#[derive(Debug, Clone, PartialEq)]
pub struct Colouring {
    /// By what.
    pub facet: FacetId,
    /// The classes, in the order of the legend.
    pub classes: Vec<ColourClass>,
    /// Of each member, in their order: its class, where it is in one, and colour.
    members: Vec<(Option<usize>, Shade)>,
    /// Of each former member likewise.
    former: Vec<Shade>,
}

impl Colouring {
    /// Colours by one of [`COLOURINGS`].
    pub fn new(context: &FacetContext, facet: FacetId) -> Self {
        let directory = context.directory;
        if facet == FacetId::Region {
            return Self::by_region(context);
        }
        let values = (facet.facet().values)(context, &Filters::default()).into_iter();
        let values: Vec<String> = values.map(|value| value.value).collect();
        let known = values.iter().filter(|value| *value != UNKNOWN).count();
        let has_order = !matches!(facet.facet().allowed_values, AllowedValues::Fixed(_));
        let classes = values.into_iter().enumerate().map(|(place, value)| {
            let shade = match () {
                () if value == UNKNOWN => Shade::Unknown,
                () if has_order => Shade::Step(step(place, known)),
                () => Shade::Category(place),
            };
            ColourClass {
                facet,
                value,
                shade,
            }
        });
        let classes: Vec<_> = classes.collect();
        let class_of = |item: Item| {
            let has = facet.facet().has;
            let class = classes
                .iter()
                .position(|class| has(context, item, &class.value));
            let shade = class.map_or(Shade::Unknown, |class| classes[class].shade);
            (class, shade)
        };
        let members = directory.members.iter();
        let members = members.map(|member| class_of(Item::Member(member)));
        let former = FormerMemberIdx::all(&directory.network);
        let former = former.map(|one| class_of(Item::Former(&directory.network[one])).1);
        Self {
            facet,
            members: members.collect(),
            former: former.collect(),
            classes,
        }
    }

    fn by_region(context: &FacetContext) -> Self {
        let directory = context.directory;
        let network = &directory.network;
        let class = |facet, value: &str, shade| ColourClass {
            facet,
            value: value.to_owned(),
            shade,
        };
        let regions = RegionIdx::all(network).map(|region| {
            let id = network[region].id.as_str();
            class(FacetId::Region, id, Shade::Region(region))
        });
        let mut classes: Vec<_> = regions.collect();
        let members = directory.members.iter();
        if members
            .clone()
            .any(|member| member.status == Status::Observer)
        {
            classes.push(class(
                FacetId::Status,
                as_str(STATUS, &Status::Observer),
                Shade::Observer(None),
            ));
        }
        let former = FormerMemberIdx::all(network);
        Self {
            facet: FacetId::Region,
            classes,
            members: members.map(|member| (None, region_shade(member))).collect(),
            former: former
                .map(|one| Shade::Region(network[one].region))
                .collect(),
        }
    }

    /// The colour of a member.
    pub fn shade(&self, member: MemberIdx) -> Shade {
        self.members[member.get()].1
    }

    /// Which of the classes a member is in; none by region, and none where no
    /// class has it.
    pub fn class(&self, member: MemberIdx) -> Option<usize> {
        self.members[member.get()].0
    }

    /// The colour of a former member.
    pub fn shade_of_former(&self, former: FormerMemberIdx) -> Shade {
        self.former[former.get()]
    }

    /// Why a member has its colour, such as "Seats: 50–99"; none by region,
    /// which other words beside it tell.
    pub fn reason(&self, directory: &Directory, member: MemberIdx) -> Option<String> {
        let class = &self.classes[self.members[member.get()].0?];
        let facet = class.facet.facet();
        let name = (facet.name)(directory, &class.value);
        Some(
            directory
                .catalogue
                .list_named(&(facet.label)(directory), &name),
        )
    }
}

/// The colour of a member's region; hatched for observers.
pub fn region_shade(member: &Member) -> Shade {
    match member.status {
        Status::Member => Shade::Region(member.region),
        Status::Observer => Shade::Observer(Some(member.region)),
    }
}

/// The step of a class among so many, from one end of the scale to the other.
/// Beyond [`STEPS`] classes some that are neighbours share one.
fn step(place: usize, classes: usize) -> usize {
    let gaps = classes.saturating_sub(1).max(1);
    (place * (STEPS - 1) + gaps / 2) / gaps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{context, directory};

    #[test]
    fn every_colour_is_there_and_each_class_of_a_figure_has_its_own() {
        let directory = directory();
        for facet in COLOURINGS {
            let colouring = Colouring::new(&context(&directory), facet);
            let shades: Vec<Shade> = colouring.classes.iter().map(|class| class.shade).collect();
            for (place, shade) in shades.iter().enumerate() {
                assert!(
                    !shades[..place].contains(shade),
                    "{facet:?}: {shade:?} twice"
                );
                match shade {
                    Shade::Category(number) => assert!(*number < CATEGORIES, "{facet:?}"),
                    Shade::Step(step) => assert!(*step < STEPS, "{facet:?}"),
                    _ => {}
                }
            }
        }
    }

    #[test]
    fn the_classes_of_a_figure_go_from_one_end_of_the_scale_to_the_other() {
        let steps = |classes| -> Vec<usize> { (0..classes).map(|at| step(at, classes)).collect() };
        assert_eq!(steps(1), [0]);
        assert_eq!(steps(2), [0, 6]);
        assert_eq!(steps(5), [0, 2, 3, 5, 6]);
        assert_eq!(steps(7), [0, 1, 2, 3, 4, 5, 6]);
        assert!(steps(9).is_sorted() && steps(9)[8] == 6);
    }

    #[test]
    fn members_and_former_members_have_the_colour_of_their_class_and_say_why() {
        let directory = directory();
        let by = |facet| Colouring::new(&context(&directory), facet);
        let member = |id: &str| directory.member_idx(&id.parse().unwrap()).unwrap();
        let former = FormerMemberIdx::new(0);
        let by_region = by(FacetId::Region);
        for (index, one) in MemberIdx::each(&directory) {
            assert_eq!(by_region.shade(index), region_shade(one), "{}", one.id);
            assert_eq!(by_region.reason(&directory, index), None);
        }
        let by_seats = by(FacetId::Seats);
        assert_eq!(by_seats.shade(member("jun")), Shade::Unknown);
        let reason = by_seats.reason(&directory, member("jun"));
        assert_eq!(reason.unwrap(), "Seats: No figure");
        assert_eq!(by_seats.shade_of_former(former), Shade::Unknown);
        let by_decade = by(FacetId::Joined);
        let earliest = by_decade.shade_of_former(former);
        assert_eq!(earliest, by_decade.classes[0].shade);
        assert_eq!(
            by(FacetId::Status).shade_of_former(former),
            Shade::Category(0)
        );
    }
}
