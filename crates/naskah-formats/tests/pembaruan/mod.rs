//! Updates of a PDF, honest and hostile: of the honest none is a change, of the hostile all are.

mod acak;
mod jahat;
mod jujur;
mod siasat;
pub mod tulis;

use naskah_formats::pdf::gambar::{Cara, Terlihat, pandang};
use naskah_formats::pdf::{Pdf, Update, added};

/// What an update brought, against the PDF that was made.
fn weighed(base: &[u8], bytes: &[u8]) -> Update {
    let made = Pdf::open(base).expect("a PDF");
    assert!(bytes.starts_with(base));
    added(&made, bytes, base.len()).0
}

/// What a second renderer sees to differ, but for the places of signatures; a change in what cannot be drawn. It sees the
/// same where it draws only what may differ.
fn seen(base: &[u8], bytes: &[u8], update: &Update) -> Vec<Terlihat> {
    let kecuali: Vec<_> = update.tambahan.iter().filter_map(|one| one.tempat_bukti()).collect();
    let drawn = |semua| {
        let cara = Cara { kecuali: kecuali.clone(), semua, ..Cara::default() };
        pandang(base, bytes, &cara).map_or(vec![Terlihat::Banyak(0, 0)], |seen| seen.beda)
    };
    let all = drawn(true);
    assert_eq!(all, drawn(false));
    all
}

/// Numbers that look thrown, the same in every run.
pub struct Dadu(pub u64);

impl Dadu {
    /// Below a limit, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }
}

/// `NASKAH_PEMBARUAN=1000` makes as many, `NASKAH_PEMBARUAN_AWAL=5000` begins at another seed.
#[test]
fn what_is_no_change_looks_the_same() {
    let count = |name: &str, otherwise: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(otherwise);
    let from = count("NASKAH_PEMBARUAN_AWAL", 1);
    let base = tulis::dasar();
    let (mut same, mut changed) = (0, 0);
    for seed in from..from + count("NASKAH_PEMBARUAN", 400) {
        let mut dadu = Dadu(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let bytes: Vec<u8> = (0..64).map(|_| u8::try_from(dadu.below(256)).expect("a byte")).collect();
        let whole = acak::pembaruan(&base, &mut acak::Pilih::new(&bytes));
        let update = weighed(&base, &whole);
        match update.perubahan.is_empty() {
            true => {
                same += 1;
                assert_eq!(
                    seen(&base, &whole, &update),
                    [],
                    "seed {seed}\n{}",
                    String::from_utf8_lossy(&whole[base.len()..])
                );
            }
            false => {
                changed += 1;
                drop(seen(&base, &whole, &update));
            }
        }
    }
    println!("{changed} changed, {same} the same");
    assert!(same > 0 && changed > 0);
}

/// Updates that other programs made: `NASKAH_PEMBARUAN_BERKAS` names a folder of PDFs, `NASKAH_PEMBARUAN_DASAR` the PDFs
/// that they were made of. Those that bring no change are listed.
#[test]
fn updates_from_elsewhere_are_listed() {
    let files = |name: &str| {
        let folder = std::env::var_os(name).map(std::fs::read_dir).and_then(Result::ok);
        let paths = folder.into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
        let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|end| end == "pdf")).collect();
        paths.sort();
        paths.into_iter().filter_map(|path| Some((path.display().to_string(), std::fs::read(path).ok()?)))
    };
    let bases: Vec<_> = files("NASKAH_PEMBARUAN_DASAR").collect();
    for (name, bytes) in files("NASKAH_PEMBARUAN_BERKAS") {
        match bases.iter().find(|(_, base)| bytes.starts_with(base)) {
            None => println!("? {name}"),
            Some((_, base)) if weighed(base, &bytes).perubahan.is_empty() => println!("= {name}"),
            Some(_) => {}
        }
    }
}
