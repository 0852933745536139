//! The record by which the national network of legal documentation takes a decree over: fixed keys, every value a text.

use serde_json::json;

use super::{Bahan, abstrak};
use naskah_core::catalog::jdih::alamat;
use naskah_core::diag::in_json;

/// What the name of the record's file ends with.
pub const REKAM: &str = "-jdih.json";
/// What the name of the abstract's file ends with.
pub const ABSTRAK: &str = "-abstrak.pdf";
/// Stands where nothing is known, or where only books have something.
const TANPA: &str = "-";

/// The record as JSON.
pub fn json(bahan: &Bahan) -> Vec<u8> {
    let (kunci, terbit) = (&bahan.tercatat.kunci, &bahan.tercatat.terbit);
    let (meta, jdih) = (&bahan.resolved().naskah().meta, &bahan.kantor.jdih);
    let (berkas, abstract_file) = (bahan.berkas(".pdf"), bahan.berkas(ABSTRAK));
    let filled = |pattern: &Option<String>, file: &str| {
        pattern.as_ref().map_or(TANPA.to_owned(), |pattern| alamat(pattern, &kunci.nomor, kunci.tahun, file))
    };
    let record = json!({
        "idData": format!("{}-{}-{}-{}", kunci.kantor, kunci.tahun, kunci.seri, kunci.nomor),
        "tahun_pengundangan": kunci.tahun.to_string(),
        "tanggal_penetapan": terbit.tanggal,
        "tanggal_pengundangan": TANPA,
        "jenis": "Keputusan",
        "noPeraturan": kunci.nomor,
        "judul": meta.judul,
        "noPanggil": TANPA,
        "singkatanJenis": jdih.singkatan.as_deref().unwrap_or(TANPA),
        "tempatTerbit": terbit.tempat,
        "penerbit": TANPA,
        "deskripsiFisik": TANPA,
        "sumber": abstrak::sumber(bahan),
        "subjek": abstrak::subjek(bahan),
        "isbn": TANPA,
        "status": if bahan.berlaku() { "Berlaku" } else { "Tidak Berlaku" },
        "bahasa": "Indonesia",
        "bidangHukum": jdih.bidang,
        "teuBadan": format!("Indonesia. {}", bahan.kantor.nama_penuh()),
        "nomorIndukBuku": TANPA,
        "fileDownload": berkas,
        "urlDownload": filled(&jdih.unduhan, &berkas),
        "urlDetailPeraturan": filled(&jdih.laman, &berkas),
        "abstrak": abstract_file,
        "urlAbstrak": filled(&jdih.unduhan, &abstract_file),
        "operasi": "4",
        "display": "1",
    });
    in_json(&format!("{record:#}\n")).into_owned().into_bytes()
}
