//! What is told of a file that was taken in: the proof, what was set apart, what `periksa` finds, how to go on.

use std::path::Path;

use crate::naming;
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, Files, Level, Sink};
use naskah_core::resolve::Edition;
use naskah_formats::serap::{self, Bukti, Hasil};

/// So many differences of a kind are shown.
const SHOWN: usize = 12;

/// Tells what was read and what differs; in few words whether every word is printed.
pub fn tell(name: &str, hasil: &Hasil, run: &mut Run) -> String {
    for line in &hasil.catatan {
        run.voice.remark(format!("{name}: {line}"));
    }
    let Bukti { kata, tambahan, pindah, tanda, baca, terpisah, .. } = &hasil.bukti;
    let list = |what: &str, all: &[String], run: &mut Run| {
        for text in all.iter().take(SHOWN) {
            run.voice.remark(format!("{name}: {what}: \"{}\"", short(text)));
        }
        if all.len() > SHOWN {
            run.voice.remark(format!("{name}: {what}: {} lagi", all.len() - SHOWN));
        }
    };
    let pairs = |all: &[(String, String)]| -> Vec<String> {
        let side = |text: &String| if text.is_empty() { "tidak ada".to_owned() } else { text.clone() };
        all.iter().map(|(old, new)| format!("{} menjadi {}", side(old), side(new))).collect()
    };
    let apart: Vec<String> = terpisah.iter().map(|(what, text)| format!("{what}: {text}")).collect();
    list("tidak diambil", &apart, run);
    list("akan tercetak dan tidak ada di berkas", tambahan, run);
    list("letaknya lain saat tercetak", pindah, run);
    list("penanda tercetak lain", &pairs(tanda), run);
    list("tanda baca tercetak lain", &pairs(baca), run);
    if !hasil.sisa.is_empty() {
        let count = hasil.sisa.len();
        let message = format!("{name}: {count} teks tidak dapat ditempatkan");
        let hint = "ada di bawah `belum_ditempatkan` pada akhir berkas YAML; pindahkan ke isiannya, atau hapus";
        run.sink.push(Diagnostic::peringatan(Code::BELUM_DITEMPATKAN, None, message).hint(hint));
    }
    let rolled = rolled_up(&hasil.yaml);
    if let Some(begin) = &rolled {
        let message =
            format!("{name}: tabel terbaca sebagai kalimat berlanjut, dan urutan katanya tidak pasti: \"{begin} …\"");
        let hint = "ambil tabelnya dari berkas asalnya (.docx, .xlsx) dengan `dari`, atau ketik ulang";
        run.sink.push(Diagnostic::peringatan(Code::BELUM_DITEMPATKAN, None, message).hint(hint));
    }
    let whole = hasil.sisa.is_empty() && hasil.bukti.is_whole();
    let placed = hasil.catatan.iter().any(|line| line == serap::TABEL_LETAK);
    match whole {
        true if rolled.is_some() => format!("{kata} kata, semuanya tercetak; ada tabel yang terbaca sebagai kalimat"),
        true if placed => format!("{kata} kata, semuanya tercetak; batas sel tabelnya belum pasti"),
        true => format!("{kata} kata, semuanya tercetak pada tempatnya"),
        false => format!("{kata} kata; perbedaannya disebut"),
    }
}

/// How a table begins whose rows became one sentence: numbers of rows, one after another, with words between them.
fn rolled_up(yaml: &str) -> Option<String> {
    /// So many rows are no chance, and so many words may a row have.
    const ROWS: usize = 5;
    const WORDS: usize = 60;
    let words: Vec<&str> = yaml.split_whitespace().collect();
    let number = |at: usize| words.get(at).and_then(|word| word.parse::<usize>().ok());
    // A dash begins the next entry of the YAML.
    let within = |at: &usize| words.get(*at).is_some_and(|word| *word != "-");
    let next = |from: usize, wanted: usize| {
        let mut near = (from + 1..from + WORDS).take_while(within).skip(1);
        near.find(|at| number(*at) == Some(wanted))
    };
    let begins = |at: &usize| {
        let mut last = Some(*at);
        (2..=ROWS).for_each(|wanted| last = last.and_then(|from| next(from, wanted)));
        number(*at) == Some(1) && last.is_some()
    };
    let start = (0..words.len()).find(begins)?;
    let before = (start.saturating_sub(6)..start).rev();
    let first = before.take_while(|at| !matches!(words.get(*at), Some(&"-" | &">-"))).last().unwrap_or(start);
    words.get(first..(start + 6).min(words.len())).map(|shown| shown.join(" "))
}

/// A text that is not longer than a line.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    match words.len() > 24 {
        true => format!("{} … ({} kata)", words.iter().take(24).copied().collect::<Vec<_>>().join(" "), words.len()),
        false => text.to_owned(),
    }
}

/// What the rules find in the decree, and what comes next.
pub fn next(place: &Path, yaml: &str, left: bool, run: &mut Run) {
    let (mut files, mut sink) = (Files::default(), Sink::whole());
    let file = files.add(place.display().to_string(), yaml);
    crate::read(file, &Edition::draft(), &run.catalog, &mut files, &mut sink);
    let counts: Vec<String> = Level::ALL.iter().map(|level| format!("{} {level}", sink.count(*level))).collect();
    let (shown, place) = (place.display(), naming::typed(place));
    run.voice
        .remark(format!("{shown}: periksa menemukan {}; lihat dengan `naskah periksa {place}`", counts.join(", ")));
    let refused = sink.count(Level::Galat) > 0;
    let next = match left {
        true => format!("berikutnya: tempatkan yang tersisa, lalu `naskah periksa {place}`"),
        // What has faults is not printed, not even as a draft.
        false if refused => {
            format!("berikutnya: `naskah periksa {place}`, perbaiki galatnya, lalu `naskah susun --konsep {place}`")
        }
        false => format!(
            "berikutnya: `naskah susun --konsep {place}`; untuk tahun lain `naskah perbarui {place} --tahun <TAHUN>`"
        ),
    };
    run.voice.remark(next);
}

#[cfg(test)]
mod tests {
    use super::rolled_up;

    #[test]
    fn rows_that_became_a_sentence_are_known() {
        let row = |n: usize| format!("{n} Nama Orang{n} Jabatan");
        let rows: Vec<String> = (1..=6).map(row).collect();
        let told = rolled_up(&format!("teks:\n  - >-\n    No Nama Jabatan {}\n", rows.join(" ")));
        assert_eq!(told.as_deref(), Some("No Nama Jabatan 1 Nama Orang1 Jabatan 2 Nama"));
        assert_eq!(rolled_up(&format!("  - {}\n", rows.join("\n  - "))), None);
        assert_eq!(rolled_up("Pasal 1 dan Pasal 2 serta Pasal 3"), None);
    }
}
