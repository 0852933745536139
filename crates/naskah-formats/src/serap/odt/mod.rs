//! Texts of OpenDocument (.odt).

mod angka;
mod gaya;
mod tabel;

use std::collections::HashMap;

use crate::ooxml::{Anak, Elemen, Paket, Rusak};

use super::sumber::{GambarSumber, Kaya, Kertas, Komentar, Paragraf, Sumber, Unsur};
use super::{Lacak, Tolak};
use angka::Angka;
use gaya::{Gaya, Huruf};

/// Reads a document; what is tracked is taken as `lacak` says.
pub fn read(paket: &Paket, lacak: Option<Lacak>) -> Result<Sumber, Tolak> {
    let content = paket.xml("content.xml")?;
    let styles = paket.xml_if("styles.xml")?;
    let body = content.at(&["body", "text"]).ok_or_else(|| Rusak::BukanXml("content.xml".into()))?;
    let changes = Perubahan::read(body);
    let Some(lacak) = lacak.or((changes.count == 0).then_some(Lacak::Sesudah)) else {
        return Err(Tolak::Terlacak(changes.count));
    };
    let parts: Vec<&Elemen> = styles.iter().chain([&content]).collect();
    let mut badan = Badan {
        paket,
        gaya: Gaya::read(&parts),
        angka: Angka::read(&parts),
        sumber: Sumber { terlacak: changes.count, ..Sumber::default() },
        changes,
        lacak,
        tertutup: Vec::new(),
    };
    let mut isi = Vec::new();
    badan.blocks(body, &mut isi);
    let mut edges = Vec::new();
    for master in styles.iter().flat_map(|styles| styles.below("master-page")) {
        for edge in master.elements().filter(|edge| edge.nama.starts_with("header") || edge.nama.starts_with("footer"))
        {
            let mut inner = Vec::new();
            badan.blocks(edge, &mut inner);
            edges.extend(inner);
        }
    }
    for edge in edges {
        let line = Sumber { isi: vec![edge], ..Sumber::default() }.words().join(" ");
        if !line.is_empty() && !badan.sumber.tepi.contains(&line) {
            badan.sumber.tepi.push(line);
        }
    }
    badan.sumber.isi = isi;
    if paket.has_macros() {
        badan.sumber.tell(crate::serap::MAKRO);
    }
    Ok(badan.sumber)
}

/// Tracked changes.
struct Perubahan<'a> {
    count: usize,
    sisip: Vec<&'a str>,
    hapus: HashMap<&'a str, &'a Elemen>,
}

impl<'a> Perubahan<'a> {
    fn read(body: &'a Elemen) -> Self {
        let mut own = Self { count: 0, sisip: Vec::new(), hapus: HashMap::new() };
        for region in body.child("tracked-changes").into_iter().flat_map(|all| all.elements()) {
            let Some(id) = region.get("id") else { continue };
            if region.child("insertion").is_some() {
                own.sisip.push(id);
                own.count += 1;
            } else if let Some(gone) = region.child("deletion") {
                own.hapus.insert(id, gone);
                own.count += 1;
            }
        }
        own
    }
}

struct Badan<'a> {
    paket: &'a Paket,
    gaya: Gaya<'a>,
    angka: Angka<'a>,
    sumber: Sumber,
    changes: Perubahan<'a>,
    lacak: Lacak,
    /// The insertions that are open and not taken.
    tertutup: Vec<String>,
}

/// What a line is put together from.
#[derive(Default)]
struct Rakitan {
    teks: Kaya,
    komentar: Vec<usize>,
    sesudah: Vec<Unsur>,
}

impl<'a> Badan<'a> {
    fn blocks(&mut self, parent: &'a Elemen, out: &mut Vec<Unsur>) {
        parent.elements().for_each(|element| self.block(element, String::new(), out));
    }

    fn block(&mut self, element: &'a Elemen, tanda: String, out: &mut Vec<Unsur>) {
        match element.nama.as_str() {
            "p" | "h" => self.paragraph(element, tanda, out),
            "list" => self.list(element, None, 0, out),
            "table" => {
                let tabel = self.table(element);
                out.push(Unsur::Tabel(tabel));
            }
            "frame" => {
                let mut rakitan = Rakitan::default();
                self.frame(element, &mut rakitan);
                out.extend(rakitan.sesudah);
            }
            "change-start" | "change-end" | "change" => {
                let mut rakitan = Rakitan::default();
                self.change(element, Huruf::default(), &mut rakitan);
                if !rakitan.teks.is_empty() {
                    out.push(Unsur::Paragraf(Paragraf { teks: rakitan.teks, ..Paragraf::default() }));
                }
            }
            "tracked-changes" | "sequence-decls" | "forms" | "variable-decls" | "user-field-decls" => {}
            _ => self.blocks(element, out),
        }
    }

    fn paragraph(&mut self, element: &'a Elemen, tanda: String, out: &mut Vec<Unsur>) {
        let style = element.get("style-name");
        let look = self.gaya.paragraph(style);
        if let Some(lanskap) = look.lanskap {
            out.push(Unsur::Kertas(Kertas { lanskap, ..Kertas::default() }));
        }
        if look.halaman {
            out.push(Unsur::Halaman);
        }
        let mut rakitan = Rakitan::default();
        self.inline(element, look.huruf, &mut rakitan);
        let Rakitan { teks, komentar, sesudah } = rakitan;
        out.push(Unsur::Paragraf(Paragraf {
            tanda,
            teks,
            rata: look.rata,
            masuk: look.masuk,
            komentar,
            samping: false,
        }));
        out.extend(sesudah);
    }

    /// A list, with the lists in it.
    fn list(&mut self, list: &'a Elemen, style: Option<&'a str>, level: usize, out: &mut Vec<Unsur>) {
        let style = list.get("style-name").or(style);
        if level == 0 {
            let goes_on = list.get("continue-numbering") == Some("true") || list.get("continue-list").is_some();
            self.angka.begin(style, goes_on);
        }
        for item in list.elements() {
            let numbered = item.nama == "list-item";
            let start = item.get("start-value").and_then(|start| start.parse().ok());
            let mut first = numbered;
            for element in item.elements() {
                match element.nama.as_str() {
                    "list" => self.list(element, style, level + 1, out),
                    "p" | "h" => {
                        let own = self.gaya.list_of(element.get("style-name")).or(style);
                        let tanda = if first { self.angka.next(own, level, start) } else { String::new() };
                        first = false;
                        self.block(element, tanda, out);
                    }
                    _ => self.block(element, String::new(), out),
                }
            }
        }
    }

    fn inline(&mut self, parent: &'a Elemen, huruf: Huruf, rakitan: &mut Rakitan) {
        for child in &parent.anak {
            let element = match child {
                Anak::Teks(text) => {
                    // Line ends of the file are blanks.
                    let text: String = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
                    self.say(&text, huruf, rakitan);
                    continue;
                }
                Anak::Elemen(element) => element,
            };
            match element.nama.as_str() {
                "span" => {
                    let own = self.gaya.run(element.get("style-name"), huruf);
                    self.inline(element, own, rakitan);
                }
                "s" => {
                    let count = element.get("c").and_then(|c| c.parse::<usize>().ok()).unwrap_or(1).min(1000);
                    self.say(&" ".repeat(count), huruf, rakitan);
                }
                "tab" => self.say("\t", huruf, rakitan),
                "line-break" => self.say("\n", huruf, rakitan),
                "note" => {
                    let text = element.child("note-body").map(Elemen::text).unwrap_or_default();
                    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.sumber.tell(super::CATATAN_KAKI);
                    self.sumber.luar.extend((!text.is_empty()).then_some(text));
                }
                "annotation" => {
                    let lines: Vec<String> = element.below("p").into_iter().map(Elemen::text).collect();
                    rakitan.komentar.push(self.sumber.komentar.len());
                    self.sumber.komentar.push(Komentar {
                        oleh: element.child("creator").map(Elemen::text).unwrap_or_default(),
                        hari: element
                            .child("date")
                            .and_then(|date| date.text().get(..10).map(str::to_owned))
                            .unwrap_or_default(),
                        teks: lines.join(" ").split_whitespace().collect::<Vec<_>>().join(" "),
                    });
                }
                "frame" | "custom-shape" | "g" | "rect" => self.frame(element, rakitan),
                "change-start" | "change-end" | "change" => self.change(element, huruf, rakitan),
                "annotation-end" | "soft-page-break" | "bookmark" | "bookmark-start" | "bookmark-end" => {}
                _ => self.inline(element, huruf, rakitan),
            }
        }
    }

    fn say(&mut self, text: &str, huruf: Huruf, rakitan: &mut Rakitan) {
        if !self.tertutup.is_empty() {
            return;
        }
        if huruf.tersembunyi && !text.trim().is_empty() {
            self.sumber.tell(format!("{}: \"{}\"", super::TERSEMBUNYI, text.trim()));
            return;
        }
        let text: String =
            text.chars().filter(|c| *c != '\u{ad}').map(|c| if c == '\u{2011}' { '-' } else { c }).collect();
        let text = if huruf.kapital { text.to_uppercase() } else { text };
        rakitan.teks.push(&text, huruf.miring, huruf.tebal);
    }

    /// A place where something was put in or taken out.
    fn change(&mut self, element: &'a Elemen, huruf: Huruf, rakitan: &mut Rakitan) {
        let Some(id) = element.get("change-id").filter(|_| self.lacak == Lacak::Sebelum) else { return };
        match element.nama.as_str() {
            "change-start" if self.changes.sisip.contains(&id) => self.tertutup.push(id.to_owned()),
            "change-end" => self.tertutup.retain(|open| open != id),
            "change" => {
                if let Some(gone) = self.changes.hapus.get(id).copied() {
                    gone.elements()
                        .filter(|part| matches!(part.nama.as_str(), "p" | "h"))
                        .for_each(|part| self.inline(part, huruf, rakitan));
                }
            }
            _ => {}
        }
    }

    /// A picture, or a box of text.
    fn frame(&mut self, element: &'a Elemen, rakitan: &mut Rakitan) {
        for boxed in element.elements() {
            match boxed.nama.as_str() {
                "text-box" => self.blocks(boxed, &mut rakitan.sesudah),
                "p" | "list" => self.block(boxed, String::new(), &mut rakitan.sesudah),
                "image" => self.picture(boxed, rakitan),
                "object" | "object-ole" => self.sumber.tell(super::BAGAN),
                "frame" | "custom-shape" | "g" => self.frame(boxed, rakitan),
                _ => {}
            }
        }
    }

    fn picture(&mut self, image: &'a Elemen, rakitan: &mut Rakitan) {
        let Some(name) = image.get("href").map(|name| name.trim_start_matches("./")) else { return };
        match self.paket.bytes(name) {
            Some(bytes) => {
                let akhiran = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
                rakitan.sesudah.push(Unsur::Gambar(self.sumber.gambar.len()));
                self.sumber.gambar.push(GambarSumber { akhiran, bytes: bytes.to_vec() });
            }
            None => self.sumber.tell(format!("{}: {name}", super::GAMBAR_LUAR)),
        }
    }
}
