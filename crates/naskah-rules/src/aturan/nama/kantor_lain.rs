//! Another office or area is named in the decree's own texts.

use crate::parts::areas::{self, Own, PlaceName};
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::WordList;
use naskah_core::language::documents;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::clause_before;

declare_rule! {
    /// Isi keputusan menyebut kantor pembuatnya, bukan kantor lain
    ///
    /// Nama kantor atau wilayah lain biasanya tertinggal dari naskah yang disalin. Provinsi dari kantor itu, kabupaten
    /// dan kota di dalam provinsi pembuat, kutipan peraturan, dan surat yang diperhatikan tidak dihitung; wilayah lain
    /// tanpa nama komisi (misalnya dalam alamat) dan kerja sama dengan kantor lain ditanyakan. Keputusan yang diubah atau
    /// dicabut ialah keputusan kantor sendiri.
    ///
    /// Sumber: UU 7/2017 tentang Pemilihan Umum (wilayah kerja KPU).
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Hari Kerja berlaku bagi pegawai KPU Kabupaten Demak.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Hari Kerja berlaku bagi pegawai KPU Kabupaten Semarang dan dilaporkan kepada KPU Provinsi Jawa Tengah.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K406" "kantor-lain" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut own = None;
    for passage in &context.passages {
        let skipped =
            matches!(passage.part, Part::Mengingat(_) | Part::Memperhatikan(_) | Part::Penutup | Part::Salinan);
        if skipped || !passage.part.is_printed() || !areas::may_name(&passage.plain) {
            continue;
        }
        let Some(own) = own.get_or_insert_with(|| Own::of(context)) else { return };
        let citations = documents::named(context.word_lists(), &passage.plain);
        for place in areas::places_in(context.word_lists(), context.catalog.wilayah(), &passage.plain) {
            let exists = place.area.is_some();
            let cited = documents::within(&citations, &place.range) && !(place.commission && undone(passage));
            if exists && !own.covers_any(&place) && !cited {
                tell(context, report, passage, &place);
            }
        }
    }
}

static UNDONE: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:dicabut|mencabut|diubah|mengubah|perubahan\s+(?:\S+\s+)?atas)\b"));

/// Whether a text repeals or amends what it cites: an office does so with its own decrees alone.
fn undone(passage: &Passage<'_>) -> bool {
    matches!(passage.part, Part::Tentang | Part::Diktum(_)) && occurs(&UNDONE, &passage.plain)
}

fn tell(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>, place: &PlaceName<'_>) {
    let Some(name) = passage.plain.get(place.range.clone()) else { return };
    let span = context.place(passage.teks, place.range.clone());
    let before = clause_before(&passage.plain, place.range.start);
    let near = before.split_whitespace().next_back().unwrap_or_default();
    let together = context.word_lists().occurs(WordList::KantorLain, &before)
        || ["dari", "ke", "dengan", "antara"].contains(&near);
    let office = context.kantor.nama_penuh();
    if matches!(passage.part, Part::Disampaikan(_)) {
        // Others may well receive a copy; another province as the superior body hardly does.
        let higher = place.commission && place.level == "Provinsi";
        if higher {
            report
                .at(span, format!("`{name}` bukan provinsi kantor pembuat keputusan ini"))
                .hint(format!("kantor pembuat: {office}; periksa penerimanya"));
        }
    } else if place.commission && !together {
        report
            .at(span, format!("`{name}` bukan kantor pembuat keputusan ini"))
            .hint(format!("kantor pembuat: {office}; perbaiki bila nama ini tertinggal dari naskah lain"));
    } else if place.commission {
        let hint = format!("kantor pembuat keputusan ini {office}; apakah kantor lain memang dimaksud?");
        report.at(span, format!("`{name}` bukan kantor pembuat keputusan ini")).hint(hint).unsure();
    } else {
        let hint = format!("wilayah kantor pembuat {}; apakah wilayah lain memang dimaksud?", context.kantor.wilayah);
        report.at(span, format!("`{name}` di luar wilayah kantor pembuat")).hint(hint).unsure();
    }
}
