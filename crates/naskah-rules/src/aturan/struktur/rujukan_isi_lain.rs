//! "… sebagaimana dimaksud dalam Diktum KEDUA", where that diktum says nothing of it, but another one does.

use std::ops::Range;

use naskah_core::decree::Kolom;
use naskah_core::language::WordList;
use naskah_core::language::forms::{is_active, is_passive};
use naskah_core::language::numerals::{dari_nama_diktum, nama_diktum};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::{Cut, Word, fold, folded, words};

use crate::parts::cells::Cells;
use crate::parts::diktum_references::{self, Named};
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Diktum yang dirujuk memuat hal yang dimaksud
    ///
    /// “Tugas sebagaimana dimaksud dalam Diktum KEDUA” menunjuk diktum yang berbicara tentang tugas. Bila kata-kata itu tidak
    /// ada di sana, tetapi ada dalam diktum lain, rujukannya mungkin salah. Rujukan ke diktum yang baru menyusul, dan masa
    /// kerja yang merujuk diktum yang memberhentikan, ditanyakan.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang teknik pengacuan.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas piket hadir setiap pagi.
    ///   - Daftar hadir disimpan oleh Sekretaris.
    ///   - Petugas piket sebagaimana dimaksud dalam Diktum KETIGA mencatat tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Petugas piket hadir setiap pagi.
    ///   - Daftar hadir disimpan oleh Sekretaris.
    ///   - Petugas piket sebagaimana dimaksud dalam Diktum KEDUA mencatat tamu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K125" "rujukan-isi-lain" Peringatan since "0.4.0" => check
}

/// So many words before "sebagaimana" tell what is meant.
const PHRASE: usize = 5;

static COLUMN: Pattern = Pattern::new(|| pattern(r"\b(?:pada|dalam)\s+kolom\s+(?:nomor\s+)?([0-9]{1,2})\b"));

/// "unit kerja lama pada kolom 4", where the only table has that head over another column.
fn columns(context: &Context<'_>, report: &mut Report<'_>) {
    let tables = Cells::all(context);
    let [table] = &tables[..] else { return };
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Diktum(_))) {
        for found in matches(&COLUMN, &passage.plain) {
            let figure = group(&found, 1);
            let before = fold(&passage.plain[..group(&found, 0).start]);
            let Ok(number) = passage.plain[figure.clone()].parse::<usize>() else { continue };
            let named = |head: &&String| {
                head.contains(' ')
                    && before.strip_suffix(head.as_str()).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
            };
            let mut owners = table.heads.iter().filter(named);
            let Some(head) = owners.next().filter(|_| owners.next().is_none()) else { continue };
            let own = table.heads.iter().position(|other| other == head).unwrap_or_default();
            // Row numbers and sums are counted, too, though nobody writes them.
            let leaves = Kolom::leaves(&table.table.tabel.kolom);
            let written: Vec<usize> = (0..leaves.len()).filter(|at| leaves[*at].is_written()).collect();
            let right = written.get(own).map_or(0, |at| at + 1);
            if right != number && number <= leaves.len() && right > 0 {
                report
                    .at(context.place(passage.teks, figure), format!("kolom {number} tidak berkepala `{head}`"))
                    .hint(format!("apakah yang dimaksud kolom {right}?"));
            }
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    columns(context, report);
    let count = context.keputusan.diktum.len();
    if diktum_references::amends(context) || count < 3 {
        return;
    }
    let contents: Vec<Vec<String>> = (0..count).map(|at| content(context, at)).collect();
    for (at, passage) in context.diktum() {
        let all = diktum_references::diktum(context.word_lists(), &passage.plain);
        for named in all.iter().filter(|named| !named.elsewhere && !named.after_other && named.letters.is_none()) {
            // A series points at several.
            let alone = all.iter().all(|other| other.range == named.range || !near(other, named));
            let Some(target) = named.number.checked_sub(1).filter(|target| *target < count && *target != at && alone)
            else {
                continue;
            };
            judge(context, report, passage, named, (at, target), &contents);
        }
    }
}

/// Whether two names stand side by side.
fn near(a: &Named, b: &Named) -> bool {
    a.range.start.abs_diff(b.range.end) < 20 || b.range.start.abs_diff(a.range.end) < 20
}

/// The words of a diktum with its list, and of the titles of the lampirans that it names.
fn content(context: &Context<'_>, diktum: usize) -> Vec<String> {
    let own = context.passages.iter().filter(|passage| passage.part == Part::Diktum(diktum));
    let mut found: Vec<String> = Vec::new();
    let mut lampiran = false;
    for passage in own {
        lampiran |= passage.plain.contains("Lampiran");
        found.extend(words(&passage.plain).into_iter().map(|word| word.folded));
    }
    if lampiran {
        let titles = context.keputusan.lampiran.iter().filter_map(|one| one.judul.as_ref());
        found.extend(titles.flat_map(|judul| words(&judul.as_plain())).map(|word| word.folded));
    }
    found
}

/// The part of a word that its relations share: "tugas" in "bertugas", "menugaskan".
fn core(word: &str) -> &str {
    const FRONT: [&str; 10] = ["meny", "meng", "mem", "men", "ber", "ter", "pem", "pen", "ke", "di"];
    let strip = |word: &str, front: &str| word.len() >= front.len() + 4 && word.starts_with(front);
    let rest = FRONT.iter().find(|front| strip(word, front)).map_or(word, |front| &word[front.len()..]);
    let tail = ["kan", "nya", "an"].iter().find_map(|tail| rest.strip_suffix(tail).filter(|rest| rest.len() >= 4));
    tail.unwrap_or(rest)
}

fn related(word: &str, other: &str) -> bool {
    let (a, b) = (core(word), core(other));
    word == other || (a.len() >= 4 && b.len() >= 4 && (other.contains(a) || word.contains(b)))
}

/// The words right before "sebagaimana dimaksud dalam": a phrase of nouns.
fn phrase(context: &Context<'_>, plain: &str, reference: usize) -> Option<Vec<Word>> {
    let lists = context.word_lists();
    let before = plain.get(..reference)?.trim_end();
    let before = ["dalam", "pada"].iter().find_map(|word| before.strip_suffix(word))?.trim_end();
    let before = before.strip_suffix("dimaksud")?.trim_end().strip_suffix("sebagaimana")?;
    let clause = before.rsplit([',', ';', '.', ':', '(']).next()?;
    let stop = |word: &Word| {
        is_active(lists, &word.folded)
            || is_passive(lists, &word.folded)
            || lists.has(WordList::PenandaPredikat, &word.folded)
            || lists.has(WordList::PembukaFrasa, &word.folded)
            || ["yang", "setiap", "para", "seluruh", "semua"].contains(&word.folded.as_str())
    };
    let own = folded(clause, Cut::Hyphens);
    let from = own.iter().rposition(stop).map_or(0, |at| at + 1).max(own.len().saturating_sub(PHRASE));
    let mut phrase: Vec<Word> = own.get(from..)?.to_vec();
    phrase.retain(|word| {
        !lists.is_particle(&word.folded) && word.folded.len() > 2 && word.folded.chars().all(char::is_alphabetic)
    });
    (!phrase.is_empty()).then_some(phrase)
}

fn judge(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    (at, target): (usize, usize),
    contents: &[Vec<String>],
) {
    if dismissed(context, report, passage, named, (at, target)) || in_force(context, report, passage, named, target) {
        return;
    }
    let Some(phrase) = phrase(context, &passage.plain, named.range.start) else { return };
    let own: Vec<&str> = phrase.iter().map(|word| word.folded.as_str()).collect();
    if own.iter().any(|word| context.word_lists().has(WordList::SebutanUmum, word)) || own == ["bersangkutan"] {
        return ahead(context, report, passage, named, (at, target));
    }
    if refers(context, report, passage, named, target, (&phrase, contents)) {
        return;
    }
    let says = |word: &str, diktum: usize| contents[diktum].iter().any(|other| related(word, other));
    if own.iter().any(|word| says(word, target)) {
        ahead(context, report, passage, named, (at, target));
        return partly(context, report, passage, named, (at, target), &phrase);
    }
    let whole = |diktum: &usize| *diktum != target && own.iter().all(|word| says(word, *diktum));
    // Abbreviations may stand for words that are there.
    let short = passage.plain[..named.range.start].rsplit([',', ';']).next().unwrap_or_default();
    let abbreviated =
        own.len() == 1 && short.split_whitespace().any(|word| word.len() > 1 && word.chars().all(char::is_uppercase));
    let earlier: Vec<usize> = (0..at).filter(whole).collect();
    if earlier.is_empty() || abbreviated {
        return ahead(context, report, passage, named, (at, target));
    }
    let range: Range<usize> = named.range.clone();
    let name = |diktum: usize| nama_diktum(diktum + 1).unwrap_or_default();
    let right: Vec<String> = earlier.iter().map(|one| name(*one)).collect();
    let finding = report
        .at(context.place(passage.teks, range), format!("Diktum {} tidak menyebut `{}`", name(target), own.join(" ")))
        .hint(format!("apakah yang dimaksud Diktum {}?", right.join(" atau Diktum ")));
    if own.len() < 2 {
        finding.unsure();
    }
}

/// "Kelompok Kerja sebagaimana dimaksud dalam Diktum KEDUA", where that diktum begins with the same words and says itself
/// in which one they are meant.
fn refers(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    target: usize,
    (phrase, contents): (&[Word], &[Vec<String>]),
) -> bool {
    let text = context.keputusan.diktum.get(target).map(|item| item.teks.as_plain()).unwrap_or_default();
    let Some((head, rest)) = text.split_once(" sebagaimana dimaksud dalam Diktum ") else { return false };
    let head: Vec<String> = words(head).into_iter().map(|word| word.folded).collect();
    let whole = passage.plain[..named.range.start].trim_end().trim_end_matches("sebagaimana dimaksud dalam");
    let begins = words(whole).into_iter().map(|word| word.folded).eq(head.iter().cloned());
    let Some((number, _)) = dari_nama_diktum(rest).filter(|(number, _)| *number != target + 1) else { return false };
    let there = contents.get(number.wrapping_sub(1)).map(Vec::as_slice).unwrap_or_default();
    let meant = phrase.iter().all(|word| there.iter().any(|other| related(&word.folded, other)));
    let told = begins && meant && phrase.len() == head.len();
    if told {
        let (own, right) = (nama_diktum(target + 1).unwrap_or_default(), nama_diktum(number).unwrap_or_default());
        report
            .at(
                context.place(passage.teks, named.range.clone()),
                format!("Diktum {own} sendiri menunjuk Diktum {right} untuk hal itu"),
            )
            .hint(format!("apakah yang dimaksud Diktum {right}?"))
            .unsure();
    }
    told
}

/// Asks about a diktum that is yet to come: what is meant mostly stands before.
fn ahead(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    (at, target): (usize, usize),
) {
    let before = passage.plain.get(..named.range.start).unwrap_or_default().trim_end();
    if target > at && before.ends_with("sebagaimana dimaksud dalam") {
        let message = format!("Diktum {} baru menyusul", nama_diktum(target + 1).unwrap_or_default());
        report
            .at(context.place(passage.teks, named.range.clone()), message)
            .hint("“sebagaimana dimaksud” biasanya menunjuk diktum sebelumnya; periksa diktum yang dirujuk")
            .unsure();
    }
}

/// The term of those who are appointed, said of the diktum that dismisses others.
fn dismissed(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    (at, target): (usize, usize),
) -> bool {
    let opens = |diktum: usize, words: &[&str]| {
        let text = context.keputusan.diktum.get(diktum).map(|item| item.teks.as_plain()).unwrap_or_default();
        words.iter().any(|word| text.starts_with(word))
    };
    let before = passage.plain.get(..named.range.start).unwrap_or_default().to_lowercase();
    let term = ["masa kerja", "masa jabatan", "masa tugas", "masa bakti"].iter().any(|word| before.contains(word));
    let appoints = (0..at).find(|diktum| opens(*diktum, &["Mengangkat", "Menunjuk"]));
    let Some(right) = appoints.filter(|_| term && opens(target, &["Memberhentikan"])) else { return false };
    report
        .at(
            context.place(passage.teks, named.range.clone()),
            format!("Diktum {} memberhentikan, bukan mengangkat", nama_diktum(target + 1).unwrap_or_default()),
        )
        .hint(format!("apakah yang dimaksud Diktum {}?", nama_diktum(right + 1).unwrap_or_default()))
        .unsure();
    true
}

/// A phrase of which the diktum says a part: its words but for one, or not the first that another diktum begins with.
fn partly(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    (at, target): (usize, usize),
    phrase: &[Word],
) {
    let text_of =
        |diktum: usize| context.keputusan.diktum.get(diktum).map(|item| item.teks.as_plain()).unwrap_or_default();
    let own: Vec<&str> = phrase.iter().map(|word| word.folded.as_str()).collect();
    let there = words(&text_of(target));
    let begins =
        |text: &str| words(text).iter().map(|word| word.folded.as_str()).take(own.len()).eq(own.iter().copied());
    let said = own.first().is_some_and(|first| there.iter().any(|word| related(first, &word.folded)));
    // The first diktum is what all others speak of, in whatever words.
    let first = (0..at).find(|diktum| target > 0 && *diktum != target && begins(&text_of(*diktum)));
    if let (Some(first), true) = (first.filter(|_| !said), own.len() > 1) {
        report
            .at(
                context.place(passage.teks, named.range.clone()),
                format!("Diktum {} tidak menyebut `{}`", nama_diktum(target + 1).unwrap_or_default(), own.join(" ")),
            )
            .hint(format!("apakah yang dimaksud Diktum {}?", nama_diktum(first + 1).unwrap_or_default()))
            .unsure();
        return;
    }
    misnamed(context, report, passage, named, &there, &own);
}

/// A subject in capitals that the diktum has but for one word, which the decree has nowhere else.
fn misnamed(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    there: &[Word],
    own: &[&str],
) {
    let before = passage.plain.get(..named.range.start).unwrap_or_default();
    let all = words(before);
    let Some(last) = all.iter().rposition(|word| own.last() == Some(&word.folded.as_str())) else { return };
    let Some(run) = (last + 1).checked_sub(own.len()).and_then(|from| all.get(from..=last)) else { return };
    let same = run.iter().zip(own).all(|(word, own)| word.folded == *own);
    let loud = run.iter().all(|word| before[word.range.clone()].starts_with(char::is_uppercase));
    if own.len() < 2
        || !same
        || !loud
        || there.windows(own.len()).any(|part| part.iter().zip(own).all(|(a, b)| a.folded == *b))
    {
        return;
    }
    let odd = there.windows(own.len()).find_map(|part| {
        let mut odd = part.iter().zip(run).filter(|(a, b)| a.folded != b.folded);
        let (other, own) = odd.next()?;
        (odd.next().is_none() && !related(&other.folded, &own.folded)).then_some((other, own))
    });
    let Some((other, word)) = odd else { return };
    let used = context.passages.iter().filter(|other| !std::ptr::eq(other.teks, passage.teks));
    let elsewhere = used.flat_map(|other| words(&other.plain)).any(|other| other.folded == word.folded);
    if !elsewhere && word.folded.len() > 3 && other.folded.len() > 3 {
        report
            .at(
                context.place(passage.teks, word.range.clone()),
                format!("diktum yang dirujuk menyebut `{}`, bukan `{}`", other.folded, word.folded),
            )
            .hint("pakai sebutan yang sama dengan diktum yang dirujuk");
    }
}

/// Tells what is said to be meant in the diktum that only says when the decree is in force.
fn in_force(
    context: &Context<'_>,
    report: &mut Report<'_>,
    passage: &Passage<'_>,
    named: &Named,
    target: usize,
) -> bool {
    let found = starts_force(context, passage, named, target);
    if found {
        report
            .at(
                context.place(passage.teks, named.range.clone()),
                "diktum yang dirujuk hanya menyatakan kapan Keputusan ini berlaku",
            )
            .hint("periksa diktum yang dirujuk");
    }
    found
}

/// Whether something is said to be meant in the diktum that only says when the decree is in force.
fn starts_force(context: &Context<'_>, passage: &Passage<'_>, named: &Named, target: usize) -> bool {
    let text = context.keputusan.diktum.get(target).map(|item| item.teks.as_plain()).unwrap_or_default();
    let alone = text.starts_with("Keputusan ini mulai berlaku") && !text.contains([',', ';']);
    let before = passage.plain.get(..named.range.start).unwrap_or_default();
    let before = before.to_lowercase();
    alone && before.trim_end().ends_with("sebagaimana dimaksud dalam") && !before.contains("laku")
}
