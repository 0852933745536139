//! The area that is meant, and what an office there is called.

use naskah_core::catalog::{Catalog, Daerah, Jenjang, Wilayah};

/// The office of an area.
pub struct Tempat {
    /// Id: `kab-semarang`.
    pub id: String,
    /// The body.
    pub badan: String,
    /// The area as the office names it.
    pub wilayah: String,
    /// Its level as it is written.
    pub jenjang: String,
    /// Its seat; empty where it is not known.
    pub tempat: String,
    /// The code of the area.
    pub kode: Option<String>,
    /// What a person should look at.
    pub ragu: Vec<String>,
}

/// What a part of a name leads to.
pub enum Found {
    /// One office.
    One(Tempat),
    /// Several areas.
    Several(Vec<String>),
    /// None.
    None,
}

/// The words for the national office.
const PUSAT: [&str; 3] = ["pusat", "ri", "republik indonesia"];

/// The code of the province whose offices have another name.
const ACEH: &str = "11";

/// The code of the province that is called `Daerah Istimewa …`.
const YOGYAKARTA: &str = "34";

/// Provinces that offices do not call `Provinsi …`, or whose name has changed: to be looked at.
const PERIKSA: [&str; 2] = ["31", YOGYAKARTA];

impl Tempat {
    /// The office with its area.
    pub fn lembaga(&self) -> String {
        match self.jenjang.as_str() {
            "pusat" => self.badan.clone(),
            _ => format!("{} {}", self.badan, self.wilayah),
        }
    }
}

/// The office that is meant.
pub fn find(asked: &str, catalog: &Catalog) -> Found {
    let words: Vec<String> = asked.split_whitespace().map(str::to_lowercase).collect();
    let own: Vec<&str> = words.iter().map(String::as_str).filter(|word| !matches!(*word, "kpu" | "kip")).collect();
    let asked = match own.join(" ").as_str() {
        "diy" => "daerah istimewa yogyakarta".to_owned(),
        other => other.to_owned(),
    };
    if PUSAT.contains(&asked.as_str()) {
        return Found::One(national());
    }
    let areas = catalog.wilayah();
    match &areas.matching(&asked)[..] {
        [] => Found::None,
        [one] => Found::One(office(one, areas)),
        several => Found::Several(several.iter().map(|area| area.nama_penuh()).collect()),
    }
}

fn national() -> Tempat {
    Tempat {
        id: "kpu-ri".into(),
        badan: "Komisi Pemilihan Umum".into(),
        wilayah: "Republik Indonesia".into(),
        jenjang: "pusat".into(),
        tempat: "Jakarta".into(),
        kode: None,
        ragu: Vec::new(),
    }
}

fn office(area: &Daerah, areas: &Wilayah) -> Tempat {
    let province = areas.province_of(area).map_or("", |province| province.kode.as_str());
    let badan = if province == ACEH { "Komisi Independen Pemilihan" } else { "Komisi Pemilihan Umum" };
    let (short, jenjang) = match area.jenjang {
        Jenjang::Kabupaten => ("kab", "kabupaten"),
        Jenjang::Kota => ("kota", "kota"),
        Jenjang::Kecamatan => ("kec", "kecamatan"),
        Jenjang::Desa => ("desa", "desa"),
        Jenjang::Provinsi | Jenjang::Pusat => ("prov", "provinsi"),
    };
    let wilayah = match area.kode.as_str() {
        ACEH => area.nama.clone(),
        YOGYAKARTA => "Daerah Istimewa Yogyakarta".to_owned(),
        _ => area.nama_penuh(),
    };
    let seat = area.ibu_kota.clone().or_else(|| (area.jenjang == Jenjang::Kota).then(|| area.nama.clone()));
    let doubt = PERIKSA.contains(&area.kode.as_str());
    let ragu = doubt.then(|| format!("periksa sebutan `{wilayah}` dalam berkas kantor: itulah yang dicetak"));
    let nama: String =
        area.nama.to_lowercase().chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    Tempat {
        id: format!("{short}-{nama}"),
        badan: badan.into(),
        wilayah,
        jenjang: jenjang.into(),
        tempat: seat.unwrap_or_default(),
        kode: Some(area.kode.clone()).filter(|kode| !kode.is_empty()),
        ragu: ragu.into_iter().collect(),
    }
}
