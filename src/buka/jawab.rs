//! Answers: what they hold, and what every one of them tells the browser.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use http_body_util::{Either, Full};
use hyper::body::{Body, Bytes, Frame};
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Response, StatusCode};
use serde_json::{Value, json};
use tokio::sync::mpsc;

/// What a page may load: this server's own files, and nothing inline.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
                   form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// The body of an answer: whole, or what is told as it happens.
pub type Badan = Either<Full<Bytes>, Arus>;

/// An answer.
pub struct Jawab {
    status: StatusCode,
    jenis: &'static str,
    badan: Bytes,
    kepala: Vec<(&'static str, String)>,
}

impl Jawab {
    /// An answer of a kind.
    pub fn new(status: StatusCode, jenis: &'static str, badan: impl Into<Bytes>) -> Self {
        Self { status, jenis, badan: badan.into(), kepala: Vec::new() }
    }

    /// Data for a page.
    pub fn json(value: &Value) -> Self {
        Self::new(StatusCode::OK, "application/json", value.to_string())
    }

    /// With one more head.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.kepala.push((name, value.into()));
        self
    }

    /// As it is sent.
    pub fn response(self) -> Response<Badan> {
        let mut response = Response::new(Either::Left(Full::new(self.badan)));
        *response.status_mut() = self.status;
        guard(&mut response, self.jenis);
        for (name, value) in self.kepala {
            if let Ok(value) = HeaderValue::from_str(&value) {
                response.headers_mut().insert(HeaderName::from_static(name), value);
            }
        }
        response
    }
}

/// What every answer says.
fn guard(response: &mut Response<Badan>, jenis: &'static str) {
    let heads = [
        ("content-type", jenis),
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cache-control", "no-store"),
    ];
    for (name, value) in heads {
        response.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}

/// What is told as it happens, as server-sent events.
pub struct Arus(mpsc::Receiver<String>);

impl Arus {
    /// The answer that tells what a listener hears.
    pub fn response(listener: mpsc::Receiver<String>) -> Response<Badan> {
        let mut response = Response::new(Either::Right(Self(listener)));
        guard(&mut response, "text/event-stream");
        response
    }
}

impl Body for Arus {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(context).map(|told| told.map(|told| Ok(Frame::data(Bytes::from(told)))))
    }
}

/// Why something was not done.
#[derive(Debug, Clone)]
pub struct Tolak {
    status: StatusCode,
    pesan: String,
    lain: Value,
}

impl Tolak {
    /// A refusal in words.
    pub fn new(status: StatusCode, pesan: impl Into<String>) -> Self {
        Self { status, pesan: pesan.into(), lain: Value::Null }
    }

    /// What was asked for is wrong in itself.
    pub fn salah(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, pesan)
    }

    /// What was asked for is not there.
    pub fn tiada(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::NOT_FOUND, pesan)
    }

    /// The file is no longer what the page takes it for.
    pub fn usang(pesan: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, pesan)
    }

    /// With what else the page is to know.
    pub fn with(self, lain: Value) -> Self {
        Self { lain, ..self }
    }

    /// The refusal in words.
    pub fn pesan(&self) -> &str {
        &self.pesan
    }

    /// The answer for a person without the page.
    pub fn polos(&self) -> Jawab {
        Jawab::new(self.status, "text/plain; charset=utf-8", self.pesan.clone())
    }

    /// The answer.
    pub fn jawab(&self) -> Jawab {
        let body = json!({"pesan": self.pesan, "lain": self.lain});
        Jawab::new(self.status, "application/json", body.to_string())
    }
}
