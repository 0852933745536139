//! A gazette other than the one of the data.

use std::ops::Range;

use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::Kepastian;
use naskah_core::language::citation::{Lembar, Seri};

declare_rule! {
    /// Nomor lembaran sesuai dengan pengundangan peraturannya
    ///
    /// Tahun dan nomor Lembaran Negara, Tambahan Lembaran Negara, atau Berita Negara dibandingkan dengan data dasar
    /// hukum. Nomor yang belum diperiksa pada sumber resmi hanya menimbulkan pertanyaan.
    ///
    /// Sumber: UU 12/2011 tentang pengundangan; JDIH.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 125, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    "K308" "lembaran-beda" Galat since "0.2.0" => check
}

/// A number that differs: where it stands, what stands there, what should.
type Differs = (Range<usize>, i64, i64);

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (cited, passage) in context.cited() {
        let Some(law) = cited.law() else { continue };
        let (Some(sheet), Some(brackets)) = (&law.dasar.lembaran, &cited.sitasi.kurung) else { continue };
        let sure = sheet.kepastian() == Kepastian::Terverifikasi;
        let pair = |tahun: Option<i32>, nomor: Option<u32>| (tahun.map(i64::from), nomor.map(i64::from));
        let own = pair(Some(sheet.tahun()), Some(sheet.nomor()));
        let swapped =
            brackets.isi.iter().any(|l| l.seri == Seri::Lembaran && l.nomor.as_ref().map(|n| n.0) == sheet.tambahan());
        if swapped && sheet.tambahan().is_some() {
            continue;
        }
        for found in &brackets.isi {
            let expected = match found.seri {
                seri if seri == sheet.seri() => own,
                Seri::TambahanLembaran => pair(None, sheet.tambahan()),
                _ => continue,
            };
            let wrong = differing(found, expected);
            let [(range, ..), ..] = &wrong[..] else { continue };
            tell(context, passage, report, &law.dasar.nama(), found, range.clone(), expected, sure, &wrong);
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn tell(
    context: &Context<'_>,
    passage: &Passage<'_>,
    report: &mut Report<'_>,
    name: &str,
    found: &Lembar,
    place: Range<usize>,
    expected: (Option<i64>, Option<i64>),
    sure: bool,
    wrong: &[Differs],
) {
    let right = match expected {
        (Some(year), Some(number)) => format!("Tahun {year} Nomor {number}"),
        (_, number) => format!("Nomor {}", number.unwrap_or_default()),
    };
    let series = found.seri.nama();
    let place = context.place(passage.teks, place);
    if !sure {
        let message = format!("apakah {series} {name} benar {}? data mencatat {right}", wrong[0].1);
        report.at(place, message).hint("periksa di JDIH").unsure();
        return;
    }
    // A number is not rewritten unasked: it may be the rule that is another one.
    report
        .at(place, format!("{series} {name} ialah {right}, bukan {}", wrong[0].1))
        .hint(format!("tulis “{right}”, bila memang peraturan itu yang dimaksud"));
}

/// The numbers of a gazette that are not those of the data.
fn differing(found: &Lembar, (year, number): (Option<i64>, Option<i64>)) -> Vec<Differs> {
    let mut wrong = Vec::new();
    let mut see = |told: Option<(i64, Range<usize>)>, expected: Option<i64>| {
        if let (Some((told, range)), Some(expected)) = (told, expected)
            && told != expected
        {
            wrong.push((range, told, expected));
        }
    };
    see(found.tahun.clone().map(|(n, range)| (i64::from(n), range)), year);
    see(found.nomor.clone().map(|(n, range)| (i64::from(n), range)), number);
    wrong
}
