//! The grammar of a decree: a row of lines becomes a tree, however the lines were typed. What fits nowhere is kept as it
//! stands, in its order.

mod kepala;
mod lampiran;
mod naskah;
mod penutup;

use naskah_core::language::numerals::dari_nama_diktum;

use super::baris::{Baris, Langkah};
use super::kata::{self, Label, is_attachment, label};
use super::penyusun::{Penyusun, ends_closed};
use super::pohon::{Butir, Diktum, Pohon};
use super::sumber::{BarisSumber, Kaya, SelSumber, TabelSumber};
use super::tanda::{Rupa, Tanda};

/// What is known beforehand of decrees.
pub struct Pengetahuan {
    /// The first words of the posts that sign, in capitals.
    pub jabatan: Vec<String>,
    /// Words that stand in posts, in small letters.
    pub kata_jabatan: Vec<String>,
    /// Whether the lines are those of pages.
    pub fisik: bool,
}

impl Pengetahuan {
    /// Whether a word is one of a post: `KETUA`, `Plh.`, `a.n.`
    pub fn is_post(&self, word: &str) -> bool {
        let bare: String = word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
        self.jabatan.iter().any(|post| post.to_lowercase() == bare)
            || self.kata_jabatan.contains(&bare)
            || kata::is_beside_name(&bare)
    }
}

/// Where the reading stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tempat {
    Kepala,
    Menimbang,
    Mengingat,
    Memperhatikan,
    Memutuskan,
    Menetapkan,
    Diktum,
    Penutup,
    Pengesahan,
    Tembusan,
    Disampaikan,
}

/// Reads the lines as a decree; `None` where they are none.
pub fn read(langkah: &[Langkah], tahu: &Pengetahuan) -> Option<Pohon> {
    let (langkah, jangkar) = without_anchors(with_colons(langkah));
    let langkah = &langkah[..];
    let decree = langkah.iter().any(|one| match one {
        Langkah::Baris(baris) => matches!(label(&baris.text()), Some((Label::Menimbang | Label::Memutuskan, _))),
        _ => false,
    });
    if !decree {
        return None;
    }
    let mut pembaca = Pembaca::new(tahu);
    pembaca.pohon.terpisah.extend(jangkar.iter().map(|mark| ("jangkar tanda tangan", mark.clone())));
    pembaca.pohon.jangkar = jangkar.into_iter().next();
    let mut at = 0;
    while let Some(one) = langkah.get(at) {
        match one {
            Langkah::Baris(baris) => {
                let attached = (is_attachment(&baris.text()) && pembaca.tempat >= Tempat::Diktum)
                    || (pembaca.tempat >= Tempat::Penutup && lampiran::begins_at(langkah, at));
                if attached && !pembaca.goes_on(baris) {
                    break;
                }
                let again = matches!(label(&baris.text()), Some((Label::Menimbang | Label::Memutuskan, _)));
                pembaca.pohon.ganda |= again && pembaca.tempat >= Tempat::Penutup;
                pembaca.line(baris);
            }
            Langkah::Tabel(tabel) if pembaca.initials(tabel) => {}
            Langkah::Tabel(tabel) => pembaca.left_over(tabel),
            Langkah::Gambar(_) => pembaca.pohon.terpisah.push(("gambar", String::new())),
            Langkah::Kertas(_) | Langkah::Halaman => {}
        }
        at += 1;
    }
    let mut pohon = pembaca.done();
    lampiran::read(langkah, at, tahu, &mut pohon);
    certified_once(&mut pohon);
    // What holds nothing that was read is no attachment; its words are told as left over.
    pohon.lampiran.retain(|one| !one.isi.is_empty());
    Some(pohon)
}

/// The block that certifies the whole stands behind the last attachment where no other part has one.
fn certified_once(pohon: &mut Pohon) {
    let alone = pohon.lampiran.iter().filter(|one| one.pengesahan.is_some()).count() == 1;
    if pohon.pengesahan.is_none()
        && alone
        && let Some(last) = pohon.lampiran.last_mut()
    {
        pohon.pengesahan = last.pengesahan.take();
    }
}

/// The lines with each colon that stands on a line of its own behind the label before it.
fn with_colons(langkah: &[Langkah]) -> Vec<Langkah> {
    let mut out: Vec<Langkah> = Vec::new();
    for one in langkah {
        let colon = matches!(one, Langkah::Baris(baris) if baris.text().trim() == ":");
        let named = |text: &str| {
            label(text).is_some() || dari_nama_diktum(text).is_some_and(|(_, length)| length == text.len())
        };
        match (colon, out.last_mut()) {
            (true, Some(Langkah::Baris(before))) if named(&before.text()) => before.teks.join(&Kaya::plain(":")),
            _ => out.push(one.clone()),
        }
    }
    out
}

/// The lines without the marks between an office and a name at which a signing service puts its own; and these.
fn without_anchors(langkah: Vec<Langkah>) -> (Vec<Langkah>, Vec<String>) {
    let (mut out, mut marks): (Vec<Langkah>, Vec<String>) = (Vec::new(), Vec::new());
    for one in langkah {
        let after_office = matches!(out.last(), Some(Langkah::Baris(before)) if before.text().ends_with(','));
        match &one {
            Langkah::Baris(baris) if after_office && is_anchor(baris.text().trim()) => marks.push(baris.text()),
            _ => out.push(one),
        }
    }
    (out, marks)
}

/// Whether a line can be such a mark: one word that begins with a sign and not as a list does.
fn is_anchor(text: &str) -> bool {
    let begins = text.starts_with(['#', '$', '^', '{', '@', '~', '<', '|']);
    begins && text.chars().count() <= 40 && !text.contains(char::is_whitespace)
}

/// A decision that is being read.
#[derive(Default)]
struct Terbuka {
    nama: String,
    nomor: usize,
    isi: Butir,
    daftar: Penyusun,
    kutipan: Vec<(String, Butir, Penyusun)>,
}

/// A line without a mark, which goes on with what a decision holds so far.
struct Lanjutan<'a> {
    baris: &'a Baris,
    /// Whether lines are those of the paper.
    fisik: bool,
    di_blok_lain: bool,
}

impl Lanjutan<'_> {
    /// Joins the line to the text, to the last item of the list, or to what closes it; whether what stood before
    /// seemed to be whole.
    fn join(&self, isi: &mut Butir, daftar: &mut Penyusun) -> bool {
        let Self { baris, fisik, di_blok_lain } = *self;
        let before = daftar.last_text();
        let capital = baris.text().chars().next().is_some_and(char::is_uppercase);
        let fresh = di_blok_lain && capital;
        let joined = |before: &str| {
            let line = !baris.lunak && (!fisik || (fresh && before.ends_with('.')));
            line && ends_closed(before) && !before.trim().is_empty()
        };
        let told = match (&isi.penutup, daftar.is_empty()) {
            (Some(closing), _) => joined(&closing.text()),
            (None, true) => joined(&isi.teks.text()),
            (None, false) => baris.lunak && joined(&before),
        };
        let closed = ends_closed(&before) || (!fisik && capital && before.ends_with(','));
        let same_item = baris.lunak || !closed || (fisik && !fresh);
        if daftar.is_empty() {
            isi.teks.join(&baris.teks);
            isi.komentar.extend(&baris.komentar);
        } else if isi.penutup.is_none() && same_item {
            daftar.go_on(&baris.teks);
            daftar.remark(&baris.komentar);
        } else {
            isi.penutup.get_or_insert_default().join(&baris.teks);
            isi.komentar.extend(&baris.komentar);
        }
        told
    }
}

struct Pembaca<'a> {
    tahu: &'a Pengetahuan,
    tempat: Tempat,
    pohon: Pohon,
    kepala: Vec<Baris>,
    daftar: Penyusun,
    diktum: Vec<Terbuka>,
    /// The lines of the closing, of the certifying block, of who receives it.
    penutup: Vec<Baris>,
    pengesahan: Vec<Baris>,
    /// A mark that stands on a line of its own.
    menunggu: Option<Tanda>,
    /// The block of the last line.
    blok: usize,
}

impl<'a> Pembaca<'a> {
    fn new(tahu: &'a Pengetahuan) -> Self {
        Self {
            tahu,
            tempat: Tempat::Kepala,
            pohon: Pohon::default(),
            kepala: Vec::new(),
            daftar: Penyusun::default(),
            diktum: Vec::new(),
            penutup: Vec::new(),
            pengesahan: Vec::new(),
            menunggu: None,
            blok: 0,
        }
    }

    /// Whether a line that reads as a head is only the rest of a sentence that was cut.
    fn goes_on(&self, baris: &Baris) -> bool {
        let last = self.diktum.last().map(Terbuka::last_text).unwrap_or_default();
        self.tahu.fisik && self.tempat == Tempat::Diktum && baris.blok == self.blok && !ends_closed(&last)
    }

    fn line(&mut self, baris: &Baris) {
        if baris.samping && self.tempat == Tempat::Penutup {
            return self.penutup.push(baris.clone());
        }
        let text = baris.text();
        if self.tempat == Tempat::Diktum && kata::place_and_day(&text).is_some() {
            self.tempat = Tempat::Penutup;
        }
        let begins = label(&text).filter(|(label, _)| self.may_begin(*label, baris));
        if let Some((label, length)) = begins {
            self.pohon.memutuskan |= label == Label::Memutuskan;
            self.close_list();
            self.tempat = match label {
                Label::Menimbang => Tempat::Menimbang,
                Label::Mengingat => Tempat::Mengingat,
                Label::Memperhatikan => Tempat::Memperhatikan,
                Label::Memutuskan => Tempat::Memutuskan,
                Label::Menetapkan => Tempat::Menetapkan,
                Label::Ditetapkan => Tempat::Penutup,
                Label::Tanggal => self.tempat,
                Label::Pengesahan => Tempat::Pengesahan,
                Label::Tembusan => Tempat::Tembusan,
                Label::Disampaikan => Tempat::Disampaikan,
            };
            let whole = matches!(self.tempat, Tempat::Penutup | Tempat::Pengesahan);
            let whole = whole || matches!(label, Label::Tembusan | Label::Disampaikan);
            if !whole {
                let rest = Baris { teks: baris.teks.skip(length), ..baris.clone() };
                if !rest.teks.is_empty() {
                    self.take(&rest);
                }
                self.blok = baris.blok;
                return;
            }
        }
        self.take(baris);
        self.blok = baris.blok;
    }

    /// Whether a part may begin here.
    fn may_begin(&self, label: Label, baris: &Baris) -> bool {
        let (at, strict) = (self.tempat, self.tahu.fisik);
        match label {
            Label::Menimbang => at == Tempat::Kepala,
            Label::Mengingat => (Tempat::Menimbang..=Tempat::Mengingat).contains(&at),
            Label::Memperhatikan => (Tempat::Menimbang..=Tempat::Mengingat).contains(&at),
            Label::Memutuskan => at < Tempat::Diktum,
            Label::Menetapkan => (Tempat::Menimbang..Tempat::Menetapkan).contains(&at),
            Label::Ditetapkan => {
                matches!(at, Tempat::Diktum | Tempat::Pengesahan | Tempat::Tembusan) && baris.text().len() < 120
            }
            Label::Tanggal => false,
            Label::Pengesahan => at >= Tempat::Diktum,
            // It may stand at the left of the signature.
            Label::Tembusan if at == Tempat::Diktum => {
                let text = baris.text();
                let rest = text.get("tembusan".len()..).unwrap_or_default().trim_start_matches([' ', ':']);
                rest.is_empty() || Tanda::read(rest).is_some_and(|mark| mark.nomor == 1)
            }
            Label::Tembusan => at >= Tempat::Penutup && (!strict || baris.text().len() < 40),
            Label::Disampaikan => at >= Tempat::Penutup,
        }
    }

    fn take(&mut self, baris: &Baris) {
        let whole;
        let baris = match self.menunggu.take() {
            Some(mark) => {
                whole = baris.behind(mark);
                &whole
            }
            None => baris,
        };
        let text = baris.text();
        let names = matches!(self.tempat, Tempat::Memutuskan | Tempat::Menetapkan | Tempat::Diktum);
        let named = kata::diktum(&text).or_else(|| self.small_name(&text));
        if let Some((number, length, whole)) = named.filter(|_| names)
            && self.names_diktum(&text, number, length)
        {
            let nama = text.get(..length).unwrap_or_default().to_owned();
            return self.begin_diktum(nama, number, &Baris { teks: baris.teks.skip(whole), ..baris.clone() });
        }
        match self.tempat {
            Tempat::Kepala => self.kepala.push(baris.clone()),
            Tempat::Menimbang | Tempat::Mengingat | Tempat::Memperhatikan => self.item(baris),
            Tempat::Memutuskan => self.loose(baris),
            Tempat::Menetapkan => self.pohon.menetapkan.join(&baris.teks),
            Tempat::Diktum => self.decision(baris),
            Tempat::Penutup => self.penutup.push(baris.clone()),
            Tempat::Pengesahan => self.pengesahan.push(baris.clone()),
            Tempat::Tembusan => receiver(&mut self.pohon.tembusan, baris),
            Tempat::Disampaikan => receiver(&mut self.pohon.disampaikan, baris),
        }
        if !matches!(self.tempat, Tempat::Menimbang | Tempat::Mengingat | Tempat::Memperhatikan | Tempat::Diktum) {
            self.pohon.komentar.extend(&baris.komentar);
        }
    }

    /// The name of a decision in small letters: the first one, or the next where those before are written so.
    fn small_name(&self, text: &str) -> Option<(usize, usize, usize)> {
        let small = |nama: &str| nama.chars().any(char::is_lowercase);
        kata::small_diktum(text).filter(|(number, ..)| match self.diktum.last() {
            None => *number == 1,
            Some(last) => small(&last.nama) && *number == last.nomor + 1 && !last.quotes(),
        })
    }

    /// What fits nowhere.
    fn loose(&mut self, baris: &Baris) {
        self.pohon.sisa.push(baris.teks.clone());
    }

    /// Boxes at a signature in which somebody initials it: a post, and nothing beside it.
    fn initials(&mut self, tabel: &TabelSumber) -> bool {
        let text = |sel: &SelSumber| sel.isi.iter().map(|p| p.teks.text()).collect::<Vec<_>>().join(" ");
        let name = |baris: &BarisSumber| match &baris.sel[..] {
            [name, blank] if text(blank).trim().is_empty() => Some(text(name).trim().to_owned()),
            _ => None,
        };
        let names: Option<Vec<String>> = tabel.baris.iter().map(name).collect();
        let post = |name: &String| !name.is_empty() && name.chars().count() < 120 && !name.ends_with(['.', ';']);
        let known = |names: &Vec<String>| !names.is_empty() && names.iter().all(post);
        let closing = tabel.bergaris && (Tempat::Diktum..Tempat::Pengesahan).contains(&self.tempat);
        let Some(names) = names.filter(|names| closing && known(names)) else { return false };
        self.pohon.terpisah.extend(names.iter().map(|name| ("kotak paraf", name.clone())));
        self.pohon.paraf.extend(names);
        true
    }

    /// A table that no part of the decree but an attachment can hold.
    fn left_over(&mut self, tabel: &TabelSumber) {
        for baris in &tabel.baris {
            let mut line = Kaya::default();
            baris.sel.iter().flat_map(|sel| &sel.isi).for_each(|p| line.join(&super::baris::marked(p)));
            self.pohon.sisa.extend(Some(line.trimmed()).filter(|line| !line.is_empty()));
        }
    }

    /// Ends the list that is being read.
    fn close_list(&mut self) {
        if let Some(mark) = self.menunggu.take() {
            self.daftar.go_on(&Kaya::plain(mark.teks));
        }
        let (items, empty): (Vec<Butir>, Vec<Butir>) =
            std::mem::take(&mut self.daftar).akar.into_iter().partition(|item| !item.last_text().trim().is_empty());
        let marks = empty.into_iter().filter_map(|item| item.tanda);
        self.pohon.terpisah.extend(marks.map(|mark| ("butir tanpa isi", mark.teks)));
        match self.tempat {
            Tempat::Menimbang => self.pohon.menimbang.extend(items),
            Tempat::Mengingat => self.pohon.mengingat.extend(items),
            Tempat::Memperhatikan => self.pohon.memperhatikan.extend(items),
            _ => self.pohon.sisa.extend(items.into_iter().map(|item| item.teks)),
        }
    }

    /// A line of an opening list.
    fn item(&mut self, baris: &Baris) {
        let text = baris.text();
        let strict = self.tahu.fisik || (baris.lunak && !baris.bertanda);
        if let Some(mark) = Tanda::read(&text) {
            if mark.panjang == text.len() && mark.rupa != Rupa::Butir {
                self.menunggu = Some(mark);
                return;
            }
            if self.daftar.item(&mark, &baris.teks.skip(mark.panjang), strict) {
                return self.daftar.remark(&baris.komentar);
            }
        }
        let last = self.daftar.last_text();
        let fresh = ends_closed(&last) && !baris.lunak && (!self.tahu.fisik || text.starts_with("bahwa "));
        if fresh || !self.daftar.go_on(&baris.teks) {
            self.daftar.plain(&baris.teks);
        }
        self.daftar.remark(&baris.komentar);
    }

    /// Whether a line that begins like a decision is one.
    fn names_diktum(&self, text: &str, number: usize, length: usize) -> bool {
        let rest = text.get(length..).unwrap_or_default().trim_start();
        let colon = rest.starts_with(':');
        match self.diktum.last() {
            None => colon || rest.is_empty() || !self.tahu.fisik,
            Some(last) if last.quotes() => colon || rest.is_empty(),
            Some(last) if self.tahu.fisik => colon && number > last.nomor && number <= last.nomor + 2,
            Some(last) => (colon || rest.is_empty() || ends_closed(&last.last_text())) && number > last.nomor,
        }
    }

    fn begin_diktum(&mut self, nama: String, nomor: usize, baris: &Baris) {
        self.tempat = Tempat::Diktum;
        let quoted =
            self.diktum.last_mut().filter(|last| last.quotes() && (last.kutipan.is_empty() || nomor != last.nomor + 1));
        match quoted {
            Some(last) => last.kutipan.push((nama, Butir::default(), Penyusun::default())),
            None => self.diktum.push(Terbuka { nama, nomor, ..Terbuka::default() }),
        }
        if !baris.teks.is_empty() {
            self.decision(baris);
        }
    }

    /// A line of a decision.
    fn decision(&mut self, baris: &Baris) {
        let (fisik, blok) = (self.tahu.fisik, self.blok);
        let Some(last) = self.diktum.last_mut() else { return self.loose(baris) };
        let (isi, daftar) = match last.kutipan.last_mut() {
            Some((_, isi, daftar)) => (isi, daftar),
            None => (&mut last.isi, &mut last.daftar),
        };
        let text = baris.text();
        let strict = fisik || (baris.lunak && !baris.bertanda);
        // What seemed to end a list belongs to the item before, where its next item follows.
        if Tanda::read(&text).is_some_and(|mark| daftar.awaits(&mark))
            && let Some(text) = isi.penutup.take()
        {
            daftar.go_on(&text);
        }
        if let Some(mark) = Tanda::read(&text).filter(|_| isi.penutup.is_none() && !isi.teks.is_empty()) {
            if mark.panjang == text.len() && mark.rupa != Rupa::Butir {
                self.menunggu = Some(mark);
                return;
            }
            if (!daftar.is_empty() || !strict || ends_closed(&isi.teks.text()))
                && daftar.item(&mark, &baris.teks.skip(mark.panjang), strict)
            {
                return daftar.remark(&baris.komentar);
            }
        }
        let told = Lanjutan { baris, fisik, di_blok_lain: baris.blok != blok }.join(isi, daftar);
        self.pohon.digabung.extend(told.then_some(text));
    }

    fn done(mut self) -> Pohon {
        self.close_list();
        for open in std::mem::take(&mut self.diktum) {
            let Terbuka { nama, nomor, mut isi, daftar, kutipan } = open;
            isi.anak = daftar.akar;
            let whole = |(nama, mut isi, daftar): (String, Butir, Penyusun)| {
                isi.anak = daftar.akar;
                (nama, isi)
            };
            isi.kutipan = kutipan.into_iter().map(whole).collect();
            self.pohon.diktum.push(Diktum { nama, nomor, isi });
        }
        kepala::read(&self.kepala, self.tahu, &mut self.pohon);
        penutup::closing(&self.penutup, self.tahu, &mut self.pohon);
        self.pohon.pengesahan = penutup::certifying(&self.pengesahan, self.tahu);
        self.pohon
    }
}

impl Terbuka {
    /// The text that was begun last.
    fn last_text(&self) -> String {
        match self.kutipan.last() {
            Some((_, isi, daftar)) if daftar.is_empty() => isi.teks.text(),
            Some((_, _, daftar)) => daftar.last_text(),
            None if self.daftar.is_empty() => self.isi.teks.text(),
            None => self.isi.penutup.as_ref().map_or_else(|| self.daftar.last_text(), Kaya::text),
        }
    }

    /// Whether decisions of another decree follow.
    fn quotes(&self) -> bool {
        let text = self.isi.teks.text();
        text.trim_end().ends_with(':') && text.to_lowercase().contains("berbunyi")
    }
}

/// A line of a list of who receives something.
fn receiver(list: &mut Vec<Kaya>, baris: &Baris) {
    let text = baris.text();
    let item = Tanda::read(&text).is_some() || list.len() < 2 || !baris.lunak;
    let goes_on = list.len() > 1 && list.last().is_some_and(|last| !ends_closed(&last.text()));
    let marked = Tanda::read(&text).is_some();
    match list.last_mut().filter(|_| !marked && (goes_on || !item)) {
        Some(last) => last.join(&baris.teks),
        None => list.push(baris.teks.clone()),
    }
}
