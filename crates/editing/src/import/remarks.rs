//! What the remark of a row says of a contact: gatherers write into one cell the
//! office, what to mind, and how it was found.

/// A remark, told apart.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Remark {
    /// The office or the use.
    pub(super) label: Option<String>,
    /// What else there is to know, in sentences.
    pub(super) notes: Vec<String>,
    /// A word of `class`, where the remark tells it.
    pub(super) class: Option<&'static str>,
    /// Whether the number belongs to an older plan.
    pub(super) outdated_plan: bool,
    /// Whether it names where an institution sits, and no address by post.
    pub(super) place_only: bool,
    /// Whether it is a form for messages.
    pub(super) is_form: bool,
}

/// By what a part of a remark is known that tells where a contact was read.
const CLASSES: [(&str, &str); 9] = [
    ("encyclopaedia copy", "encyclopaedia"),
    ("third-party", "listing"),
    ("the Assembly of ", "replaced"),
    ("the Assembly under the former constitution", "replaced"),
    ("printed before the present Assembly", "replaced"),
    ("the single-chamber Congress", "replaced"),
    ("may not serve the present body", "replaced"),
    ("before the transition", "replaced"),
    ("an appointed council sits at present", "replaced"),
];

/// By what a part is known that tells of a number of an older plan.
const OLDER_PLANS: [&str; 4] = [
    "older numbering plan",
    "has since made its numbers longer",
    "area code ",
    "eight-digit numbers",
];

/// How the name of an office begins.
const OFFICES: [&str; 18] = [
    "general",
    "office ",
    "secretariat",
    "secretary",
    "protocol",
    "international",
    "foreign relations",
    "IPU group",
    "CPA branch",
    "bureau ",
    "public relations",
    "webmaster",
    "switchboard",
    "legislative department",
    "library",
    "parliamentary library",
    "visitors centre",
    "contact form",
];

/// Tells a remark apart; its parts stand between semicolons.
pub(super) fn read(remark: &str) -> Remark {
    let mut told = Remark::default();
    let parts = remark.split(';').map(str::trim);
    for part in parts.filter(|part| !part.is_empty()) {
        let class = CLASSES.iter().find(|(mark, _)| part.contains(mark));
        // A body that has been replaced outweighs where that was read.
        if let Some((_, class)) = class.filter(|_| told.class != Some("replaced")) {
            told.class = Some(class);
        }
        let is_older = OLDER_PLANS.iter().any(|mark| part.contains(mark));
        told.outdated_plan |= is_older;
        told.place_only |= part.starts_with("seat only");
        told.is_form |= part.starts_with("contact form");
        let lower = part.to_lowercase();
        let is_office = |office: &&str| lower.starts_with(&office.to_lowercase());
        if told.label.is_none() && OFFICES.iter().any(is_office) {
            let (office, rest) = part.split_once(", ").unwrap_or((part, ""));
            told.label = Some(super::capitalized(office));
            told.note(rest);
        } else {
            told.note(&beyond_fields(part));
        }
    }
    told
}

impl Remark {
    fn note(&mut self, text: &str) {
        if !text.is_empty() {
            let last = text.strip_prefix("to ");
            let last = last.filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
            self.notes.push(match last {
                Some(last) => {
                    format!("The first of several numbers, the last of which ends in {last}.")
                }
                None => super::sentence(text),
            });
        }
    }
}

/// What a part says beyond the class, the kind of contact, and that there is no
/// date, which have fields of their own.
fn beyond_fields(part: &str) -> String {
    let fields = [
        "encyclopaedia copy",
        "third-party listing",
        "third-party directory",
        "undated",
        "older numbering plan",
        "seat only",
        "no street or box given",
        "no street number or box given",
        "own page stored",
        "own pages stored",
    ];
    let parts = part.split(", ").filter(|part| !fields.contains(part));
    parts.collect::<Vec<_>>().join(", ")
}
