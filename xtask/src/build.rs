//! `cargo xtask build`: makes dist/, the folder that any web host can serve.

mod fingerprint;
mod split;
mod weights;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::{self, ScopedJoinHandle};

use anyhow::{Context, Result, anyhow};
use editing::editions::{EDITIONS, completed, kept};
use editing::prune::without_source;
use editing::{DataFiles, TEXTS};
use serde_json::Value;

use crate::data_folder::{self, DataFolder};
use crate::run::{self, OrHelp};
use crate::tools::Tools;
use crate::{check, edition, paths};

use split::{Profile, split};
pub use weights::table;

/// What the site is made from, and what is left out of it.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Options {
    #[command(flatten)]
    pub data: DataFolder,
    /// Leave out the facts of this source; may be given several times
    #[arg(long, value_name = "ID")]
    pub without_source: Vec<String>,
    /// The editions to carry along: a folder for each [default: `editions` in
    /// the folder of the data]
    #[arg(long, value_name = "FOLDER")]
    pub keep: Option<PathBuf>,
    /// Where the site will stand: for the sitemap and for those who show links
    /// to it, which need absolute addresses
    #[arg(long, value_name = "URL")]
    pub site_url: Option<String>,
    /// Without compressed copies, for a look on this machine
    #[arg(skip)]
    pub is_uncompressed: bool,
}

/// For a look on this machine, in less time.
const PREVIEW: Options = Options {
    data: DataFolder::OWN,
    without_source: Vec::new(),
    keep: None,
    site_url: None,
    is_uncompressed: true,
};

impl Options {
    /// Where the editions are that are carried along, if any are.
    fn editions(&self) -> PathBuf {
        let folder = self.keep.clone();
        folder.unwrap_or_else(|| self.data.path().join(EDITIONS))
    }
}

/// Builds the site and tells what it weighs.
///
/// # Errors
/// As [`ensure`].
pub fn run(options: &Options) -> Result<()> {
    ensure(options)?;
    println!("{}", table(&weigh()?));
    Ok(())
}

/// What a reader downloads from the built site.
///
/// # Errors
/// A part of it is missing.
pub fn weigh() -> Result<Vec<weights::Weight>> {
    weights::of(&paths::dist()).or_help("cargo xtask build")
}

/// Builds the site of some data for a look on this machine, in less time; what [`run`] made
/// serves as well, unless something has changed since.
///
/// # Errors
/// As [`ensure`].
pub fn ensure_preview(data: &DataFolder) -> Result<()> {
    let whole = Options {
        data: data.clone(),
        ..Options::default()
    };
    match stale_site(&whole)? {
        Some(_) => ensure(&Options {
            is_uncompressed: true,
            ..whole
        }),
        None => ensure(&whole),
    }
}

/// The fingerprint of a site that is not up to date, as [`stale_fingerprint`]
/// gives it.
fn stale_site(options: &Options) -> Result<Option<String>> {
    let (data, editions) = (options.data.path(), options.editions());
    let inputs = fingerprint::SITE.iter().map(Path::new);
    let inputs = inputs.chain([&*data, &*editions]);
    let inputs: Vec<&Path> = inputs.collect();
    stale_fingerprint(&paths::dist(), &inputs, &format!("{options:?}"))
}

/// Builds the site, unless it is there and nothing has changed since.
///
/// # Errors
/// The data have findings, a tool is missing, or the program does not compile.
pub fn ensure(options: &Options) -> Result<()> {
    let dist = paths::dist();
    let Some(fingerprint) = stale_site(options)? else {
        eprintln!("dist/ is up to date");
        return Ok(());
    };
    let files = check::valid_data(&options.data)?;
    let data = paths::intermediates().join("data");
    let files = leave_out(files, &options.without_source)?;
    write_data(&data, &files)?;
    write_editions(&data.join(EDITIONS), options, &files)?;
    let program = browser_build()?;
    let site = paths::intermediates().join("site");
    eprintln!("publish …");
    let summary = publish(&program, &data, &locales(), &site, options)?;
    replace(&dist, &site)?;
    eprintln!("dist/ is built: {summary}");
    stamp(&dist, &fingerprint)
}

/// The fingerprint to remember once `folder` is made anew, taken before, so that
/// what changes meanwhile is noticed; none where the folder is there and was
/// made from `inputs` as they are now.
fn stale_fingerprint(folder: &Path, inputs: &[&Path], options: &str) -> Result<Option<String>> {
    let fingerprint = fingerprint::of(&paths::root(), inputs, options)?;
    let same = fs::read_to_string(stamp_of(folder)).is_ok_and(|made| made == fingerprint);
    let is_there = folder.join("index.html").is_file();
    Ok((!same || !is_there).then_some(fingerprint))
}

/// Where the fingerprint of a folder is: outside of it, as dist/ holds only
/// what is published.
fn stamp_of(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    paths::intermediates().join(format!("{name}.fingerprint"))
}

/// Remembers from what a folder was made.
fn stamp(folder: &Path, fingerprint: &str) -> Result<()> {
    let stamp = stamp_of(folder);
    fs::write(&stamp, fingerprint).with_context(|| stamp.display().to_string())
}

/// Compiles the program and what publishes it, unless it is there and has not
/// changed; gives the folder with it.
fn browser_build() -> Result<PathBuf> {
    let program = program_folder(&paths::root());
    let inputs = fingerprint::PROGRAM.map(Path::new);
    let Some(fingerprint) = stale_fingerprint(&program, &inputs, "")? else {
        eprintln!("the program is up to date");
        return Ok(program);
    };
    // trunk builds offline, so that it fetches no tools behind our back.
    let mut fetch = Tools::for_compiling()?.command("cargo")?;
    run::run(fetch.args(["fetch", "--quiet", "--locked"]))
        .or_help("with a network: cargo fetch --locked")?;
    eprintln!("compiling the program, and what publishes it …");
    // While tools are being installed: cargo often has work for one processor
    // only. trunk, which takes longest, goes before all else
    // (docs/decisions/first-start.md).
    let mut compile_publish = cargo_publish(run::low_priority("cargo"), "build");
    thread::scope(|scope| {
        let publish = scope.spawn(move || run::run(&mut compile_publish));
        compile_program()?;
        joined(publish)
    })?;
    stamp(&program, &fingerprint)?;
    Ok(program)
}

/// Where a clone has its browser build.
fn program_folder(root: &Path) -> PathBuf {
    paths::intermediates_of(root).join("browser")
}

/// Compiles the program, runs trunk and splits what it made.
///
/// # Errors
/// A tool is missing, or the program does not compile.
pub fn compile_program() -> Result<()> {
    let program = program_folder(&paths::root());
    let mut compile = Tools::for_compiling()?.command_of(run::low_priority("cargo"))?;
    // As trunk asks for it, which then finds it compiled.
    compile.args(["build", "--quiet", "--locked", "--release"]);
    compile.args(["--target", "wasm32-unknown-unknown", "--bin", "hemicycle"]);
    thread::scope(|scope| {
        let compiled = scope.spawn(move || run::run(&mut compile));
        let tools = Tools::for_build()?;
        joined(compiled)?;
        let mut trunk = tools.command("trunk")?;
        trunk.args(["build", "--release", "--dist"]).arg(&program);
        // Some terminals set NO_COLOR to a value that trunk does not understand.
        trunk.env_remove("NO_COLOR");
        run::run(&mut trunk)
            .or_help("correct what is said above; for the tools: cargo xtask tools")?;
        split(&tools, Profile::Release, &program)
    })
}

/// Waits for a command that runs in a thread.
fn joined(thread: ScopedJoinHandle<'_, Result<()>>) -> Result<()> {
    let result = thread.join().expect("running a command does not panic");
    result.or_help("correct what is said above")
}

/// Publishes this clone's data once more, with the program that `clone` has
/// compiled; gives the folder of the site.
///
/// # Errors
/// It cannot be written.
pub fn publish_again(clone: &Path) -> Result<PathBuf> {
    // In the same place: compressing equal bytes once more would take minutes
    // and prove nothing of ours, so that it comes from the cache beside it.
    let site = paths::intermediates().join("site");
    let program = program_folder(clone);
    let data = clone.join("public/data");
    publish(
        &program,
        &data,
        &clone.join("public/locales"),
        &site,
        &Options::default(),
    )?;
    Ok(site)
}

/// `cargo`, to `build` or `run` the package that writes the site.
fn cargo_publish(mut cargo: Command, verb: &str) -> Command {
    cargo.current_dir(paths::root());
    cargo.args([verb, "--quiet", "--locked", "--package", "publish"]);
    cargo
}

/// A site of the invented network that the tests use, with the same program;
/// gives its folder.
///
/// # Errors
/// It cannot be written.
pub fn second_network() -> Result<PathBuf> {
    let site = paths::intermediates().join("second-network");
    let data = paths::root().join("crates/editing/tests/three");
    publish(&browser_build()?, &data, &locales(), &site, &PREVIEW)?;
    Ok(site)
}

/// A site with the same program of the data and catalogues in two folders of
/// `folder`; gives its own.
///
/// # Errors
/// It cannot be written.
pub fn build_from(folder: &Path) -> Result<PathBuf> {
    let site = folder.join("site");
    let [data, locales] = ["data", "locales"].map(|name| folder.join(name));
    publish(&browser_build()?, &data, &locales, &site, &PREVIEW)?;
    Ok(site)
}

/// The catalogues of the project.
fn locales() -> PathBuf {
    paths::root().join("public/locales")
}

/// Splits the program and adds style sheets and data to what trunk makes, as its
/// hook, for `serve --dev`; a release gets a site of its own from them.
///
/// # Errors
/// It was not trunk that asked, or what was changed does not compile or is not
/// sound.
pub fn dev_files() -> Result<()> {
    let variable = |name| std::env::var(name).or_help("cargo xtask serve --dev");
    let program = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    split(&Tools::for_build()?, Profile::Debug, &program)?;
    let out = paths::intermediates().join("dev-files");
    let mut publish = publish_command(&program, &DataFolder::OWN.path(), &locales(), &out);
    run::run(publish.arg("--dev")).or_help("correct what is said above")
}

/// Writes the site from the program and the data; gives a line about it.
fn publish(
    program: &Path,
    data: &Path,
    locales: &Path,
    site: &Path,
    options: &Options,
) -> Result<String> {
    let mut publish = publish_command(program, data, locales, site);
    if let Some(url) = &options.site_url {
        publish.args(["--site-url", url]);
    }
    if options.is_uncompressed {
        publish.arg("--uncompressed");
    }
    let summary = run::run_captured(&mut publish).or_help("correct what is said above")?;
    Ok(summary.trim().to_owned())
}

/// The program that publishes, and what it has to know.
fn publish_command(program: &Path, data: &Path, locales: &Path, out: &Path) -> Command {
    let mut publish = cargo_publish(Command::new("cargo"), "run");
    publish.arg("--").arg("--program").arg(program);
    publish.arg("--data").arg(data);
    let editions = data.join(EDITIONS);
    if editions.is_dir() {
        publish.arg("--keep").arg(editions);
    }
    publish.arg("--locales").arg(locales);
    publish.arg("--styles").arg(paths::root().join("styles"));
    publish.arg("--out").arg(out);
    publish
}

/// Writes the data files into `folder`.
fn write_data(folder: &Path, files: &DataFiles) -> Result<()> {
    // A translation that is no longer there is not to be published.
    let texts = folder.join(TEXTS);
    if texts.exists() {
        fs::remove_dir_all(&texts).with_context(|| texts.display().to_string())?;
    }
    data_folder::write(folder, files)
}

/// Writes the editions that are carried along into `folder`, without the facts of
/// the sources that are left out; `newest` are the data.
fn write_editions(folder: &Path, options: &Options, newest: &DataFiles) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| folder.display().to_string())?;
    }
    for (version, files) in edition::read(&options.editions())? {
        let files = completed(&files, newest);
        // Whatever is wrong with an edition is told when it is published.
        let sources = files.get("sources.json").map_or("", String::as_str);
        let sources: Vec<Value> = serde_json::from_str(sources).unwrap_or_default();
        let has = |id: &&String| sources.iter().any(|source| source["id"] == **id);
        let left_out = options.without_source.iter().filter(has);
        let files = leave_out(files, &left_out.cloned().collect::<Vec<_>>())?;
        data_folder::write(&folder.join(version), &kept(&files))?;
    }
    Ok(())
}

/// The data without the facts of `sources`.
fn leave_out(mut files: DataFiles, sources: &[String]) -> Result<DataFiles> {
    for source in sources {
        let pruned = without_source(&files, source)
            .map_err(|finding| anyhow!("{} {}", finding.file, finding.problem))
            .with_context(|| format!("the source `{source}` cannot be left out"))
            .or_help("to see the sources: cargo xtask check --licences")?;
        eprintln!(
            "without `{source}`: {} facts left out",
            pruned.removed.len()
        );
        files = pruned.files;
    }
    Ok(files)
}

/// Puts the folder `site` in the place of `dist`, which is never half made.
fn replace(dist: &Path, site: &Path) -> Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist).with_context(|| dist.display().to_string())?;
    }
    fs::rename(site, dist).with_context(|| dist.display().to_string())
}
