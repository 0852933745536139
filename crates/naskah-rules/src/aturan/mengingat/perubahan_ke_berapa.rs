//! The ordinal of an amendment is not its own.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::catalog::Kepastian;
use naskah_core::diag::Level;
use naskah_core::language::numerals::ke_berapa;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

declare_rule! {
    /// Urutan perubahan dalam judul sesuai dengan urutan yang sebenarnya
    ///
    /// “Perubahan Kedua”, “Perubahan Ketiga”, dan seterusnya adalah bagian judul resmi; urutannya dibandingkan dengan
    /// data dasar hukum. Perubahan yang terdahulu tidak disebut lagi di dalam judul. Keputusan perubahan melanjutkan urutan
    /// perubahan terakhir yang disebut dalam diktumnya.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 9–12; Keputusan KPU 42/2023 dan PKPU 21/2023 (kutipan di
    /// dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Keempat atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2023 Nomor 377)
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2019 Nomor 320) sebagaimana telah beberapa kali diubah, terakhir dengan Peraturan Komisi Pemilihan Umum Nomor 12 Tahun 2023 tentang Perubahan Kelima atas Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota (Berita Negara Republik Indonesia Tahun 2023 Nomor 377)
    /// ```
    "K316" "perubahan-ke-berapa" Galat since "0.2.0" => check
}

static DOUBLED: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(perubahan(?:\s+[a-zA-Z]+)?\s+atas\s+)perubahan(?:\s+[a-zA-Z]+)?\s+atas\b"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    doubled(context, report);
    chain(context, report);
    for (cited, passage) in context.cited().filter(|(cited, _)| !cited.sitasi.longgar) {
        let (Some(law), Some(order)) = (cited.law(), &cited.sitasi.urutan) else { continue };
        let Some(amends) = law.dasar.mengubah.as_ref().filter(|m| m.ke != order.ke) else { continue };
        let told = |ke: usize| match ke_berapa(ke).as_str() {
            "" => "Perubahan atas".to_owned(),
            word => format!("Perubahan {word} atas"),
        };
        let (name, right) = (law.dasar.nama(), told(amends.ke));
        let place = context.place(passage.teks, order.range.clone());
        if law.dasar.kepastian == Kepastian::Terverifikasi {
            report
                .at(place, format!("{name} berjudul “{right} …”, bukan “{} …”", told(order.ke)))
                .hint(format!("tulis “{right}”"))
                .cure(context.replace(passage.teks, order.range.clone(), &right));
        } else {
            report
                .at(place, format!("apakah judul {name} benar “{} …”? data mencatat “{right} …”", told(order.ke)))
                .hint("cocokkan dengan naskah aslinya")
                .unsure();
        }
    }
}

static OWN: Pattern = Pattern::new(|| pattern(r"(?i)^\s*perubahan(?:\s+([a-z]+))?\s+atas\s+keputusan\b"));
static CHAIN: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"\btelah\s+(beberapa\s+kali\s+)?diubah,?\s+(?:terakhir\s+)?dengan\s+Keputusan\b",
        r"(?:[^;]{1,200}?\btentang\s+(Perubahan(?:\s+([A-Z][a-z]+))?\s+atas)\b)?"
    ))
});
static NUMBER: Pattern = Pattern::new(|| pattern(r"\bNomor\s+[0-9][^\s]*\s+Tahun\s+[0-9]{4}\b"));

/// Which amendment a word names: the first has none.
fn ordinal(word: &str) -> Option<usize> {
    (1..100).find(|ke| ke_berapa(*ke).eq_ignore_ascii_case(word))
}

/// The decree's own place in the row of amendments, beside the last one before it that a diktum names.
fn chain(context: &Context<'_>, report: &mut Report<'_>) {
    let name = context.keputusan.tentang.as_plain();
    let own = matches(&OWN, &name).next().map(|found| group(&found, 1)).and_then(|word| ordinal(&name[word]));
    let Some(own) = own else { return };
    let Some(base) = matches(&NUMBER, &name).next().map(|found| &name[group(&found, 0)]) else { return };
    for passage in &context.passages {
        if !matches!(passage.part, Part::Diktum(_) | Part::Menimbang(_)) || !passage.plain.contains("diubah") {
            continue;
        }
        for found in matches(&CHAIN, &passage.plain) {
            let [whole, many, title, word] = [0, 1, 2, 3].map(|at| group(&found, at));
            // What was changed is the decree that this one changes.
            let before = matches(&NUMBER, &passage.plain[..whole.start]).last();
            if before.is_none_or(|before| &passage.plain[group(&before, 0)] != base) {
                continue;
            }
            let told = ordinal(&passage.plain[word]).filter(|_| !title.is_empty());
            let place = if title.is_empty() { whole } else { title.clone() };
            if told == Some(1) && !many.is_empty() {
                report
                    .at(
                        context.place(passage.teks, place),
                        "yang disebut perubahan pertama, padahal sudah beberapa kali diubah",
                    )
                    .hint("sebut perubahan yang terakhir, atau tulis “telah diubah dengan”")
                    .at_most(Level::Peringatan);
            } else if !follows(own, told, !many.is_empty()) {
                report
                    .at(
                        context.place(&context.keputusan.tentang, 0..name.len()),
                        "urutan perubahan dalam nama keputusan tidak melanjutkan perubahan sebelumnya",
                    )
                    .label(context.place(passage.teks, place), "perubahan sebelumnya")
                    .hint("periksa urutan keduanya")
                    .at_most(Level::Peringatan);
            }
        }
    }
}

/// Whether an amendment comes right after the last one, which is told by its ordinal, or by whether there were several.
fn follows(own: usize, last: Option<usize>, several: bool) -> bool {
    match (last, several) {
        (Some(last), _) => own == last + 1,
        (None, false) => own == 2,
        (None, true) => own > 2,
    }
}

/// "Perubahan Kedua atas Perubahan atas …", in the titles of others that the data do not have, and in the own name.
fn doubled(context: &Context<'_>, report: &mut Report<'_>) {
    let cited = context.cited().filter(|(cited, _)| cited.law().is_none());
    let titles = cited.filter_map(|(cited, passage)| Some((passage, cited.sitasi.judul.clone()?)));
    let own = context.passages.iter().filter(|passage| passage.part == Part::Tentang);
    let own = own.map(|passage| (passage, 0..passage.plain.len()));
    for (passage, title) in titles.chain(own) {
        let text = passage.plain.get(title.clone()).unwrap_or_default();
        let Some(range) = matches(&DOUBLED, text).next().map(|found| group(&found, 0)) else { continue };
        let range = title.start + range.start..title.start + range.end;
        report
            .at(context.place(passage.teks, range), "apakah perubahan yang terdahulu memang disebut dalam judul?")
            .hint("judul menyebut urutan perubahan dan peraturan asalnya saja: “Perubahan Ketiga atas …”")
            .unsure();
    }
}
