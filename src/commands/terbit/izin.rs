//! What a person agrees to before a decree is issued: that it is issued at all, and each thing that may be wrong in it
//! although no rule can say so.

use std::collections::BTreeMap;

use super::{Job, Siap};
use crate::rangka::open_places;
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, Files, Level};
use naskah_core::resolve::Resolved;

/// What was agreed to beforehand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Izin {
    /// It is only shown what would be done.
    Coba,
    /// The decree is issued without a question; what is doubtful only where its code was agreed to.
    Ya {
        /// Codes of doubts that are answered.
        setujui: Vec<String>,
    },
    /// A person at a terminal is asked.
    Tanya {
        /// Codes of doubts that are answered.
        setujui: Vec<String>,
    },
}

/// The findings that have to be answered, whatever their level.
const DITANYAKAN: [Code; 10] = [
    Code::UTF8,
    Code::CATATAN,
    Code::CATATAN_TERCETAK,
    Code::BUKAN_TULISAN,
    Code::BUTIR_TERTELAN,
    Code::BELUM_PASTI,
    Code::TEMPAT_KOSONG,
    Code::SASARAN,
    Code::NOMOR_BENTUK,
    Code::REGISTER_KOSONG,
];

/// What is agreed to where every doubt is.
pub const SEMUA: &str = "SEMUA";

/// Of a decree that was decided on paper before, what its text may have lost or gained while it was typed.
const SAAT_MENYALIN: [Code; 3] = [Code::CATATAN, Code::BUTIR_TERTELAN, Code::CATATAN_TERCETAK];

/// What has to be answered before the decree is issued; what only issuing looks for is reported as well.
pub fn doubts(job: &Job, resolved: &Resolved, run: &mut Run) -> Vec<Diagnostic> {
    let open: Vec<Diagnostic> = emptiness(resolved, &run.files).collect();
    open.into_iter().for_each(|finding| run.sink.push(finding));
    let asked: &[Code] = if job.sudah_ditetapkan { &SAAT_MENYALIN } else { &DITANYAKAN };
    run.sink.found().iter().filter(|finding| asked.contains(&finding.code)).cloned().collect()
}

/// Places that somebody still has to fill in.
fn emptiness(resolved: &Resolved, files: &Files) -> impl Iterator<Item = Diagnostic> {
    open_places(resolved, files).into_iter().map(|place| {
        let message = format!("tempat yang belum diisi: `{}`", place.tulisan);
        Diagnostic::peringatan(Code::TEMPAT_KOSONG, place.span, message)
            .hint("isi sebelum terbit; bila memang dicetak kosong, misalnya formulir, setujui saat ditanya")
    })
}

/// The codes that are still to be answered, with how often each was found.
fn open(all: &[Siap], setujui: &[String]) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    // That a register is empty is agreed to by its own name alone.
    let all_but = Code::REGISTER_KOSONG.id;
    let agreed = |id: &str| setujui.iter().any(|code| code == id || (code == SEMUA && id != all_but));
    for finding in all.iter().flat_map(|siap| &siap.ragu).filter(|finding| !agreed(finding.code.id)) {
        *codes.entry(finding.code.id).or_default() += 1;
    }
    codes
}

/// So many names are told of a list; the others are counted.
const TERSEBUT: usize = 5;

/// Names of a list, as far as they can be read at once.
fn listed(names: &[String]) -> String {
    let rest = names.len().saturating_sub(TERSEBUT);
    let told = names.iter().take(TERSEBUT).cloned().collect::<Vec<_>>().join(", ");
    if rest > 0 { format!("{told}, dan {rest} lagi") } else { told }
}

/// What is about to be issued, in a few words.
fn named(all: &[Siap]) -> String {
    let keys: Vec<String> = all.iter().map(|siap| siap.kunci.to_string()).collect();
    match keys.len() {
        0 | 1 => keys.concat(),
        several => format!("{several} keputusan ({})", listed(&keys)),
    }
}

/// The decrees in which a doubt is still to be answered.
fn doubtful(all: &[Siap], code: &str) -> String {
    let with = |siap: &&Siap| siap.ragu.iter().any(|finding| finding.code.id == code);
    let keys: Vec<String> = all.iter().filter(with).map(|siap| siap.kunci.to_string()).collect();
    if all.len() > 1 { format!(" dalam {}", listed(&keys)) } else { String::new() }
}

/// Whether nothing is left to be answered; what is left is reported.
pub fn no_doubts(all: &[Siap], setujui: &[String], run: &mut Run) -> Option<()> {
    let codes: Vec<&str> = open(all, setujui).into_keys().collect();
    if codes.is_empty() {
        return Some(());
    }
    let message = format!("{} belum diterbitkan: {} belum dijawab", named(all), codes.join(", "));
    let hint = format!(
        "perbaiki yang disebut di atas; bila sudah diperiksa dan memang demikian, ulangi perintah ini dengan `--ya --setujui {}`",
        codes.join(",")
    );
    run.sink.push(Diagnostic::galat(Code::BELUM_DISETUJUI, None, message).hint(hint));
    None
}

/// Asks about each doubt, then about the whole; where nobody can be asked or the answer is no, that is reported.
pub fn ask(all: &[Siap], setujui: &[String], run: &mut Run) -> Option<()> {
    if !run.voice.can_ask() {
        no_doubts(all, setujui, run);
        let message = format!("{} belum diterbitkan: penerbitan perlu disetujui", named(all));
        let hint = "tidak ada terminal untuk bertanya; setujui dengan --ya, atau lihat dahulu dengan --coba";
        run.refuse(Code::BELUM_DISETUJUI, message, Some(hint));
        return None;
    }
    let doubts = open(all, setujui).into_iter().map(|(code, count)| {
        let times = if count > 1 { format!(" ({count} kali)") } else { String::new() };
        let places = doubtful(all, code);
        format!("{code}{times}{places}: sudah diperiksa dan memang demikian? [y/t] ")
    });
    let last = format!("Terbitkan {}? [y/t] ", named(all));
    if doubts.chain([last]).all(|question| run.voice.ask(&question)) {
        return Some(());
    }
    let message = format!("{} tidak diterbitkan", named(all));
    run.sink.push(Diagnostic::galat(Code::BELUM_DISETUJUI, None, message).hint("tidak ada yang ditulis"));
    None
}

/// Whether what is about to be issued is what was agreed to.
pub fn unchanged(agreed: &[Siap], now: &[Siap], run: &mut Run) -> Option<()> {
    let what =
        |all: &[Siap]| -> Vec<_> { all.iter().map(|siap| (siap.kunci.clone(), siap.terbit.sidik.pdf)).collect() };
    if what(agreed) == what(now) {
        return Some(());
    }
    let message = format!("{} tidak diterbitkan: berkas atau register berubah selama ditanyakan", named(agreed));
    let finding = Diagnostic::new(Level::Galat, Code::BELUM_DISETUJUI, None, message);
    run.sink.push(finding.hint("jalankan lagi untuk melihat keadaan sekarang"));
    None
}
