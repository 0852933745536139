//! The columns of a table: as many as its width has room for, under heads of up to three rows.

use super::muat::Isi;
use super::naskah::{Pembuat, quoted};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Jenis {
    /// A place, which may be merged over rows.
    Tempat,
    Nama,
    Jabatan,
    Tugas,
    Alamat,
    Surel,
    Nik,
    Telepon,
    Tanggal,
    /// Numbers of so many digits.
    Bilangan(u64),
    Rupiah,
    Centang,
    Kosong,
}

use Jenis::{Alamat, Bilangan, Centang, Jabatan, Kosong, Nama, Nik, Rupiah, Surel, Tanggal, Telepon, Tempat, Tugas};

impl Jenis {
    /// So many letters never break in its cells.
    fn huruf(self) -> u64 {
        match self {
            Bilangan(angka) => angka + (angka.max(1) - 1) / 3,
            Centang | Kosong => 3,
            Tanggal => 11,
            Telepon => 14,
            Nik => 16,
            Rupiah => 17,
            _ => 9,
        }
    }

    /// So wide it is at least, in points, where letters of a size may become a little smaller.
    fn perlu(self, ukuran: u64) -> u64 {
        self.huruf() * 56 * ukuran / 100 + 12
    }

    /// A width that is given holds a turned head at least, and the part of an address that never breaks.
    fn tersempit(self, ukuran: u64) -> u64 {
        let huruf = if self == Surel { 12 * 56 * ukuran / 100 } else { ukuran * 5 / 4 };
        huruf + 12
    }

    /// Whether cells of words stand in it.
    pub fn berkata(self) -> bool {
        matches!(self, Tempat | Nama | Jabatan | Tugas | Alamat)
    }

    pub fn bilangan(self) -> bool {
        matches!(self, Bilangan(_))
    }
}

/// How columns are given widths.
#[derive(Clone, Copy, PartialEq)]
enum Cara {
    Tidak,
    Bobot,
    SebagianTetap,
    SemuaTetap,
}

/// The columns of a table.
pub struct Kolom {
    /// As YAML has them.
    pub pohon: Vec<String>,
    pub isi: Vec<Jenis>,
    /// The heads, row by row.
    pub kepala: [Vec<String>; 3],
    /// What is to stand in them, and the widths that are asked for, in points.
    pub muatan: Isi,
    pub diminta: Vec<Option<u64>>,
    cara: Cara,
    /// What each has beyond what it needs, where all widths are fixed.
    lebih: u64,
    ukuran: u64,
    /// So wide columns are on average.
    rata: u64,
    /// Whether heads must be short.
    sempit: bool,
}

/// Width of the column of numbers, in points.
pub const NOMOR: u64 = 29;

/// A width that is given to small columns, and one that leaves no room for words of capitals, in points.
const SEDANG: u64 = 37;
const SESAK: u64 = 50;

impl Kolom {
    /// Columns for a width.
    pub fn acak(p: &mut Pembuat, lebar: u64, ukuran: u64) -> Self {
        let bernomor = p.acak.chance(65);
        let banyak = if p.acak.chance(35) { p.acak.int(5, 20) } else { p.acak.int(2, 6) };
        let lebar = lebar - if bernomor { NOMOR } else { 0 };
        let isi = jenis(p, lebar, banyak, ukuran);
        let cara = match p.acak.int(1, 20) {
            1..=10 => Cara::Tidak,
            11..=15 => Cara::Bobot,
            16..=18 => Cara::SebagianTetap,
            _ => Cara::SemuaTetap,
        };
        let perlu: u64 = isi.iter().map(|one| one.perlu(ukuran)).sum();
        let banyak = isi.len() as u64;
        let lebih = lebar.saturating_sub(perlu) / banyak;
        let kurang = isi.iter().any(|one| one.perlu(ukuran) + lebih < one.tersempit(ukuran));
        let cara = if kurang && cara == Cara::SemuaTetap { Cara::Tidak } else { cara };
        let mut kolom = Self {
            pohon: Vec::new(),
            isi,
            kepala: Default::default(),
            muatan: Isi::new(banyak as usize),
            diminta: Vec::new(),
            cara,
            lebih,
            ukuran,
            rata: lebar / banyak,
            sempit: lebar / banyak < 75,
        };
        if bernomor {
            kolom.pohon.push("{judul: No, isi: nomor, lebar: 1 cm}".to_owned());
            kolom.kepala[0].push("No".to_owned());
        }
        let mut ke = 0;
        while ke < kolom.isi.len() {
            let (satu, sampai) = kolom.satu(p, ke, kolom.isi.len(), 0);
            kolom.pohon.push(satu);
            ke = sampai;
        }
        kolom
    }

    /// A column, or several under a head; and the next one after it.
    fn satu(&mut self, p: &mut Pembuat, ke: usize, sampai: usize, dalam: usize) -> (String, usize) {
        if dalam < 2 && sampai - ke > 1 && ke > 0 && p.acak.chance(25) {
            let akhir = (ke + p.acak.int(2, 4) as usize).min(sampai);
            let judul = self.judul(p, dalam, false);
            let mut anak = Vec::new();
            let mut at = ke;
            while at < akhir {
                let (satu, next) = self.satu(p, at, akhir, dalam + 1);
                anak.push(satu);
                at = next;
            }
            return (format!("{{judul: {}, kolom: [{}]}}", quoted(&judul), anak.join(", ")), akhir);
        }
        let jenis = self.isi[ke];
        let kecil = matches!(jenis, Bilangan(..=4) | Centang | Kosong);
        let putar = kecil && p.acak.chance(if self.sempit { 40 } else { 8 });
        let judul = if jenis == Nama { self.bernama(dalam) } else { self.judul(p, dalam, putar) };
        // A head that has no room in its column is turned.
        let putar = putar || (jenis != Nama && !self.muat(&judul, jenis, kecil));
        match putar {
            true => self.muatan.tegak(ke, dalam, &judul),
            false => self.muatan.ada(ke, &judul, true, false),
        }
        self.diminta.push(self.tetap(jenis, kecil));
        let mut out = format!("{{judul: {}", quoted(&judul));
        match jenis {
            Bilangan(_) => out.push_str(", isi: bilangan"),
            Centang => out.push_str(", isi: centang"),
            _ => {}
        }
        if putar {
            out.push_str(", putar: ya");
        }
        out.push_str(&self.lebar(p, jenis, kecil));
        (out + "}", ke + 1)
    }

    /// The width that a column is given, in points.
    fn tetap(&self, jenis: Jenis, kecil: bool) -> Option<u64> {
        match self.cara {
            Cara::SebagianTetap if kecil && self.rata >= SEDANG => Some(SEDANG),
            Cara::SebagianTetap if jenis == Nama && !self.sempit => Some(113),
            Cara::SemuaTetap => Some(jenis.perlu(self.ukuran) + self.lebih),
            _ => None,
        }
    }

    /// Whether the words of a head have room in its column, in bold capitals.
    fn muat(&self, judul: &str, jenis: Jenis, kecil: bool) -> bool {
        let huruf = judul.split(' ').map(|kata| kata.chars().count() as u64).max().unwrap_or_default();
        let perlu = huruf * 80 * self.ukuran / 100 + 12;
        match self.tetap(jenis, kecil) {
            Some(lebar) => perlu <= lebar,
            None => !kecil || self.rata >= SESAK || perlu <= self.rata,
        }
    }

    /// Whether sums, which are wider than what they sum, have room in its columns.
    pub fn dapat_dijumlah(&self) -> bool {
        matches!(self.cara, Cara::Tidak | Cara::Bobot) && self.rata >= SESAK
    }

    /// The width of a column as YAML has it.
    fn lebar(&self, p: &mut Pembuat, jenis: Jenis, kecil: bool) -> String {
        match (self.cara, self.tetap(jenis, kecil)) {
            (Cara::Bobot, _) if !self.sempit => p.acak.one(&["", ", lebar: 2", ", lebar: 3"]).to_owned(),
            (_, Some(lebar)) => {
                // In tenths of a millimetre, rounded down.
                let lebar = lebar * 3528 / 1000;
                format!(", lebar: '{},{:02} cm'", lebar / 100, lebar % 100)
            }
            _ => String::new(),
        }
    }

    fn bernama(&mut self, dalam: usize) -> String {
        self.kepala[dalam].push("Nama".to_owned());
        "Nama".to_owned()
    }

    /// A head that no other column has.
    fn judul(&mut self, p: &mut Pembuat, dalam: usize, putar: bool) -> String {
        // A fixed width has no room for long heads.
        let tetap = matches!(self.cara, Cara::SebagianTetap | Cara::SemuaTetap);
        let part = match tetap || (self.sempit && !putar) {
            true => "kepala-pendek",
            false if p.acak.chance(20) => "kepala-panjang",
            false => "kepala",
        };
        let kata = p.satu(part);
        let ada = self.kepala.iter().flatten().filter(|judul| judul.starts_with(&kata)).count();
        let judul = if ada == 0 { kata } else { format!("{kata} {}", ada + 1) };
        self.kepala[dalam].push(judul.clone());
        judul
    }
}

/// What columns hold, so that a width has room for what never breaks in them.
fn jenis(p: &mut Pembuat, lebar: u64, banyak: u64, ukuran: u64) -> Vec<Jenis> {
    let terkecil = Bilangan(1).perlu(ukuran);
    let mut isi = Vec::new();
    let mut sisa = lebar;
    for ke in 0..banyak {
        let kosong = terkecil * (banyak - 1 - ke);
        let ada = sisa.saturating_sub(kosong);
        let calon = if ke == 0 { [Tempat, Nama, Jabatan][p.acak.int(0, 2) as usize] } else { lain(p, &isi, banyak) };
        let satu = [calon, Bilangan(4), Bilangan(1)].into_iter().find(|one| one.perlu(ukuran) <= ada);
        let Some(satu) = satu.filter(|one| ke > 0 || one.berkata()) else { break };
        sisa -= satu.perlu(ukuran);
        isi.push(satu);
    }
    if isi.is_empty() { vec![Jabatan] } else { isi }
}

/// What a column holds that is not the first one.
fn lain(p: &mut Pembuat, isi: &[Jenis], banyak: u64) -> Jenis {
    if banyak > 8 && p.acak.chance(75) {
        return Bilangan(p.acak.int(1, 6));
    }
    let satu = match p.acak.int(0, 15) {
        0 => Jabatan,
        1..=3 => Tugas,
        4 => Alamat,
        5 => Surel,
        6 => Nik,
        7 => Telepon,
        8 => Tanggal,
        9..=11 => Bilangan(p.acak.int(1, 9)),
        12 => Rupiah,
        13 => Centang,
        14 => Kosong,
        _ => Nama,
    };
    match satu {
        Nama if isi.contains(&Nama) => Jabatan,
        _ if isi == [Tempat] && p.acak.chance(25) => Tempat,
        _ => satu,
    }
}
