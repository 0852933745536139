//! The shape of a result line for programs, from which `docs/skema/hasil.schema.json` is written.

use serde_json::{Map, Value, json};

use super::Count;

/// The JSON schema of a result line.
pub fn schema() -> Value {
    let text = |meaning: &str| json!({"type": "string", "description": meaning});
    let mut properties = Map::new();
    properties.insert("perintah".into(), text("perintah yang membuatnya"));
    let place = "berkas, folder, atau rentang berkas yang dibuat; null bila tidak ada berkas";
    properties.insert("hasil".into(), json!({"type": ["string", "null"], "description": place}));
    let changed = "false bila sudah ada dengan isi yang sama, atau tidak ada yang perlu diubah";
    properties.insert("berubah".into(), json!({"type": "boolean", "description": changed}));
    properties.insert("keputusan".into(), key());
    for count in Count::ALL {
        properties.insert(count.key().into(), json!({"type": "integer", "minimum": 0, "description": meaning(count)}));
    }
    let sidik = json!({"type": "string", "pattern": "^[0-9a-f]{64}$", "description": "sidik PDF asli"});
    properties.insert("sidik".into(), sidik);
    properties.insert("keterangan".into(), text("apa yang berubah, dalam kata-kata"));
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Hasil: satu baris hasil perintah mana pun dengan `--pesan json`",
        "type": "object",
        "additionalProperties": false,
        "required": ["perintah", "hasil", "berubah"],
        "properties": properties,
    })
}

/// What tells a decree from all others.
fn key() -> Value {
    json!({
        "type": "object",
        "description": "keputusan yang terbit, yang dibatalkan, atau yang dibuatkan salinan dan petikan",
        "additionalProperties": false,
        "required": ["kantor", "tahun", "seri", "nomor"],
        "properties": {
            "kantor": {"type": "string"},
            "tahun": {"type": "integer"},
            "seri": {"type": "string"},
            "nomor": {"type": "string"},
        },
    })
}

fn meaning(count: Count) -> &'static str {
    match count {
        Count::Halaman => "banyaknya halaman",
        Count::Berkas => "banyaknya berkas",
        Count::Tabel => "banyaknya tabel",
        Count::Baris => "banyaknya baris tabel",
        Count::Keputusan => "banyaknya keputusan dalam daftar",
        Count::Isian => "banyaknya tempat yang masih harus diisi",
        Count::Temuan => "banyaknya temuan yang dicatat bersama keputusan itu",
    }
}
