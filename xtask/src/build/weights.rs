//! What a reader downloads, in bytes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use directory::snapshot::Part;

/// One kilobyte of the budgets.
const KB: usize = 1024;

/// A part of the site and what it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// What it is.
    pub name: String,
    /// Bytes of its files.
    pub raw: usize,
    /// Bytes as a good host sends them: brotli at its highest level.
    pub brotli: usize,
    /// The most that `brotli` may be, where the design sets a budget.
    pub budget: Option<usize>,
}

impl Weight {
    /// Whether the part keeps to its budget.
    pub fn holds(&self) -> bool {
        self.budget.is_none_or(|budget| self.brotli <= budget)
    }
}

/// Weighs the parts of the site in `dist`.
///
/// # Errors
/// A part is missing.
pub fn of(dist: &Path) -> Result<Vec<Weight>> {
    let assets = &dist.join("assets");
    let json = files(assets, ".json")?;
    let part = |part: Part| {
        let start = format!("{}-", part.name());
        let mut json = json.iter();
        json.find(|file| is_named(file, &start)).cloned()
    };
    // The rest is what a language says, beside lists of the worker and what
    // readers take away, which no page waits for.
    let parts: Vec<_> = Part::ALL.into_iter().filter_map(part).collect();
    let is_later = |file: &PathBuf| is_named(file, "pages-") || is_named(file, "export-");
    let languages = json
        .iter()
        .filter(|file| !is_later(file) && !parts.contains(file));
    let languages = languages.cloned().collect();
    // What others show in a frame is no part of the site's own pages.
    let of_site = |ending: &str| -> Result<Vec<PathBuf>> {
        let mut files = files(assets, ending)?;
        files.retain(|file| !is_named(file, "embed-"));
        Ok(files)
    };
    let (glue, boot): (Vec<_>, Vec<_>) = of_site(".js")?
        .into_iter()
        .partition(|file| is_named(file, "hemicycle-"));
    // A page has two of the sheets: that of all pages, and the one of its kind.
    let (shared, own): (Vec<_>, Vec<_>) = of_site(".css")?
        .into_iter()
        .partition(|file| is_named(file, "main-"));
    let styles = [shared, vec![heaviest(own)?]].concat();
    // What the first page needs of the program, and a file for each further part.
    let wasm = files(assets, ".wasm")?;
    let (first, later): (Vec<_>, Vec<_>) = wasm
        .iter()
        .cloned()
        .partition(|file| is_named(file, "hemicycle_bg-"));
    let mut weights = vec![
        ("program".to_owned(), first, Some(283 * KB)),
        ("glue".to_owned(), glue, Some(11 * KB)),
    ];
    weights.extend(later.iter().map(|file| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        // Without the hash.
        let name = name.rsplit_once('-').map_or(&*name, |(name, _)| name);
        (name.to_owned(), vec![file.clone()], Some(68 * KB))
    }));
    weights.push(("all of it".to_owned(), wasm, Some(417 * KB)));
    let (frames, own): (Vec<_>, Vec<_>) = pages(dist)?.into_iter().partition(|page| {
        let address = page.strip_prefix(dist).unwrap_or(page);
        address.components().any(|part| part.as_os_str() == "embed")
    });
    let (insights, others): (Vec<_>, Vec<_>) = own
        .into_iter()
        .partition(|page| page.ends_with("insights/index.html"));
    let scripts = files(assets, ".js")?.into_iter();
    let sheets = files(assets, ".css")?.into_iter();
    let of_frames = scripts.chain(sheets);
    let of_frames = of_frames
        .filter(|file| is_named(file, "embed-") && !is_named(file, "embed-builder-"))
        .chain([heaviest(frames)?]);
    let frame = of_frames.collect();
    weights.extend([
        ("boot".to_owned(), boot, None),
        // Those of lists have months, the reader's list and parliaments side by side.
        ("styles".to_owned(), styles, Some(10 * KB)),
        // The heaviest is that of the contacts in Russian, which grows with them.
        ("page".to_owned(), vec![heaviest(others)?], Some(15 * KB)),
        // All pictures and tables of figures, each number with its link.
        (
            "insights".to_owned(),
            vec![heaviest(insights)?],
            Some(23 * KB),
        ),
        // The heaviest that others show, with its script and styles; the map needs
        // its picture too.
        ("frame".to_owned(), frame, Some(18 * KB)),
        (
            "language".to_owned(),
            vec![heaviest(languages)?],
            Some(12 * KB),
        ),
        // What is kept of a language for reading without a network. It grows with
        // what is known: a contact takes 400 bytes, half of them in the code of the card.
        (
            "kept".to_owned(),
            vec![heaviest(files(assets, ".bin")?)?],
            Some(515 * KB),
        ),
    ]);
    weights.extend(Part::ALL.map(|snapshot_part| {
        let file = part(snapshot_part).into_iter().collect();
        (snapshot_part.name().to_owned(), file, None)
    }));
    for (name, start, budget) in [("map.svg", "map-", 30), ("fine-map.svg", "fine-map-", 160)] {
        let picture = files(assets, ".svg")?.into_iter();
        let picture = picture.filter(|file| is_named(file, start)).collect();
        weights.push((name.to_owned(), picture, Some(budget * KB)));
    }
    let weights = weights.into_iter();
    let weights = weights.map(|(name, files, budget)| weigh(name, &files, budget));
    weights.collect()
}

/// The weights as the lines of a table, in KB of 1024 bytes.
pub fn table(weights: &[Weight]) -> String {
    let mut lines = vec![format!(
        "{:<22}{:>10}{:>10}{:>10}",
        "", "raw KB", "brotli KB", "budget"
    )];
    for weight in weights {
        let budget = weight
            .budget
            .map_or(String::new(), |budget| (budget / KB).to_string());
        let [raw, brotli] = [weight.raw, weight.brotli].map(kilobytes);
        lines.push(format!(
            "{:<22}{raw:>10}{brotli:>10}{budget:>10}",
            weight.name
        ));
    }
    lines.join("\n")
}

/// Bytes as kilobytes with one decimal, rounded up.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes * 10).div_ceil(KB);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// The files in `folder` itself whose names end with `ending`, by name.
fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)
        .with_context(|| folder.display().to_string())?
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    files.sort();
    Ok(files)
}

/// Every index.html in `folder` and below.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut pages = files(folder, "index.html")?;
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            pages.extend(self::pages(&path)?);
        }
    }
    Ok(pages)
}

/// Whether the name of a file begins so.
fn is_named(file: &Path, start: &str) -> bool {
    let name = file.file_name().and_then(|name| name.to_str());
    name.is_some_and(|name| name.starts_with(start))
}

/// The file that weighs most once it is compressed.
fn heaviest(files: Vec<PathBuf>) -> Result<PathBuf> {
    let mut heaviest = (0, PathBuf::new());
    for file in files {
        heaviest = heaviest.max((compressed(&file)?, file));
    }
    Ok(heaviest.1)
}

/// Weighs files that are sent one by one.
fn weigh(name: String, files: &[PathBuf], budget: Option<usize>) -> Result<Weight> {
    anyhow::ensure!(!files.is_empty(), "dist/ has no {name}");
    let (mut raw, mut brotli) = (0, 0);
    for file in files {
        raw += length(file)?;
        brotli += compressed(file)?;
    }
    Ok(Weight {
        name,
        raw,
        brotli,
        budget,
    })
}

/// Length of the compressed copy that `publish` has written beside `file`;
/// small files have none.
fn compressed(file: &Path) -> Result<usize> {
    let mut copy = file.as_os_str().to_owned();
    copy.push(".br");
    let copy = Path::new(&copy);
    length(if copy.is_file() { copy } else { file })
}

/// Length of a file, bytes.
fn length(file: &Path) -> Result<usize> {
    let data = fs::metadata(file).with_context(|| file.display().to_string())?;
    Ok(usize::try_from(data.len())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_rounded_up() {
        assert_eq!(kilobytes(0), "0.0");
        assert_eq!(kilobytes(1), "0.1");
        assert_eq!(kilobytes(1024), "1.0");
        assert_eq!(kilobytes(1025), "1.1");
    }

    #[test]
    fn a_budget_is_kept_to_the_byte() {
        let weight = |budget| Weight {
            name: "styles".to_owned(),
            raw: 5000,
            brotli: 700,
            budget,
        };
        assert!(weight(None).holds());
        assert!(weight(Some(700)).holds());
        assert!(!weight(Some(699)).holds());
    }
}
