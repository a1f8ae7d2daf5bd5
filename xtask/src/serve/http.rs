//! As much of HTTP/1.1 as a server of files needs.
//!
//! `tiny_http` was tried: its pool of threads can leave a new connection
//! waiting for seconds while a browser keeps its others open. Larger servers
//! bring an asynchronous runtime, too much for every run of xtask to compile.

use std::io::{BufRead, Error, ErrorKind, Read, Result, Write};

/// Bytes of a request without its body; browsers send less than one KB.
const MOST: u64 = 16 * 1024;

/// What a browser asks for.
#[derive(Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD` or another word.
    pub method: String,
    /// Path and query.
    pub target: String,
    /// Whether the connection ends with the answer.
    pub last: bool,
    /// The compressions that the browser understands: `gzip, br`.
    pub encodings: String,
}

impl Request {
    /// Whether it asks for a file, and changes nothing.
    pub fn reads(&self) -> bool {
        matches!(self.method.as_str(), "GET" | "HEAD")
    }
}

/// Reads the next request; none where the browser has closed the connection.
///
/// # Errors
/// The connection breaks, or this is no HTTP.
pub fn read(connection: &mut impl BufRead) -> Result<Option<Request>> {
    let mut head = connection.take(MOST);
    let mut line = String::new();
    if head.read_line(&mut line)? == 0 {
        return Ok(None);
    }
    let words: Vec<&str> = line.split_whitespace().collect();
    let &[method, target, "HTTP/1.1" | "HTTP/1.0"] = words.as_slice() else {
        return Err(Error::new(ErrorKind::InvalidData, "no HTTP"));
    };
    let mut request = Request {
        method: method.to_owned(),
        target: target.to_owned(),
        last: words[2] == "HTTP/1.0",
        encodings: String::new(),
    };
    // What follows another request than these is its body, which stays unread.
    request.last |= !request.reads();
    loop {
        line.clear();
        if head.read_line(&mut line)? == 0 {
            return Err(Error::new(ErrorKind::InvalidData, "no end of the head"));
        }
        match line.trim_end().split_once(':') {
            None => return Ok(Some(request)),
            Some((name, value)) if name.eq_ignore_ascii_case("connection") => {
                request.last |= value.trim().eq_ignore_ascii_case("close");
            }
            Some((name, value)) if name.eq_ignore_ascii_case("accept-encoding") => {
                value.trim().clone_into(&mut request.encodings);
            }
            Some(_) => {}
        }
    }
}

/// Writes an answer at once; without its body where only the head is wanted.
///
/// # Errors
/// The connection breaks.
pub fn write(
    mut connection: impl Write,
    request: &Request,
    status: u16,
    headers: &[(&str, String)],
    body: &[u8],
) -> Result<()> {
    let mut answer = format!("HTTP/1.1 {status} \r\ncontent-length: {}\r\n", body.len());
    answer.extend(
        headers
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n")),
    );
    if request.last {
        answer += "connection: close\r\n";
    }
    answer += "\r\n";
    let mut answer = answer.into_bytes();
    if request.method != "HEAD" {
        answer.extend_from_slice(body);
    }
    connection.write_all(&answer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<(&str, &str, bool)>) {
        let request = read(&mut text.as_bytes()).unwrap_or(None);
        let expected = expected.map(|(method, target, last)| Request {
            method: method.to_owned(),
            target: target.to_owned(),
            last,
            encodings: String::new(),
        });
        assert_eq!(request, expected, "{text}");
    }

    #[test]
    fn requests_are_read() {
        check("", None);
        check(
            "GET /a?b HTTP/1.1\r\nHost: c\r\n\r\n",
            Some(("GET", "/a?b", false)),
        );
        check(
            "HEAD / HTTP/1.1\r\nConnection: Close\r\n\r\n",
            Some(("HEAD", "/", true)),
        );
        check("GET / HTTP/1.0\r\n\r\n", Some(("GET", "/", true)));
        check("POST / HTTP/1.1\r\n\r\nbody", Some(("POST", "/", true)));
        check("GET / HTTP/1.1\r\nHost: cut", None);
        check("GET /\r\n\r\n", None);
        check(
            &format!("GET /{} HTTP/1.1\r\n\r\n", "a".repeat(20_000)),
            None,
        );
    }

    #[test]
    fn a_request_tells_the_compressions_it_takes() {
        let text = "GET / HTTP/1.1\r\nAccept-Encoding: gzip, br\r\n\r\n";
        let request = read(&mut text.as_bytes()).unwrap().unwrap();
        assert_eq!(request.encodings, "gzip, br");
    }

    #[test]
    fn the_next_request_begins_where_the_last_one_ended() {
        let mut text = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\n\r\n".as_bytes();
        let targets = [(); 2].map(|()| read(&mut text).unwrap().unwrap().target);
        assert_eq!(targets, ["/a", "/b"]);
        assert_eq!(read(&mut text).unwrap(), None);
    }

    #[test]
    fn an_answer_to_head_has_the_length_but_no_body() {
        let answer = |method: &str| {
            let request = Request {
                method: method.to_owned(),
                target: "/".to_owned(),
                last: true,
                encodings: String::new(),
            };
            let mut written = Vec::new();
            write(
                &mut written,
                &request,
                200,
                &[("a", "b".to_owned())],
                b"body",
            )
            .unwrap();
            String::from_utf8(written).unwrap()
        };
        let head = "HTTP/1.1 200 \r\ncontent-length: 4\r\na: b\r\nconnection: close\r\n\r\n";
        assert_eq!(answer("HEAD"), head);
        assert_eq!(answer("GET"), format!("{head}body"));
    }
}
