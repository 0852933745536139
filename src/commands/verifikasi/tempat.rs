//! Where signatures belong on the pages of a decree: next to the name of who signs, in the row of a member, in the foot.

use naskah_core::resolve::Resolved;
use naskah_formats::pdf::{Jenis, Kotak, Letak, Pdf, Perubahan, Tambahan, Update};

use super::kedudukan::pihak;
use super::ucapan::plain;

/// How far from the name of a signer a signature may stand, in points: to the left and the right, above, below.
const NEAR: [f64; 3] = [230.0, 150.0, 80.0];

/// How far from the number before a member's dotted line a signature may reach, in points: to the right, above, below.
const ROW: [f64; 3] = [170.0, 34.0, 8.0];

/// The places of a decree.
#[derive(Debug)]
pub struct Tempat {
    /// How high the foot of its pages is: below it stands nothing that the decree says.
    foot: f64,
    /// The names of those who sign beside the signer, in the order of their rows.
    anggota: Vec<String>,
    /// Everybody who signs, in the order of [`super::kedudukan::pihak`].
    nama: Vec<String>,
}

/// Where a signature stands.
#[derive(Debug, Default)]
pub struct Tapak {
    /// Whose places may be meant, the nearest first.
    pub orang: Vec<usize>,
}

impl Tempat {
    /// The places of a decree.
    pub fn of(resolved: &Resolved) -> Self {
        let naskah = resolved.naskah();
        let foot = naskah.halaman.margin.bawah.min(naskah.halaman.margin_lanskap.bawah);
        let anggota = naskah.penutup.anggota.iter().map(|name| name.as_plain()).collect();
        let nama = pihak(resolved).into_iter().map(|one| one.nama).collect();
        Self { foot, anggota, nama }
    }

    /// The places of a decree that nobody knows: all of a page may be one.
    pub fn anywhere() -> Self {
        Self { foot: f64::INFINITY, anggota: Vec::new(), nama: Vec::new() }
    }

    /// Where a signature stands.
    pub fn tapak(&self, addition: &Tambahan, base: &Pdf) -> Tapak {
        if let (Jenis::TandaTangan(field), true) = (&addition.jenis, addition.tampilan.bawaan) {
            return Tapak { orang: vec![self.of_field(field)] };
        }
        let Some((page, place)) = addition.tempat_bukti().filter(|(_, place)| place.is_seen()) else {
            return Tapak::default();
        };
        let orang = match self.member(base, page, place) {
            Some(nth) => vec![nth + 1],
            None if self.is_in_foot(place) => Vec::new(),
            None => near(place, base, page, &self.nama),
        };
        Tapak { orang }
    }

    /// Whose field one is that was made with the PDF, by its name.
    fn of_field(&self, name: &str) -> usize {
        let last = self.nama.len().saturating_sub(1);
        let rest = name.strip_prefix("TandaTangan").unwrap_or_default();
        match rest.trim_end_matches(|char: char| char.is_ascii_digit()) {
            "Anggota" => rest.strip_prefix("Anggota").and_then(|nth| nth.parse().ok()).unwrap_or(last).min(last),
            "Pendamping" => (self.anggota.len() + 1).min(last),
            "Pengesah" => last,
            _ => 0,
        }
    }

    /// Whether a place lies within the foot.
    pub fn is_in_foot(&self, place: Kotak) -> bool {
        let [.., top] = place.sisi();
        top <= self.foot
    }

    /// An update without the changes that are none: in the foot of a page a signature may stand beside a word, and a member
    /// signs behind the number of his row, on its dotted line.
    pub fn accepts(&self, mut update: Update, base: &Pdf) -> Update {
        let own: Vec<(usize, Letak, Kotak)> = update
            .tambahan
            .iter()
            .filter_map(|one| one.tempat_bukti())
            .map(|(page, place)| (page, place.sisi().map(|side| (side * 100.0).round() as i64), place))
            .collect();
        let place_of =
            |page: usize, letak: &Letak| own.iter().find(|one| one.0 == page && one.1 == *letak).map(|one| one.2);
        update.perubahan.retain(|change| match change {
            Perubahan::Menyambung(page, _, letak) => place_of(*page, letak)
                .is_none_or(|place| !self.is_in_foot(place) && self.member(base, *page, place).is_none()),
            Perubahan::MenutupiGambar(page, letak) | Perubahan::MenutupiGaris(page, letak) => {
                place_of(*page, letak).is_none_or(|place| self.member(base, *page, place).is_none())
            }
            _ => true,
        });
        update
    }

    /// The member in whose row a place is, from 0.
    fn member(&self, base: &Pdf, page: usize, place: Kotak) -> Option<usize> {
        let words = base.words(page);
        let [left, bottom, right, top] = place.sisi();
        let [aside, above, below] = ROW;
        let found = self.anggota.iter().enumerate().find(|(nth, name)| {
            let number = format!("{}.", nth + 1);
            let first = name.split_whitespace().next().map(plain).unwrap_or_default();
            let rows = words
                .windows(2)
                .filter(|pair| matches!(pair, [one, two] if one.teks == number && plain(&two.teks) == first));
            rows.filter_map(|pair| pair.first()).any(|begin| {
                let [start, base_line, ..] = begin.kotak.sisi();
                words.iter().any(|word| {
                    let [l, b, r, _] = word.kotak.sisi();
                    let same = (b - base_line).abs() < 3.0 && l > start + 20.0 && word.teks == number;
                    same && left >= r - 1.0 && right <= r + aside && bottom >= b - below && top <= b + above
                })
            })
        });
        found.map(|(nth, _)| nth)
    }
}

/// Whose place on the page it is: the one whose name stands nearest, and whoever else's name the place is as wide as, or
/// stands beyond it, where it lies between both.
fn near(place: Kotak, base: &Pdf, page: usize, names: &[String]) -> Vec<usize> {
    let words = base.words(page);
    let folded: Vec<String> = words.iter().map(|word| plain(&word.teks)).collect();
    let [aside, above, below] = NEAR;
    let [left, bottom, right, top] = place.sisi();
    let far = |name: &String| -> Option<Dekat> {
        let due: Vec<String> = name.split_whitespace().map(plain).collect();
        let at = folded.windows(due.len().max(1)).enumerate().filter(|(_, part)| **part == due[..]);
        let found = at.filter_map(|(at, _)| {
            let [a, b, c, d] = words.get(at).map_or([0.0; 4], |word| word.kotak.sisi());
            let end = words.get(at + due.len().saturating_sub(1)).map_or(c, |word| word.kotak.sisi()[2]).max(c);
            let apart = (left - end).max(a - right).max(0.0);
            let level = apart == 0.0 || left > a - aside && right < end + aside;
            let near = level && top < d + above && bottom > b - below;
            let middle = (b + d) / 2.0;
            let jarak = ((bottom + top) / 2.0 - middle).abs() + apart;
            near.then_some(Dekat { jarak, di_bawah: apart == 0.0, sisi: [a, end], tinggi: middle })
        });
        found.min_by(|one, other| one.jarak.total_cmp(&other.jarak))
    };
    let mut near: Vec<(Dekat, usize)> =
        names.iter().enumerate().filter_map(|(at, name)| Some((far(name)?, at))).collect();
    near.sort_by(|(one, _), (other, _)| one.jarak.total_cmp(&other.jarak));
    let Some(first) = near.first().map(|(first, _)| *first) else { return Vec::new() };
    let beside = |one: &Dekat| {
        let apart = one.sisi[0] >= first.sisi[1] || one.sisi[1] <= first.sisi[0];
        let both = first.di_bawah && one.di_bawah;
        // Between the columns it may be either's.
        let between = !first.di_bawah && !one.di_bawah && (one.sisi[0] >= right) != (first.sisi[0] >= right);
        apart && (both || between) && (one.tinggi - first.tinggi).abs() < above
    };
    let mut own = near.into_iter();
    let nearest = own.next().map(|(_, at)| at);
    nearest.into_iter().chain(own.filter(|(one, _)| beside(one)).map(|(_, at)| at)).collect()
}

/// Where a name stands beside a place.
#[derive(Debug, Clone, Copy)]
struct Dekat {
    jarak: f64,
    /// Whether the place lies over or under a part of it.
    di_bawah: bool,
    /// Its left and right side.
    sisi: [f64; 2],
    tinggi: f64,
}
