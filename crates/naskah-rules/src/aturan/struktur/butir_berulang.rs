//! The same diktum, consideration or item of a list twice.

use std::collections::HashMap;

use crate::{Context, Part, Report, declare_rule};
use naskah_core::decree::Butir;
use naskah_core::language::kosong;
use naskah_core::language::words::lower;

declare_rule! {
    /// Pertimbangan, diktum, dan butir rincian tidak diulang
    ///
    /// Butir yang sama dua kali biasanya tertinggal sewaktu menyalin; pembaca akan mencari bedanya.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang ragam bahasa, yang menghendaki kelugasan dan kehematan kata.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Petugas piket wajib hadir tepat waktu.
    ///   - Petugas piket wajib hadir tepat waktu.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Petugas piket wajib hadir tepat waktu.
    ///   - Petugas piket mengisi buku jaga.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K120" "butir-berulang" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let keputusan = context.keputusan;
    let parts: [(&str, &[Butir]); 3] = [
        ("pertimbangan", &keputusan.menimbang.butir),
        ("butir Memperhatikan", &keputusan.memperhatikan),
        ("diktum", &keputusan.diktum),
    ];
    for (what, items) in parts {
        twice(report, what, items);
    }
    for list in context.lists.iter().filter(|list| list.part.is_printed() && !matches!(list.part, Part::Sel { .. })) {
        twice(report, "butir", &list.rincian.butir);
    }
}

/// The items of a list that say what one before says.
fn twice(report: &mut Report<'_>, what: &str, items: &[Butir]) {
    let mut seen = HashMap::new();
    for item in items {
        let text: String = item.texts().iter().map(|teks| lower(&teks.as_plain()) + "\n").collect();
        let key = text.replace(['.', ';', ',', '\n'], "");
        // What is left to be filled in stands often.
        if !key.contains(char::is_alphabetic) || !kosong::tempat(&text).is_empty() {
            continue;
        }
        if let Some(first) = seen.insert(key, item.teks.span) {
            report
                .at(item.teks.span, format!("{what} ini sama dengan yang sebelumnya"))
                .label(first, "sudah ditulis di sini")
                .hint("hapus salah satunya");
        }
    }
}
