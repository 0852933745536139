//! A text that ends in the middle.

use crate::words::{Kind, Text};
use crate::{Context, List, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::forms::is_active;
use naskah_core::language::{WordList, WordLists};

declare_rule! {
    /// Teks tidak berhenti di tengah
    ///
    /// Teks yang berakhir dengan kata hubung atau kata depan (“dan”, “maupun”, “dengan”), atau nama yang berakhir dengan
    /// kata kerja yang menghendaki objek, biasanya sisa suntingan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa, yang menghendaki kejelasan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Berkas}], baris: [[Daftar hadir dan]]}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Hari Kerja
    ///     tabel: {kolom: [{judul: No, isi: nomor}, {judul: Berkas}], baris: [[Daftar hadir dan notula]]}
    /// ```
    "K526" "teks-terpotong" Saran since "0.3.0" => check
}

/// Words after which something must follow even where a list follows the text.
const LINKS: [&str; 4] = ["atau", "dan", "maupun", "serta"];

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    for (passage, text) in context.in_decree().filter(|(passage, _)| is_own(passage.part)) {
        let Some((at, word)) = text.words.iter().enumerate().next_back() else { continue };
        let lower = passage.lower(word);
        // A connective after a mark joins the item to the next one.
        let joined = at.checked_sub(1).is_some_and(|before| !passage.gap(&text.words[before], word).trim().is_empty());
        let rest = passage.plain[word.range.end..].trim();
        let free = word.mask.is_none() && !word.italic;
        let ends = !joined && rest.is_empty() && free;
        // Before a final mark no link can stand either.
        let stops = !joined && (rest == "." || rest == ";") && free;
        // What ends an item of a list belongs to its marks.
        let item = || {
            context.lists.iter().flat_map(|list| &list.rincian.butir).any(|item| std::ptr::eq(&item.teks, passage.teks))
        };
        let leads = || context.lists.iter().any(|list| leads(list, passage));
        let open = at > 0
            && (lists.has(WordList::KataTakSelesai, &lower) && (LINKS.contains(&lower.as_str()) || !leads())
                || (wants_more(lists, &passage.plain[..word.range.end]) && at > 2 && !leads()));
        let marks = ["dan", "atau"].contains(&lower.as_str()) && item();
        if (ends || (stops && open)) && !marks && (open || (lacks_object(lists, passage, text, at) && !leads())) {
            let told = report
                .at(context.place(passage.teks, word.range.clone()), format!("teks ini berhenti pada `{lower}`"))
                .hint("apakah ada kata yang tertinggal atau kelebihan di akhirnya?");
            if open {
                told.at_least(Level::Peringatan);
            }
        }
    }
}

/// Whether a text ends with a phrase that something must follow: "terdiri atas".
fn wants_more(lists: &WordLists, text: &str) -> bool {
    let whole = |tail: &String| text.strip_suffix(tail.as_str()).is_some_and(|before| before.ends_with(' '));
    lists.entries(WordList::EkorTakSelesai).iter().any(whole)
}

fn is_own(part: Part) -> bool {
    !matches!(
        part,
        Part::Kepala
            | Part::Menetapkan
            | Part::Penutup
            | Part::Salinan
            | Part::Disampaikan(_)
            | Part::Tembusan(_)
            | Part::Gambar(_)
            | Part::Keterangan(_)
            | Part::Kolom(_)
            | Part::Mengingat(_)
    )
}

/// Whether a list follows a text.
fn leads(list: &List<'_>, passage: &Passage<'_>) -> bool {
    std::ptr::eq(list.lead, passage.teks)
}

/// Whether a short text of nouns ends with a verb that wants an object.
fn lacks_object(lists: &WordLists, passage: &Passage<'_>, text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let lower = passage.lower(word);
    let verb = lower.ends_with("kan") && is_active(lists, &lower) && !lists.has(WordList::KataKerjaTanpaObjek, &lower);
    let nouns = text.words[..at].iter().all(|word| {
        let lower = passage.lower(word);
        word.kind != Kind::Digit && !is_active(lists, &lower) && !lists.has(WordList::SebelumKataKerja, &lower)
    });
    verb && nouns && (1..8).contains(&at) && !passage.plain.contains([',', ';', '.'])
}
