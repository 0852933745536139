//! The command `dasar`: legal bases of the catalogue by number, year or words of the title, each as it would be cited; and
//! their files taken out, to be mended.

use crate::Outcome;
use crate::naming;
use crate::rangka::{kept, plain};
use crate::run::{Made, Run};
use naskah_core::catalog::{Catalog, DASAR, DasarHukum, Kutipan, Law};
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::language::citation::id_dari_sebutan;

/// What `dasar` was asked to do.
#[derive(Debug, Clone)]
pub enum Job {
    /// Legal bases are looked for.
    Cari {
        /// Number, year, words of the title, or an id: all of them must fit.
        cari: Vec<String>,
        /// The day on which it is cited; without one every amendment counts.
        pada: Option<Tanggal>,
    },
    /// The file of one is put into the office's folder, to be mended there.
    Ubah(String),
}

/// Shows what fits, or takes a file out.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    match job {
        Job::Cari { cari, pada } => search(cari, *pada, &mut run),
        Job::Ubah(id) => drop(take_out(id, &mut run)),
    }
    run.finish()
}

/// Writes the file of a legal basis into the office's folder, where it goes before the program's own.
fn take_out(id: &str, run: &mut Run) -> Option<()> {
    let id = id_dari_sebutan(id).unwrap_or_else(|| id.trim_end_matches(".yaml").to_lowercase());
    let inside = format!("{DASAR}/{id}.yaml");
    let Some(bytes) = run.catalog.root.read(&inside).map(|bytes| bytes.into_owned()) else {
        let hint = run.catalog.nearest_law(&id);
        run.refuse(Code::DASAR, format!("dasar hukum `{id}` tidak ada dalam data"), Some(&hint));
        return None;
    };
    let Some(path) = run.catalog.root.folder().map(|root| plain(&root.join(&inside))) else {
        let hint = "masuk ke folder kantor (yang memuat folder data), atau sebut dengan --akar";
        run.refuse(Code::BERKAS, "di sini tidak ada folder kantor".to_owned(), Some(hint));
        return None;
    };
    if path.exists() {
        run.refuse(Code::SUDAH_ADA, kept(&path), Some("buka berkas itu dengan penyunting teks"));
        return None;
    }
    let fate = run.write(&[(path.clone(), bytes)], false)?.pop()?;
    run.voice.made(Made::file(&path, fate));
    run.voice.remark(format!("berikutnya: perbaiki berkas itu, lalu `naskah periksa {}`", naming::typed(&path)));
    Some(())
}

fn search(cari: &[String], pada: Option<Tanggal>, run: &mut Run) {
    let wanted = Wanted::of(cari);
    let found: Vec<&Law> = run.catalog.laws().iter().filter(|law| wanted.fits(law)).collect();
    let entries: Vec<Entry<'_>> = found.into_iter().map(|law| Entry::of(law, pada, &run.catalog)).collect();
    let text: Vec<String> = entries.iter().map(|entry| entry.told(pada)).collect();
    if text.is_empty() {
        let message = format!("tidak ada dasar hukum yang cocok dengan `{}`", cari.join(" "));
        let hint = "cari dengan kata lain dari judulnya, atau tulis dasar hukum itu sebagai teks lengkap";
        run.sink.push(Diagnostic::galat(Code::DASAR, None, message).hint(hint));
    }
    run.voice.show_lines(&text.join("\n"));
}

/// A legal basis that was found.
#[derive(Debug, Clone)]
pub struct Temu {
    /// Its id.
    pub id: String,
    /// How it is cited.
    pub kutipan: String,
    /// Whether it is in force.
    pub keadaan: String,
}

/// The legal bases that fit, at most so many.
pub fn cari(words: &[String], catalog: &Catalog, most: usize) -> Vec<Temu> {
    let wanted = Wanted::of(words);
    let found = catalog.laws().iter().filter(|law| wanted.fits(law)).take(most);
    let entries = found.map(|law| Entry::of(law, None, catalog));
    let temu = |entry: Entry<'_>| Temu {
        id: entry.law.dasar.id.clone(),
        keadaan: entry.keadaan(None),
        kutipan: entry.kutipan,
    };
    entries.map(temu).collect()
}

/// What is looked for.
struct Wanted {
    id: Option<String>,
    words: Vec<String>,
}

impl Wanted {
    fn of(cari: &[String]) -> Self {
        let text = cari.join(" ");
        let id = id_dari_sebutan(&text);
        let words = text.split(|c: char| c.is_whitespace() || c == '/' || c == ',').map(str::to_lowercase);
        Self { id, words: words.filter(|word| !word.is_empty() && !is_link(word)).collect() }
    }

    /// Whether every word is the number, the year, the kind, the id, or begins a word of name or title.
    fn fits(&self, Law { dasar, judul }: &Law) -> bool {
        if let Some(id) = &self.id {
            return dasar.id == *id;
        }
        let name = format!("{} {} {judul}", dasar.id.replace('-', " "), dasar.nama()).to_lowercase();
        let known: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).collect();
        let is = |word: &String| {
            let digits = word.bytes().all(|byte| byte.is_ascii_digit());
            *word == dasar.id
                || known.iter().any(|own| if digits { own == word } else { own.starts_with(word.as_str()) })
        };
        !self.words.is_empty() && self.words.iter().all(is)
    }
}

/// Words that only join number, year and title.
fn is_link(word: &str) -> bool {
    matches!(word, "nomor" | "no" | "no." | "tahun" | "tentang")
}

/// A legal basis as it is shown.
struct Entry<'a> {
    law: &'a Law,
    kutipan: String,
    /// Amendments that count.
    perubahan: Vec<DasarHukum>,
    /// Amendments that do not yet count, or whose day is unknown.
    kemudian: Vec<DasarHukum>,
    pencabut: Option<&'a Law>,
}

impl<'a> Entry<'a> {
    fn of(law: &'a Law, pada: Option<Tanggal>, catalog: &'a Catalog) -> Self {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let all = catalog.perubahan(&law.dasar.id, &mut files, &mut sink);
        let counts = |one: &DasarHukum| pada.is_none_or(|day| one.mengubah_pada(Some(day), day.parts().0));
        let (perubahan, kemudian): (Vec<_>, Vec<_>) = all.into_iter().partition(counts);
        let induk = law.dasar.mengubah.as_ref().and_then(|amends| catalog.law(&amends.id));
        let counted: Vec<&DasarHukum> = perubahan.iter().collect();
        let (dasar, induk) = (&law.dasar, induk.map(|law| &law.dasar));
        let kutipan = Kutipan { dasar, induk, perubahan: &counted, koma_terakhir: true }.text();
        let pencabut = law.dasar.dicabut_oleh.as_ref().and_then(|id| catalog.law(id));
        Self { law, kutipan, perubahan, kemudian, pencabut }
    }

    fn keadaan(&self, pada: Option<Tanggal>) -> String {
        let dasar = &self.law.dasar;
        let day = pada.map_or(String::new(), |day| format!(" pada {day}"));
        if pada.is_some_and(|day| !dasar.ada_pada(Some(day), day.parts().0)) {
            return format!("belum ada{day}");
        }
        let revoked = match self.pencabut {
            _ if dasar.berlaku => false,
            Some(by) => pada.is_none_or(|day| by.dasar.ada_pada(Some(day), day.parts().0)),
            None => true,
        };
        match (revoked, &dasar.dicabut_oleh) {
            (false, _) => format!("berlaku{day}"),
            (true, Some(by)) => format!("dicabut dengan {by}"),
            (true, None) => "dicabut".to_owned(),
        }
    }

    /// For people: the id, then a line for each thing.
    fn told(&self, pada: Option<Tanggal>) -> String {
        let dasar = &self.law.dasar;
        let ids = |list: &[DasarHukum]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>().join(", ");
        let gazette = dasar.lembaran.as_ref().map_or("tidak ada dalam data", |lembaran| lembaran.kepastian().word());
        let sure = format!("judul dan nomor {}; lembaran {gazette}", dasar.kepastian.word());
        let day = dasar.tanggal.map_or("tidak ada dalam data".to_owned(), |day| day.to_string());
        let mut out = format!("{}\n", dasar.id);
        let mut line = |label: &str, text: &str| {
            if !text.is_empty() {
                out += &format!("  {label:<13} {text}\n");
            }
        };
        line("kutipan", &self.kutipan);
        line("keadaan", &self.keadaan(pada));
        line("tanggal", &day);
        line("diubah", &ids(&self.perubahan));
        line("tak dihitung", &ids(&self.kemudian));
        line("kepastian", &sure);
        line("sumber", &dasar.sumber.join("; "));
        line("catatan", dasar.catatan.as_deref().unwrap_or_default());
        out
    }
}
