//! What an attachment holds: chapters, parts, paragraphs with lists, tables, pictures.

use naskah_core::language::capitals::in_capitals;
use naskah_core::language::numerals::dari_romawi;

use crate::serap::baris::{Baris, Langkah};
use crate::serap::penyusun::{Penyusun, ends_closed};
use crate::serap::pohon::{Blok, Butir};
use crate::serap::sumber::{Kaya, Rata};
use crate::serap::tanda::{Rupa, Tanda, Tutup};

use super::Pengetahuan;

/// Longest heading of a part, in bytes.
const HEADING: usize = 160;

/// Reads the content of an attachment.
pub fn read(langkah: &[Langkah], tahu: &Pengetahuan) -> Vec<Blok> {
    let mut naskah = Naskah { fisik: tahu.fisik, ..Naskah::default() };
    for one in langkah {
        match one {
            Langkah::Baris(baris) => naskah.line(baris),
            Langkah::Tabel(tabel) => {
                naskah.close_paragraph();
                naskah.put(Blok::Tabel(tabel.clone()));
            }
            Langkah::Gambar(at) => {
                naskah.close_paragraph();
                naskah.put(Blok::Gambar(*at));
            }
            Langkah::Kertas(_) | Langkah::Halaman => {}
        }
    }
    naskah.close_chapter();
    naskah.done
}

/// The number of a chapter that a line begins, and what follows it.
pub fn chapter(text: &str) -> Option<(String, usize)> {
    let rest = text.strip_prefix("BAB ")?;
    let number = rest.split_whitespace().next()?.trim_end_matches(['.', ':']);
    dari_romawi(number)?;
    let end = "BAB ".len() + rest.find(number)? + number.len();
    let own = text.get(end..)?.trim_start_matches(['.', ':', ' ', '-', '–']);
    Some((text.get(..end)?.to_owned(), text.len() - own.len()))
}

/// A chapter or part that is open.
struct Simpul {
    tanda: Tanda,
    judul: Kaya,
    isi: Vec<Blok>,
}

/// A paragraph that is open.
struct Paragraf {
    isi: Butir,
    daftar: Penyusun,
}

#[derive(Default)]
struct Naskah {
    fisik: bool,
    done: Vec<Blok>,
    bab: Option<(String, Kaya, Vec<Blok>)>,
    bagian: Vec<Simpul>,
    paragraf: Option<Paragraf>,
    /// A mark on a line of its own.
    menunggu: Option<Tanda>,
    /// Whether the last line belongs to a heading, which may go on.
    kepala: bool,
    blok: usize,
}

impl Naskah {
    fn line(&mut self, baris: &Baris) {
        self.take(baris);
        self.blok = baris.blok;
    }

    fn take(&mut self, baris: &Baris) {
        let text = baris.text();
        if let Some((number, length)) = chapter(&text) {
            self.close_chapter();
            self.bab = Some((number, baris.teks.skip(length), Vec::new()));
            self.kepala = true;
            return;
        }
        if let Some((_, title, _)) =
            self.bab.as_mut().filter(|(_, _, isi)| self.kepala && isi.is_empty() && self.bagian.is_empty())
        {
            let heading = baris.rata == Rata::Tengah || in_capitals(&text) || baris.teks.is_bold();
            if title.is_empty() || (heading && Tanda::read(&text).is_none()) {
                return title.join(&baris.teks);
            }
        }
        let whole;
        let baris = match self.menunggu.take() {
            Some(mark) => {
                whole = baris.behind(mark);
                &whole
            }
            None => baris,
        };
        let text = baris.text();
        let kepala = std::mem::take(&mut self.kepala);
        match Tanda::read(&text) {
            Some(mark) if mark.panjang == text.len() && mark.rupa != Rupa::Butir => self.menunggu = Some(mark),
            Some(mark) => self.marked(&mark, baris),
            None => self.plain(baris, kepala),
        }
    }

    /// A line with a mark: a part, or an item of a list.
    fn marked(&mut self, mark: &Tanda, baris: &Baris) {
        let teks = baris.teks.skip(mark.panjang);
        let text = teks.text();
        let strict = self.fisik || (baris.lunak && !baris.bertanda);
        let short = text.len() < HEADING && !text.ends_with([';', ',']);
        // A sentence is no heading.
        let sentence = text.ends_with(':') && !baris.teks.is_bold();
        let is_part = mark.rupa == Rupa::HurufBesar && mark.tutup == Tutup::Titik;
        let listed = self.paragraf.as_ref().is_some_and(|open| {
            open.daftar.akar.last().is_some_and(|last| last.tanda.as_ref().is_some_and(|own| own.is_like(mark)))
        });
        if is_part && short && !listed && self.part_follows(mark) {
            return self.begin_part(mark, teks);
        }
        // Behind a paragraph with a mark of its own its next sibling follows.
        let siblings = |open: &Paragraf| {
            let own = Tanda::read(&open.isi.teks.text());
            own.is_some_and(|own| own.is_like(mark) && mark.nomor == own.nomor + 1) && !open.daftar.awaits(mark)
        };
        if self.paragraf.as_ref().is_some_and(siblings) {
            self.close_paragraph();
            return self.begin_paragraph(&baris.teks, &baris.komentar);
        }
        if let Some(open) = self.paragraf.as_mut().filter(|open| open.isi.penutup.is_none()) {
            let has = !open.daftar.is_empty();
            let lead = open.isi.teks.text();
            let leads = lead.trim_end().ends_with(':') || !short || ends_closed(&text) || self.bagian.is_empty();
            let sibling = self.bagian.iter().any(|part| part.tanda.is_like(mark) && mark.nomor == part.tanda.nomor + 1);
            let follows = open
                .daftar
                .akar
                .last()
                .and_then(|last| last.tanda.as_ref())
                .is_some_and(|own| own.is_like(mark) && mark.nomor == own.nomor + 1);
            let takes = if has { follows || !sibling } else { leads && !sibling };
            if takes && open.daftar.item(mark, &teks, strict) {
                return open.daftar.remark(&baris.komentar);
            }
        }
        let nested = !self.bagian.is_empty() && mark.rupa != Rupa::Butir;
        if nested && !sentence && self.part_follows(mark) && !(strict && self.goes_on(baris)) {
            return self.begin_part(mark, teks);
        }
        if strict && self.goes_on(baris) {
            return self.plain(baris, false);
        }
        // An item without a sentence that opens its list keeps its mark.
        self.close_paragraph();
        self.begin_paragraph(&baris.teks, &baris.komentar);
    }

    /// Whether a part with this mark may follow: the first below the last, or the next of those that are open.
    fn part_follows(&self, mark: &Tanda) -> bool {
        let open = self.bagian.iter().find(|part| part.tanda.is_like(mark));
        match open {
            Some(part) => mark.nomor == part.tanda.nomor + 1,
            None => mark.nomor == 1,
        }
    }

    fn begin_part(&mut self, mark: &Tanda, judul: Kaya) {
        self.close_paragraph();
        if let Some(at) = self.bagian.iter().position(|part| part.tanda.is_like(mark)) {
            while self.bagian.len() > at {
                self.close_part();
            }
        }
        self.bagian.push(Simpul { tanda: mark.clone(), judul, isi: Vec::new() });
        self.kepala = true;
    }

    /// Whether a line goes on with the one before.
    fn goes_on(&self, baris: &Baris) -> bool {
        let last = self.paragraf.as_ref().map(|open| match open.daftar.is_empty() {
            true => open.isi.teks.text(),
            false => open.daftar.last_text(),
        });
        let closed = last.as_ref().is_none_or(|last| ends_closed(last));
        baris.lunak || (self.fisik && last.is_some() && (!closed || baris.blok == self.blok))
    }

    fn plain(&mut self, baris: &Baris, kepala: bool) {
        // A heading that fills its line goes on with the next.
        if kepala
            && self.fisik
            && baris.blok == self.blok
            && let Some(part) = self.bagian.last_mut().filter(|part| part.isi.is_empty() && self.paragraf.is_none())
            && part.judul.text().len() > 48
        {
            part.judul.join(&baris.teks);
            self.kepala = true;
            return;
        }
        let goes_on = self.goes_on(baris);
        if let Some(open) = &mut self.paragraf {
            let small = baris.text().chars().next().is_some_and(char::is_lowercase);
            let list = !open.daftar.is_empty();
            match (list, open.isi.penutup.as_mut()) {
                (true, Some(closing)) if goes_on || small => return closing.join(&baris.teks),
                (true, None) if goes_on || (small && !ends_closed(&open.daftar.last_text())) => {
                    open.daftar.go_on(&baris.teks);
                    return open.daftar.remark(&baris.komentar);
                }
                (true, None) if small => {
                    open.isi.penutup = Some(baris.teks.clone());
                    return;
                }
                (false, _) if goes_on => return open.isi.teks.join(&baris.teks),
                _ => {}
            }
        }
        self.close_paragraph();
        self.begin_paragraph(&baris.teks, &baris.komentar);
    }

    fn begin_paragraph(&mut self, teks: &Kaya, komentar: &[usize]) {
        let isi = Butir { teks: teks.clone(), komentar: komentar.to_vec(), ..Butir::default() };
        self.paragraf = Some(Paragraf { isi, daftar: Penyusun::default() });
    }

    /// Puts a block where the reading stands.
    fn put(&mut self, blok: Blok) {
        match (self.bagian.last_mut(), &mut self.bab) {
            (Some(part), _) => part.isi.push(blok),
            (None, Some((_, _, isi))) => isi.push(blok),
            (None, None) => self.done.push(blok),
        }
    }

    fn close_paragraph(&mut self) {
        if let Some(mark) = self.menunggu.take() {
            self.begin_paragraph_unless_open(&mark);
        }
        if let Some(Paragraf { mut isi, daftar }) = self.paragraf.take() {
            isi.anak = daftar.akar;
            self.put(Blok::Paragraf(isi));
        }
    }

    fn begin_paragraph_unless_open(&mut self, mark: &Tanda) {
        let teks = Kaya::plain(mark.teks.clone());
        match &mut self.paragraf {
            Some(open) if open.daftar.is_empty() => open.isi.teks.join(&teks),
            Some(open) => drop(open.daftar.go_on(&teks)),
            None => self.begin_paragraph(&teks, &[]),
        }
    }

    fn close_part(&mut self) {
        self.close_paragraph();
        if let Some(Simpul { tanda, judul, isi }) = self.bagian.pop() {
            self.put(Blok::Bagian(tanda, judul, isi));
        }
    }

    fn close_chapter(&mut self) {
        self.close_paragraph();
        while !self.bagian.is_empty() {
            self.close_part();
        }
        if let Some((number, title, isi)) = self.bab.take() {
            self.done.push(Blok::Bab(number, title, isi));
        }
    }
}
