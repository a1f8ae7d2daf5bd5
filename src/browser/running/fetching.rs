//! Files of the site, each proved by its hash; in the browser alone.

use directory::Catalogue;
use gloo_net::http::{Method, Request, RequestBuilder, Response};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::RequestCache;

use crate::Problem;

/// Why there is no file.
pub enum Reason {
    /// No answer: the network or the host is away.
    NoAnswer,
    /// The file is not the one that was published.
    Altered,
    /// The host answered with this status instead of the file.
    Status(u16),
    /// The site has no such file.
    NotPublished,
}

/// What `boot.js` numbers the reasons by, beside the status of an answer.
const NO_ANSWER: f64 = 0.0;
const ALTERED: f64 = 1.0;

impl Reason {
    /// As `boot.js` says it.
    pub fn number(&self) -> f64 {
        match self {
            Self::NoAnswer => NO_ANSWER,
            Self::Altered => ALTERED,
            Self::Status(status) => f64::from(*status),
            Self::NotPublished => 404.0,
        }
    }

    fn of(number: &JsValue) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "0, 1 or the status of an answer"
        )]
        match number.as_f64().map(|number| number as u16) {
            Some(0) => Self::NoAnswer,
            Some(1) => Self::Altered,
            Some(status) => Self::Status(status),
            None => Self::NotPublished,
        }
    }
}

/// The text of a file of the site, such as `snapshot/core.json`.
///
/// # Errors
/// It is not to be had as it was published; says why.
pub async fn file(name: &str) -> Result<String, Reason> {
    let published = PublishedFile::find(name).ok_or(Reason::NotPublished)?;
    let mut response = match published.early().await {
        Some(response) => Some(response),
        None => published.fetch(RequestCache::Default).await,
    };
    if !response.as_ref().is_some_and(Response::ok) {
        // What a cache holds may be cut off or of another version: the host is
        // asked once more.
        response = published.fetch(RequestCache::Reload).await;
    }
    match response {
        Some(response) if response.ok() => response.text().await.map_err(|_| Reason::NoAnswer),
        response => Err(published.failure(response).await),
    }
}

/// The same, with what is said to the reader where it is not to be had.
///
/// # Errors
/// Says why.
pub async fn file_or_problem(words: &Catalogue, name: &str) -> Result<String, Problem> {
    let problem = |reason| problem(words, name, &reason);
    file(name).await.map_err(problem)
}

/// [`fetch_program_part`], with what is said to the reader where it is not to be
/// had.
///
/// # Errors
/// Says why.
pub async fn program_part_or_problem(words: &Catalogue, name: &str) -> Result<(), Problem> {
    let problem = |reason| problem(words, name, &reason);
    fetch_program_part(name).await.map_err(problem)
}

fn problem(words: &Catalogue, name: &str, reason: &Reason) -> Problem {
    Problem {
        sentence: match reason {
            Reason::NoAnswer => words.problem_no_answer(name),
            Reason::Altered => words.problem_altered(name),
            Reason::Status(404) | Reason::NotPublished => words.problem_missing(name),
            Reason::Status(status) => words.problem_refused(name, &status.to_string()),
        },
        is_outdated: matches!(reason, Reason::Altered | Reason::Status(404 | 410)),
    }
}

/// Has `boot.js` fetch and prove the files of a part of the program, which its
/// loader then asks for.
///
/// # Errors
/// One of them is not to be had as it was published.
pub async fn fetch_program_part(name: &str) -> Result<(), Reason> {
    ask_and_wait("part", name).await
}

/// Has `boot.js` fetch a style sheet, unless it is there.
///
/// # Errors
/// It is not to be had as it was published.
pub async fn fetch_style(name: &str) -> Result<(), Reason> {
    ask_and_wait("style", name).await
}

/// What takes `boot.js` some time.
async fn ask_and_wait(kind: &str, name: &str) -> Result<(), Reason> {
    let reason = |reason: JsValue| Reason::of(&reason);
    let files = ask_boot(kind, name).map_err(reason)?;
    let files: js_sys::Promise = files.dyn_into().map_err(reason)?;
    JsFuture::from(files).await.map(drop).map_err(reason)
}

/// Where a file is and its hash, empty where nothing is proved, as under
/// `cargo xtask serve --dev`.
struct PublishedFile {
    address: String,
    integrity: String,
    /// The answer that `boot.js` has asked for already.
    early: JsValue,
}

impl PublishedFile {
    /// What `boot.js` knows of a file, if the site has it.
    fn find(name: &str) -> Option<Self> {
        let known = ask_boot("find", name).ok()?;
        let part = |part| js_sys::Reflect::get(&known, &JsValue::from_str(part)).ok();
        Some(Self {
            address: part("address")?.as_string()?,
            integrity: part("integrity")?.as_string()?,
            early: part("early")?,
        })
    }

    /// The answer that `boot.js` has asked for, if it came as it was published.
    async fn early(&self) -> Option<Response> {
        let early: js_sys::Promise = self.early.clone().dyn_into().ok()?;
        let response = JsFuture::from(early).await.ok()?;
        let response: web_sys::Response = response.dyn_into().ok()?;
        Some(Response::from(response))
    }

    /// The answer; none where there is none, or it is not what was published.
    async fn fetch(&self, cache: RequestCache) -> Option<Response> {
        let request = Request::get(&self.address).cache(cache);
        request.integrity(&self.integrity).send().await.ok()
    }

    /// Why there is no file: a browser does not tell a wrong hash from a broken
    /// line.
    async fn failure(&self, response: Option<Response>) -> Reason {
        let answer = if response.is_some() {
            response
        } else {
            let head = RequestBuilder::new(&self.address).method(Method::HEAD);
            head.cache(RequestCache::NoStore).send().await.ok()
        };
        match answer {
            None => Reason::NoAnswer,
            Some(answer) if answer.ok() => Reason::Altered,
            Some(answer) => Reason::Status(answer.status()),
        }
    }
}

/// What `boot.js` gives: the `kind` says which of its functions.
fn ask_boot(kind: &str, name: &str) -> Result<JsValue, JsValue> {
    let boot = js_sys::Reflect::get(&window(), &JsValue::from_str("hemicycle"))?;
    let give = js_sys::Reflect::get(&boot, &JsValue::from_str(kind))?;
    let give: js_sys::Function = give.dyn_into()?;
    give.call1(&boot, &JsValue::from_str(name))
}
