//! A title other than the one of the data.

use crate::parts::titles::Macam;
use crate::parts::titles::{Selisih, selisih};
use crate::{Context, Passage, Report, declare_rule};
use naskah_core::catalog::Kepastian;
use naskah_core::reading::citations::{Cited, name, year};

declare_rule! {
    /// Judul peraturan disebut huruf demi huruf seperti judul resminya
    ///
    /// Judul dibandingkan dengan data dasar hukum, juga judul yang disebut di dalam judul peraturan perubahan. Judul
    /// yang sudah diperiksa pada sumber resmi dan hanya berbeda sedikit diperbaiki; selebihnya ditanyakan. Peraturan
    /// yang tidak ada dalam data tidak diperiksa.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; JDIH.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Umum (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik (Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, Tambahan Lembaran Negara Republik Indonesia Nomor 4846)
    ///   - uu-7-2017
    /// ```
    "K310" "judul-beda" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, cited) in context.citations().all.iter().enumerate() {
        let Some(passage) =
            context.passages.get(cited.passage).filter(|_| cited.lurus() && !cited.resmi && !cited.tepat)
        else {
            continue;
        };
        let Some(found) = selisih(context, at, cited) else { continue };
        let sure = cited.harapan.as_ref().map_or(Kepastian::Belum, |expected| expected.kepastian);
        if cited.sitasi.longgar && (sure != Kepastian::Terverifikasi || found.beda.macam != Macam::Huruf) {
            continue;
        }
        tell(context, cited, passage, &found, sure, report);
    }
}

fn tell(
    context: &Context<'_>,
    cited: &Cited<'_>,
    passage: &Passage<'_>,
    found: &Selisih,
    sure: Kepastian,
    report: &mut Report<'_>,
) {
    use naskah_core::diag::Level;

    let beda = &found.beda;
    let name = name(&cited.sitasi, &passage.plain);
    let small = beda.huruf <= (found.panjang / 10).max(2);
    let written = passage.plain.get(beda.pertama.clone()).unwrap_or_default();
    let how = match (beda.macam, &*beda.seharusnya) {
        (Macam::Kapital, right) => {
            format!("huruf kapitalnya berbeda: “{}” seharusnya “{}”", short(written), short(right))
        }
        (Macam::Koma, right) => format!("tanda komanya berbeda: “{}” seharusnya “{}”", short(written), short(right)),
        (Macam::Huruf, "") => format!("berbeda {} huruf: “{}” tidak ada di dalamnya", beda.huruf, short(written)),
        (Macam::Huruf, right) => {
            format!("berbeda {} huruf: “{}” seharusnya “{}”", beda.huruf, short(written), short(right))
        }
    };
    let place = context.place(passage.teks, beda.pertama.clone());
    let official = cited.harapan.as_ref().map_or("", |expected| expected.judul.as_str());
    // Titles from before the spelling of 1972 are often cited in today's spelling.
    let old = year(&cited.sitasi) < 1973;
    let uncertain = old || sure == Kepastian::Belum || (sure == Kepastian::Umum && beda.macam != Macam::Huruf);
    if uncertain {
        let message = format!("apakah judul {name} benar ditulis demikian? dibanding data, {how}");
        report.at(place, message).hint(format!("cocokkan dengan naskah aslinya; data mencatat “{official}”")).unsure();
        return;
    }
    let finding = report
        .at(place, format!("judul {name} tidak sama dengan judul resminya, {how}"))
        .hint(format!("judul resminya: “{official}”"));
    let verified = sure == Kepastian::Terverifikasi;
    if !(verified && small && beda.macam == Macam::Huruf) {
        finding.at_most(Level::Peringatan);
    }
}

/// The first words of a part of a title.
fn short(words: &str) -> String {
    match words.char_indices().nth(60) {
        Some((at, _)) => format!("{} …", words[..at].trim_end()),
        None => words.to_owned(),
    }
}
