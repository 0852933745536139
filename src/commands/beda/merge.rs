//! Parts of two printable decrees as one part that carries marks, and what became of each of its places.

use naskah_core::decree::Teks;
use naskah_core::diag::Span;
use naskah_core::resolve::{
    BagianCetak, ButirCetak, DiktumCetak, Disampaikan, Judul, Kop, NomorTahun, PendampingCetak, Penutup, TabelCetak,
};

use super::align::{Cara, Item, Step, align};
use super::brief;
use super::items::{self, Manner, Part};
use super::remarks::{remark, remark_of};
use super::report::{At, Isian, Laporan, Nasib, Satuan, Tempat};
use super::words::{Potong, Tanda, diff, marked};

/// The part of the report that tells of what only copies bear.
const COPIES: &str = "Salinan";

/// The lines and the name of a certifying block.
type Block = (Vec<Teks>, Teks);

/// The items of a part of the opening.
fn part_of<'a>(opening: &'a [BagianCetak], label: &str) -> Option<&'a [ButirCetak]> {
    opening.iter().find(|part| part.label == label).map(|part| part.butir.as_slice())
}

/// `NOMOR 6 TAHUN 2025` as one text.
fn written_out(line: &NomorTahun, span: Span) -> Teks {
    line.tulis.clone().unwrap_or_else(|| {
        let number = line.nomor.clone().unwrap_or_else(|| Teks::plain("…", span));
        let year = line.tahun.map_or(String::new(), |year| format!(" TAHUN {year}"));
        number.after("NOMOR ").then(&year)
    })
}

/// The walk through both decrees.
pub struct Merger {
    /// What was found so far.
    pub report: Laporan,
    /// What the print shows.
    pub cara: Cara,
    /// How many tables there are so far.
    tables: usize,
}

impl Merger {
    /// At the beginning of a comparison; `cara` is what the print shows.
    pub fn new(cara: Cara) -> Self {
        Self { report: Laporan::default(), cara, tables: 0 }
    }

    fn add(&mut self, at: &At, spans: (Option<Span>, Option<Span>), flags: (bool, bool), potong: Vec<Potong>) {
        let place =
            |nama: &str, span: Option<Span>| span.map(|span| Tempat { nama: nama.to_owned(), judul: None, span });
        let (lama, baru) = (place(&at.lama, spans.0), place(&at.baru, spans.1));
        let isi = vec![Isian { nama: String::new(), pindah: false, potong }];
        let (pindah, ulangan) = flags;
        self.report.satuan.push(Satuan { bagian: at.bagian, lama, baru, pindah, ulangan, isi });
    }

    fn text(&mut self, old: &Teks, new: &Teks, at: &At, flags: (bool, bool)) -> Teks {
        let potong = diff(Some(old), Some(new));
        let print = marked(&potong, flags.0, new);
        self.add(at, (Some(old.span), Some(new.span)), flags, potong);
        print
    }

    /// A text that stands at the same place of both.
    pub fn line(&mut self, old: &Teks, new: &Teks, at: &At) -> Teks {
        self.text(old, new, at, (false, false))
    }

    /// A heading, which may have moved.
    pub fn heading(&mut self, old: &Teks, new: &Teks, moved: bool, at: &At) -> Teks {
        self.text(old, new, at, (moved, false))
    }

    /// A text that repeats what the title says.
    pub fn repeated(&mut self, old: &Teks, new: &Teks, at: &At) -> Teks {
        self.text(old, new, at, (false, true))
    }

    /// A text that only one of the decrees has.
    pub fn only(&mut self, teks: &Teks, tanda: Tanda, at: &At) -> Teks {
        let potong = items::one_sided(teks, tanda);
        let print = marked(&potong, false, teks);
        let span = |side: Tanda| (tanda == side).then_some(teks.span);
        self.add(at, (span(Tanda::Hapus), span(Tanda::Sisip)), (false, false), potong);
        print
    }

    /// A text that either decree may lack.
    pub fn maybe(&mut self, old: Option<&Teks>, new: Option<&Teks>, at: &At) -> Option<Teks> {
        match (old, new) {
            (Some(old), Some(new)) => Some(self.line(old, new, at)),
            (Some(old), None) => Some(self.only(old, Tanda::Hapus, at)),
            (None, Some(new)) => Some(self.only(new, Tanda::Sisip, at)),
            (None, None) => None,
        }
    }

    /// The line of number and year; one that did not change stays as it is.
    pub fn number(&mut self, old: &NomorTahun, new: &NomorTahun, at: &At, span: Span, repeated: bool) -> NomorTahun {
        let (from, to) = (written_out(old, span), written_out(new, span));
        let print = self.text(&from, &to, &at.within("nomor", "nomor"), (false, repeated));
        match from.runs == to.runs {
            true => new.clone(),
            false => NomorTahun { tulis: Some(print), nomor: new.nomor.clone(), tahun: new.tahun },
        }
    }

    /// The line of number and year of what only one of the decrees has.
    pub fn number_only(&mut self, line: &NomorTahun, tanda: Tanda, at: &At, span: Span) -> NomorTahun {
        let print = self.only(&written_out(line, span), tanda, &at.within("nomor", "nomor"));
        NomorTahun { tulis: Some(print), nomor: line.nomor.clone(), tahun: line.tahun }
    }

    /// Tells what became of the texts of a list; what belongs to an item stands with it.
    pub fn tell(&mut self, parts: Vec<Part>, at: &At) {
        for part in parts {
            let Part { lama, baru, pindah, dalam, potong } = part;
            if let (Some(name), Some(last)) = (&dalam, self.report.satuan.last_mut()) {
                last.isi.push(Isian { nama: name.clone(), pindah, potong });
                continue;
            }
            let names = |place: &Option<(String, Span)>| place.as_ref().map_or(String::new(), |(name, _)| name.clone());
            let at = at.within(&names(&lama), &names(&baru));
            let spans = (lama.map(|(_, span)| span), baru.map(|(_, span)| span));
            self.add(&at, spans, (pindah, false), potong);
        }
    }

    /// Gives a table the next number: tables of both decrees stand in one document.
    pub fn with_id(&mut self, table: TabelCetak) -> TabelCetak {
        self.tables += 1;
        TabelCetak { id: self.tables, ..table }
    }

    pub(super) fn lines(&mut self, old: &[Teks], new: &[Teks], at: &At) -> Vec<Teks> {
        let items = |list: &[Teks]| -> Vec<Item> { list.iter().map(|teks| Item::text(teks.as_plain())).collect() };
        let steps = match old.len() == new.len() {
            true => (0..old.len()).map(|line| Step::Both(line, line)).collect(),
            false => align(&items(old), &items(new)),
        };
        let name = |line: usize| format!("baris {}", line + 1);
        let one = |step: Step| match step {
            Step::Both(o, n) | Step::Moved(o, n) => self.line(&old[o], &new[n], &at.within(&name(o), &name(n))),
            Step::Gone(o) => self.only(&old[o], Tanda::Hapus, &at.within(&name(o), &name(o))),
            Step::Come(n) => self.only(&new[n], Tanda::Sisip, &at.within(&name(n), &name(n))),
            Step::Left(o, n) => remark(&format!("dipindahkan ke {}", name(n)), old[o].span),
        };
        steps.into_iter().map(one).collect()
    }

    pub(super) fn kop(&mut self, old: &Kop, new: &Kop) -> Kop {
        let Kop { lambang, baris, alamat } = new;
        Kop {
            lambang: lambang.clone(),
            baris: self.lines(&old.baris, baris, &At::both("Kepala", "kop")),
            alamat: self.lines(&old.alamat, alamat, &At::both("Kepala", "alamat kop")),
        }
    }

    pub(super) fn title(&mut self, old: &Judul, new: &Judul) -> Judul {
        let at = At::both("Judul", "Judul");
        Judul {
            keputusan: self.line(&old.keputusan, &new.keputusan, &at.within("keputusan", "keputusan")),
            nomor: self.number(&old.nomor, &new.nomor, &at, new.keputusan.span, false),
            tentang: self.line(&old.tentang, &new.tentang, &at.within("tentang", "tentang")),
            pembuat: self.line(&old.pembuat, &new.pembuat, &at.within("pembuat", "pembuat")),
        }
    }

    /// Menimbang, Mengingat, Memperhatikan; the last may be missing.
    pub(super) fn opening(&mut self, old: &[BagianCetak], new: &[BagianCetak]) -> Vec<BagianCetak> {
        let mut out = Vec::new();
        for label in ["Menimbang", "Mengingat", "Memperhatikan"] {
            let (from, to) = (part_of(old, label), part_of(new, label));
            if from.is_none() && to.is_none() {
                continue;
            }
            let (from, to) = (from.unwrap_or_default(), to.unwrap_or_default());
            let manner = match label {
                "Menimbang" => Manner::plain(self.cara),
                _ => Manner::citations(self.cara),
            };
            let (butir, parts) = items::lists(from, to, manner);
            self.tell(parts, &At::both(label, label));
            out.push(BagianCetak { label, butir });
        }
        out
    }

    pub(super) fn decisions(&mut self, old: &[DiktumCetak], new: &[DiktumCetak]) -> Vec<DiktumCetak> {
        let manner = Manner::plain(self.cara);
        let items = |list: &[DiktumCetak]| -> Vec<Item> {
            list.iter().map(|diktum| items::item_of(&diktum.isi, manner)).collect()
        };
        let place = |diktum: &DiktumCetak| format!("Diktum {}", diktum.label);
        let mut out = Vec::new();
        for step in align(&items(old), &items(new)) {
            let (label, (isi, parts), at) = match step {
                Step::Both(o, n) | Step::Moved(o, n) => {
                    let moved = matches!(step, Step::Moved(..));
                    let at = At { bagian: "Diktum", lama: place(&old[o]), baru: place(&new[n]) };
                    (&new[n].label, items::pair(&old[o].isi, &new[n].isi, moved, manner), at)
                }
                Step::Gone(o) => {
                    (&old[o].label, items::whole(&old[o].isi, Tanda::Hapus), At::both("Diktum", &place(&old[o])))
                }
                Step::Come(n) => {
                    (&new[n].label, items::whole(&new[n].isi, Tanda::Sisip), At::both("Diktum", &place(&new[n])))
                }
                Step::Left(o, n) => {
                    let isi = remark_of(&old[o].isi, &format!("dipindahkan ke {}", place(&new[n])));
                    (&old[o].label, (isi, Vec::new()), At::both("Diktum", ""))
                }
            };
            self.tell(parts, &at);
            out.push(DiktumCetak { label: label.clone(), isi });
        }
        if self.cara == Cara::Ringkas { brief::decisions(out) } else { out }
    }

    pub(super) fn closing(&mut self, old: &Penutup, new: &Penutup, span: Span) -> Penutup {
        let at = At::both("Penutup", "Penutup");
        let tanggal = match (&old.tanggal, &new.tanggal) {
            (None, None) => None,
            (old, new) => {
                let day = |day: &Option<Teks>| day.clone().unwrap_or_else(|| Teks::plain("…", span));
                Some(self.line(&day(old), &day(new), &at.within("tanggal", "tanggal")))
            }
        };
        Penutup {
            di: self.maybe(old.di.as_ref(), new.di.as_ref(), &at.within("tempat", "tempat")),
            tanggal,
            jabatan: self.lines(&old.jabatan, &new.jabatan, &at.within("jabatan", "jabatan")),
            ttd: None,
            nama: self.line(&old.nama, &new.nama, &at.within("nama", "nama")),
            anggota: self.lines(&old.anggota, &new.anggota, &at.within("anggota", "anggota")),
            pendamping: self.beside(old.pendamping.as_ref(), new.pendamping.as_ref(), &at),
        }
    }

    /// Who signs at the left, which either may lack.
    fn beside(
        &mut self,
        old: Option<&PendampingCetak>,
        new: Option<&PendampingCetak>,
        at: &At,
    ) -> Option<PendampingCetak> {
        let lines = |one: Option<&PendampingCetak>| one.map(|one| one.jabatan.clone()).unwrap_or_default();
        let at = at.within("pendamping", "pendamping");
        let jabatan = self.lines(&lines(old), &lines(new), &at);
        let nama = self.maybe(old.map(|one| &one.nama), new.map(|one| &one.nama), &at.within("nama", "nama"))?;
        Some(PendampingCetak { jabatan, nama })
    }

    /// The certifying block of copies; printed where it changed.
    pub(super) fn certifying(&mut self, old: Option<Block>, new: Option<Block>) -> Option<Block> {
        let span = new.as_ref().or(old.as_ref()).map(|(_, name)| name.span)?;
        let nothing = || (Vec::new(), Teks::plain("", span));
        let ((from, signed), (to, signs)) = (old.unwrap_or_else(nothing), new.unwrap_or_else(nothing));
        let at = At::both(COPIES, "Pengesahan salinan");
        let told = self.report.satuan.len();
        let lines = self.lines(&from, &to, &at);
        let name = self.line(&signed, &signs, &at.within("nama", "nama"));
        self.changed_since(told).then_some((lines, name))
    }

    /// Who receives copies; printed where it changed.
    pub(super) fn copied(&mut self, old: Option<Disampaikan>, new: Option<Disampaikan>) -> Option<Disampaikan> {
        let told = self.report.satuan.len();
        let list = self.receivers(old.as_ref(), new.as_ref(), &At::both(COPIES, "Penerima salinan"));
        list.filter(|_| self.changed_since(told))
    }

    /// A line with receivers under it.
    pub(super) fn receivers(
        &mut self,
        old: Option<&Disampaikan>,
        new: Option<&Disampaikan>,
        at: &At,
    ) -> Option<Disampaikan> {
        let pembuka = new.or(old)?.pembuka.clone();
        let items = |list: Option<&Disampaikan>| list.map(|list| list.butir.clone()).unwrap_or_default();
        let (butir, parts) = items::lists(&items(old), &items(new), Manner::plain(self.cara));
        self.tell(parts, at);
        Some(Disampaikan { pembuka, butir })
    }

    /// Whether anything became of what was told after the first `told` places.
    fn changed_since(&self, told: usize) -> bool {
        self.report.satuan.iter().skip(told).any(|satuan| satuan.nasib() != Nasib::Tetap)
    }
}
