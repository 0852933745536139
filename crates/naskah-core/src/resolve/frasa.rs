//! The phrases that a decree repeats: each is generated from the name, the office and the number, written once.

use crate::catalog::{BentukSidik, Jenjang, Kantor, Pejabat};
use crate::decree::Teks;
use crate::decree::keputusan::Keputusan;
use crate::decree::rupa::Rupa;
use crate::diag::Span;
use crate::language::days::{BULAN, HARI, Tanggal};
use crate::language::numerals::{huruf, romawi, terbilang, terbilang_tahun};

use super::{
    Bentuk, ButirCetak, Disampaikan, Edition, Judul, NomorTahun, PendampingCetak, Penutup, QR, SidikCetak, teks,
};

/// What the phrases are made from.
pub struct Frasa<'a> {
    /// The decree.
    pub keputusan: &'a Keputusan,
    /// Its office.
    pub kantor: &'a Kantor,
    /// Who signs.
    pub pejabat: &'a Pejabat,
    /// Whose authority it is: the signer's, or that of the person signed for.
    pub kuasa: &'a Pejabat,
}

impl Frasa<'_> {
    /// The office's lines, or body and area in capitals; and the lines of the address.
    pub fn kop(&self) -> (Vec<Teks>, Vec<Teks>) {
        let span = self.keputusan.kantor.span;
        let kantor = self.kantor;
        let own = [kantor.badan_pendek(), &kantor.wilayah].map(|line| line.to_uppercase()).to_vec();
        let secretariat = !self.kuasa.jabatan.starts_with("Ketua") && !kantor.kop_sekretariat.is_empty();
        let lines = match (secretariat, kantor.kop.is_empty()) {
            (true, _) => &kantor.kop_sekretariat,
            (false, true) => &own,
            (false, false) => &kantor.kop,
        };
        let set = |lines: &[String]| lines.iter().map(|line| teks(line, span)).collect();
        (set(lines), set(&kantor.alamat))
    }

    /// Who makes the decree: the body, or an officer such as the Sekretaris.
    fn pembuat_keputusan(&self) -> String {
        match self.kuasa.jabatan.starts_with("Ketua") {
            true => self.kantor.nama_penuh(),
            false => format!("{} {}", self.kuasa.jabatan, self.kantor.nama_penuh()),
        }
    }

    /// `Keputusan Komisi Pemilihan Umum Kabupaten Semarang`, as running text names it.
    fn nama_keputusan(&self) -> String {
        format!("{} {}", self.keputusan.rupa.nama(), self.pembuat_keputusan())
    }

    /// `KEPUTUSAN …`, as the title and the heads of the lampirans print it.
    fn baris_keputusan(&self) -> Teks {
        let written = self.keputusan.kepala.judul.clone();
        written.unwrap_or_else(|| teks(self.nama_keputusan().to_uppercase(), self.keputusan.kantor.span))
    }

    /// The first line of the title: a paper beside decrees does not repeat the office, which stands over it.
    fn baris_judul(&self) -> Teks {
        match self.keputusan.rupa {
            Rupa::Keputusan => self.baris_keputusan(),
            other => teks(other.nama().to_uppercase(), self.keputusan.kantor.span),
        }
    }

    /// The sentence that opens a record: its day in words, its place, and how it goes on.
    fn pembuka(&self) -> Teks {
        let written = &self.keputusan.ditetapkan;
        let place = written.di.as_ref().map_or_else(|| self.kantor.tempat.clone(), Teks::as_plain);
        let day = written
            .tanggal
            .as_ref()
            .map_or_else(|| "…, tanggal … bulan … tahun …".to_owned(), |day| dalam_kata(day.value));
        let opening = format!("Pada hari ini, {day}, bertempat di {place}, ");
        let rest = self.keputusan.menimbang.butir.first().map(|butir| butir.teks.clone());
        rest.map_or_else(|| teks(&opening, written.tanggal_span), |rest| rest.after(&opening))
    }

    /// Number and year.
    pub fn nomor(&self) -> NomorTahun {
        let nomor = self.keputusan.nomor.clone();
        let own_year = nomor.as_ref().is_some_and(|nomor| nomor.as_plain().contains('/'));
        let tulis = self.keputusan.kepala.nomor.clone();
        NomorTahun { tulis, nomor, tahun: (!own_year).then_some(self.keputusan.tahun.value) }
    }

    /// The title block.
    pub fn judul(&self) -> Judul {
        let office = format!("{} {},", self.kuasa.jabatan, self.kantor.nama_penuh()).to_uppercase();
        Judul {
            keputusan: self.baris_judul(),
            nomor: self.nomor(),
            tentang: self
                .keputusan
                .kepala
                .tentang
                .clone()
                .unwrap_or_else(|| self.keputusan.tentang_judul.as_ref().unwrap_or(&self.keputusan.tentang).to_upper()),
            pembuat: self.keputusan.kepala.pembuat.clone().unwrap_or_else(|| teks(office, self.keputusan.kantor.span)),
        }
    }

    /// Title of the PDF; `penerima` are those whom an extract is for.
    pub fn judul_dokumen(&self, edition: &Edition, penerima: &[String]) -> String {
        let title = self.judul_asli();
        match (edition.bentuk, penerima) {
            (Bentuk::Asli, _) => title,
            (Bentuk::Salinan, _) => format!("Salinan {title}"),
            (Bentuk::Petikan, []) => format!("Petikan {title}"),
            (Bentuk::Petikan, several) => format!("Petikan {title} untuk {}", several.join(", ")),
        }
    }

    /// Title of the PDF of the original.
    fn judul_asli(&self) -> String {
        let NomorTahun { nomor, tahun, .. } = self.nomor();
        let number = nomor.as_ref().map_or("…".to_owned(), Teks::as_plain);
        let year = tahun.map_or(String::new(), |year| format!(" Tahun {year}"));
        format!("{} Nomor {number}{year} tentang {}", self.nama_keputusan(), self.keputusan.tentang.as_plain())
    }

    /// The closing item of Menimbang, after `count` items.
    pub fn penutup_menimbang(&self, count: usize) -> Teks {
        let letters: Vec<String> = (1..=count).map(|n| format!("huruf {}", huruf(n))).collect();
        let letters = match &letters[..] {
            [one] => one.clone(),
            [one, two] => format!("{one} dan {two}"),
            [most @ .., last] => format!("{}, dan {last}", most.join(", ")),
            [] => String::new(),
        };
        let opening = format!("bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {letters}, perlu menetapkan ");
        self.keputusan.tentang.clone().after(&format!("{opening}{} tentang ", self.nama_keputusan()))
    }

    /// The Menetapkan clause, in capitals, with its full stop.
    pub fn menetapkan(&self) -> Teks {
        let generated = || {
            self.keputusan
                .tentang
                .to_upper()
                .after(" TENTANG ")
                .after(&self.baris_keputusan().as_plain())
                .closed_with(".")
        };
        match self.keputusan.rupa {
            Rupa::Keputusan => self.keputusan.menetapkan.clone().unwrap_or_else(generated),
            Rupa::BeritaAcara => self.pembuka().closed_with(":"),
            Rupa::SuratPerintah => teks("", self.keputusan.kantor.span),
        }
    }

    /// The word over the decisions, where it is written out by hand; an empty text for none.
    pub fn memutuskan(&self) -> Option<Teks> {
        let kepala = &self.keputusan.kepala;
        let written = kepala.memutuskan.as_ref()?;
        Some(if kepala.tanpa_memutuskan() { teks("", written.span) } else { written.clone() })
    }

    /// Label of a lampiran: a Roman number where there are several.
    pub fn label_lampiran(&self, at: usize) -> String {
        match self.keputusan.lampiran.len() {
            1 => "LAMPIRAN".to_owned(),
            _ => format!("LAMPIRAN {}", romawi(at + 1)),
        }
    }

    /// The lines of a lampiran's head after its label: the decree, and TENTANG with the name.
    pub fn kepala_lampiran(&self, written: Option<&Teks>) -> (Teks, Teks) {
        let name = written.cloned().unwrap_or_else(|| self.keputusan.tentang.to_upper());
        (self.baris_keputusan(), name.after("TENTANG "))
    }

    /// Place, date and signature.
    pub fn penutup(&self, edition: &Edition) -> Penutup {
        let written = &self.keputusan.ditetapkan;
        let span = self.keputusan.pejabat.span;
        let jabatan = match written.jabatan.is_empty() {
            false => written.jabatan.clone(),
            true => self.jabatan().into_iter().map(|line| teks(line, span)).collect(),
        };
        Penutup {
            di: Some(written.di.clone().unwrap_or_else(|| teks(&self.kantor.tempat, span))),
            tanggal: written.tanggal.as_ref().map(|day| teks(day.value.to_string(), day.span)),
            jabatan,
            ttd: (edition.bentuk != Bentuk::Asli).then_some("ttd."),
            nama: written.nama.clone().unwrap_or_else(|| teks(self.pejabat.nama.to_uppercase(), span)),
            anggota: written.anggota.clone(),
            pendamping: written
                .pendamping
                .as_ref()
                .map(|other| PendampingCetak { jabatan: other.jabatan.clone(), nama: other.nama.clone() }),
        }
    }

    /// The lines of the signer's office, in capitals, with the comma after the last.
    ///
    /// Who signs for the use of another stands below that one's lines, "u.b." between them.
    fn jabatan(&self) -> Vec<String> {
        let chain = self.kantor.rantai(self.pejabat);
        let post = |p: &Pejabat| format!("{}{}", p.sebagai.map_or("", |s| s.prefix()), p.jabatan.to_uppercase());
        let top = chain.first().copied().unwrap_or(self.pejabat);
        let behalf = self.kantor.atas_nama(self.pejabat).is_some();
        let own = if behalf { "a.n. " } else { top.sebagai.map_or("", |s| s.prefix()) };
        let body = format!("{} {}", self.kuasa.jabatan, self.kantor.badan_pendek()).to_uppercase();
        let mut lines = vec![format!("{own}{body}")];
        if self.kantor.jenjang != Jenjang::Pusat {
            lines.push(self.kantor.wilayah.to_uppercase());
        }
        if behalf && top.jabatan != self.kuasa.jabatan {
            lines.push(post(top));
        }
        lines.extend(chain.iter().skip(1).flat_map(|one| ["u.b.".to_owned(), post(one)]));
        if let Some(last) = lines.last_mut() {
            last.push(',');
        }
        lines
    }

    /// The certifying block of a copy or an extract: its lines, and the certifier's name.
    ///
    /// What the decree writes out by hand is about the person whom it names, so it counts for no other.
    pub fn pengesahan(&self, edition: &Edition, pengesah: Option<&Pejabat>) -> (Vec<Teks>, Teks) {
        let written = &self.keputusan.salinan;
        let named = edition.oleh.is_none() && (edition.bentuk == Bentuk::Salinan || !self.has_own_certifier());
        let span = written.oleh.as_ref().map_or(self.keputusan.span, |id| id.span);
        let page = &self.kantor.halaman;
        let chain = match &edition.pengesah[..] {
            [] => pengesah.map(|own| self.kantor.rantai(own)).unwrap_or_default(),
            later => later.iter().collect(),
        };
        let lines = match edition.bentuk {
            Bentuk::Salinan if named && !written.blok.is_empty() => written.blok.clone(),
            Bentuk::Petikan => self.certified(&page.pembuka_petikan, &chain, span),
            _ => self.certified(&page.pembuka_salinan, &chain, span),
        };
        let name = pengesah.map_or(String::new(), |p| match page.pengesah_kapital {
            true => p.nama.to_uppercase(),
            false => p.nama.clone(),
        });
        let by_hand = written.nama.clone().filter(|_| named);
        (lines, by_hand.unwrap_or_else(|| teks(name, span)))
    }

    /// Whether the decree names a certifier of its extracts.
    fn has_own_certifier(&self) -> bool {
        self.keputusan.petikan.as_ref().is_some_and(|petikan| petikan.oleh.is_some())
    }

    /// The lines of a certifying block: opening, office, for whose use it is done, the certifier's post.
    fn certified(&self, opening: &str, chain: &[&Pejabat], span: Span) -> Vec<Teks> {
        let office = self.kantor.sekretariat().into_iter().map(|line| line.to_uppercase());
        let post = |p: &Pejabat| format!("{}{},", p.sebagai.map_or("", |s| s.prefix()), p.jabatan);
        let (own, above) = chain.split_last().map_or((None, &[][..]), |(own, above)| (Some(*own), above));
        let above = above.iter().flat_map(|user| [post(user).trim_end_matches(',').to_owned(), "u.b.".to_owned()]);
        let lines = std::iter::once(opening.to_owned()).chain(office).chain(above).chain(own.map(post));
        lines.map(|line| teks(line, span)).collect()
    }

    /// Who receives copies.
    pub fn disampaikan(&self) -> Option<Disampaikan> {
        received("Salinan Keputusan ini disampaikan kepada:", &self.keputusan.salinan.disampaikan)
    }

    /// Who receives the decree besides those whom it concerns.
    pub fn tembusan(&self) -> Option<Disampaikan> {
        received("Tembusan:", &self.keputusan.tembusan)
    }

    /// The original's fingerprint as the office prints it on copies.
    pub fn sidik(&self, edition: &Edition) -> Option<SidikCetak> {
        let asli = edition.asli.as_ref()?;
        let form = self.kantor.halaman.sidik;
        let span = self.keputusan.kantor.span;
        let NomorTahun { tulis, nomor, tahun } = self.nomor();
        let number = tulis.or(nomor).map_or(String::new(), |text| text.as_plain());
        let number = match number.to_uppercase().starts_with("NOMOR") {
            true => number,
            false => format!("NOMOR {number}"),
        };
        let year = tahun.map_or(String::new(), |year| format!(" TAHUN {year}"));
        let decree = self.baris_keputusan().as_plain();
        (form != BentukSidik::Tidak).then(|| SidikCetak {
            teks: form.teks().then(|| teks(format!("Sidik naskah asli: {}", asli.pendek()), span)),
            qr: form.qr().then(|| format!("{decree} {number}{year} sha256:{asli}")),
            gambar: QR,
        })
    }
}

/// A day as a record names it: day of the week and figures in words.
fn dalam_kata(tanggal: Tanggal) -> String {
    let (year, month, day) = tanggal.parts();
    let words = |n: u32| terbilang(n as usize).unwrap_or_else(|| n.to_string());
    let year = terbilang_tahun(year).unwrap_or_else(|| year.to_string());
    let month = BULAN.get(month as usize - 1).copied().unwrap_or_default();
    format!("{}, tanggal {} bulan {month} tahun {year}", HARI[tanggal.hari()], words(day))
}

/// A line, and under it the receivers.
fn received(opening: &str, listed: &[Teks]) -> Option<Disampaikan> {
    let item = |(at, text): (usize, &Teks)| ButirCetak {
        no: (listed.len() > 1).then(|| format!("{}.", at + 1)),
        teks: text.clone().closed_with(if at + 1 == listed.len() { "." } else { ";" }),
        rincian: Vec::new(),
        penutup: None,
        coretan: None,
    };
    let butir = listed.iter().enumerate().map(item).collect();
    Some(Disampaikan { pembuka: teks(opening, listed.first()?.span), butir })
}
