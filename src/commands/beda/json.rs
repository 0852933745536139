//! The comparison for programs: one object a line, as docs/skema/beda.schema.json describes it.

use serde_json::{Value, json};

use naskah_core::decree::Run;
use naskah_core::diag::{Files, in_json};

use super::report::{Isian, Laporan, Nasib, Satuan, Tempat};
use super::words::{Potong, Tanda};

/// Every change on a line of its own.
pub fn lines(laporan: &Laporan, files: &Files) -> String {
    laporan.changes().map(|satuan| in_json(&format!("{}\n", object(satuan, files))).into_owned()).collect()
}

fn object(satuan: &Satuan, files: &Files) -> Value {
    let place = |tempat: &Option<Tempat>| {
        tempat.as_ref().map(|tempat| {
            let (baris, kolom) = files.line_col(tempat.span.file, tempat.span.start);
            json!({
                "nama": tempat.nama,
                "judul": tempat.judul,
                "berkas": files.name(tempat.span.file),
                "baris": baris,
                "kolom": kolom,
                "awal": tempat.span.start,
                "akhir": tempat.span.end,
            })
        })
    };
    json!({
        "keadaan": satuan.nasib().word(),
        "bagian": satuan.bagian,
        "lama": place(&satuan.lama),
        "baru": place(&satuan.baru),
        "tanda_baca_saja": satuan.only_endings(),
        "isi": satuan.isi.iter().map(|isian| text(isian, satuan.nasib())).collect::<Vec<_>>(),
    })
}

fn text(isian: &Isian, nasib: Nasib) -> Value {
    let side = |tanda: Tanda, missing: Nasib| {
        let parts = isian.potong.iter().filter(|part| part.tanda == Tanda::Tetap || part.tanda == tanda);
        (nasib != missing).then(|| parts.map(Potong::plain).collect::<String>())
    };
    let pieces = isian.potong.iter().flat_map(|part| part.runs.iter().map(|run| piece(part.tanda, run)));
    json!({
        "nama": isian.nama,
        "pindah": isian.pindah,
        "sebelum": side(Tanda::Hapus, Nasib::Disisipkan),
        "sesudah": side(Tanda::Sisip, Nasib::Dihapus),
        "potongan": pieces.collect::<Vec<_>>(),
    })
}

fn piece(tanda: Tanda, run: &Run) -> Value {
    let gaya = match (run.miring, run.tebal) {
        (false, false) => "biasa",
        (true, false) => "miring",
        (false, true) => "tebal",
        (true, true) => "tebal-miring",
    };
    json!({"tanda": tanda.word(), "gaya": gaya, "teks": run.text})
}
