//! The edits for programs: one object a line, as docs/skema/tinjau.schema.json describes it.

use serde_json::json;

use naskah_core::diag::Files;
use naskah_formats::word::balik::Suntingan;

/// Every edit on a line of its own.
pub fn lines(edits: &[Suntingan], files: &Files) -> String {
    let one = |(at, edit): (usize, &Suntingan)| {
        let place = edit.span.map(|span| {
            let (baris, kolom) = files.line_col(span.file, span.start);
            json!({"berkas": files.name(span.file), "baris": baris, "kolom": kolom, "awal": span.start, "akhir": span.end})
        });
        let oleh = edit.oleh.as_ref().map(|oleh| json!({"nama": oleh.nama, "hari": oleh.hari}));
        let object = json!({
            "nomor": at + 1,
            "keadaan": edit.jenis.word(),
            "nama": edit.tempat,
            "tempat": place,
            "lama": edit.lama,
            "baru": edit.baru,
            "oleh": oleh,
        });
        format!("{object}\n")
    };
    edits.iter().enumerate().map(one).collect()
}
