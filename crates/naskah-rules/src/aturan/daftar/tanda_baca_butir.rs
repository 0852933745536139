//! Marks at the ends of list items that differ from the rule or from the other items.

use naskah_core::language::{WordList, WordLists, typed_marks};
use std::ops::Range;

use crate::{Context, Part, Report, declare_rule};
use naskah_core::decree::{Butir, KataHubung, Rincian, Teks};

declare_rule! {
    /// Tanda baca di akhir butir seragam dan menurut aturan
    ///
    /// Butir berakhir dengan titik koma, butir sebelum terakhir dengan titik koma dan kata hubung, dan butir terakhir
    /// dengan tanda akhir kalimatnya. Program membubuhkan tanda itu sendiri; tanda yang ditulis hanya boleh sama. Di
    /// dalam sel tidak ada tanda yang dibubuhkan, jadi butirnya harus seragam.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 54k–o.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: ['menjadi pedoman pegawai.', menjamin mutu layanan, 'menghemat biaya.']
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [menjadi pedoman pegawai, menjamin mutu layanan, 'menghemat biaya.']
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K601" "tanda-baca-butir" Peringatan since "0.2.0" => check
}

/// What an item brings at its end.
#[derive(Debug, PartialEq, Eq)]
struct Tail {
    mark: Option<char>,
    link: Option<&'static str>,
    range: Range<usize>,
}

/// What the program would put at the end of an item.
#[derive(Clone, Copy)]
struct Close<'a> {
    mark: &'a str,
    link: &'a str,
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let openings = decree.menimbang.butir.iter().chain(&decree.memperhatikan);
    openings.for_each(|item| walk(context, report, item, Close { mark: ";", link: "" }));
    decree.diktum.iter().for_each(|item| walk(context, report, item, Close { mark: ".", link: "" }));
    for list in &context.lists {
        match list.part {
            Part::Sel { .. } => uniform(context, report, list.rincian),
            Part::Naskah(_) if list.depth == 0 && !all_sentences(list.rincian) => {
                let end = if list.penutup.is_some() { "," } else { "." };
                listed(context, report, list.lead, list.rincian, Close { mark: end, link: "" });
            }
            _ => {}
        }
    }
}

fn walk(context: &Context<'_>, report: &mut Report<'_>, item: &Butir, close: Close<'_>) {
    let Some(rincian) = &item.rincian else { return };
    if !rincian.kutipan.is_empty() {
        return rincian.butir.iter().for_each(|item| walk(context, report, item, Close { mark: ".", link: "" }));
    }
    let close = if item.penutup.is_some() { Close { mark: ",", link: "" } } else { close };
    listed(context, report, &item.teks, rincian, close);
}

/// Looks at the items of a list whose last one is closed by `end`.
fn listed(context: &Context<'_>, report: &mut Report<'_>, lead: &Teks, list: &Rincian, end: Close<'_>) {
    if lead.as_plain().trim_end().ends_with('.') {
        return;
    }
    let link = match list.kata_hubung {
        KataHubung::Dan => "dan",
        KataHubung::Atau => "atau",
        KataHubung::DanAtau => "dan/atau",
        KataHubung::Tanpa => "",
    };
    for (at, item) in list.butir.iter().enumerate() {
        let close = match list.butir.len() - at {
            1 => end,
            2 => Close { mark: ";", link },
            _ => Close { mark: ";", link: "" },
        };
        match item.rincian {
            Some(_) => walk(context, report, item, close),
            // A quoted decision keeps its own end.
            None if typed_marks::of_diktum(&item.teks.as_plain()).is_some() => {}
            None => one(context, report, &item.teks, close, list.butir.len() - at),
        }
    }
}

/// Looks at one item; `left` counts the items from it to the last.
fn one(context: &Context<'_>, report: &mut Report<'_>, teks: &Teks, close: Close<'_>, left: usize) {
    let text = teks.as_plain();
    let tail = tail_of(&text);
    let want = if close.link.is_empty() { close.mark.to_owned() } else { format!("{} {}", close.mark, close.link) };
    let hint = format!("hapus tanda di akhir butir: program menutupnya dengan “{want}”");
    let at = || context.place(teks, tail.range.clone());
    let cure = || context.replace(teks, tail.range.clone(), "");
    match (tail.mark, tail.link) {
        (None, None) | (Some('?' | '!' | '…' | ':'), _) => {}
        (None, Some(word)) if left == 2 => {
            let told = report.at(at(), format!("tidak ada titik koma sebelum “{word}” di akhir butir")).hint(hint);
            told.cure((close.link == word).then(cure).flatten());
        }
        (None, Some(_)) => {}
        (Some(_), Some(word)) if left != 2 => {
            let message = format!("kata “{word}” hanya berdiri sesudah butir sebelum terakhir");
            report.at(at(), message).hint(hint);
        }
        (Some(';'), None) if left == 2 && !close.link.is_empty() => {
            let message = "butir sebelum terakhir ditutup tanpa kata hubung";
            report.at(at(), message).hint(format!("{hint}; untuk pilihan tulis juga `kata_hubung: atau`"));
        }
        (Some(mark), link)
            if !(close.mark.contains(mark) || mark == '.' && abbreviated(context.word_lists(), &text)) =>
        {
            let message = format!("butir ini ditutup dengan “{mark}”, seharusnya “{want}”");
            report.at(at(), message).hint(hint).cure(link.is_none().then(cure).flatten());
        }
        _ => {}
    }
}

/// Looks at the items of a list in a cell: they are printed as they are, so they end alike.
fn uniform(context: &Context<'_>, report: &mut Report<'_>, list: &Rincian) {
    let items: Vec<(&Teks, Tail)> =
        list.butir.iter().map(|item| (&item.teks, tail_of(&item.teks.as_plain()))).collect();
    let bare = items.iter().filter(|(_, tail)| tail.mark.is_none()).count();
    let last = items.len().saturating_sub(1);
    for (at, (teks, tail)) in items.iter().enumerate() {
        let place = context.place(teks, tail.range.clone());
        if let (None, Some(word)) = (tail.mark, tail.link) {
            report
                .at(place, format!("butir dalam sel berakhir dengan kata “{word}”"))
                .hint("hapus kata itu; butir dalam sel berdiri sendiri")
                .cure((bare == items.len()).then(|| context.replace(teks, tail.range.clone(), "")).flatten());
        } else if let (Some(mark @ (';' | ',' | '.')), true) = (tail.mark, bare * 2 > items.len()) {
            if mark == '.' && abbreviated(context.word_lists(), &teks.as_plain()) {
                continue;
            }
            report
                .at(place, format!("hanya butir ini yang berakhir dengan “{mark}”"))
                .hint("butir lain dalam sel ini tanpa tanda akhir; hapus tanda itu")
                .cure(context.replace(teks, tail.range.clone(), ""));
        } else if tail.mark == Some(',') && at < last {
            report
                .at(place, "butir berakhir dengan koma")
                .hint("akhiri setiap butir dengan titik koma, atau semuanya tanpa tanda");
        }
    }
}

/// Whether every item ends with a full stop, as items that are sentences of their own do.
fn all_sentences(list: &Rincian) -> bool {
    let ends = |item: &Butir| item.rincian.is_some() || item.teks.as_plain().trim_end().ends_with('.');
    list.butir.iter().all(ends)
}

/// The mark and the joining word at the end of a text.
fn tail_of(text: &str) -> Tail {
    let whole = text.trim_end();
    let word = ["dan/atau", "dan", "atau"]
        .into_iter()
        .find(|word| whole.strip_suffix(word).is_some_and(|stem| stem.is_empty() || stem.ends_with([' ', ';', ','])));
    let stem = word.and_then(|word| whole.strip_suffix(word)).map_or(whole, str::trim_end);
    let mark = stem.chars().next_back().filter(|c| ['.', ';', ':', ',', '!', '?', '…'].contains(c));
    let body = mark.map_or(stem, |mark| &stem[..stem.len() - mark.len_utf8()]);
    Tail { mark, link: word, range: body.trim_end().len()..whole.len() }
}

/// Whether the full stop at the end belongs to an abbreviation.
fn abbreviated(lists: &WordLists, text: &str) -> bool {
    let word = text.trim_end().trim_end_matches('.').rsplit([' ', '(', ',', '/']).next().unwrap_or_default();
    let known = lists.has(WordList::SingkatanBertitik, &word.to_lowercase());
    known || word.contains('.') || word.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tails() {
        let tail = |text: &str| {
            let tail = tail_of(text);
            (tail.mark, tail.link, text[tail.range].to_owned())
        };
        assert_eq!(tail("satu; dan"), (Some(';'), Some("dan"), "; dan".into()));
        assert_eq!(tail("satu dan"), (None, Some("dan"), " dan".into()));
        assert_eq!(tail("ibadan"), (None, None, "".into()));
        assert_eq!(tail("satu , dan/atau "), (Some(','), Some("dan/atau"), " , dan/atau".into()));
        assert_eq!(tail("satu."), (Some('.'), None, ".".into()));
        assert_eq!(tail(""), (None, None, "".into()));
        let lists = &naskah_core::catalog::Catalog::default().kata().lists.clone();
        let short = |text: &str| abbreviated(lists, text);
        assert!(short("meja, kursi, dll.") && short("s.d.") && !short("kantor."));
    }
}
