//! Mengingat: ids become citations with the amendments that were there on the decree's day.

use crate::catalog::{Catalog, DASAR, DasarHukum, Kepastian, Kutipan, Missing};
use crate::decree::Teks;
use crate::decree::butir::{Butir, Penomoran};
use crate::decree::keputusan::{Dasar, Keputusan};
use crate::diag::{Code, Diagnostic, Files, Sink, Spanned};

use super::{ButirCetak, daftar, teks};
use crate::language::citation::{id_dari_sebutan, id_dari_singkatan};
use crate::language::patterns::{Pattern, pattern};
use crate::language::typed_marks;

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
                abbreviated(&butir.teks, keputusan.apa_adanya, catalog, sink);
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

/// A kind of rule by its abbreviation at the beginning of a basis, or of the rule that an article is of; the constitution
/// anywhere.
const SINGKATAN: &str = concat!(
    r"(?i)^(?:pasal\s+\S+\s+(?:ayat\s+\S+\s+)?)?(?:(?:uu|pp|perppu|pkpu)\b",
    r"|(?:{awal-singkatan-peraturan}[\w-]*|{singkatan-peraturan})\s+(?:no(?:mor)?\b|\d))|\buud\b",
);

/// What makes a citation a whole one, whatever its kind is called.
static UTUH: Pattern = Pattern::new(|| pattern(r"(?i)\b(?:nomor|no)\b.+\b(?:tahun|thn|th)\b.+\b(?:tentang|ttg)\b"));

/// Reports a text that cites a basis by its id or in an abbreviated way, and would be printed so.
fn abbreviated(teks: &Teks, apa_adanya: bool, catalog: &Catalog, sink: &mut Sink) {
    let text = teks.as_plain();
    let rest = text.get(typed_marks::of_item(&text).map_or(0, |mark| mark.length)..).unwrap_or_default();
    let level = if apa_adanya { Diagnostic::peringatan } else { Diagnostic::galat };
    let marked = || id_dari_sebutan(rest).filter(|_| rest.len() < text.len());
    if let Some(id) = id_within(rest, catalog).or_else(marked) {
        let message = format!("`{id}` di dalam teks ini tidak menjadi kutipan; teksnya dicetak seperti yang diketik");
        sink.push(level(Code::DASAR, Some(teks.span), message).hint(only(&id)).hint(IN_FULL));
        return;
    }
    let whole = UTUH.as_ref().is_some_and(|utuh| utuh.is_match(rest));
    let message = "dasar hukum ini ditulis dengan singkatan dan dicetak seperti yang diketik";
    // Of a citation with its gazette the rules tell each word that is shortened.
    if let Some(id) = id_dari_singkatan(rest).filter(|id| !text.contains('(') && catalog.law(id).is_some()) {
        sink.push(Diagnostic::peringatan(Code::DASAR, teks.span, message).hint(only(&id)));
        return;
    }
    let short = catalog.kata().lists.pattern(SINGKATAN).is_some_and(|short| short.is_match(rest));
    if short && !whole {
        let hint = "tulis id-nya saja, yang dicari dengan `naskah dasar` dan nomor, tahun, atau kata dari judulnya";
        sink.push(level(Code::DASAR, Some(teks.span), message.to_owned()).hint(hint).hint(IN_FULL));
    }
}

/// The way out where the basis is in the data.
fn only(id: &str) -> String {
    format!("tulis `{id}` saja; kutipan lengkap beserta perubahannya dibuat program")
}

/// The way out where it is not.
const IN_FULL: &str = "atau tulis kutipan lengkapnya: jenis tanpa singkatan, nomor, tahun, dan judul";

/// The id of a known basis that stands as words of a text: `uu-7-2017 tentang …`, `uu 7-2017`.
fn id_within(text: &str, catalog: &Catalog) -> Option<String> {
    let core = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().replace(['_', '–'], "-");
    let words: Vec<String> = text.split_whitespace().map(core).collect();
    let known = |id: &String| id.contains('-') && catalog.law(id).is_some();
    let pairs = words.windows(2).filter(|pair| pair.iter().any(|word| word.contains('-'))).map(|pair| pair.join("-"));
    words.iter().cloned().chain(pairs).find(known)
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
        let (why, way) = match &rule.lembaran {
            Some(_) => ("belum terverifikasi", "periksa di JDIH; berkasnya"),
            None => ("tidak ada dalam data", "cari di JDIH, lalu isi `lembaran` dalam"),
        };
        let message = format!("nomor lembaran {} {why} dan tidak dicetak", rule.nama());
        let hint = format!("{way} {DASAR}/{0}.yaml, disalin ke folder kantor dengan `naskah dasar ubah {0}`", rule.id);
        sink.push(Diagnostic::peringatan(Code::BELUM_PASTI, id.span, message).hint(hint));
    }
    if kutipan.dasar.kepastian == Kepastian::Belum {
        let message = format!("judul dan nomor {} belum terverifikasi", kutipan.dasar.nama());
        let hint = format!("cocokkan dengan naskah aslinya, lalu perbaiki {DASAR}/{}.yaml", id.value);
        sink.push(Diagnostic::peringatan(Code::BELUM_PASTI, id.span, message).hint(hint));
    }
}
