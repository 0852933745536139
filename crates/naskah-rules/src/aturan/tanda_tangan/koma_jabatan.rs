//! The comma after an office's name that was written by hand.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::Teks;
use naskah_core::language::words::fold;

declare_rule! {
    /// Nama jabatan yang ditulis sendiri diakhiri satu koma
    ///
    /// Nama jabatan di bawah judul, di atas tanda tangan, dan pada pengesahan salinan diakhiri koma di baris
    /// terakhirnya; di dalamnya tidak ada koma lain kecuali yang memang ada pada nama jabatan itu.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 112–114; bahan Biro Hukum KPU 2016.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan:
    ///   di: Ungaran
    ///   tanggal: 2025-03-04
    ///   jabatan: [KETUA KOMISI PEMILIHAN UMUM, KABUPATEN SEMARANG]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan:
    ///   di: Ungaran
    ///   tanggal: 2025-03-04
    ///   jabatan: [KETUA KOMISI PEMILIHAN UMUM, 'KABUPATEN SEMARANG,']
    /// ```
    "K704" "koma-jabatan" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let pembuat: Vec<&Teks> = decree.kepala.pembuat.iter().collect();
    let jabatan: Vec<&Teks> = decree.ditetapkan.jabatan.iter().collect();
    for lines in [pembuat, jabatan] {
        small(context, report, &lines);
        last(context, report, &lines);
        for line in lines.iter().rev().skip(1) {
            within(context, report, line);
        }
    }
    let block: Vec<&Teks> = decree.salinan.blok.iter().collect();
    if block.last().is_some_and(|line| names_post(&line.as_plain())) || certifier_starts(context, &block).is_some() {
        last(context, report, &block);
    }
    certifier(context, report, &block);
}

/// The name of the post in small letters; it is printed as it was typed.
fn small(context: &Context<'_>, report: &mut Report<'_>, lines: &[&Teks]) {
    for line in lines {
        let text = line.as_plain();
        let acting = |word: &&str| word.ends_with('.');
        let Some(word) =
            text.split_whitespace().filter(|word| !acting(word)).find(|word| word.chars().any(char::is_lowercase))
        else {
            continue;
        };
        let at = text.find(word).unwrap_or(0);
        report
            .at(context.place(line, at..text.len()), "nama jabatan ini tidak ditulis dengan huruf kapital")
            .hint("apakah memang demikian pada naskah yang disalin? bila tidak, tulis kapital, atau hapus baris ini agar dibuat oleh program")
            .unsure();
        return;
    }
}

/// Whether a line of the certifying block is the name of a post.
fn names_post(line: &str) -> bool {
    let folded = fold(line);
    ["kepala", "plh kepala", "plt kepala", "sekretaris"].iter().any(|post| folded.starts_with(post))
}

/// The line of the certifying block with which the certifier's post begins.
fn certifier_starts(context: &Context<'_>, block: &[&Teks]) -> Option<usize> {
    let _ = context.keputusan.salinan.oleh.as_ref()?;
    block.iter().position(|line| names_post(&line.as_plain()) && !fold(&line.as_plain()).starts_with("sekretariat"))
}

/// The last line ends with one comma.
fn last(context: &Context<'_>, report: &mut Report<'_>, lines: &[&Teks]) {
    let Some(line) = lines.iter().rev().find(|line| !line.is_empty()) else { return };
    let text = line.as_plain();
    let body = text.trim_end();
    let bare = body.trim_end_matches([',', '.', ';', ' ']).len();
    let tail = &body[bare..];
    if tail == "," || bare == 0 {
        return;
    }
    let message = match tail.is_empty() {
        true => "nama jabatan belum diakhiri koma",
        false => "nama jabatan tidak diakhiri satu koma",
    };
    let start = body.trim_end_matches([',', '.', ';', ' ']).rfind(' ').map_or(0, |at| at + 1);
    let cure = match tail.is_empty() {
        true => context.replace(line, body.len()..body.len(), ","),
        false => context.replace(line, bare..body.len(), ","),
    };
    report
        .at(context.place(line, start..body.len()), message)
        .hint("akhiri baris terakhir nama jabatan dengan koma")
        .cure(cure);
}

/// A line before the last has no comma at its end.
fn within(context: &Context<'_>, report: &mut Report<'_>, line: &Teks) {
    let text = line.as_plain();
    let body = text.trim_end();
    let bare = body.trim_end_matches([',', ' ']).len();
    if bare < body.len() && bare > 0 {
        report
            .at(context.place(line, bare..body.len()), "koma di tengah nama jabatan")
            .hint("hapus koma itu; nama jabatan berlanjut pada baris berikutnya")
            .cure(context.replace(line, bare..body.len(), ""));
    }
}

/// The commas within the certifier's post are those of the office's profile.
fn certifier(context: &Context<'_>, report: &mut Report<'_>, block: &[&Teks]) {
    let oleh = context.keputusan.salinan.oleh.as_ref();
    let Some(person) = oleh.and_then(|id| context.kantor.pejabat.get(&id.value)) else { return };
    let Some(from) = certifier_starts(context, block) else { return };
    let lines: Vec<String> = block.iter().skip(from).map(|line| line.as_plain()).collect();
    let joined = lines.join(" ");
    let commas = |text: &str| -> Vec<String> {
        text.trim_end_matches([',', ' ']).split(',').map(|part| fold(part).replace("sub bagian", "subbagian")).collect()
    };
    let plain = |text: &str| fold(text).replace("sub bagian", "subbagian");
    if plain(&joined) == plain(&person.jabatan) && commas(&joined) != commas(&person.jabatan) {
        let (Some(first), Some(last)) = (block.get(from), block.last()) else { return };
        report
            .at(first.span.to(last.span), "koma di dalam nama jabatan pengesah lain daripada dalam profil kantor")
            .hint(format!("tulis: {},", person.jabatan));
    }
}
