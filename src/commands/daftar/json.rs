//! The list as JSON, one object a line; the form is kept by `docs/skema/daftar.schema.json`.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::json;

use super::baris::{Entri, Entry};
use super::{Daftar, Kelompok};
use crate::office::hubungan::{Hubungan, Terbitan};
use crate::office::register::KunciRingkas;
use crate::office::series::Konsep;
use naskah_core::diag::in_json;

/// An issued decree.
#[derive(Serialize)]
struct Keputusan<'a> {
    jenis: &'static str,
    #[serde(flatten)]
    kunci: Key<'a>,
    tanggal: &'a str,
    tentang: &'a str,
    pejabat: &'a str,
    halaman: usize,
    sidik: &'a str,
    keadaan: &'static str,
    sudah_ditetapkan: bool,
    diubah_oleh: Vec<Key<'a>>,
    dicabut_oleh: Vec<Key<'a>>,
    batal: Option<Batal<'a>>,
    dasar_berubah: Vec<Dasar<'a>>,
}

/// What tells a decree apart.
#[derive(Serialize)]
struct Key<'a> {
    kantor: &'a str,
    tahun: i32,
    seri: &'a str,
    nomor: &'a str,
}

/// A withdrawal.
#[derive(Serialize)]
struct Batal<'a> {
    alasan: &'a str,
    tanggal: Option<&'a str>,
}

/// What became of a legal basis.
#[derive(Serialize)]
struct Dasar<'a> {
    id: &'a str,
    sebab: &'static str,
    oleh: Option<&'a str>,
}

impl<'a> From<&'a KunciRingkas<'_>> for Key<'a> {
    fn from(kunci: &'a KunciRingkas<'_>) -> Self {
        Self { kantor: &kunci.kantor, tahun: kunci.tahun, seri: &kunci.seri, nomor: &kunci.nomor }
    }
}

/// One object a line: decrees, drafts and gaps by series, then what amends or revokes what, then an issue that is not done.
pub fn lines(daftar: &Daftar<'_>) -> Vec<u8> {
    let mut out = Vec::with_capacity(512 * (daftar.count() + 1));
    for kelompok in &daftar.kelompok {
        for baris in &kelompok.baris {
            match baris {
                Entry::Terbit(entri) => line(&keputusan(entri), &mut out),
                Entry::Konsep(konsep) => line(&draft(konsep), &mut out),
            }
        }
        for (dari, sampai) in &kelompok.kosong {
            let Kelompok { kantor, tahun, seri, .. } = kelompok;
            let gap = json!({
                "jenis": "nomor-kosong", "kantor": kantor, "tahun": tahun, "seri": seri, "dari": dari, "sampai": sampai,
            });
            line(&gap, &mut out);
        }
    }
    daftar.hubungan.iter().for_each(|one| line(&relation(one, daftar.terbitan), &mut out));
    if let Some(message) = &daftar.terhenti {
        line(&json!({"jenis": "penerbitan-terhenti", "pesan": message}), &mut out);
    }
    out
}

fn line(value: &impl Serialize, out: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let text = serde_json::to_string(value).unwrap_or_default();
    out.extend(in_json(&text).bytes());
    out.push(b'\n');
}

fn keputusan<'a>(entri: &'a Entri<'_>) -> Keputusan<'a> {
    let Terbitan { kunci, terbit, batal } = entri.terbitan;
    let all = |list: &[&'a KunciRingkas<'_>]| list.iter().map(|kunci| Key::from(*kunci)).collect();
    Keputusan {
        jenis: "keputusan",
        kunci: kunci.into(),
        tanggal: &terbit.tanggal,
        tentang: &terbit.tentang,
        pejabat: &terbit.pejabat,
        halaman: terbit.halaman,
        sidik: terbit.sidik.pdf,
        keadaan: entri.keadaan().kata(),
        sudah_ditetapkan: terbit.sudah_ditetapkan,
        diubah_oleh: all(&entri.diubah),
        dicabut_oleh: all(&entri.dicabut),
        batal: batal.map(|batal| Batal { alasan: &batal.alasan, tanggal: batal.tanggal.as_deref() }),
        dasar_berubah: entri
            .dasar
            .iter()
            .map(|change| Dasar { id: &change.id, sebab: change.sebab.kata(), oleh: change.oleh.as_deref() })
            .collect(),
    }
}

fn draft(konsep: &Konsep) -> serde_json::Value {
    let Konsep { berkas, kunci, tentang, tanggal } = konsep;
    json!({
        "jenis": "konsep", "kantor": kunci.kantor, "tahun": kunci.tahun, "seri": kunci.seri, "nomor": kunci.nomor,
        "tanggal": tanggal, "tentang": tentang, "berkas": berkas.display().to_string(),
    })
}

fn relation(one: &Hubungan<'_>, terbitan: &[Terbitan<'_>]) -> serde_json::Value {
    let key = |at: usize| json!(Key::from(terbitan[at].kunci));
    json!({
        "jenis": one.kaitan.kata(), "oleh": key(one.oleh), "nama": Cow::Borrowed(one.nama), "sasaran": one.sasaran.map(key),
    })
}
