//! Mengingat: ids become citations with the amendments that were there on the decree's day.

use crate::catalog::{Catalog, DASAR, DasarHukum, Kepastian, Kutipan, Missing};
use crate::decree::Teks;
use crate::decree::butir::{Butir, Penomoran};
use crate::decree::keputusan::{Dasar, Keputusan};
use crate::diag::{Code, Diagnostic, Files, Sink, Spanned};

use super::{ButirCetak, daftar, teks};
use crate::language::citation::id_dari_singkatan;

/// The legal bases as they are printed.
pub fn bind(
    keputusan: &Keputusan,
    koma_terakhir: bool,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Vec<ButirCetak> {
    let mut items = Vec::new();
    for dasar in &keputusan.mengingat {
        match dasar {
            Dasar::Teks(butir) => {
                abbreviated(&butir.teks, catalog, sink);
                items.push(butir.clone());
            }
            Dasar::Id { id, .. } => {
                let cited = cite(id, keputusan, koma_terakhir, catalog, files, sink);
                items.extend(cited.map(|text| Butir::sentence(teks(text, id.span))));
            }
        }
    }
    daftar::sentences(&items, Penomoran::AngkaTitik, if keputusan.tanpa_tanda_baca { "" } else { ";" })
}

/// Reports a text that cites a known basis in an abbreviated way: its id prints the citation in full.
fn abbreviated(teks: &Teks, catalog: &Catalog, sink: &mut Sink) {
    let text = teks.as_plain();
    // Of a citation with its gazette the rules tell each word that is shortened.
    let cited = id_dari_singkatan(&text).filter(|id| !text.contains('(') && catalog.law(id).is_some());
    let Some(id) = cited else { return };
    let message = "dasar hukum ini ditulis dengan singkatan dan dicetak seperti yang diketik";
    let hint = format!("tulis `{id}` saja; kutipan lengkap beserta perubahannya dibuat program");
    sink.push(Diagnostic::peringatan(Code::DASAR, teks.span, message).hint(hint));
}

fn cite(
    id: &Spanned<String>,
    keputusan: &Keputusan,
    koma_terakhir: bool,
    catalog: &Catalog,
    files: &mut Files,
    sink: &mut Sink,
) -> Option<String> {
    let dasar = match catalog.dasar_hukum(&id.value, files, sink) {
        Ok(dasar) => dasar,
        Err(Missing::Broken) => {
            sink.push(
                Diagnostic::galat(Code::DATA, id.span, format!("data dasar hukum `{}` tidak dapat dipakai", id.value))
                    .hint(super::MEND_DATA),
            );
            return None;
        }
        Err(Missing::Unknown) => {
            let hint = catalog.nearest_law(&id.value);
            let free = "dasar hukum di luar data dapat ditulis sebagai teks lengkap";
            let message = format!("dasar hukum `{}` tidak dikenal", id.value);
            sink.push(Diagnostic::galat(Code::DASAR, id.span, message).hint(hint).hint(free));
            return None;
        }
    };
    let induk = match &dasar.mengubah {
        Some(mengubah) => catalog.dasar_hukum(&mengubah.id, files, sink).ok(),
        None => None,
    };
    let day = keputusan.ditetapkan.tanggal.as_ref().map(|t| t.value);
    let perubahan = catalog.perubahan(&dasar.id, files, sink);
    let (year, own) = (keputusan.tahun.value, |d: &DasarHukum| d.mengubah_pada(day, keputusan.tahun.value));
    let counted: Vec<&DasarHukum> = perubahan.iter().filter(|d| own(d)).collect();
    // What was left out only because its day is unknown.
    for rule in perubahan.iter().filter(|d| !own(d) && d.tanggal.is_none() && d.ada_pada(day, year)) {
        let message = format!("tanggal {} tidak ada dalam data, jadi perubahan itu tidak dicetak", rule.nama());
        let hint = format!("bila sudah diundangkan pada hari itu, isi `tanggal` dalam {DASAR}/{}.yaml", rule.id);
        sink.push(Diagnostic::peringatan(Code::BELUM_PASTI, id.span, message).hint(hint));
    }
    let kutipan = Kutipan { dasar: &dasar, induk: induk.as_ref(), perubahan: &counted, koma_terakhir };
    if dasar.judul(induk.as_ref()).is_none() && dasar.mengubah.is_some() {
        let message =
            format!("judul `{}` tidak dapat dibentuk: peraturan yang diubahnya tidak ada dalam data", id.value);
        let hint = "tambahkan peraturan yang diubah ke data/dasar-hukum/, atau isi `tentang`";
        sink.push(Diagnostic::galat(Code::DATA, id.span, message).hint(hint));
        return None;
    }
    warn_unsure(&kutipan, id, sink);
    Some(kutipan.text())
}

fn warn_unsure(kutipan: &Kutipan<'_>, id: &Spanned<String>, sink: &mut Sink) {
    for rule in kutipan.tanpa_lembaran() {
        let message = format!("nomor lembaran {} belum terverifikasi dan tidak dicetak", rule.nama());
        let hint = format!(
            "periksa di JDIH; berkasnya {DASAR}/{0}.yaml, disalin ke folder kantor dengan `naskah dasar ubah {0}`",
            rule.id
        );
        sink.push(Diagnostic::peringatan(Code::BELUM_PASTI, id.span, message).hint(hint));
    }
    if kutipan.dasar.kepastian == Kepastian::Belum {
        let message = format!("judul dan nomor {} belum terverifikasi", kutipan.dasar.nama());
        let hint = format!("cocokkan dengan naskah aslinya, lalu perbaiki {DASAR}/{}.yaml", id.value);
        sink.push(Diagnostic::peringatan(Code::BELUM_PASTI, id.span, message).hint(hint));
    }
}
