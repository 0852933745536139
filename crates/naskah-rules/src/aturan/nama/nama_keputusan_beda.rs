//! The decree's name is not the same everywhere.

use std::ops::Range;

use crate::{Context, Report, declare_rule};
use naskah_core::decree::{Butir, Teks};
use naskah_core::diag::Level;
use naskah_core::language::words::{Word, common_start, difference, words};
use naskah_core::language::{WordList, years};

declare_rule! {
    /// Nama keputusan sama di setiap tempat
    ///
    /// Nama pada judul, pada Menetapkan, dan pada kepala setiap lampiran harus sama; bila berbeda, pembaca tidak tahu
    /// keputusan mana yang ditetapkan. Huruf kapital dan tanda baca tidak dibandingkan. Diktum KESATU dan
    /// judul satu-satunya lampiran yang menyebut nama yang hampir sama ditanyakan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 22, butir 39, dan butir 121c.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja
    /// menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG TENTANG PENETAPAN JAM KERJA.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Penetapan Hari Kerja
    /// menetapkan: KEPUTUSAN KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG TENTANG PENETAPAN HARI KERJA.
    /// ```
    "K401" "nama-keputusan-beda" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let keputusan = context.keputusan;
    if keputusan.tentang.is_empty() {
        return;
    }
    let heads = keputusan.lampiran.iter().enumerate().filter_map(|(at, lampiran)| {
        let label = if keputusan.lampiran.len() == 1 { String::new() } else { format!(" {}", at + 1) };
        lampiran.tentang.as_ref().map(|teks| (format!("pada kepala lampiran{label}"), teks))
    });
    let title = keputusan.kepala.tentang.iter().map(|teks| ("pada judul".to_owned(), teks));
    for (place, teks) in title.chain(heads) {
        let start = opening(&teks.as_plain()).unwrap_or(0);
        compare(context, report, teks, start, &place);
    }
    if let Some(teks) = &keputusan.menetapkan
        && let Some(start) = after_about(&teks.as_plain())
    {
        compare(context, report, teks, start, "pada Menetapkan");
    }
    // Where several diktums establish something, each names its own part.
    let establishes = |item: &&Butir| item.teks.as_plain().starts_with("Menetapkan ");
    let parts = keputusan.diktum.iter().filter(establishes).count() > 1;
    if let Some(first) = context.keputusan.diktum.first().filter(|_| !parts)
        && let Some(range) = named(context, &first.teks.as_plain(), &keputusan.tentang.as_plain())
    {
        begins_alike(context, report, &first.teks, range, "dalam diktum KESATU");
    }
    // Each of several lampirans is named after its own part, unless its title is nearly that of the decree.
    for judul in keputusan.lampiran.iter().filter_map(|lampiran| lampiran.judul.as_ref()) {
        if !one_word(context, report, judul) {
            begins_alike(context, report, judul, 0..judul.as_plain().len(), "pada judul lampiran");
        }
    }
}

/// Where the name begins after the word TENTANG.
fn opening(text: &str) -> Option<usize> {
    // Only after the name of the decree's kind does "tentang" lead to its own name; otherwise it stands within that name.
    let lower = text.trim_start().to_lowercase();
    let kind = ["keputusan", "surat keputusan", "lampiran", "tentang "].iter().any(|kind| lower.starts_with(kind));
    kind.then(|| after_about(text)).flatten()
}

/// What follows the first "tentang".
fn after_about(text: &str) -> Option<usize> {
    let at = text.find("TENTANG ").or_else(|| text.find("tentang "))?;
    Some(at + "TENTANG ".len())
}

fn compare(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, start: usize, place: &str) {
    let (name, written) = (context.keputusan.tentang.as_plain(), teks.as_plain());
    let (name_words, mut written_words) = (words(&name), words(&written));
    written_words.retain(|word| word.range.start >= start);
    let Some((here, there)) = difference(&written_words, &name_words) else { return };
    report
        .at(context.place(teks, here), format!("nama keputusan {place} lain daripada `tentang`"))
        .label(context.place(&context.keputusan.tentang, there), "di sini namanya lain")
        .hint("samakan keduanya; bila baris ini dihapus, nama dicetak dari `tentang`");
}

/// A name that begins like that of the decree, leaves something out or in, and goes on.
fn begins_alike(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, range: Range<usize>, place: &str) {
    let (text, name) = (teks.as_plain(), context.keputusan.tentang.as_plain());
    let mut name_words = words(&name);
    // "Menetapkan" stands for the "Penetapan" that the name begins with.
    let verb = text[..range.start].trim().to_lowercase();
    let noun = noun_of(context, &verb);
    if name_words.first().is_some_and(|word| Some(word.folded.as_str()) == noun.or(Some("penetapan")))
        && !text[range.clone()].starts_with("Penetapan")
    {
        name_words.remove(0);
    }
    let own = own_words(context, &text, &range);
    let shared = shared(&own, &name_words);
    // Nearly the same words, in the same order; fewer than three words tell nothing.
    let nearly = shared * 20 >= (own.len() + name_words.len()) * 7 && shared * 4 >= own.len() * 3 && shared > 2;
    // Of three words one is another.
    let one = own.len() == 3 && name_words.len() == 3 && shared == 2 && common_start(&own, &name_words) > 0;
    if !(nearly || (one && place.starts_with("dalam"))) {
        return;
    }
    // A lampiran may be named after its own part: only one that begins and ends as the decree does is the same name.
    let ends = |words: &[Word]| words.last().map(|word| word.folded.clone());
    let begins = common_start(&own, &name_words) > 1;
    if place.starts_with("pada") && !(begins && ends(&own) == ends(&name_words)) {
        return;
    }
    // The whole name, and the sentence goes on: "… di Kabupaten Wonosobo pada hari Sabtu".
    let after = own.get(name_words.len()).filter(|_| common_start(&own, &name_words) == name_words.len());
    let small = |word: &Word| !text[word.range.clone()].starts_with(char::is_uppercase);
    let goes_on = |word: &Word| small(word) || word.folded == "nomor" || context.word_lists().is_particle(&word.folded);
    if after.is_some_and(goes_on) {
        return;
    }
    let Some((here, there)) = difference(&own, &name_words) else { return };
    // A name that leaves out its end is a shorter one; one that says something else is another one.
    let left_out = name_words.get(own.len()..).unwrap_or_default();
    let dated = left_out.first().is_some_and(|word| word.folded == "tahun") && left_out.len() < 3;
    let shorter = common_start(&own, &name_words) == own.len() && !dated;
    // In small letters, or for one person, the diktum says what is established in words of its own.
    let named = own.first().is_some_and(|word| !small(word));
    if shorter && (!named || text[range.end..].starts_with(" atas nama ")) || !named && is_half(&own, &name_words) {
        return;
    }
    let told = report
        .at(context.place(teks, here), format!("nama {place} hampir sama dengan `tentang`, tetapi berbeda"))
        .label(context.place(&context.keputusan.tentang, there), "di sini namanya lain");
    match shorter {
        true => drop(told.hint("apakah nama itu sengaja dipersingkat? bila tidak, samakan keduanya").unsure()),
        false if named => drop(told.hint("samakan keduanya").at_most(Level::Peringatan)),
        false => drop(told.hint("apakah nama keputusan yang dimaksud? bila ya, samakan keduanya").unsure()),
    }
}

/// Whether a diktum establishes one of the two that the name joins: "Penetapan Nomor Urut dan Daftar Pasangan Calon".
fn is_half(own: &[Word], name: &[Word]) -> bool {
    let leads = |word: &&Word| ["sebagai", "berikut"].contains(&word.folded.as_str());
    let joins = name.iter().any(|word| word.folded == "dan");
    joins && shared(own, name) + own.iter().filter(leads).count() == own.len()
}

/// The words of a part of a text, as a name says them.
fn own_words(context: &Context<'_>, text: &str, range: &Range<usize>) -> Vec<Word> {
    let mut own = words(text);
    own.retain(|word| range.start <= word.range.start && word.range.end <= range.end);
    // "Menetapkan dan mengangkat" is what "Penetapan dan Pengangkatan" says.
    if let [and, act, ..] = own.as_mut_slice()
        && and.folded == "dan"
        && let Some(noun) = noun_of(context, &act.folded)
    {
        act.folded = noun.to_owned();
    }
    own
}

/// A title of a lampiran that is a part of the decree's name but for one word: one that is left out, or another year.
fn one_word(context: &Context<'_>, report: &mut Report<'_>, judul: &Teks) -> bool {
    let (text, name) = (judul.as_plain(), context.keputusan.tentang.as_plain());
    let (own, whole) = (words(&text), words(&name));
    let same = |a: &[Word], b: &[Word]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.folded == b.folded);
    let is_year = |word: &Word| word.folded.len() == 4 && word.folded.bytes().all(|b| b.is_ascii_digit());
    if own.len() < 4 || whole.windows(own.len()).any(|part| same(&own, part)) {
        return false;
    }
    let lost = whole.windows(own.len() + 1).find_map(|part| {
        let alike = own.iter().zip(part).take_while(|(a, b)| a.folded == b.folded).count();
        let inner = alike > 0 && alike < own.len() && same(&own[alike..], &part[alike + 1..]);
        inner.then(|| (own[alike - 1].range.start..own[alike].range.end, part[alike].range.clone()))
    });
    let year = whole.windows(own.len()).find_map(|part| {
        let mut odd = own.iter().zip(part).filter(|(a, b)| a.folded != b.folded);
        let (a, b) = odd.next().filter(|(a, b)| is_year(a) && is_year(b))?;
        odd.next().is_none().then(|| (a.range.clone(), b.range.clone()))
    });
    // The year after which the decree is named has a rule of its own.
    let year = year.filter(|_| years::year_of_name(context.word_lists(), &name).is_none());
    let Some((here, there)) = lost.or(year) else { return false };
    report
        .at(context.place(judul, here), "nama pada judul lampiran hampir sama dengan `tentang`, tetapi berbeda")
        .label(context.place(&context.keputusan.tentang, there), "di sini namanya lain")
        .hint("samakan keduanya")
        .at_most(Level::Peringatan);
    true
}

/// How many words two names have in common in the same order.
fn shared(a: &[Word], b: &[Word]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (at, y) in b.iter().enumerate() {
            let old = row[at + 1];
            row[at + 1] = if x.folded == y.folded { before + 1 } else { old.max(row[at]) };
            before = old;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// What "Menetapkan" names: up to "sebagaimana" or an amount, or to a comma or word that the name itself does not have.
fn named(context: &Context<'_>, text: &str, name: &str) -> Option<Range<usize>> {
    let verb = text.split(' ').next().unwrap_or_default().to_lowercase();
    let noun = noun_of(context, &verb)?;
    let start = verb.len() + 1;
    // A verb of its own, other than the one that the name is made of, says what is done instead of naming the decree.
    let first = name.split(' ').next().unwrap_or_default().to_lowercase();
    let other = first != noun && context.word_lists().pairs(WordList::PerbuatanDiktum).any(|(_, noun)| noun == first);
    if start > text.len() || (other && verb != "menetapkan") {
        return None;
    }
    let marks = [",", ".", ";", ":"].into_iter().map(str::to_owned);
    let words = context.word_lists().entries(WordList::SesudahNamaKeputusan).iter().map(|word| format!(" {word} "));
    let end = marks
        .chain(words)
        .filter(|end| !name.contains(end))
        .filter_map(|end| text[start..].find(&end))
        .min()
        .map_or(text.len(), |at| start + at);
    Some(start..end)
}

/// The noun that the decree's name has for the verb of its first diktum.
fn noun_of<'c>(context: &'c Context<'_>, verb: &str) -> Option<&'c str> {
    context.word_lists().pairs(WordList::PerbuatanDiktum).find(|(one, _)| *one == verb).map(|(_, noun)| noun)
}
