//! Who may ask: this machine, a page of this server, somebody who was given the key.
//!
//! The name in `Host` must be this server's own, so that no other name that leads here is answered; whatever comes from
//! another page is refused; everything but the first address needs the cookie that the key is exchanged for.

use hyper::header::{COOKIE, HOST, HeaderName, ORIGIN};
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};

use super::alamat::Alamat;
use super::jawab::{Jawab, Tolak};

/// The path of the first address.
const PINTU: &str = "/masuk";

/// What this server knows its own people by.
pub struct Jaga {
    port: u16,
    /// In the first address.
    kunci: String,
    /// In the cookie.
    sesi: String,
}

/// What somebody who may ask is given.
pub enum Izin {
    /// The cookie, for the key.
    Masuk,
    /// What was asked for.
    Sah,
}

impl Jaga {
    /// Keys that nobody can guess; `Err` where the system has no randomness.
    pub fn new(port: u16) -> Result<Self, String> {
        Ok(Self { port, kunci: secret()?, sesi: secret()? })
    }

    /// The first address.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}{PINTU}?kunci={}", self.port, self.kunci)
    }

    /// The cookie's name; several servers of one machine do not take each other's.
    fn name(&self) -> String {
        format!("naskah-{}", self.port)
    }

    /// The answer to the key: the cookie, and the way to the page.
    pub fn let_in(&self) -> Jawab {
        let cookie = format!("{}={}; HttpOnly; SameSite=Strict; Path=/", self.name(), self.sesi);
        Jawab::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", "masuk")
            .with("set-cookie", cookie)
            .with("location", "/")
    }

    /// Whether a request may be answered.
    pub fn ask(&self, head: &Parts, alamat: &Alamat) -> Result<Izin, Tolak> {
        let value = |name: HeaderName| head.headers.get(name).and_then(|value| value.to_str().ok());
        let own = [format!("127.0.0.1:{}", self.port), format!("localhost:{}", self.port)];
        let host = value(HOST).filter(|host| own.iter().any(|name| name == host));
        let refused = |why: &str| Tolak::new(StatusCode::FORBIDDEN, why);
        let host = host.ok_or_else(|| refused("nama peladen dalam permintaan bukan milik naskah"))?;
        if value(ORIGIN).is_some_and(|origin| origin != format!("http://{host}")) {
            return Err(refused("permintaan dari halaman lain ditolak"));
        }
        let site = head.headers.get("sec-fetch-site").and_then(|site| site.to_str().ok());
        let opened = head.method == Method::GET && alamat.jalan == PINTU;
        if !opened && site.is_some_and(|site| !["same-origin", "none"].contains(&site)) {
            return Err(refused("permintaan dari situs lain ditolak"));
        }
        if opened && alamat.kata("kunci").is_some_and(|key| same(key, &self.kunci)) {
            return Ok(Izin::Masuk);
        }
        let name = self.name();
        let cookies = head.headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        match pairs.any(|(key, value)| key == name && same(value, &self.sesi)) {
            true => Ok(Izin::Sah),
            false => Err(Tolak::new(
                StatusCode::UNAUTHORIZED,
                "alamat ini hanya dapat dibuka lewat alamat yang ditampilkan `naskah buka`",
            )),
        }
    }

    /// Whether a request that changes something names the page that it comes from: a form of another page cannot.
    pub fn own_page(&self, head: &Parts) -> bool {
        let origin = head.headers.get(ORIGIN).and_then(|value| value.to_str().ok());
        ["127.0.0.1", "localhost"].iter().any(|name| origin == Some(&format!("http://{name}:{}", self.port)))
    }
}

/// Whether two texts are the same, in a time that does not tell where they differ.
fn same(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

/// 32 bytes of the system's randomness, as hexadecimal digits.
fn secret() -> Result<String, String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|error| format!("sistem tidak memberi bilangan acak: {error}"))?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
