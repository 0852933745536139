//! Edits and values as pages send them and are told.

use serde_json::{Map, Value, json};

use super::jawab::Tolak;
use naskah_core::decree::keputusan;
use naskah_core::yaml::forbidden;
use naskah_formats::sunting::{Gagal, Isi, Jalan, Langkah, Ubah, ubah};

/// A value as JSON.
pub fn json(isi: &Isi) -> Value {
    match isi {
        Isi::Kosong => Value::Null,
        Isi::Teks(text) => json!(text),
        Isi::Daftar(items) => items.iter().map(self::json).collect(),
        Isi::Tabel(entries) => {
            Value::Object(entries.iter().map(|(key, value)| (key.clone(), self::json(value))).collect::<Map<_, _>>())
        }
    }
}

/// A value from JSON.
fn isi(value: &Value) -> Isi {
    match value {
        Value::Null => Isi::Kosong,
        Value::String(text) => Isi::Teks(text.clone()),
        Value::Array(items) => Isi::Daftar(items.iter().map(isi).collect()),
        Value::Object(entries) => Isi::Tabel(entries.iter().map(|(key, value)| (key.clone(), isi(value))).collect()),
        other => Isi::Teks(other.to_string()),
    }
}

/// A place as JSON: `["diktum", 0, "teks"]`.
pub fn path(di: &[Langkah]) -> Value {
    let step = |step: &Langkah| match step {
        Langkah::Kunci(key) => json!(key),
        Langkah::Butir(at) => json!(at),
    };
    di.iter().map(step).collect()
}

/// A place from JSON.
pub fn jalan(value: &Value) -> Option<Jalan> {
    let step = |step: &Value| match step {
        Value::String(key) => Some(Langkah::Kunci(key.clone())),
        other => other.as_u64().map(|at| Langkah::Butir(at as usize)),
    };
    value.as_array()?.iter().map(step).collect()
}

/// An edit from JSON.
pub fn of(value: &Value) -> Option<Ubah> {
    let di = jalan(&value["di"])?;
    let ke = || value["ke"].as_u64().map(|at| at as usize);
    Some(match value["apa"].as_str()? {
        "isi" => Ubah::Isi { di, teks: value["teks"].as_str()?.to_owned() },
        "sisip" => Ubah::Sisip { di, ke: ke()?, isi: isi(&value["isi"]) },
        "tambah" => Ubah::Tambah { di, kunci: value["kunci"].as_str()?.to_owned(), isi: isi(&value["isi"]) },
        "hapus" => Ubah::Hapus { di },
        "pindah" => Ubah::Pindah { di, ke: ke()? },
        "masuk" => Ubah::Masuk { di },
        "keluar" => Ubah::Keluar { di },
        _ => return None,
    })
}

/// The text with an edit made.
pub fn made(text: &str, edit: &Ubah) -> Result<String, Tolak> {
    let order: Vec<&str> = keputusan::SHAPE.fields.iter().map(|field| field.name).collect();
    ubah(text, edit, &order).map_err(|why| {
        let message = match why {
            Gagal::TakTerbaca => "berkas ini belum dapat dibaca sebagai YAML; perbaiki dahulu pada lembar YAML",
            Gagal::TakAda => "bagian itu tidak ada lagi dalam berkas",
            Gagal::TakUtuh => "perubahan itu tidak dapat ditulis dengan utuh; ubah pada lembar YAML",
        };
        let mark = if why == Gagal::TakUtuh { unprintable(edit) } else { None };
        Tolak::usang(mark.unwrap_or_else(|| message.to_owned()))
    })
}

/// The first character of a text that no page can show.
fn unprintable(edit: &Ubah) -> Option<String> {
    let text = match edit {
        Ubah::Isi { teks, .. } | Ubah::Sisip { isi: Isi::Teks(teks), .. } => teks,
        _ => return None,
    };
    let (at, mark) = text.chars().enumerate().find(|(_, c)| forbidden(*c))?;
    let (at, code) = (at + 1, mark as u32);
    Some(format!("huruf ke-{at} ialah aksara tak terlihat U+{code:04X}, yang tidak dapat dicetak; hapus aksara itu"))
}

/// Whether the text at a place is still the one that a page knows.
pub fn still(text: &str, value: &Value) -> bool {
    let (Some(di), Some(known)) = (jalan(&value["di"]), value.get("lama")) else { return false };
    if value["apa"] != "isi" {
        return false;
    }
    let tree = naskah_formats::sunting::read(text).map(|tree| Isi::of(&tree));
    tree.is_some_and(|tree| tree.at(&di).map(json).unwrap_or(Value::Null) == *known)
}
