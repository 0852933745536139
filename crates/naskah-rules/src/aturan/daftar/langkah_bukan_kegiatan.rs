//! Steps of a plan that tell a state instead of an action.

use crate::parts::rows;
use crate::{Context, Part, Passage, Report, TableView, declare_rule};
use naskah_core::language::forms::{is_action, is_active};
use naskah_core::language::words::{fold, has_word, words};
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Langkah menyebut kegiatan, bukan keadaan
    ///
    /// Kolom langkah atau kegiatan memuat apa yang akan dilakukan: “menyusun jadwal loket”. Kalimat yang menyatakan
    /// keadaan, seperti “loket tersedia” atau “jadwal telah diketahui”, adalah hasilnya. Yang ditanyakan hanya kolom yang
    /// kebanyakan isinya memang kegiatan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Langkah}]
    ///       baris: [[Menyusun jadwal], [Jadwal telah diketahui pegawai], [Mengumumkan jadwal]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Langkah}]
    ///       baris: [[Menyusun jadwal], [Memberitahukan jadwal kepada pegawai], [Mengumumkan jadwal]]
    /// ```
    "K615" "langkah-bukan-kegiatan" Saran since "0.3.0" => check
}

/// How many words before that word are looked at.
const FARTHEST: usize = 7;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, table) in context.tables.iter().enumerate() {
        for column in (0..table.columns.len()).filter(|column| holds_actions(table, *column)) {
            let texts = rows::column(context, at, column);
            let actions = texts.iter().filter(|passage| is_step(context.word_lists(), &passage.plain)).count();
            if actions * 2 >= texts.len() {
                texts.into_iter().for_each(|passage| ask(context, report, passage));
            }
        }
    }
}

fn holds_actions(table: &TableView<'_>, column: usize) -> bool {
    let head = table.columns.get(column).map(|column| fold(&column.judul.as_plain())).unwrap_or_default();
    has_word(&head, &["langkah", "aksi", "kegiatan", "tindakan", "upaya"])
        && !has_word(&head, &["hasil", "bukti", "capaian", "keluaran", "output"])
}

/// Whether a text begins with an action.
fn is_step(lists: &WordLists, text: &str) -> bool {
    words(text).first().is_some_and(|word| is_active(lists, &word.folded) || is_action(&word.folded))
}

fn ask(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let all = words(&passage.plain);
    let first = all.first().map(|word| word.folded.as_str()).unwrap_or_default();
    let mut head =
        all.iter().take(FARTHEST).take_while(|word| !["yang", "agar", "jika", "bila"].contains(&word.folded.as_str()));
    let named =
        |word: &str| word.len() > 9 && word.ends_with("nya") && (word.starts_with("ter") || word.starts_with("me"));
    let opening = all.first().filter(|word| named(&word.folded));
    let state = opening.or(head.find(|word| context.word_lists().has(WordList::PenandaKeadaan, &word.folded)));
    let Some(state) = state.filter(|_| {
        (opening.is_some() || !is_active(context.word_lists(), first)) && matches!(passage.part, Part::Sel { .. })
    }) else {
        return;
    };
    report
        .at(context.place(passage.teks, state.range.clone()), "langkah ini menyatakan keadaan, bukan kegiatan")
        .hint("dapatkah diawali kata kerja, misalnya “menyediakan” atau “melaksanakan”?");
}
