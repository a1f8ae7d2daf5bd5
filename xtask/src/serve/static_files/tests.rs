use std::fs;

use hyper::HeaderMap;
use tokio::runtime::{Builder, Runtime};

use super::*;

/// A folder with these files, served at `mount`; `name` keeps tests apart.
struct Host {
    folder: PathBuf,
    files: StaticFiles,
    runtime: Runtime,
}

impl Host {
    fn new(name: &str, mount: &str, files: &[(&str, &str)]) -> Self {
        let folder = format!("hemicycle-files-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        for (path, text) in files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        Self {
            files: StaticFiles::new(&folder, mount),
            folder,
            runtime: Builder::new_current_thread().build().unwrap(),
        }
    }

    fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(()).unwrap();
        self.runtime.block_on(self.files.respond(&request))
    }

    fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, &[])
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.folder).unwrap();
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let values: Vec<_> = headers.get_all(name).iter().collect();
    assert!(values.len() <= 1, "{name}: {values:?}");
    values.first().map_or("", |value| value.to_str().unwrap())
}

fn check(answer: &Answer, status: u16, body: &str, headers: &[(&str, &str)]) {
    assert_eq!(answer.status(), status, "{answer:?}");
    assert_eq!(answer.body(), body, "{answer:?}");
    for (name, value) in headers {
        assert_eq!(header(answer.headers(), name), *value, "{name}: {answer:?}");
    }
}

#[test]
fn addresses_lead_to_files() {
    let files = [
        ("index.html", "start"),
        ("members/ü/index.html", "member"),
        ("404.html", "nothing"),
    ];
    for mount in ["/", "/a/b/"] {
        let host = Host::new(&format!("answer{}", mount.len()), mount, &files);
        let get = |path: &str| host.get(&format!("{mount}{path}"));
        check(&get(""), 200, "start", &[]);
        check(&get("?q=%2F"), 200, "start", &[]);
        check(&get("index.html"), 200, "start", &[]);
        check(&get("members/%C3%BC/"), 200, "member", &[]);
        let moved = format!("{mount}members/%c3%bc/?q=1");
        check(&get("members/%c3%bc?q=1"), 307, "", &[("location", &moved)]);
        for path in [
            "members/",
            "index.html/",
            "index.html/x",
            "none",
            "../Cargo.toml",
            "%2e%2e/x",
            "members/%2e%2e/%2e%2e/x",
            "..%5cx",
            "%00",
            "%zz",
            "%",
            "%ff",
        ] {
            check(&get(path), 404, "nothing", &[]);
        }
    }
    let host = Host::new("mount", "/a/b/", &files);
    check(&host.get("/a/b"), 307, "", &[("location", "/a/b/")]);
    check(&host.get("/a/b?q=1"), 307, "", &[("location", "/a/b/?q=1")]);
    check(&host.get("/"), 404, "nothing", &[]);
    check(&host.get("/a/"), 404, "nothing", &[]);
    check(&host.get("/a/bc"), 404, "nothing", &[]);
}

#[test]
fn no_file_beside_the_folder_is_given() {
    let files = [("inside/404.html", "nothing"), ("outside", "secret")];
    let host = Host::new("escape", "/", &files);
    let inside = StaticFiles::new(&host.folder.join("inside"), "/");
    for path in [
        "/../outside",
        "/%2e%2e/outside",
        "/..%2foutside",
        "//../outside",
    ] {
        let request = Request::get(path).body(()).unwrap();
        let answer = host.runtime.block_on(inside.respond(&request));
        check(&answer, 404, "nothing", &[]);
    }
}

#[test]
fn a_folder_does_not_lead_to_another_host() {
    let host = Host::new("slashes", "/", &[("members/index.html", "")]);
    check(
        &host.get("//members"),
        307,
        "",
        &[("location", "/members/")],
    );
}

#[test]
fn files_have_their_media_types() {
    for (name, media_type) in [
        ("a.html", "text/html; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.vcf", "text/vcard; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.geojson", "application/geo+json"),
        ("a.wasm", "application/wasm"),
        ("a.webmanifest", "application/manifest+json"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("a.pdf", "application/pdf"),
        ("a", "application/octet-stream"),
    ] {
        let host = Host::new("types", "/", &[(name, "")]);
        let answer = host.get(&format!("/{name}"));
        check(&answer, 200, "", &[("content-type", media_type)]);
    }
}

/// The rules of `_headers` for the tests below.
const RULES: &str = "/*\n  a-policy: strict\n\
    /embed/*\n  a-policy: for frames\n\
    /assets/*\n  cache-control: immutable\n\
    /*.ics\n  content-type: a/calendar\n";

#[test]
fn answers_carry_the_headers_that_ship() {
    let host = Host::new(
        "rules",
        "/a/",
        &[
            ("_headers", RULES),
            ("404.html", "nothing"),
            ("all.ics", "calendar"),
            ("assets/x.js", "script"),
            ("embed/index.html", "map"),
            ("index.html", "start"),
        ],
    );
    let usual = [
        ("a-policy", "strict"),
        ("cache-control", "no-cache"),
        ("content-type", "text/html; charset=utf-8"),
        ("vary", "accept-encoding"),
    ];
    check(&host.get("/a/"), 200, "start", &usual);
    check(&host.get("/a/none"), 404, "nothing", &usual);
    check(&host.get("/a/none.ics"), 404, "nothing", &usual);
    check(&host.get("/a/assets/none.js"), 404, "nothing", &usual);
    let calendar = [("content-type", "a/calendar"), ("a-policy", "strict")];
    check(&host.get("/a/all.ics"), 200, "calendar", &calendar);
    let kept = [("cache-control", "immutable"), ("a-policy", "strict")];
    check(&host.get("/a/assets/x.js"), 200, "script", &kept);
    let tag = header(host.get("/a/assets/x.js").headers(), "etag").to_owned();
    let known = host.ask("GET", "/a/assets/x.js", &[("if-none-match", &tag)]);
    check(&known, 304, "", &kept);
    let framed = [("a-policy", "for frames")];
    check(&host.get("/a/embed/"), 200, "map", &framed);
}

#[test]
fn only_reading_is_allowed() {
    let host = Host::new("methods", "/", &[("index.html", "start")]);
    for method in ["POST", "PUT", "DELETE", "OPTIONS"] {
        for path in ["/", "/none"] {
            let answer = host.ask(method, path, &[]);
            check(
                &answer,
                405,
                "",
                &[("allow", "GET,HEAD"), ("content-type", "")],
            );
        }
    }
    let head = host.ask("HEAD", "/", &[]);
    assert_eq!(head.status(), 200);
    assert_eq!(head.headers(), host.get("/").headers());
}

#[test]
fn compressed_copies_go_to_those_who_take_them() {
    let files = [
        ("404.html", "nothing"),
        ("404.html.gz", "no"),
        ("index.html", "start page"),
        ("index.html.br", "br"),
        ("index.html.gz", "gzip"),
        ("plain.txt", "plain"),
    ];
    let host = Host::new("compressed", "/", &files);
    let ask = |path: &str, taken: &str| host.ask("GET", path, &[("accept-encoding", taken)]);
    let page = ("content-type", "text/html; charset=utf-8");
    let vary = ("vary", "accept-encoding");
    for (taken, body, encoding) in [
        ("", "start page", ""),
        ("identity", "start page", ""),
        ("deflate", "start page", ""),
        ("gzip", "gzip", "gzip"),
        ("br;q=0, gzip", "gzip", "gzip"),
        ("gzip;q=1, br", "br", "br"),
        ("gzip, deflate, br, zstd", "br", "br"),
    ] {
        let sent = [page, vary, ("content-encoding", encoding)];
        check(&ask("/", taken), 200, body, &sent);
    }
    let plain = [vary, ("content-encoding", "")];
    check(&ask("/plain.txt", "gzip, br"), 200, "plain", &plain);
    let missing = [page, vary, ("content-encoding", "gzip")];
    check(&ask("/none", "gzip, br"), 404, "no", &missing);
}

#[test]
fn a_file_that_the_browser_has_is_not_sent_again() {
    let files = [("a.txt", "one"), ("a.txt.gz", "1"), ("404.html", "")];
    let host = Host::new("tags", "/", &files);
    let tag_of = |answer: &Answer| header(answer.headers(), "etag").to_owned();
    let ask = |known: &str| host.ask("GET", "/a.txt", &[("if-none-match", known)]);
    let tag = tag_of(&host.get("/a.txt"));
    assert!(tag.starts_with('"'), "it is strong: {tag}");
    let weak = format!("W/{tag}");
    let among = format!("\"other\", {tag}");
    for known in [&tag, &weak, &among, "*"] {
        let headers = [("etag", tag.as_str()), ("cache-control", "no-cache")];
        check(&ask(known), 304, "", &headers);
    }
    check(&ask("\"other\""), 200, "one", &[("etag", &tag)]);
    let compressed = host.ask("GET", "/a.txt", &[("accept-encoding", "gzip")]);
    assert_ne!(tag_of(&compressed), tag, "a copy is told apart");
    let head = host.ask("HEAD", "/a.txt", &[("if-none-match", &tag)]);
    check(&head, 304, "", &[("etag", &tag)]);
    assert_eq!(tag_of(&host.get("/none")), "");

    // Written again it is the same, and another text is another file.
    fs::write(host.folder.join("a.txt"), "one").unwrap();
    check(&ask(&tag), 304, "", &[]);
    fs::write(host.folder.join("a.txt"), "two").unwrap();
    check(&ask(&tag), 200, "two", &[]);
}

#[test]
fn a_part_of_a_file_can_be_asked_for() {
    let host = Host::new("parts", "/", &[("a.txt", "0123456789"), ("404.html", "no")]);
    let tag = header(host.get("/a.txt").headers(), "etag").to_owned();
    let ask = |range: &str, more: &[(&str, &str)]| {
        host.ask("GET", "/a.txt", &[&[("range", range)], more].concat())
    };
    for (range, body, place) in [
        ("bytes=2-4", "234", "bytes 2-4/10"),
        ("bytes=8-", "89", "bytes 8-9/10"),
        ("bytes=-3", "789", "bytes 7-9/10"),
    ] {
        let headers = [
            ("content-range", place),
            ("etag", &tag),
            ("accept-ranges", "bytes"),
            ("content-type", "text/plain; charset=utf-8"),
        ];
        check(&ask(range, &[]), 206, body, &headers);
        check(&ask(range, &[("if-range", &tag)]), 206, body, &headers);
        check(
            &ask(range, &[("if-range", "\"other\"")]),
            200,
            "0123456789",
            &[],
        );
        check(&ask(range, &[("if-none-match", &tag)]), 304, "", &[]);
    }
    let beyond = ask("bytes=10-", &[]);
    assert_eq!(beyond.status(), 416);
    assert_eq!(header(beyond.headers(), "content-range"), "bytes */10");
    let head = host.ask("HEAD", "/a.txt", &[("range", "bytes=2-4")]);
    assert_eq!(head.status(), 200, "only GET has parts");
    let missing = host.ask("GET", "/none", &[("range", "bytes=0-0")]);
    check(&missing, 404, "no", &[]);
}
