//! A term of three words or more that is nearly one that the decree explains, and a definition that nothing uses.

use std::collections::HashMap;
use std::ops::Range;

use crate::text::spoken::Spoken;
use crate::words::{Kind, Text, Token};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::words::fold;

declare_rule! {
    /// Istilah yang dijelaskan dipakai, dan tidak berganti satu katanya
    ///
    /// “Alat Peraga Sosialisasi” satu kali dalam keputusan yang menjelaskan “Alat Peraga Kampanye” mungkin istilah yang sama.
    /// Istilah yang diberi batasan, tetapi tidak pernah dipakai, mungkin tertukar dengan istilah yang dipakai.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang konsistensi istilah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Daftar Piket Harian, yang selanjutnya disingkat DPH.
    ///   - Daftar Piket Bulanan disimpan oleh Sekretaris.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Daftar Piket Harian, yang selanjutnya disingkat DPH.
    ///   - DPH disimpan oleh Sekretaris.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K416" "istilah-lain" Saran since "0.4.0" => check
}

type Read<'c, 'a> = (&'c Passage<'a>, &'c Text, Spoken<'c>);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let texts: Vec<Read<'_, '_>> = context
        .in_decree()
        .filter(|(passage, text)| {
            !text.capitals && !matches!(passage.part, Part::Mengingat(_) | Part::Kepala | Part::Sel { .. })
        })
        .map(|(passage, text)| (passage, text, Spoken::of(passage, text)))
        .collect();
    let mut terms: Vec<Vec<String>> = Vec::new();
    for (passage, text, spoken) in &texts {
        for at in 3..spoken.lower.len() {
            let opens = spoken.word(at) == "selanjutnya" && spoken.word(at - 1) == "yang";
            let told = ["disebut", "disingkat"].contains(&spoken.word(at + 1));
            if opens && told {
                terms.push(run_before(text, spoken, at - 1));
                terms.extend(text.words.get(at + 2).and_then(|short| spelled(passage, text, spoken, (at, short))));
            }
        }
    }
    terms.retain(|term| term.len() > 2);
    let mut explained = terms.clone();
    explained.extend(texts.iter().filter_map(|(_, text, spoken)| opening(text, spoken)));
    for (passage, text, spoken) in &texts {
        for term in &terms {
            for at in 0..spoken.lower.len().saturating_sub(term.len() - 1) {
                let range = at..at + term.len();
                let own = &spoken.lower[range.clone()];
                let another = explained.iter().any(|known| known.starts_with(own));
                if !another
                    && is_other(context, text, spoken, range.clone(), term)
                    && once(&texts, &spoken.lower[range.clone()])
                {
                    ask(context, report, passage, spoken.bytes(range), term);
                }
            }
        }
    }
    unused(context, report, &texts, &explained);
    reordered(context, report, &texts);
    bodies(context, report, &texts);
}

/// A name of four words or more whose words stand in another order elsewhere.
fn reordered(context: &Context<'_>, report: &mut Report<'_>, texts: &[Read<'_, '_>]) {
    let mut seen: HashMap<Vec<String>, (Vec<String>, usize)> = HashMap::new();
    let mut runs: Vec<(&Passage<'_>, Range<usize>, Vec<String>)> = Vec::new();
    for (passage, text, spoken) in texts {
        for link in (1..spoken.lower.len()).filter(|at| spoken.word(*at) == "dan") {
            let loud =
                |at: usize| text.words.get(at).is_some_and(|word| word.kind == Kind::Capital && word.mask.is_none());
            let range = link.saturating_sub(3)..link + 2;
            let whole = range.len() == 5 && range.clone().all(|at| at == link || loud(at));
            if whole && spoken.is_run(range.clone()) {
                runs.push((*passage, spoken.bytes(range.clone()), spoken.lower[range].to_vec()));
            }
        }
    }
    for (passage, bytes, own) in runs {
        let mut sorted = own.clone();
        sorted.sort_unstable();
        let entry = seen.entry(sorted).or_insert_with(|| (own.clone(), 0));
        if entry.0 != own && entry.0[..2] == own[..2] {
            report
                .at(context.place(passage.teks, bytes), format!("di tempat lain ditulis `{}`", entry.0.join(" ")))
                .hint("tulis nama itu dengan urutan kata yang sama")
                .at_least(Level::Peringatan);
        }
        entry.1 += 1;
    }
}

/// "Panitia Pemilihan Kelurahan": a body of elections with the wrong area.
fn bodies(context: &Context<'_>, report: &mut Report<'_>, texts: &[Read<'_, '_>]) {
    for (passage, text, spoken) in texts {
        for at in 0..spoken.lower.len().saturating_sub(2) {
            let head = spoken.phrase(at..at + 2);
            let area = ["kabupaten", "kota", "provinsi", "kelurahan"].contains(&spoken.word(at + 2));
            let loud = (at..at + 3).all(|at| text.words[at].kind == Kind::Capital);
            if head == "panitia pemilihan" && area && loud && spoken.is_run(at..at + 3) && context.year() > 2007 {
                let bytes = spoken.bytes(at..at + 3);
                let message = format!("`{}` bukan badan penyelenggara pemilihan", &passage.plain[bytes.clone()]);
                report
                    .at(context.place(passage.teks, bytes), message)
                    .hint("apakah yang dimaksud `Panitia Pemilihan Kecamatan`?");
            }
        }
    }
}

/// The words with capitals that a text begins with, where it explains them: "Arsip Aktif adalah …".
fn opening(text: &Text, spoken: &Spoken<'_>) -> Option<Vec<String>> {
    let end = (1..spoken.lower.len().min(10)).find(|at| ["adalah", "ialah"].contains(&spoken.word(*at)))?;
    (0..end).all(|at| text.words[at].kind == Kind::Capital).then(|| spoken.lower[..end].to_vec())
}

/// The words with capitals right before a place, with what joins them.
fn run_before(text: &Text, spoken: &Spoken<'_>, end: usize) -> Vec<String> {
    let loud = |at: usize| text.words.get(at).is_some_and(|word| word.kind == Kind::Capital && word.mask.is_none());
    let joined = |at: usize| at + 1 == end || spoken.is_joined(at + 1);
    let from = (0..end).rev().take_while(|at| loud(*at) && joined(*at)).last().unwrap_or(end);
    let opens = text.words.get(from).is_some_and(|word| word.start) && spoken.word(from).starts_with("me");
    spoken.lower.get(from + usize::from(opens)..end).unwrap_or_default().to_vec()
}

/// The words with capitals before a place whose first letters are those of an abbreviation.
fn spelled(
    passage: &Passage<'_>,
    text: &Text,
    spoken: &Spoken<'_>,
    (end, short): (usize, &Token),
) -> Option<Vec<String>> {
    let letters: Vec<char> = passage.lower(short).chars().collect();
    let fits = |from: &usize| {
        let own = *from..*from + letters.len();
        let named = own.clone().zip(&letters).all(|(at, letter)| {
            spoken.word(at).starts_with(*letter) && text.words.get(at).is_some_and(|word| word.kind == Kind::Capital)
        });
        named && spoken.is_run(own)
    };
    let from = (0..end.saturating_sub(letters.len())).rev().find(fits).filter(|_| short.kind == Kind::Upper)?;
    spoken.lower.get(from..from + letters.len()).map(<[String]>::to_vec)
}

/// Whether words in capitals are those of a term but for one, and no known name.
fn is_other(context: &Context<'_>, text: &Text, spoken: &Spoken<'_>, range: Range<usize>, term: &[String]) -> bool {
    let own = &spoken.lower[range.clone()];
    let odd: Vec<usize> = (0..term.len()).filter(|at| own[*at] != term[*at]).collect();
    let [at] = odd[..] else { return false };
    let loud = range.clone().all(|at| text.words.get(at).is_some_and(|word| word.kind == Kind::Capital));
    if at == 0 || !loud || !spoken.is_run(range.clone()) || own[at].len() < 4 {
        return false;
    }
    let phrase = own.join(" ");
    let lists = context.word_lists();
    let body = [WordList::LembagaNegara, WordList::BadanPemilihan]
        .iter()
        .any(|list| lists.entries(*list).iter().any(|entry| entry.starts_with(&phrase)));
    let family = lists.pairs(WordList::RumpunIstilah).any(|(known, _)| known.starts_with(&phrase));
    let short = context.catalog.kata().singkatan.values().flatten();
    let known = short.into_iter().any(|meaning| meaning.panjang.to_lowercase().starts_with(&phrase));
    // A place, a number or an ordinal in its last place makes another of the kind.
    let wilayah = context.catalog.wilayah();
    let placed = [&own[at], &term[at]].into_iter().any(|word| wilayah.is_place_name(word));
    // A body of another level is another body.
    let level = |word: &str| word.contains("kabupaten") || word.contains("provinsi");
    let placed = placed || level(&own[at]) || level(&term[at]) || spoken.word(range.end) == "tahun";
    !(body || family || known || placed)
}

/// Whether words stand in the whole decree only here.
fn once(texts: &[Read<'_, '_>], words: &[String]) -> bool {
    texts
        .iter()
        .map(|(.., spoken)| spoken.lower.windows(words.len()).filter(|own| *own == words).count())
        .sum::<usize>()
        == 1
}

fn ask(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, bytes: Range<usize>, term: &[String]) {
    report
        .at(
            context.place(passage.teks, bytes.clone()),
            format!("`{}` hampir sama dengan istilah yang dijelaskan, `{}`", &passage.plain[bytes], term.join(" ")),
        )
        .hint("pakai istilah yang dijelaskan, bila hal yang sama dimaksud");
}

/// A definition whose term nothing else names, beside words that are nearly it.
fn unused(context: &Context<'_>, report: &mut Report<'_>, texts: &[Read<'_, '_>], explained: &[Vec<String>]) {
    let lists = context.lists.iter().filter(|list| fold(&list.lead.as_plain()).contains("yang dimaksud dengan"));
    let items: Vec<_> = lists.flat_map(|list| &list.rincian.butir).map(|item| &item.teks).collect();
    let defined = |passage: &Passage<'_>| items.iter().any(|teks| std::ptr::eq(*teks, passage.teks));
    for (passage, text, spoken) in texts.iter().filter(|(passage, ..)| defined(passage)) {
        let end = (1..spoken.lower.len().min(8)).find(|at| ["adalah", "ialah"].contains(&spoken.word(*at)));
        let Some(end) = end.filter(|end| *end > 1 && (0..*end).all(|at| text.words[at].kind == Kind::Capital)) else {
            continue;
        };
        let term = &spoken.lower[..end];
        let others = || texts.iter().filter(|(other, ..)| !std::ptr::eq(other.teks, passage.teks));
        let elsewhere = context.in_decree().filter(|(other, _)| !std::ptr::eq(other.teks, passage.teks));
        let words = term.join(" ");
        if elsewhere.into_iter().any(|(other, _)| other.plain.to_lowercase().contains(&words)) {
            continue;
        }
        let near = others().find_map(|(other, text, spoken)| {
            (0..spoken.lower.len().saturating_sub(end - 1)).find_map(|at| {
                let own = &spoken.lower[at..at + end];
                let odd = own.iter().zip(term).filter(|(a, b)| a != b).count();
                let loud = (at..at + end).all(|at| text.words[at].kind == Kind::Capital);
                let known = explained.iter().any(|known| known.starts_with(own));
                (odd == 1 && own[0] == term[0] && loud && !known && !defined(other) && spoken.is_run(at..at + end))
                    .then(|| own.join(" "))
            })
        });
        if let Some(near) = near {
            report
                .at(
                    context.place(passage.teks, spoken.bytes(0..end)),
                    format!("istilah ini tidak dipakai, sedangkan `{near}` dipakai tanpa dijelaskan"),
                )
                .hint("apakah keduanya istilah yang sama?");
        }
    }
}
