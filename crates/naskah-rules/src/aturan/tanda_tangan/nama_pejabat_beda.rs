//! A name in the text that is that of an official but for a letter or two.

use naskah_core::diag::distance;

use crate::words::Kind;
use crate::{Context, Part, Report, Role, declare_rule};

declare_rule! {
    /// Nama pejabat di dalam naskah sama dengan namanya pada profil kantor
    ///
    /// Nama yang hanya berbeda satu atau dua huruf dari nama pejabat kantor biasanya salah ketik. Orang lain yang bernama
    /// hampir sama dapat ditandai dengan `# naskah: abaikan`.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja diawasi oleh Surya Pratamma.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: SURYA PRATAMA}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja diawasi oleh Ketua.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K709" "nama-pejabat-beda" Peringatan since "0.4.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let signed = context
        .passages
        .iter()
        .filter(|passage| passage.role == Role::Person)
        .map(|passage| passage.plain.to_lowercase());
    let office = context.kantor.pejabat.values().map(|person| person.nama.to_lowercase());
    let persons: Vec<String> = office.chain(signed).collect();
    // A name that is only a place to fill in names nobody.
    let telling = |name: &&String| name.contains(' ') && name.len() > 9 && !name.starts_with("nama ");
    let persons: Vec<&String> = persons.iter().filter(telling).collect();
    if persons.is_empty() {
        return;
    }
    for (passage, text) in context.all_worded() {
        if !matches!(passage.part, Part::Diktum(_) | Part::Sel { .. } | Part::Menimbang(_) | Part::Naskah(_))
            || text.capitals
        {
            continue;
        }
        for name in &persons {
            let length = name.split(' ').count();
            for words in text.words.windows(length) {
                let named = words.iter().all(|word| matches!(word.kind, Kind::Capital | Kind::Upper));
                let (Some(first), Some(last)) = (words.first(), words.last()) else { continue };
                let range = first.range.start..last.range.end;
                let shown = passage.plain[range.clone()].to_lowercase();
                let same_words = shown.split(' ').zip(name.split(' ')).filter(|(a, b)| a == b).count();
                let near = named && shown != **name && same_words + 1 >= length && distance(&shown, name) < 3;
                if near && !persons.contains(&&shown) {
                    report
                        .at(
                            context.place(passage.teks, range),
                            "nama ini hampir sama dengan nama pejabat kantor, tetapi berbeda",
                        )
                        .hint(format!("apakah yang dimaksud {}?", title(name)));
                }
            }
        }
    }
}

/// A name with its capitals.
fn title(name: &str) -> String {
    name.split(' ').map(naskah_core::language::capitals::capital).collect::<Vec<_>>().join(" ")
}
