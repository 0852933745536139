//! The command `keadaan`: what is in this folder, and what can be done with it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::input;
use crate::naming;
use crate::office::beku;
use crate::office::hubungan::Terbitan;
use crate::office::register::{Buku, Kunci};
use crate::office::{semua, series};
use crate::rangka::{open_places, own_offices, plain};
use crate::run::Run;
use naskah_core::diag::Level;
use naskah_core::fingerprint::Sidik;
use naskah_core::resolve::Edition;
use naskah_core::yaml;
use serde_json::{Value, json};

/// What `keadaan` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// So many drafts are told; the others are counted.
    pub tampil: usize,
    /// Form of what is told.
    pub format: Format,
}

/// Form of what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// A page for people.
    #[default]
    Teks,
    /// One JSON object, as docs/skema/keadaan.schema.json describes it.
    Json,
}

/// Shows it; nothing is reported as wrong.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    let folder = Folder::read(&mut run);
    let buku = Buku::of(run.catalog.root.folder());
    buku.rusak_beku(&mut run.sink);
    series::tanpa_register(&buku, &run.catalog).into_iter().for_each(|one| run.sink.push(one));
    let offices = own_offices(&run.catalog);
    match job.format {
        Format::Teks => run.voice.show_lines(&told(&offices, &folder, job.tampil)),
        Format::Json => {
            let drafts: Vec<_> = folder.drafts.iter().map(Draft::to_json).collect();
            let state = json!({"kantor": offices, "terbit": folder.issued, "konsep": drafts});
            run.voice.show(format!("{state}\n").as_bytes());
        }
    }
    run.finish()
}

/// The decrees that a folder and its register hold.
#[derive(Debug, Default)]
pub struct Folder {
    /// Those that are not issued.
    pub drafts: Vec<Draft>,
    /// The files that are sources of issued decrees, as they were issued, and of which.
    pub sources: Vec<(PathBuf, Kunci)>,
    /// So many are in the register; `None` where that cannot be read.
    pub issued: Option<usize>,
}

impl Folder {
    /// Looks at the register and at every file once.
    pub fn read(run: &mut Run) -> Self {
        let issued = issued(run);
        let mut folder = Self { issued: issued.as_ref().map(|issued| issued.count), ..Self::default() };
        let issued = issued.unwrap_or_default();
        for path in found(run) {
            match Known::of(&path, &issued, run) {
                Some(Known::Source(kunci)) => folder.sources.push((path, kunci)),
                Some(Known::Draft(name, state)) => folder.drafts.push(Draft { path, name, state }),
                None => {}
            }
        }
        folder
    }
}

/// What a file is.
enum Known {
    /// The source of an issued decree, as it was issued.
    Source(Kunci),
    /// A decree that is not issued: its name, and what is wrong or missing.
    Draft(String, State),
}

impl Known {
    /// What a file is; nothing where it is no decree.
    fn of(path: &Path, issued: &Issued, run: &mut Run) -> Option<Self> {
        let edition = Edition { konsep: true, ..Edition::default() };
        let mut known = None;
        let ((), sound) = run.apart(Level::Galat, |run| {
            let Some(file) = run.open(path) else { return };
            let text = run.files.text(file);
            if let Some(kunci) = issued.sources.get(&Sidik::of(text).to_string()) {
                known = Some(Some(Self::Source(kunci.clone())));
                return;
            }
            // Among the office's decrees nothing is passed over, however broken; elsewhere other files may lie about.
            let own = path.ancestors().any(|folder| folder.ends_with("data/keputusan"));
            if !own && !["diktum:", "\npembuka:", "\nuntuk:"].iter().any(|key| text.contains(key)) {
                known = Some(None);
                return;
            }
            let resolved = run.bind(file, &edition);
            let marks = yaml::tinjau(&run.files, file).len();
            let open = resolved.as_ref().map_or(0, |resolved| open_places(resolved, &run.files).len()) + marks;
            let wrong = run.sink.count(Level::Galat);
            let altered = issued.count > 0 && beku::is_altered(path, resolved.as_ref(), &issued.decrees, &run.catalog);
            let name = resolved.map(|resolved| resolved.keputusan().tentang.as_plain()).unwrap_or_default();
            run.sink = Default::default();
            let state = match (altered, wrong, open) {
                (true, _, _) => State::Altered,
                (_, 0, 0) => State::Whole,
                (_, 0, open) => State::Open(open),
                (_, _, _) => State::Wrong,
            };
            known = Some(Some(Self::Draft(name, state)));
        });
        match known {
            Some(known) => known,
            None => (!sound).then(|| Self::Draft(String::new(), State::Unreadable)),
        }
    }
}

/// What the register holds.
#[derive(Default)]
struct Issued {
    count: usize,
    /// The decrees by the fingerprints of their sources.
    sources: HashMap<String, Kunci>,
    /// By what the sources are known otherwise.
    decrees: HashMap<Kunci, beku::Ciri>,
}

fn issued(run: &mut Run) -> Option<Issued> {
    let buku = Buku::of(run.catalog.root.folder());
    let read = |run: &mut Run| {
        let years = semua::bytes(&buku, run)?;
        let lines = semua::lines(&buku, &years, &mut run.files, &mut run.sink)?;
        let all = semua::issued(&lines);
        let of = |one: &Terbitan<'_>| -> Vec<(String, Kunci)> {
            one.terbit.sidik.sumber().map(|sidik| (sidik.to_owned(), one.kunci.owned())).collect()
        };
        let sources = all.iter().flat_map(of).collect();
        let decrees = all.iter().map(|one| (one.kunci.owned(), one.terbit.into())).collect();
        Some(Issued { count: all.len(), sources, decrees })
    };
    run.apart(Level::Galat, read).0
}

/// The files that may be decrees: right here, and among the office's own.
fn found(run: &Run) -> Vec<PathBuf> {
    let root = run.catalog.root.folder().unwrap_or(Path::new("."));
    let mut all: Vec<PathBuf> = fs::read_dir(".").into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    all.retain(|path| path.is_file() && path.extension().is_some_and(|end| end == "yaml" || end == "yml"));
    all.extend(input::decrees(&[root.join("data/keputusan")]).unwrap_or_default());
    let mut all: Vec<PathBuf> = all.iter().map(|path| plain(path)).filter(|path| path.is_file()).collect();
    all.sort();
    all
}

/// A decree that is not issued.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its file.
    pub path: PathBuf,
    /// Its name; empty where it could not be read.
    pub name: String,
    /// What is wrong or missing.
    pub state: State,
}

/// What is wrong with a draft or missing in it.
#[derive(Debug, Clone, Copy)]
pub enum State {
    /// Nothing.
    Whole,
    /// So many places are to be filled in.
    Open(usize),
    /// There are findings that stop it.
    Wrong,
    /// It was issued, and altered since.
    Altered,
    /// It cannot be read.
    Unreadable,
}

impl State {
    /// For people.
    pub fn told(&self) -> String {
        match self {
            Self::Whole => "isiannya lengkap".to_owned(),
            Self::Open(open) => format!("{open} tempat masih harus diisi atau ditinjau"),
            Self::Wrong => "ada yang keliru; lihat `naskah periksa`".to_owned(),
            Self::Altered => "sudah terbit, dan isinya sudah lain; lihat `naskah daftar`".to_owned(),
            Self::Unreadable => "tidak dapat dibaca".to_owned(),
        }
    }
}

impl Draft {
    /// For programs.
    fn to_json(&self) -> Value {
        let (state, open) = match self.state {
            State::Whole => ("utuh", 0),
            State::Open(open) => ("belum-lengkap", open),
            State::Wrong => ("keliru", 0),
            State::Altered => ("terbit-diubah", 0),
            State::Unreadable => ("tak-terbaca", 0),
        };
        json!({"berkas": self.path.display().to_string(), "keadaan": state, "isian": open})
    }
}

/// The page for people.
fn told(offices: &[String], folder: &Folder, shown: usize) -> String {
    let Folder { drafts, issued, .. } = folder;
    let mut out = match offices {
        [] => "kantor     belum ada di folder ini\n".to_owned(),
        some => format!("kantor     {}\n", some.join(", ")),
    };
    out += &match issued {
        Some(issued) => format!("terbit     {issued} keputusan\n"),
        None => "terbit     tidak dapat dihitung: register tidak dapat dibaca\n".to_owned(),
    };
    out += &format!("konsep     {} keputusan\n", drafts.len());
    for draft in drafts.iter().take(shown) {
        out += &format!("  {}: {}\n", draft.path.display(), draft.state.told());
    }
    if drafts.len() > shown {
        out += &format!("  … dan {} lagi\n", drafts.len() - shown);
    }
    out += "\nyang dapat dikerjakan:\n";
    let mut line = |command: &str, what: &str| out += &format!("  {command:<44}  {what}\n");
    if offices.is_empty() {
        line("naskah mulai", "buat berkas kantor dan keputusan pertama");
    }
    line("naskah baru <JENIS>", "mulai keputusan lain; jenisnya: naskah jenis");
    if let Some(draft) = drafts.first() {
        let path = naming::typed(&draft.path);
        line(&format!("naskah susun --konsep {path}"), "buat PDF konsep");
        line(&format!("naskah periksa {path}"), "periksa menurut kaidah penyusunan");
        line(&format!("naskah terbit {path} --coba"), "lihat penerbitannya tanpa menerbitkan");
    }
    match issued {
        None => line("naskah register periksa", "lihat apa yang rusak dalam register"),
        Some(0) => {}
        Some(_) => line("naskah daftar", "tampilkan register"),
    }
    line("naskah bantuan", "semua perintah");
    out
}
