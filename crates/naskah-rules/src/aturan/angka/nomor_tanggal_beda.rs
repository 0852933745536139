//! A number that ends with a year or a month, beside a day of another one.

use naskah_core::language::numerals::dari_romawi;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::moments::moments;
use crate::{Context, Part, Passage, Report, declare_rule};

declare_rule! {
    /// Tahun dalam nomor naskah sama dengan tahun tanggalnya
    ///
    /// Nomor naskah dinas diberikan pada hari naskah itu ditandatangani, sehingga tahun (dan bulan dalam angka Romawi)
    /// di dalam nomornya sama dengan tahun dan bulan tanggalnya. Bulan yang berbeda hanya ditanyakan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// memperhatikan:
    ///   - Berita Acara Nomor 2/PL.02-BA/3322/2024 tanggal 2 Januari 2023 tentang Hasil Rapat Pleno
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// memperhatikan:
    ///   - Berita Acara Nomor 2/PL.02-BA/3322/2024 tanggal 2 Januari 2024 tentang Hasil Rapat Pleno
    /// ```
    "K809" "nomor-tanggal-beda" Peringatan since "0.4.0" => check
}

static NUMBERED: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\b[Nn]omor\s*:?\s*[^\s;,]*?/(?:([IVX]{1,4})/)?((?:19|20)[0-9]{2})\s*,?\s*",
        r"(?:(?:yang\s+)?(?:ber|ter)?tanggal)\s+([0-9]{1,2}\s+\p{L}{3,9}\s+(?:19|20)[0-9]{2})\b"
    ))
});

static OWN: Pattern = Pattern::new(|| pattern(r"/(?:([IVX]{1,4})/)?((?:19|20)[0-9]{2})\s*$"));

/// The year and the month at the end of the decree's own number.
fn own(context: &Context<'_>, report: &mut Report<'_>) {
    let (year, month) = (context.year(), context.day().map(|(_, month, _)| month));
    for passage in context.passages.iter().filter(|passage| passage.part == Part::Nomor) {
        let Some(found) = matches(&OWN, &passage.plain).next() else { continue };
        let [roman, own] = [1, 2].map(|at| group(&found, at));
        let shown = &passage.plain[own.clone()];
        let other = dari_romawi(&passage.plain[roman.clone()])
            .filter(|roman| month.is_some_and(|month| month as usize != *roman));
        if year != 0 && shown.parse() != Ok(year) {
            report
                .at(
                    context.place(passage.teks, own),
                    format!("nomor keputusan bertahun {shown}, keputusan ini tahun {year}"),
                )
                .hint("samakan tahun dalam nomor dengan tahun keputusan");
        } else if other.is_some() {
            report
                .at(
                    context.place(passage.teks, roman.clone()),
                    format!("bulan dalam nomor keputusan {}, bulan penetapannya lain", &passage.plain[roman]),
                )
                .hint("samakan bulan dalam nomor dengan tanggal keputusan");
        }
    }
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    own(context, report);
    for passage in context.passages.iter().filter(|passage| passage.plain.contains('/')) {
        for found in matches(&NUMBERED, &passage.plain) {
            let [month, year, day] = [1, 2, 3].map(|at| group(&found, at));
            let plain = &passage.plain;
            let Some(date) = moments(&plain[day.clone()]).into_iter().next() else { continue };
            let (own, other) = (&plain[year.clone()], date.year.unwrap_or_default());
            if own.parse() != Ok(other) {
                tell(
                    context,
                    report,
                    passage,
                    year.start..day.end,
                    &format!("nomor naskah ini bertahun {own}, tanggalnya {other}"),
                );
            } else if dari_romawi(&plain[month.clone()]).is_some_and(|month| month as u32 != date.month) {
                let message = format!("bulan dalam nomor naskah ini {}, bulan tanggalnya lain", &plain[month.clone()]);
                tell(context, report, passage, month.start..day.end, &message).unsure();
            }
        }
    }
}

fn tell<'r>(
    context: &Context<'_>,
    report: &'r mut Report<'_>,
    passage: &Passage<'_>,
    range: std::ops::Range<usize>,
    message: &str,
) -> crate::report::Finding<'r> {
    report.at(context.place(passage.teks, range), message).hint("samakan nomor dan tanggalnya menurut naskah aslinya")
}
