//! What a decree amends or revokes, held against the register: whether it is there and in force, bears that name, has
//! those decisions, and which amendment this is.

use super::disebut::{Disebut, acting, open};
use super::hubungan::{self, Hubungan, Kaitan, Maksud, Terbitan};
use super::register::{Baris, Buku, Kunci, KunciRingkas};
use super::remake::{self, Ulang};
use super::semua;
use naskah_core::catalog::Catalog;
use naskah_core::decree::{Keputusan, Teks};
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::language::numerals::{dari_nama_diktum, ke_berapa, nama_diktum};
use naskah_core::resolve::{Edition, Printable, Resolved};

/// A line that is about to be written, and how many decisions its decree has.
pub type Menunggu = (Baris, usize);

/// Reports what the register says otherwise than the decree does; the register with the lines that are about to be
/// written.
pub fn check(
    resolved: &Resolved,
    menunggu: &[Menunggu],
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<()> {
    open(resolved.keputusan()).into_iter().for_each(|finding| sink.push(finding));
    let named = acting(resolved.keputusan());
    // A draft may still lack its number.
    let Some(own) = Kunci::of(resolved).or_else(|| Kunci::numbered(resolved, "")) else { return Some(()) };
    let buku = Buku::of(catalog.root.folder());
    if named.is_empty() {
        return Some(());
    }
    let years = semua::contents(&buku, sink)?;
    let (lines, joined);
    if menunggu.is_empty() {
        lines = semua::lines(&buku, &years, files, sink)?;
    } else {
        semua::lines(&buku, &years, files, sink)?;
        joined = semua::with(years, menunggu.iter().map(|(baris, _)| baris));
        lines = semua::read(&buku, &joined, files, sink)?;
    }
    let terbitan = semua::issued(&lines);
    let hubungan = hubungan::of(&terbitan, catalog);
    let day = resolved.keputusan().ditetapkan.tanggal.as_ref().map_or("9999".to_owned(), |day| day.value.iso());
    let book = Book {
        catalog,
        buku: &buku,
        menunggu,
        terbitan: &terbitan,
        hubungan: &hubungan,
        own: KunciRingkas::from(&own),
        day,
    };
    let mut told: Vec<(&str, Code)> = Vec::new();
    for one in &named {
        let place = hubungan::maksud(&one.nama, &book.own, &terbitan, catalog);
        for finding in book.weigh(one, place, resolved.keputusan(), files) {
            if !told.contains(&(one.nama.as_str(), finding.code)) || finding.code == Code::SASARAN {
                told.push((&one.nama, finding.code));
                sink.push(finding);
            }
        }
    }
    Some(())
}

/// The register as a decree that is about to be issued finds it.
struct Book<'a> {
    catalog: &'a Catalog,
    buku: &'a Buku,
    menunggu: &'a [Menunggu],
    terbitan: &'a [Terbitan<'a>],
    hubungan: &'a [Hubungan<'a>],
    own: KunciRingkas<'a>,
    /// Its day; a draft without one comes after everything.
    day: String,
}

impl Book<'_> {
    fn weigh(&self, one: &Disebut, place: Maksud, keputusan: &Keputusan, files: &mut Files) -> Vec<Diagnostic> {
        let at = match place {
            Maksud::Lain => return Vec::new(),
            Maksud::Tiada => return vec![self.not_yet(one).unwrap_or_else(|| self.unknown(one))],
            Maksud::Ada(at) => at,
        };
        let mut found = Vec::new();
        found.extend(self.not_in_force(one, at));
        found.extend(self.other_name(one, at));
        if one.kaitan == Kaitan::Mengubah {
            found.extend(self.other_count(one, at));
            found.extend(self.no_such_diktum(at, keputusan, files));
        }
        found
    }

    /// A decree of the same series whose number does not come before that of this decree.
    fn not_yet(&self, one: &Disebut) -> Option<Diagnostic> {
        let (number, year) = hubungan::numbered(&one.nama, &self.own)?;
        let own: u32 = self.own.nomor.parse().ok()?;
        let later = year > self.own.tahun || (year == self.own.tahun && number >= own);
        let message = format!("{} belum ada: nomornya tidak lebih kecil daripada nomor keputusan ini", one.nama);
        let hint = "periksa nomor dan tahun yang disebut, dan nomor keputusan ini";
        later.then(|| Diagnostic::peringatan(Code::SASARAN, one.span, message).hint(hint))
    }

    fn unknown(&self, one: &Disebut) -> Diagnostic {
        let message = format!("{} tidak ada dalam register", one.nama);
        let hint = "periksa nomor dan tahunnya; bila terbit sebelum register ini ada, catat dengan `naskah terbit --sudah-ditetapkan`";
        let finding = Diagnostic::peringatan(Code::SASARAN_LUAR, one.span, message).hint(hint);
        match one.ke.filter(|ke| *ke > 1) {
            Some(ke) => finding.hint(format!("{} perubahan sebelumnya juga tidak dapat diperiksa", ke - 1)),
            None => finding,
        }
    }

    /// It was withdrawn or revoked before.
    fn not_in_force(&self, one: &Disebut, at: usize) -> Option<Diagnostic> {
        let target = &self.terbitan[at];
        let revoked = self.hubungan.iter().find(|other| {
            other.kaitan == Kaitan::Mencabut
                && other.sasaran == Some(at)
                && *self.terbitan[other.oleh].kunci != self.own
        });
        let message = match (target.batal, revoked) {
            (Some(batal), _) => format!("{} sudah dibatalkan: {}", target.kunci, batal.alasan),
            (None, Some(other)) => format!("{} sudah dicabut oleh {}", target.kunci, self.terbitan[other.oleh].kunci),
            (None, None) => return None,
        };
        let hint = format!("yang tidak berlaku lagi tidak dapat {}", passive(one.kaitan));
        Some(Diagnostic::peringatan(Code::SASARAN, one.span, message).hint(hint))
    }

    fn other_name(&self, one: &Disebut, at: usize) -> Option<Diagnostic> {
        let target = &self.terbitan[at];
        let (judul, longgar) = one.judul.as_ref()?;
        let (said, own) = (words(judul), words(&target.terbit.tentang));
        let same = if *longgar { said.starts_with(&own) } else { said == own };
        let message = format!("{} bernama lain dalam register: {}", target.kunci, target.terbit.tentang);
        let hint = format!("di sini tertulis: {judul}");
        (!same).then(|| Diagnostic::peringatan(Code::SASARAN, one.span, message).hint(hint))
    }

    /// Which amendment it is, by those that the register holds.
    fn other_count(&self, one: &Disebut, at: usize) -> Option<Diagnostic> {
        let said = one.ke?;
        let earlier = self.hubungan.iter().filter(|other| {
            let by = &self.terbitan[other.oleh];
            let amends = other.kaitan == Kaitan::Mengubah && other.sasaran == Some(at);
            amends && *by.kunci != self.own && *by.terbit.tanggal <= *self.day
        });
        let known = earlier.count();
        let name = |ke: usize| format!("Perubahan {}", ke_berapa(ke)).trim_end().to_owned();
        let message =
            format!("judul menyebut {}, sedangkan register mencatat {known} perubahan sebelumnya", name(said));
        let hint = format!("menurut register judulnya “{} atas …”", name(known + 1));
        (said != known + 1).then(|| Diagnostic::peringatan(Code::SASARAN, one.span, message).hint(hint))
    }

    /// Decisions that the amended decree does not have.
    fn no_such_diktum(&self, at: usize, keputusan: &Keputusan, files: &mut Files) -> Vec<Diagnostic> {
        let target = self.terbitan[at].kunci;
        let Some(count) = self.diktum_of(&target.owned(), files) else { return Vec::new() };
        let mut found = Vec::new();
        for teks in keputusan.diktum.iter().flat_map(|butir| butir.texts()) {
            for number in amended(teks).into_iter().filter(|number| *number > count) {
                let name = nama_diktum(number).unwrap_or_default();
                let message = format!("{target} tidak mempunyai Diktum {name}; diktumnya {count}");
                let hint = "periksa diktum yang diubah; diktum baru disisipkan atau ditambahkan";
                found.push(Diagnostic::peringatan(Code::SASARAN, teks.span, message).hint(hint));
            }
        }
        found
    }

    /// How many decisions an issued decree has, by what was frozen of it.
    fn diktum_of(&self, kunci: &Kunci, files: &mut Files) -> Option<usize> {
        if let Some((_, count)) = self.menunggu.iter().find(|(baris, _)| baris.kunci == *kunci) {
            return Some(*count);
        }
        let mut sink = Sink::default();
        let tahun = self.buku.baca(kunci.tahun, files, &mut sink)?;
        let tercatat = tahun.cari(kunci)?.tercatat();
        let bundel = remake::beku(&tercatat, self.buku, &mut sink)?;
        let ulang = Ulang::open(&bundel, self.catalog, files);
        let remade = ulang.bind(&Edition::default(), files, &mut sink)?;
        Some(remade.resolved().keputusan().diktum.len())
    }
}

fn passive(kaitan: Kaitan) -> &'static str {
    match kaitan {
        Kaitan::Mengubah => "diubah",
        Kaitan::Mencabut => "dicabut",
    }
}

/// The decisions of another decree that a text changes, by their numbers.
fn amended(teks: &Teks) -> Vec<usize> {
    let text = teks.as_plain();
    let lower = text.to_lowercase();
    let changes = ["ubah", "hapus", "sisip"].iter().any(|root| lower.contains(root));
    let mut found = Vec::new();
    for (at, word) in text.match_indices("Diktum ").filter(|_| changes) {
        let before = text.get(..at).unwrap_or_default().trim_end().to_lowercase();
        // What is put in is new, and "dimaksud dalam" speaks of this decree itself.
        let other = !before.ends_with("yakni") && !before.ends_with("yaitu") && !before.ends_with("dimaksud dalam");
        let name = text.get(at + word.len()..).unwrap_or_default();
        found.extend(dari_nama_diktum(name).filter(|_| other).map(|(number, _)| number));
    }
    found
}

fn words(text: &str) -> String {
    let text = text.to_lowercase();
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches(['.', ';', ',']).to_owned()
}
