//! `naskah buka`: who is answered, what an edit does to the file, from an empty folder to a copy. By plain HTTP; what a
//! browser makes of it is in `peramban`.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::Child;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::petikan::PANITIA;
use super::salinan::issued;
use super::{folder, program, put};
use crate::support::{files_below, text_of};

/// The decree that `mulai` writes.
const FIRST: &str = "data/keputusan/2026/jam-layanan-tamu.yaml";

/// A server that ends with the test.
pub struct Peladen {
    child: Child,
    pub address: String,
    port: u16,
    cookie: String,
}

impl Drop for Peladen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer.
struct Jawab {
    status: u16,
    heads: String,
    body: Vec<u8>,
}

impl Jawab {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}", String::from_utf8_lossy(&self.body)))
    }
}

impl Peladen {
    /// Serves a folder.
    pub fn start(folder: &Path) -> Self {
        let mut child = program(folder).args(["buka", "--jangan-buka"]).spawn().expect("the program starts");
        let mut lines = BufReader::new(child.stdout.take().expect("its output"));
        let mut line = String::new();
        lines.read_line(&mut line).expect("a line");
        let address = line.split_whitespace().last().expect("an address").to_owned();
        let port = address.split([':', '/']).nth(4).and_then(|port| port.parse().ok()).expect("a port");
        let mut own = Self { child, address, port, cookie: String::new() };
        let path = own.address.splitn(4, '/').nth(3).expect("a path").to_owned();
        let entry =
            own.raw(&format!("GET /{path} HTTP/1.1\r\nhost: 127.0.0.1:{port}\r\nconnection: close\r\n\r\n"), b"");
        assert_eq!(entry.status, 303, "{}", entry.heads);
        assert!(entry.heads.contains("HttpOnly; SameSite=Strict"), "{}", entry.heads);
        let cookie = entry.heads.lines().find_map(|line| line.strip_prefix("set-cookie: ")).expect("a cookie");
        own.cookie = cookie.split(';').next().expect("its value").to_owned();
        own
    }

    fn raw(&self, head: &str, body: &[u8]) -> Jawab {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(Duration::from_secs(60))).expect("a limit");
        stream.write_all(head.as_bytes()).expect("sent");
        // A server that refuses may stop reading.
        let _ = stream.write_all(body);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let at = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("an answer");
        let heads = String::from_utf8_lossy(&answer[..at]).into_owned();
        let status = heads.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
        Jawab { status, heads, body: answer[at + 4..].to_vec() }
    }

    /// Asks with these heads besides those that a page of the server sends.
    fn ask(&self, method: &str, path: &str, heads: &[(&str, &str)], body: &[u8]) -> Jawab {
        let port = self.port;
        let mut all = vec![
            ("host", format!("127.0.0.1:{port}")),
            ("cookie", self.cookie.clone()),
            ("origin", format!("http://127.0.0.1:{port}")),
            ("content-type", "application/json".to_owned()),
            ("content-length", body.len().to_string()),
            ("connection", "close".to_owned()),
        ];
        for (name, value) in heads {
            all.retain(|(own, _)| own != name);
            if !value.is_empty() {
                all.push((name, (*value).to_owned()));
            }
        }
        let lines: String = all.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        self.raw(&format!("{method} {path} HTTP/1.1\r\n{lines}\r\n"), body)
    }

    fn get(&self, path: &str) -> Jawab {
        self.ask("GET", path, &[], b"")
    }

    fn post(&self, path: &str, body: &Value) -> Jawab {
        self.ask("POST", path, &[], body.to_string().as_bytes())
    }

    fn naskah(&self) -> Value {
        self.get(&format!("/api/naskah?berkas={FIRST}")).json()
    }

    /// The decree once its pages are those of its text.
    fn laid(&self) -> Value {
        let begun = Instant::now();
        loop {
            let state = self.naskah();
            if state["hasil"]["rev"] == state["rev"] {
                return state;
            }
            assert!(begun.elapsed() < Duration::from_secs(120), "no pages");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Edits the decree as it is now.
    fn edit(&self, ubah: Value) -> Jawab {
        self.post("/api/ubah", &json!({"berkas": FIRST, "rev": self.naskah()["rev"], "ubah": ubah}))
    }
}

/// A folder that was begun by the page.
fn begun() -> (TempDir, Peladen) {
    let here = folder(&[]);
    let server = Peladen::start(here.path());
    let asked = json!({"wilayah": "kab semarang", "ketua": "Nama Ketua", "sekretaris": "Nama Sekretaris",
        "pengesah": "Nama Pengesah", "tahun": 2026});
    let made = server.post("/api/mulai", &asked);
    assert_eq!(made.json()["berhasil"], true, "{}", String::from_utf8_lossy(&made.body));
    (here, server)
}

#[test]
fn strangers_are_refused() {
    let here = folder(&[]);
    let server = Peladen::start(here.path());
    let port = server.port;
    assert_eq!(server.get("/api/meja").status, 200);
    let localhost = [format!("localhost:{port}"), format!("http://localhost:{port}")];
    assert_eq!(server.ask("GET", "/api/meja", &[("host", &localhost[0]), ("origin", &localhost[1])], b"").status, 200);
    let other = format!("http://127.0.0.1:{}", port + 1);
    for (heads, status) in [
        (("cookie", ""), 401),
        (("cookie", "naskah=1"), 401),
        (("host", "naskah.example:80"), 403),
        (("host", "127.0.0.1"), 403),
        (("host", ""), 400),
        (("origin", "http://situs.example"), 403),
        (("origin", other.as_str()), 403),
        (("origin", "null"), 403),
        (("sec-fetch-site", "cross-site"), 403),
        (("sec-fetch-site", "same-site"), 403),
    ] {
        for (method, path) in [("GET", "/api/meja"), ("GET", "/"), ("POST", "/api/mulai")] {
            let answer = server.ask(method, path, &[heads], b"");
            let refused = answer.status == status || (status == 400 && answer.status == 403);
            assert!(refused, "{heads:?} {method} {path}: {}", answer.heads);
        }
    }
    assert_eq!(server.ask("GET", "/masuk?kunci=0000", &[("cookie", "")], b"").status, 401);
    let asked = br#"{"wilayah":"kab semarang","ketua":"X"}"#;
    for (heads, status) in [
        (("origin", ""), 403),
        (("content-type", "text/plain"), 415),
        (("content-type", "application/x-www-form-urlencoded"), 415),
    ] {
        assert_eq!(server.ask("POST", "/api/mulai", &[heads], asked).status, status, "{heads:?}");
    }
    for method in ["PUT", "DELETE", "OPTIONS", "HEAD"] {
        assert_eq!(server.ask(method, "/api/mulai", &[], asked).status, 405, "{method}");
    }
    assert!(super::listing(here.path()).is_empty(), "something was written");
    assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
}

#[test]
fn every_answer_guards_the_page() {
    let here = folder(&[]);
    let server = Peladen::start(here.path());
    for path in ["/", "/api/meja", "/aset/utama.js", "/aset/gaya.css", "/tidak-ada"] {
        let answer = server.get(path);
        for head in [
            "content-security-policy: default-src 'none'",
            "x-content-type-options: nosniff",
            "referrer-policy: no-referrer",
        ] {
            assert!(answer.heads.contains(head), "{path}: {}", answer.heads);
        }
        assert!(!answer.heads.contains("unsafe-inline"), "{path}");
    }
    let page = String::from_utf8(server.get("/").body).expect("text");
    assert!(!page.contains("<style") && !page.contains("onclick") && !page.contains("<script>"), "{page}");
}

#[test]
fn the_pages_code_makes_no_markup_of_texts_and_stays_small() {
    let mut all = 0;
    for path in files_below("templates/laman/buka", ".js") {
        let text = text_of(&path);
        all += text.len();
        assert!(text.lines().count() < 400, "{}", path.display());
        for call in [
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "eval(",
            "new Function",
            "http://",
            "https://",
        ] {
            assert!(!text.contains(call), "{} has {call}", path.display());
        }
    }
    assert!((1..120 * 1024).contains(&all), "{all} bytes");
}

#[test]
fn names_stay_in_the_folder() {
    let (here, server) = begun();
    let outside = folder(&[("luar.yaml", "jenis: umum\n")]);
    put(&here, "bukan.txt", b"x");
    put(&here, ".tersembunyi.yaml", b"diktum: []\n");
    put(&here, "data/register/2026/1/x/naskah.yaml", b"diktum: []\n");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(outside.path().join("luar.yaml"), here.path().join("pintas.yaml")).expect("a link");
        std::os::unix::fs::symlink(outside.path(), here.path().join("folder")).expect("a link");
    }
    let absolute = here.path().join(FIRST).display().to_string();
    for name in [
        "../luar.yaml",
        "..%2fluar.yaml",
        "data/../data/keputusan/2026/jam-layanan-tamu.yaml",
        "./bukan.txt",
        ".tersembunyi.yaml",
        "data/register/2026/1/x/naskah.yaml",
        "data/register/2026/1/x/naskah.yaml",
        "bukan.txt",
        "",
        "pintas.yaml",
        "folder/luar.yaml",
        "data",
        "tidak-ada.yaml",
        "a%00.yaml",
        "C:%5Ca.yaml",
        "%2e%2e/a.yaml",
        &absolute,
    ] {
        assert_eq!(server.get(&format!("/api/naskah?berkas={name}")).status, 404, "{name}");
        assert_eq!(server.get(&format!("/berkas?nama={name}")).status, 404, "{name}");
    }
    for path in [
        "/aset/../laman.html.j2",
        "/aset/..%2f..%2fmulai%2fkantor.yaml",
        "/aset/laman.html.j2",
        "/halaman/zz.svg",
        "/halaman/0.svg",
    ] {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
    drop(outside);
}

#[test]
fn large_and_slow_requests_do_not_keep_it_from_answering() {
    let here = folder(&[]);
    let server = Peladen::start(here.path());
    let large = server.ask("POST", "/api/verifikasi", &[("content-length", "104857600")], b"x");
    assert_eq!(large.status, 413);
    let mut open = Vec::new();
    for at in 0..600 {
        // The system may give no more; what there is is enough.
        let Ok(mut stream) = TcpStream::connect(("127.0.0.1", server.port)) else { break };
        if at % 2 == 0 {
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nhost: ");
        }
        open.push(stream);
    }
    assert!(open.len() > 100);
    let begun = Instant::now();
    assert_eq!(server.get("/api/meja").status, 200);
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
}

#[test]
fn an_edit_changes_its_place_alone_and_is_undone() {
    let (here, server) = begun();
    let text = || fs::read_to_string(here.path().join(FIRST)).expect("the decree");
    let before = text();
    let lama = server.naskah()["pohon"]["menimbang"][0].clone();
    let baru = "bahwa untuk kepastian layanan, perlu ditetapkan jam layanan tamu";
    let edit = json!({"apa": "isi", "di": ["menimbang", 0], "teks": baru, "lama": lama});
    let state = server.edit(edit.clone()).json();
    assert_eq!(state["pohon"]["menimbang"][0], baru);
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let changed = lines(&text()).iter().filter(|line| !before.contains(line.as_str())).count();
    assert_eq!(changed, 1, "{}", text());
    assert!(text().contains("# Alasan, setiap butir diawali"));
    // Another window that knows an older text: the same place is refused, another one is not.
    let old = |ubah: &Value| server.post("/api/ubah", &json!({"berkas": FIRST, "rev": 1, "ubah": ubah}));
    assert_eq!(old(&edit).status, 409);
    let other = json!({"apa": "isi", "di": ["nomor"], "teks": "12", "lama": null});
    assert_eq!(old(&other).status, 200);
    let added = server.edit(json!({"apa": "sisip", "di": ["diktum"], "ke": 1, "isi": "Kedua <b>&amp;\"'"}));
    assert_eq!(added.json()["pohon"]["diktum"][1], "Kedua <b>&amp;\"'");
    for _ in 0..3 {
        assert_eq!(server.post("/api/urung", &json!({"berkas": FIRST})).status, 200);
    }
    assert_eq!(text(), before);
    server.post("/api/ulang", &json!({"berkas": FIRST}));
    assert!(text().contains(baru));
    // What cannot be done changes nothing.
    let kept = text();
    for ubah in [
        json!({"apa": "isi", "di": ["menimbang"], "teks": "x"}),
        json!({"apa": "hapus", "di": ["diktum", 99]}),
        json!({"apa": "apa"}),
    ] {
        assert!([400, 409].contains(&server.edit(ubah.clone()).status), "{ubah}");
    }
    assert_eq!(text(), kept);
}

#[test]
fn a_change_from_outside_is_shown_and_never_overwritten() {
    let (here, server) = begun();
    let path = here.path().join(FIRST);
    let rev = server.naskah()["rev"].clone();
    let theirs = fs::read_to_string(&path).expect("the decree").replace("jam layanan tamu", "jam terima tamu");
    fs::write(&path, &theirs).expect("written");
    let edit = json!({"apa": "isi", "di": ["nomor"], "teks": "5", "lama": null});
    let refused = server.post("/api/ubah", &json!({"berkas": FIRST, "rev": rev, "ubah": edit}));
    assert_eq!(refused.status, 409);
    assert_eq!(refused.json()["lain"]["luar"], "diubah");
    assert_eq!(fs::read_to_string(&path).expect("the decree"), theirs);
    assert_eq!(server.naskah()["teks"], theirs);
    fs::remove_file(&path).expect("removed");
    let state = server.post("/api/ubah", &json!({"berkas": FIRST, "rev": 2, "ubah": edit}));
    assert_eq!(state.status, 404, "{}", state.heads);
    assert!(!path.exists());
}

#[test]
fn pages_findings_and_cures_follow() {
    let (here, server) = begun();
    let state = server.laid();
    assert_eq!(state["hasil"]["halaman"].as_array().map(Vec::len), Some(3));
    assert_eq!(state["hasil"]["temuan"], json!([]));
    let sidik = state["hasil"]["halaman"][0]["sidik"].as_str().expect("a page").to_owned();
    let page = server.get(&format!("/halaman/{sidik}.svg"));
    assert!(page.status == 200 && page.heads.contains("image/svg+xml") && page.body.starts_with(b"<svg"));
    // A click on each line of a text leads to it, and the text to its lines.
    for (path, many) in
        [(json!(["menimbang", 0]), 1), (json!(["diktum", 1]), 1), (json!(["lampiran", 0, "tabel", "baris", 1, 0]), 1)]
    {
        let asked = path.to_string().replace('"', "%22").replace(' ', "");
        let places = server.get(&format!("/api/letak?berkas={FIRST}&jalan={asked}")).json();
        let places = places.as_array().expect("places");
        assert!(places.len() >= many, "{path}");
        for place in places {
            let at = format!(
                "hal={}&x={}&y={}",
                place["hal"],
                place["x"].as_f64().unwrap_or(0.0) + 3.0,
                place["y"].as_f64().unwrap_or(0.0) - 4.0
            );
            assert_eq!(server.get(&format!("/api/klik?berkas={FIRST}&{at}")).json()["jalan"], path, "{place}");
        }
    }
    // A slip with a certain cure: found at its place, cured as `periksa --perbaiki` does.
    let lama = state["pohon"]["diktum"][1].clone();
    server.edit(json!({"apa": "isi", "di": ["diktum", 1], "teks": "Keputusan ini mulai berlaku pada tanggal  ditetapkan.", "lama": lama}));
    let found = server.laid()["hasil"]["temuan"].clone();
    let found = found.as_array().expect("findings");
    let one = found.iter().find(|one| one["obat"] == true).unwrap_or_else(|| panic!("{found:?}"));
    assert_eq!(one["jalan"], json!(["diktum", 1]));
    let asked = json!({"berkas": FIRST, "rev": server.naskah()["rev"], "kode": one["kode"], "awal": one["awal"]});
    assert_eq!(server.post("/api/obat", &asked).status, 200);
    assert_eq!(server.laid()["hasil"]["temuan"], json!([]));
    assert!(fs::read_to_string(here.path().join(FIRST)).expect("the decree").contains("pada tanggal ditetapkan."));
    // A text that is no YAML keeps the pages that there were.
    let broken = json!({"berkas": FIRST, "rev": server.naskah()["rev"], "teks": "diktum: ["});
    assert_eq!(server.post("/api/teks", &broken).status, 200);
    let state = server.laid();
    assert_eq!((&state["pohon"], &state["hasil"]["tertinggal"]), (&Value::Null, &json!(true)));
    assert_eq!(state["hasil"]["halaman"].as_array().map(Vec::len), Some(3));
}

#[test]
fn a_grid_writes_what_tabel_impor_would() {
    let (here, server) = begun();
    let shown = server.get(&format!("/api/kisi?berkas={FIRST}&tanda=L1")).json();
    assert_eq!(shown["baris"].as_array().map(Vec::len), Some(2));
    let row = |teks: [&str; 3]| json!({"lama": null, "jenis": "", "tingkat": 0, "teks": teks});
    let rows = json!([1, 0, row(["", "Sabtu, Minggu", "libur: tutup"])]);
    let asked = json!({"berkas": FIRST, "rev": shown["rev"], "tanda": "L1", "baris": rows});
    let state = server.post("/api/kisi", &asked);
    assert_eq!(state.status, 200, "{}", String::from_utf8_lossy(&state.body));
    assert_eq!(state.json()["pohon"]["lampiran"][0]["tabel"]["baris"][2], json!(["Sabtu, Minggu", "libur: tutup"]));
    let text = fs::read_to_string(here.path().join(FIRST)).expect("the decree");
    assert!(text.contains("- {judul: No, isi: nomor, lebar: 1 cm}"), "{text}");
    for rows in [json!([9]), json!([{"teks": ["x"]}]), json!(["x"])] {
        let asked = json!({"berkas": FIRST, "rev": state.json()["rev"], "tanda": "L1", "baris": rows});
        assert_eq!(server.post("/api/kisi", &asked).status, 400, "{rows}");
    }
}

#[test]
fn a_decree_is_issued_copied_and_verified() {
    let (here, server) = begun();
    let day = json!({"berkas": FIRST, "tanggal": "2026-01-05"});
    let plan = server.post("/api/rencana", &day).json();
    assert_eq!(plan["berhasil"], true, "{plan}");
    assert!(plan["produk"].as_str().is_some_and(|text| text.contains("akan terbit: Nomor 1 Tahun 2026")), "{plan}");
    // Another text than the one that was shown is not issued.
    server.edit(json!({"apa": "isi", "di": ["diktum", 1], "teks": "Keputusan ini berlaku pada tanggal ditetapkan.", "lama": "Keputusan ini mulai berlaku pada tanggal ditetapkan."}));
    let issue =
        |rev: &Value| json!({"berkas": FIRST, "tanggal": "2026-01-05", "nomor": "1", "rev": rev, "setujui": []});
    assert_eq!(server.post("/api/terbit", &issue(&plan["rev"])).status, 409);
    server.post("/api/urung", &json!({"berkas": FIRST}));
    let plan = server.post("/api/rencana", &day).json();
    let made = server.post("/api/terbit", &issue(&plan["rev"])).json();
    assert_eq!(made["berhasil"], true, "{made}");
    let pdf = made["hasil"][0]["hasil"].as_str().expect("a PDF").to_owned();
    assert!(server.get(&format!("/berkas?nama={pdf}")).body.starts_with(b"%PDF"));
    // It is not written into any more.
    let state =
        server.edit(json!({"apa": "isi", "di": ["tentang"], "teks": "x", "lama": made["naskah"]["pohon"]["tentang"]}));
    assert_eq!(state.status, 409);
    assert!(state.json()["lain"]["kunci"].as_str().is_some_and(|why| why.contains("sudah terbit")), "{}", state.json());
    let copy = server.post("/api/salinan", &json!({"berkas": FIRST, "oleh": "pengesah"})).json();
    assert_eq!(copy["berhasil"], true, "{copy}");
    let listed = server.get("/api/daftar").json();
    assert_eq!((&listed["baris"][0]["nomor"], &listed["baris"][0]["keadaan"]), (&json!("1"), &json!("berlaku")));
    let bytes = fs::read(here.path().join(copy["hasil"][0]["hasil"].as_str().expect("a copy"))).expect("the copy");
    let binary = [("content-type", "application/octet-stream")];
    let same = server.ask("POST", "/api/verifikasi?nama=salinan.pdf", &binary, &bytes).json();
    assert_eq!((&same["hasil"], &same["berkas"]), (&json!("sama"), &json!("salinan.pdf")), "{same}");
    let other = server.ask("POST", "/api/verifikasi?nama=x.pdf", &binary, b"%PDF-1.7 x").json();
    assert_ne!(other["hasil"], "sama");
}

#[test]
fn what_decrees_hold_is_data() {
    let (here, server) = begun();
    for hostile in [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "</textarea><svg onload=alert(1)>",
        "javascript:alert(1)",
        "{{7*7}}",
        "${7*7}",
        "<!--",
        "]]>",
        "\\u003cb>",
    ] {
        let lama = server.naskah()["pohon"]["tentang"].clone();
        let state = server.edit(json!({"apa": "isi", "di": ["tentang"], "teks": hostile, "lama": lama}));
        assert!(state.heads.contains("application/json"), "{}", state.heads);
        assert_eq!(state.json()["pohon"]["tentang"], hostile);
        server.laid();
    }
    put(&here, "<img src=x>.yaml", b"diktum: []\n");
    let desk = server.get("/api/meja");
    assert!(desk.status == 200 && desk.heads.contains("application/json"));
    let page = String::from_utf8(server.get("/").body).expect("text");
    assert!(!page.contains("alert") && !page.contains("src=x"));
}

#[test]
fn a_text_is_written_over_only_where_it_was_seen() {
    let (here, server) = begun();
    let text = || fs::read_to_string(here.path().join(FIRST)).expect("the decree");
    let before = text();
    // A revision that is known says nothing of a text that was not seen.
    let unseen = json!({"apa": "isi", "di": ["diktum", 1], "teks": "x", "lama": "Isi yang tidak pernah ada."});
    assert_eq!(server.edit(unseen).status, 409);
    let whole = json!({"berkas": FIRST, "rev": server.naskah()["rev"], "teks": "x", "lama": "y"});
    assert_eq!(server.post("/api/teks", &whole).status, 409);
    // A change of structure is made in no other tree than the one that it was meant for.
    let nested = json!({"berkas": FIRST, "rev": 0, "ubah": {"apa": "hapus", "di": ["diktum", 1]}});
    assert_eq!(server.post("/api/ubah", &nested).status, 409);
    // What no page can show is named.
    let lama = server.naskah()["pohon"]["diktum"][1].clone();
    let unseen = server.edit(json!({"apa": "isi", "di": ["diktum", 1], "teks": "ab\u{200e}c", "lama": lama}));
    assert_eq!(unseen.status, 409);
    let told = unseen.json()["pesan"].as_str().unwrap_or_default().to_owned();
    assert!(told.contains("huruf ke-3") && told.contains("U+200E"), "{told}");
    let row = json!({"lama": null, "jenis": "", "tingkat": 0, "teks": ["", "Sab\u{200b}tu", "libur"]});
    let rev = server.naskah()["rev"].clone();
    let cells = server.post("/api/kisi", &json!({"berkas": FIRST, "rev": rev, "tanda": "L1", "baris": [0, 1, row]}));
    let told = cells.json()["pesan"].as_str().unwrap_or_default().to_owned();
    assert!(told.contains("baris 3") && told.contains("U+200B"), "{told}");
    assert_eq!(text(), before);
    let places = server.get(&format!("/api/letak?berkas={FIRST}&kisi=L1&baris=1"));
    assert_eq!(places.status, 200);
}

#[test]
fn long_work_tells_how_far_it_is_and_can_be_stopped() {
    let rows: String = (1..=150).map(|n| format!("        - [Nama Anggota {n}, Anggota]\n")).collect();
    let here = issued(&PANITIA.replace("        - [Nama Anggota 2, Anggota]\n", &rows));
    let server = Peladen::start(here.path());
    let asked = json!({"nomor": "7", "untuk": "", "tugas": "satu"});
    let answer = std::thread::scope(|scope| {
        let made = scope.spawn(|| server.post("/api/petikan", &asked));
        let far = (0..4000).find_map(|_| {
            std::thread::sleep(Duration::from_millis(5));
            let far = server.post("/api/kemajuan", &json!({"tugas": "satu", "henti": false})).json();
            far["sudah"].as_u64().is_some_and(|done| done > 0).then_some(far)
        });
        assert!(far.is_some_and(|far| far["dari"].as_u64() > Some(150)), "how far it is");
        server.post("/api/kemajuan", &json!({"tugas": "satu", "henti": true}));
        made.join().expect("an answer").json()
    });
    assert_eq!(answer["berhasil"], false, "{answer}");
    assert!(answer["keterangan"].to_string().contains("dihentikan"), "{answer}");
    assert!(answer["hasil"].as_array().is_some_and(Vec::is_empty), "{answer}");
    assert_eq!(server.post("/api/kemajuan", &json!({"tugas": "satu"})).json(), Value::Null);
}

#[test]
fn a_decree_that_is_no_yaml_stays_on_the_desk() {
    let (here, server) = begun();
    let folder = Path::new(FIRST).parent().expect("a folder");
    for (name, text) in
        [("rusak.yaml", "jenis: umum\nmenimbang: [[[\n"), ("nol.yaml", ""), ("pendek.yaml", "jenis: umum\n")]
    {
        fs::write(here.path().join(folder).join(name), text).expect("written");
    }
    let desk = server.get("/api/meja").json();
    let states = desk["konsep"].as_array().expect("drafts").iter();
    let states: Vec<String> = states.map(|one| format!("{}: {}", one["berkas"], one["keadaan"])).collect();
    for name in ["rusak.yaml", "nol.yaml", "pendek.yaml"] {
        assert!(states.iter().any(|one| one.contains(name)), "{states:?}");
    }
    assert!(states.iter().any(|one| one.contains("rusak.yaml") && one.contains("YAML rusak pada baris")), "{states:?}");
}
