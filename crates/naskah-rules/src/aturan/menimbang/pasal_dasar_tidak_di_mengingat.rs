//! A rule that Menimbang builds on and Mengingat does not have.

use crate::{Context, Part, Report, declare_rule};
use naskah_core::decree::Dasar;
use naskah_core::language::citation::Peran;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::shortened;
use naskah_core::reading::citations::{Cited, KunciPeraturan};

declare_rule! {
    /// Peraturan yang dilaksanakan menurut Menimbang ada dalam Mengingat
    ///
    /// Bila Menimbang menyebut pasal atau peraturan yang memerintahkan penetapan keputusan, peraturan itu menjadi dasar
    /// hukum. Peraturan perubahan dihitung bersama peraturan yang diubahnya.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 19 dan butir 24.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan ketentuan Pasal 20 ayat (2) Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota, perlu ditetapkan hari kerja
    /// mengingat: [uu-7-2017]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan ketentuan Pasal 20 ayat (2) Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019 tentang Tata Kerja Komisi Pemilihan Umum, Komisi Pemilihan Umum Provinsi, dan Komisi Pemilihan Umum Kabupaten/Kota, perlu ditetapkan hari kerja
    /// mengingat: [uu-7-2017, pkpu-8-2019]
    /// ```
    "K209" "pasal-dasar-tidak-di-mengingat" Peringatan since "0.2.0" => check
}

const ORDERED_BY: &str = r"(?i)(?:\bpasal\s+[0-9]+[a-z]?\b[^;.]{0,80}?|\b{sebelum-dasar}\s+(?:[a-zA-Z]+\s+){0,4})$";
static AMENDING: Pattern = Pattern::new(|| {
    pattern(r"(?i)(?:diubah|dicabut|diganti)[\sa-zA-Z,]{0,40}dengan\s+$|perubahan(?:\s+[a-zA-Z]+)?\s+atas\s+$")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(ordered) = context.word_lists().pattern(ORDERED_BY) else { return };
    let mut bases = None;
    for (cited, passage) in context.cited().filter(|(_, passage)| matches!(passage.part, Part::Menimbang(_))) {
        if cited.sitasi.peran == Peran::Dalam {
            continue;
        }
        let range = cited.sitasi.kepala();
        let before = &passage.plain[..range.start];
        if cited.sitasi.nomor.is_none() || !ordered.is_match(before) || occurs(&AMENDING, before) {
            continue;
        }
        let Some(bases) = bases.get_or_insert_with(|| in_mengingat(context)) else { return };
        let key = KunciPeraturan::of(cited, &passage.plain);
        if bases.iter().any(|basis| basis.same(&key)) || amends_one(context, bases, cited) {
            continue;
        }
        let name = shortened(&passage.plain[range.clone()]);
        let place = context.place(passage.teks, range);
        let way_out = "tambahkan peraturan itu ke `mengingat`, atau perbaiki nomor dan tahunnya";
        if cited.is_decree() || cited.sitasi.kata_tahun.is_none() {
            report.at(place, format!("apakah {name} perlu ada dalam Mengingat?")).hint(way_out).unsure();
        } else {
            let message = format!("{name} mendasari pertimbangan ini, tetapi tidak ada dalam Mengingat");
            report.at(place, message).hint(way_out);
        }
    }
}

/// Every rule that Mengingat names: bases, what they amend, their amendments; `None` where one is unknown.
fn in_mengingat(context: &Context<'_>) -> Option<Vec<KunciPeraturan>> {
    let mut found = Vec::new();
    for dasar in &context.keputusan.mengingat {
        let Dasar::Id { id, .. } = dasar else { continue };
        let law = context.catalog.law(&id.value)?;
        let parent = law.dasar.mengubah.as_ref().and_then(|amends| context.catalog.law(&amends.id));
        found.extend([Some(law), parent].into_iter().flatten().map(KunciPeraturan::of_law));
    }
    let written = context.citations().all.iter().filter(|cited| cited.dasar());
    found.extend(
        written.filter_map(|cited| Some(KunciPeraturan::of(cited, &context.passages.get(cited.passage)?.plain))),
    );
    Some(found)
}

/// Whether a rule amends one that is there, though its own number is not printed.
fn amends_one(context: &Context<'_>, bases: &[KunciPeraturan], cited: &Cited<'_>) -> bool {
    let amends = cited.law().and_then(|law| law.dasar.mengubah.as_ref());
    let parent = amends.and_then(|amends| context.catalog.law(&amends.id)).map(KunciPeraturan::of_law);
    parent.is_some_and(|parent| bases.iter().any(|basis| basis.same(&parent)))
}
