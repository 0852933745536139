//! A list item that reads on from its lead-in begins with a capital.

use crate::{Context, List, Part, Report, declare_rule};
use naskah_core::decree::Teks;
use naskah_core::language::WordList;
use naskah_core::language::days::{BULAN, HARI};
use naskah_core::language::forms::{is_action, is_plain};
use naskah_core::language::words::words;

declare_rule! {
    /// Butir yang melanjutkan kalimat pembukanya diawali huruf kecil
    ///
    /// Kalimat pembuka dan setiap butirnya dibaca sebagai satu kalimat, jadi butir diawali huruf kecil kecuali nama,
    /// singkatan, dan istilah yang memang berhuruf kapital. Kata yang mungkin istilah hanya ditanyakan; isi sel tidak
    /// diperiksa.
    ///
    /// Begitu pula `penutup` yang melanjutkan kalimat sesudah daftar.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 54k–o.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [Menjadi pedoman pegawai, Menjamin mutu layanan]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [menjadi pedoman pegawai, menjamin mutu layanan]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K602" "huruf-awal-butir" Peringatan since "0.2.0" => check
}

/// Words that say that the word before them is being defined.
const DEFINES: [&str; 4] = ["adalah", "ialah", "selanjutnya", "merupakan"];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        let lead = list.lead.as_plain();
        let cell = matches!(list.part, Part::Sel { .. });
        if cell || lead.trim().is_empty() || lead.trim_end().ends_with('.') {
            continue;
        }
        let sentence = |text: &str| text.trim_end().ends_with('.') && text.starts_with(char::is_uppercase);
        if list.rincian.butir.len() > 1 && list.rincian.butir.iter().all(|item| sentence(&item.teks.as_plain())) {
            continue;
        }
        if all_capitals(context, report, list) {
            continue;
        }
        for item in &list.rincian.butir {
            first_letter(context, report, &item.teks, "butir");
        }
    }
    // A sentence of its own may follow a list; an adverbial goes on with what stands before.
    for teks in context.lists.iter().filter_map(|list| list.penutup).filter(|teks| is_adverbial(context, teks)) {
        first_letter(context, report, teks, "`penutup`");
    }
}

/// Whether a text begins as an adverbial does: "Paling lambat …", "Sesuai dengan …".
fn is_adverbial(context: &Context<'_>, teks: &Teks) -> bool {
    let lower = teks.as_plain().to_lowercase();
    let opens = |word: &str| lower.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '));
    let listed = context.word_lists().entries(WordList::PembukaKeterangan).iter().any(|word| opens(word));
    listed || ["paling", "sebelum", "sesudah", "sampai"].into_iter().any(opens)
}

/// Tells of a text that goes on a sentence and begins with a capital.
fn first_letter(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, what: &str) {
    let text = teks.as_plain();
    let (Some(sure), Some(first)) = (is_wrong(context, &text), text.chars().next()) else { return };
    let word = words(&text).first().map_or(0..text.len(), |word| word.range.clone());
    let message = format!("{what} diawali huruf kapital, padahal melanjutkan kalimat pembuka");
    let told = report.at(context.place(teks, word), message);
    match sure {
        true => {
            let small: String = first.to_lowercase().collect();
            told.hint("awali dengan huruf kecil").cure(context.replace(teks, 0..first.len_utf8(), &small));
        }
        false => {
            told.hint("apakah kata ini istilah atau nama? bila bukan, awali dengan huruf kecil").unsure();
        }
    }
}

/// Whether every item of a list begins with a common noun in capitals: "Surat Pendaftaran", "Daftar Riwayat Hidup".
fn all_capitals(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) -> bool {
    let kata = context.catalog.kata();
    let common = |text: &str| {
        let all = words(text);
        let Some(first) = all.first() else { return false };
        let own = &text[first.range.clone()];
        let capital =
            own.starts_with(char::is_uppercase) && own.chars().skip(1).all(char::is_lowercase) && own.len() > 2;
        let named = context.word_lists().has(WordList::SebutanJabatan, &first.folded)
            || context.word_lists().has(WordList::KataBerkapital, &first.folded)
            || context.catalog.wilayah().is_place_name(own)
            || text.contains(" adalah ")
            || text.contains(" Nomor Urut ");
        capital && kata.has(&first.folded) && !named && !text.trim_end().ends_with('.')
    };
    let items = &list.rincian.butir;
    let all = items.len() > 2 && items.iter().all(|item| common(&item.teks.as_plain()));
    if let (true, Some(first), Some(last)) = (all, items.first(), items.last()) {
        report
            .at(
                first.teks.span.to(last.teks.span),
                "semua butir diawali huruf kapital, padahal melanjutkan kalimat pembuka",
            )
            .hint("awali setiap butir dengan huruf kecil, kecuali nama");
    }
    all
}

/// Whether the first word should be small: surely, perhaps, or (`None`) not at all.
fn is_wrong(context: &Context<'_>, text: &str) -> Option<bool> {
    let all = words(text);
    let (first, second) = (all.first()?, all.get(1));
    let own = &text[first.range.clone()];
    let mut letters = own.chars();
    let capital = first.range.start == 0 && letters.next()?.is_uppercase();
    let rest = letters.as_str();
    if !capital || rest.is_empty() || rest.chars().any(|c| !c.is_lowercase()) {
        return None;
    }
    let next = second.map(|word| &text[word.range.clone()]);
    let titled = next.is_none_or(|next| next.chars().any(|c| c.is_uppercase() || c.is_ascii_digit()));
    let defined = second.is_some_and(|word| DEFINES.contains(&word.folded.as_str())) || text.contains(" adalah ");
    if is_plain(context.word_lists(), &first.folded) && !defined && (!titled || !is_action(&first.folded)) {
        // "Yang Mei Ling", "Dari Astuti": before another capital it may be a name.
        return Some(!titled || next.is_none());
    }
    let dated = HARI.iter().chain(&BULAN).any(|name| name.eq_ignore_ascii_case(own));
    let name = dated
        || context.word_lists().has(WordList::SebutanJabatan, &first.folded)
        || context.catalog.wilayah().is_place_name(own);
    // A word that no dictionary has is a name.
    let name = name || !context.catalog.kata().has(&first.folded);
    (!titled && !defined && !name && text.split_whitespace().count() > 2).then_some(false)
}
