//! The one way through a decree: every text that a person wrote, with its part and its role, in the order of the pages.
//!
//! Each struct on the way is taken apart field by field, so a field that is added and met by nobody does not compile.

use crate::decree::abstrak::Abstrak;
use crate::decree::butir::{Butir, Rincian};
use crate::decree::gambar::Gambar;
use crate::decree::kepala::Kepala;
use crate::decree::keputusan::{Dasar, Keputusan, Menimbang, SalinanOleh};
use crate::decree::lampiran::{Blok, IsiLampiran, Lampiran};
use crate::decree::penetapan::{Ditetapkan, Pendamping};
use crate::decree::tabel::{Baris, IsiBaris, Kolom, NomorBaris, Sel, Tabel};
use crate::decree::teks::Teks;

/// A part of the decree; numbers count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The number.
    Nomor,
    /// The name.
    Tentang,
    /// A head that is written out by hand.
    Kepala,
    /// An item of the considerations.
    Menimbang(usize),
    /// A legal basis that is written out.
    Mengingat(usize),
    /// The drafter's note on a legal basis; not printed.
    Catatan(usize),
    /// An item of what else was taken note of.
    Memperhatikan(usize),
    /// The Menetapkan clause, written out by hand.
    Menetapkan,
    /// A decision.
    Diktum(usize),
    /// Place, office or name of the closing, written out by hand.
    Penutup,
    /// The certifying block, written out by hand.
    Salinan,
    /// Somebody who receives a copy.
    Disampaikan(usize),
    /// Somebody who receives the decree besides those whom it concerns.
    Tembusan(usize),
    /// The decree's name in the head of a lampiran.
    LampiranTentang(usize),
    /// The title of a lampiran.
    LampiranJudul(usize),
    /// A heading of running text in a lampiran.
    Bab(usize),
    /// Running text in a lampiran.
    Naskah(usize),
    /// What stands under a picture of a lampiran.
    Gambar(usize),
    /// A note under a table.
    Keterangan(usize),
    /// The head of a table's column; the number is that of the table in the decree.
    Kolom(usize),
    /// A heading over rows, or the label of a sum.
    Kelompok(usize),
    /// The number of a row, written out by hand.
    NomorBaris {
        /// The table in the decree.
        tabel: usize,
        /// The row of [`Tabel::baris`].
        baris: usize,
    },
    /// A cell.
    Sel {
        /// The table in the decree.
        tabel: usize,
        /// The row of [`Tabel::baris`].
        baris: usize,
        /// The column among those that are written (generated numbers do not count).
        kolom: usize,
    },
    /// A subject for legal documentation; not printed in the decree.
    Subjek(usize),
    /// A text of the abstract; not printed in the decree.
    Abstrak,
}

impl Part {
    /// Whether it stands on the pages of the decree or of its copies.
    pub fn is_printed(self) -> bool {
        !matches!(self, Self::Catatan(_) | Self::Subjek(_) | Self::Abstrak)
    }
}

/// What a text is, wherever it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Sentences, and parts of them.
    Prose,
    /// A name or title, in title case or capitals.
    Title,
    /// A line of a head or of a signing block.
    Head,
    /// A number.
    Number,
    /// The name of a person.
    Person,
    /// The name of a place.
    Place,
    /// What a column, a group of rows or a sum is called.
    Label,
    /// What stands in a cell.
    Cell,
    /// An addressee or a catalogue entry: a phrase that stands by itself.
    Entry,
    /// A note that is not printed.
    Note,
}

/// A list with the sentence that opens it.
#[derive(Debug, Clone, Copy)]
pub struct List<'a> {
    /// The part that it belongs to.
    pub part: Part,
    /// The sentence; empty for a list that fills a cell.
    pub lead: &'a Teks,
    /// The list.
    pub rincian: &'a Rincian,
    /// What the sentence goes on with after the list.
    pub penutup: Option<&'a Teks>,
    /// How many lists it lies in, from 0.
    pub depth: usize,
}

/// What is done with the texts of a decree; each is met once.
pub trait Visitor<'a> {
    /// A text; the empty lead of a list that fills a cell is none.
    fn text(&mut self, part: Part, role: Role, teks: &'a Teks);

    /// A list, after the sentence that opens it and before its items.
    fn list(&mut self, _list: List<'a>) {}

    /// A table of a lampiran (from 0), before its texts; tables come in the order of their numbers in [`Part`].
    fn table(&mut self, _lampiran: usize, _tabel: &'a Tabel) {}
}

impl Keputusan {
    /// Shows every text, list and table to a visitor.
    pub fn visit<'a>(&'a self, visitor: &mut impl Visitor<'a>) {
        let Self {
            // Ids, places and what was read of the file; what has no place yet is told; `petikan` names a column and decisions that stand elsewhere.
            span: _,
            rupa: _,
            jenis: _,
            kantor: _,
            pejabat: _,
            nomor_span: _,
            nomor_tertulis: _,
            tahun: _,
            petikan: _,
            halaman: _,
            // The same words as the name.
            tentang_judul: _,
            lampiran_utuh: _,
            apa_adanya: _,
            tanpa_tanda_baca: _,
            belum_ditempatkan: _,
            nomor,
            tentang,
            kepala,
            menimbang: Menimbang { butir, penutup: _ },
            mengingat,
            memperhatikan,
            menetapkan,
            diktum,
            ditetapkan,
            salinan,
            tembusan,
            lampiran,
            subjek,
            abstrak,
        } = self;
        let mut walk = Walk { visitor, tables: 0 };
        walk.texts(Part::Nomor, Role::Number, nomor);
        walk.text(Part::Tentang, Role::Title, tentang);
        walk.heads(kepala);
        walk.items(Part::Menimbang, butir);
        walk.bases(mengingat);
        walk.items(Part::Memperhatikan, memperhatikan);
        walk.texts(Part::Menetapkan, Role::Head, menetapkan);
        walk.items(Part::Diktum, diktum);
        walk.closing(ditetapkan);
        walk.certifying(salinan);
        tembusan.iter().enumerate().for_each(|(at, teks)| walk.text(Part::Tembusan(at), Role::Entry, teks));
        lampiran.iter().enumerate().for_each(|(at, lampiran)| walk.attachment(at, lampiran));
        walk.summary(subjek, abstrak);
    }

    /// Every text with its part and role.
    pub fn texts(&self) -> Vec<(Part, Role, &Teks)> {
        let mut all = All(Vec::new());
        self.visit(&mut all);
        all.0
    }
}

/// A visitor that keeps every text.
struct All<'a>(Vec<(Part, Role, &'a Teks)>);

impl<'a> Visitor<'a> for All<'a> {
    fn text(&mut self, part: Part, role: Role, teks: &'a Teks) {
        self.0.push((part, role, teks));
    }
}

/// On the way through a decree.
struct Walk<'v, V> {
    visitor: &'v mut V,
    /// How many tables were met.
    tables: usize,
}

impl<'a, V: Visitor<'a>> Walk<'_, V> {
    fn text(&mut self, part: Part, role: Role, teks: &'a Teks) {
        self.visitor.text(part, role, teks);
    }

    fn texts(&mut self, part: Part, role: Role, texts: impl IntoIterator<Item = &'a Teks>) {
        texts.into_iter().for_each(|teks| self.text(part, role, teks));
    }

    fn heads(&mut self, kepala: &'a Kepala) {
        let Kepala { judul, nomor, tentang, pembuat, memutuskan, diktum } = kepala;
        let memutuskan = memutuskan.iter().filter(|_| !kepala.tanpa_memutuskan());
        let lines = judul.iter().chain(nomor).chain(tentang).chain(pembuat);
        self.texts(Part::Kepala, Role::Head, lines.chain(memutuskan).chain(diktum));
    }

    fn items(&mut self, part: impl Fn(usize) -> Part, items: &'a [Butir]) {
        items.iter().enumerate().for_each(|(at, item)| self.item(part(at), Role::Prose, item, 0));
    }

    fn item(&mut self, part: Part, role: Role, item: &'a Butir, depth: usize) {
        let Butir { teks, rincian, penutup } = item;
        if !teks.is_empty() {
            self.text(part, role, teks);
        }
        if let Some(rincian) = rincian {
            let Rincian { butir, penomoran: _, kata_hubung: _, kutipan } = rincian;
            // Quoted decisions are no items of a list.
            if kutipan.is_empty() {
                self.visitor.list(List { part, lead: teks, rincian, penutup: penutup.as_ref(), depth });
            }
            butir.iter().for_each(|inner| self.item(part, role, inner, depth + 1));
        }
        self.texts(part, role, penutup);
    }

    fn bases(&mut self, bases: &'a [Dasar]) {
        for (at, dasar) in bases.iter().enumerate() {
            match dasar {
                Dasar::Id { id: _, catatan } => self.texts(Part::Catatan(at), Role::Note, catatan),
                Dasar::Teks(item) => self.item(Part::Mengingat(at), Role::Prose, item, 0),
            }
        }
    }

    fn closing(&mut self, ditetapkan: &'a Ditetapkan) {
        let Ditetapkan { di, tanggal: _, tanggal_span: _, tanggal_tertulis: _, jabatan, anggota, pendamping, nama } =
            ditetapkan;
        self.texts(Part::Penutup, Role::Place, di);
        self.texts(Part::Penutup, Role::Head, jabatan);
        self.texts(Part::Penutup, Role::Person, nama.iter().chain(anggota));
        if let Some(Pendamping { jabatan, nama }) = pendamping {
            self.texts(Part::Penutup, Role::Head, jabatan);
            self.text(Part::Penutup, Role::Person, nama);
        }
    }

    fn certifying(&mut self, salinan: &'a SalinanOleh) {
        let SalinanOleh { oleh: _, blok, nama, disampaikan } = salinan;
        self.texts(Part::Salinan, Role::Head, blok);
        self.texts(Part::Salinan, Role::Person, nama);
        disampaikan.iter().enumerate().for_each(|(at, teks)| self.text(Part::Disampaikan(at), Role::Entry, teks));
    }

    fn attachment(&mut self, at: usize, lampiran: &'a Lampiran) {
        let Lampiran {
            span: _,
            judul,
            tentang,
            kepala,
            kapital: _,
            lanskap: _,
            bingkai: _,
            sampul: _,
            daftar_isi: _,
            isi,
        } = lampiran;
        self.texts(Part::Kepala, Role::Head, kepala);
        self.texts(Part::LampiranTentang(at), Role::Title, tentang);
        self.texts(Part::LampiranJudul(at), Role::Title, judul);
        match isi {
            IsiLampiran::Tabel(tabel) => self.table(at, tabel),
            IsiLampiran::Teks(blocks) => self.blocks(at, blocks),
        }
    }

    fn blocks(&mut self, lampiran: usize, blocks: &'a [Blok]) {
        for block in blocks {
            match block {
                Blok::Bab { nomor: _, lanskap: _, judul, isi } | Blok::Bagian { nomor: _, lanskap: _, judul, isi } => {
                    self.text(Part::Bab(lampiran), Role::Title, judul);
                    self.blocks(lampiran, isi);
                }
                Blok::Paragraf(item) => self.item(Part::Naskah(lampiran), Role::Prose, item, 0),
                Blok::Tabel(tabel) => self.table(lampiran, tabel),
                Blok::Gambar(Gambar { berkas: _, halaman: _, lebar: _, keterangan, lanskap: _ }) => {
                    self.texts(Part::Gambar(lampiran), Role::Entry, keterangan);
                }
            }
        }
    }

    fn table(&mut self, lampiran: usize, tabel: &'a Tabel) {
        let Tabel {
            lanskap: _,
            span: _,
            kolom,
            kepala: _,
            isian: _,
            nomor_kolom: _,
            ukuran: _,
            penomoran: _,
            ulang_gabungan: _,
            nomor_lanjut: _,
            baris,
            keterangan,
        } = tabel;
        let at = self.tables;
        self.tables += 1;
        self.visitor.table(lampiran, tabel);
        self.columns(at, kolom);
        baris.iter().enumerate().for_each(|(row, Baris { span: _, isi })| self.row(at, row, isi));
        self.texts(Part::Keterangan(at), Role::Entry, keterangan);
    }

    fn columns(&mut self, table: usize, columns: &'a [Kolom]) {
        for column in columns {
            let Kolom { span: _, judul, anak, lebar: _, rata: _, putar: _, isi: _, dijumlah: _, kunci: _, tingkat: _ } =
                column;
            self.text(Part::Kolom(table), Role::Label, judul);
            self.columns(table, anak);
        }
    }

    fn row(&mut self, tabel: usize, baris: usize, isi: &'a IsiBaris) {
        match isi {
            IsiBaris::Kelompok { judul, bernomor: _, tingkat: _ }
            | IsiBaris::Jumlah { judul, semua: _, tingkat: _ } => {
                self.text(Part::Kelompok(tabel), Role::Label, judul);
            }
            IsiBaris::Sel { sel, nomor } => {
                match nomor {
                    NomorBaris::Tulis(teks) => self.text(Part::NomorBaris { tabel, baris }, Role::Number, teks),
                    NomorBaris::Berikut | NomorBaris::Tanpa | NomorBaris::Atas | NomorBaris::Entri(..) => {}
                }
                for (kolom, cell) in sel.iter().enumerate() {
                    match cell {
                        Sel::Isi(item) => self.item(Part::Sel { tabel, baris, kolom }, Role::Cell, item, 0),
                        // Numbers are values; the others hold nothing of their own.
                        Sel::Bilangan(..) | Sel::Kosong | Sel::Atas(_) | Sel::Kiri(_) => {}
                    }
                }
            }
        }
    }

    fn summary(&mut self, subjek: &'a [Teks], abstrak: &'a Abstrak) {
        subjek.iter().enumerate().for_each(|(at, teks)| self.text(Part::Subjek(at), Role::Entry, teks));
        let Abstrak { alasan, materi, catatan } = abstrak;
        self.texts(Part::Abstrak, Role::Prose, alasan.iter().chain(materi).chain(catatan));
    }
}
