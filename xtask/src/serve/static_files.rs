//! What a plain host answers for a folder of files.

use std::io;
use std::path::{Path, PathBuf};

use exports::media_types;
use headers::{ETag, HeaderMapExt, IfNoneMatch, IfRange};
use http_body_util::BodyExt;
use hyper::body::Bytes;
use hyper::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue, LAST_MODIFIED, LOCATION,
    RANGE, VARY,
};
use hyper::{Method, Request, Response, StatusCode, Uri};
use sha2::{Digest, Sha256};
use tower_http::services::ServeDir;

use super::header_rules;

/// An answer with all that it sends.
type Answer = Response<Bytes>;

/// A folder of files below a path of a host.
pub struct StaticFiles {
    folder: PathBuf,
    mount: String,
    files: ServeDir,
}

impl StaticFiles {
    /// The files of `folder` below the path `mount`, which begins and ends with
    /// a slash.
    pub fn new(folder: &Path, mount: &str) -> Self {
        Self {
            folder: folder.to_owned(),
            mount: mount.to_owned(),
            files: ServeDir::new(folder)
                .precompressed_br()
                .precompressed_gzip(),
        }
    }

    /// Answers a request; its body, if there is one, stays unread.
    pub async fn respond<B>(&self, request: &Request<B>) -> Answer {
        let path = request.uri().path();
        let inside = path.strip_prefix(&self.mount);
        let answer = match inside {
            Some(inside) => self.file(inside, request).await,
            None if Some(path) == self.mount.strip_suffix('/') => Ok(redirect(request.uri())),
            None => self.not_found(request).await,
        };
        // The file is there, but reading it failed.
        let mut answer = answer.unwrap_or_else(|_| empty(StatusCode::INTERNAL_SERVER_ERROR));
        self.add_headers(inside.unwrap_or_default(), &mut answer);
        answer
    }

    /// The file at the path `inside` of the folder, as far as the browser does
    /// not have it.
    async fn file<B>(&self, inside: &str, request: &Request<B>) -> io::Result<Answer> {
        let is_folder = inside.is_empty() || inside.ends_with('/');
        // Named, since ServeDir passes over a slash at the end of a file's name.
        let index = if is_folder { "index.html" } else { "" };
        let path = format!("/{inside}{index}");
        let whole = self.read(&path, request, &[ACCEPT_ENCODING]).await?;
        match whole.status() {
            StatusCode::OK => {}
            StatusCode::TEMPORARY_REDIRECT => return Ok(redirect(request.uri())),
            StatusCode::NOT_FOUND => return self.not_found(request).await,
            _ => return Ok(whole),
        }
        let etag = etag(whole.body());
        let conditions = request.headers();
        let is_known = conditions
            .typed_get::<IfNoneMatch>()
            .is_some_and(|known| !known.precondition_passes(&etag));
        // Parts are of GET alone.
        let is_part = request.method() == Method::GET && conditions.contains_key(RANGE);
        let is_outdated = conditions
            .typed_get::<IfRange>()
            .is_some_and(|known| known.is_modified(Some(&etag), None));
        let mut answer = if is_known {
            empty(StatusCode::NOT_MODIFIED)
        } else if is_part && !is_outdated {
            self.read(&path, request, &[ACCEPT_ENCODING, RANGE]).await?
        } else {
            whole
        };
        answer.headers_mut().typed_insert(etag);
        Ok(answer)
    }

    /// The page for whatever is not there.
    async fn not_found<B>(&self, request: &Request<B>) -> io::Result<Answer> {
        let mut page = self.read("/404.html", request, &[ACCEPT_ENCODING]).await?;
        if page.status().is_success() {
            *page.status_mut() = StatusCode::NOT_FOUND;
        }
        Ok(page)
    }

    /// What `ServeDir` answers for `path` in the folder, by those headers of
    /// `request` that are `forwarded`.
    async fn read<B>(
        &self,
        path: &str,
        request: &Request<B>,
        forwarded: &[HeaderName],
    ) -> io::Result<Answer> {
        let mut inner = Request::new(String::new());
        // After HEAD there would be no bytes to make a tag of; hyper sends none.
        if request.method() != Method::HEAD {
            request.method().clone_into(inner.method_mut());
        }
        *inner.uri_mut() = path.parse().map_err(io::Error::other)?;
        for name in forwarded {
            if let Some(value) = request.headers().get(name) {
                inner.headers_mut().insert(name, value.clone());
            }
        }
        let (mut head, body) = self.files.clone().try_call(inner).await?.into_parts();
        // Only what a file holds counts: building anew must not make it new.
        head.headers.remove(LAST_MODIFIED);
        if let Some(guessed) = head.headers.get_mut(CONTENT_TYPE)
            && let Some(known) = media_type(path)
        {
            *guessed = known;
        }
        let bytes = body.collect().await.map_err(io::Error::other)?.to_bytes();
        Ok(Response::from_parts(head, bytes))
    }

    /// Adds what a host sends with every file, and what the folder asks hosts
    /// to send for the path `inside` of it.
    fn add_headers(&self, inside: &str, answer: &mut Answer) {
        let rules = std::fs::read_to_string(self.folder.join("_headers")).unwrap_or_default();
        let mut shipped = header_rules::of(&rules, &format!("/{inside}"));
        let status = answer.status();
        if !status.is_success() && status != StatusCode::NOT_MODIFIED {
            // Nothing is kept of what is not there, and it is a page, whatever
            // its address.
            shipped.remove(CACHE_CONTROL);
            shipped.remove(CONTENT_TYPE);
        }
        let headers = answer.headers_mut();
        headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
        // As the hosts do of themselves that read _headers.
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        headers.extend(shipped);
    }
}

/// Leads from a folder to its address, which ends with a slash.
fn redirect(uri: &Uri) -> Answer {
    let query = uri.query().map(|query| format!("?{query}"));
    // Two slashes at the start would be another host.
    let location = format!(
        "/{}/{}",
        uri.path().trim_matches('/'),
        query.unwrap_or_default()
    );
    let mut redirect = empty(StatusCode::TEMPORARY_REDIRECT);
    let location = HeaderValue::try_from(location).expect("a part of an address is a header");
    redirect.headers_mut().insert(LOCATION, location);
    redirect
}

fn empty(status: StatusCode) -> Answer {
    let mut answer = Answer::default();
    *answer.status_mut() = status;
    answer
}

/// The tag of what a file holds, as it is sent: a compressed copy has its own.
fn etag(bytes: &[u8]) -> ETag {
    let tag = format!("\"{:x}\"", Sha256::digest(bytes));
    tag.parse().expect("digits in quotes are a tag")
}

/// The media type of the kinds of files that a site holds; `ServeDir` knows
/// others.
fn media_type(path: &str) -> Option<HeaderValue> {
    let ending = Path::new(path).extension()?.to_str()?;
    let known = media_types::media_type_by_ending(ending)?;
    let name = if known.name.starts_with("text/") {
        known.with_charset()
    } else {
        known.name.to_owned()
    };
    HeaderValue::try_from(name).ok()
}

#[cfg(test)]
mod tests;
