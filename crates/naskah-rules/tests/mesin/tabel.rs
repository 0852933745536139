//! The tables: per kind, per place, per rule; and the list of what was missed in the half that may be seen.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::jenis::{Jenis, Tempat};
use crate::naskah::Naskah;
use crate::nilai::{Hasil, Temuan, Utuh};

/// What is counted.
#[derive(Default, Clone, Copy)]
struct Hitung {
    tanam: usize,
    /// Found at the place, by whatever rule.
    temu: usize,
    /// Found by a rule that is about it.
    nama: usize,
    /// The same, and not as a question only.
    tegas: usize,
    obat: usize,
    ketiga: usize,
    luar: usize,
}

impl Hitung {
    fn add(&mut self, jenis: &Jenis, one: &Hasil) {
        self.tanam += 1;
        let own = |kode: &str| jenis.owns(kode);
        let its = |finding: &&Temuan| (jenis.mana_saja || finding.sekitar) && own(finding.kode);
        let beside = |finding: &&Temuan| !its(finding) && !follows(one.tempat, finding.kode);
        let all = || one.kena.iter().chain(one.luar.iter().filter(its));
        self.temu += usize::from(all().next().is_some());
        self.nama += usize::from(all().any(|finding| own(finding.kode)));
        self.tegas += usize::from(all().any(|finding| own(finding.kode) && !finding.saran));
        self.obat += usize::from(one.sembuh);
        self.ketiga += usize::from(one.ketiga.is_some());
        self.luar += one.luar.iter().filter(beside).count();
    }

    fn row(self) -> String {
        let Self { tanam, temu, nama, tegas, obat, ketiga, luar } = self;
        format!("{tanam:>5} {temu:>5} {nama:>5} {tegas:>5} {obat:>5} {ketiga:>3} {luar:>3}")
    }
}

/// Whether a finding elsewhere follows from a slip in a name, which is repeated in other places.
fn follows(tempat: Tempat, kode: &str) -> bool {
    matches!(tempat, Tempat::Judul | Tempat::Kepala) && ["K401", "K207"].contains(&kode)
}

/// Whether a slip was found by a rule that is about it.
pub fn found(jenis: &Jenis, one: &Hasil) -> bool {
    let mut count = Hitung::default();
    count.add(jenis, one);
    count.nama > 0
}

/// Of a thousand certain slips, how many were found by a rule that is about them.
pub fn permille(kinds: &[Jenis], hasil: &[Hasil]) -> usize {
    let certain: Vec<_> = hasil.iter().filter(|one| kinds[one.jenis].pasti).collect();
    let found = certain.iter().filter(|one| found(&kinds[one.jenis], one)).count();
    found * 1000 / certain.len().max(1)
}

/// Everything that is printed.
pub fn table(kinds: &[Jenis], halves: &[Vec<Naskah>; 2], utuh: &[Vec<Utuh>; 2], hasil: &[Vec<Hasil>; 2]) -> String {
    let mut out = String::new();
    let _ = writeln!(
        out,
        "{} + {} decrees, {} kinds ({} certain), {} + {} slips\n\
         planted, found at the place, by a rule that is about it, not as a question, cured, third texts, findings elsewhere\n",
        halves[0].len(),
        halves[1].len(),
        kinds.len(),
        kinds.iter().filter(|jenis| jenis.pasti).count(),
        hasil[0].len(),
        hasil[1].len(),
    );
    let head = "tanam  temu  nama tegas  obat  3. luar";
    let _ = writeln!(out, "{:<34} {head} | {head}", "jenis");
    for (at, jenis) in kinds.iter().enumerate() {
        let name = format!("{}{}", jenis.nama, if jenis.pasti { "" } else { " ?" });
        line(&mut out, kinds, hasil, &name, |one| one.jenis == at);
    }
    line(&mut out, kinds, hasil, "PASTI", |one| kinds[one.jenis].pasti);
    line(&mut out, kinds, hasil, "TANYA", |one| !kinds[one.jenis].pasti);
    for (tempat, nama) in Tempat::ALL {
        line(&mut out, kinds, hasil, &format!("pasti: {nama}"), |one| one.tempat == tempat && kinds[one.jenis].pasti);
    }
    per_rule(&mut out, utuh, hasil);
    out
}

/// A line of the table: both halves of the slips that are asked for.
fn line(out: &mut String, kinds: &[Jenis], hasil: &[Vec<Hasil>; 2], name: &str, of: impl Fn(&Hasil) -> bool) {
    let rows = hasil.each_ref().map(|all| {
        let mut count = Hitung::default();
        all.iter().filter(|one| of(one)).for_each(|one| count.add(&kinds[one.jenis], one));
        count.row()
    });
    let _ = writeln!(out, "{name:<34} {} | {}", rows[0], rows[1]);
}

/// For each rule: slips it told of, wrong findings on untouched decrees and beside slips, third texts.
fn per_rule(out: &mut String, utuh: &[Vec<Utuh>; 2], hasil: &[Vec<Hasil>; 2]) {
    let mut rules: BTreeMap<&str, [[usize; 4]; 2]> = BTreeMap::new();
    for half in [0, 1] {
        let mut count = |kode, at: usize| rules.entry(kode).or_default()[half][at] += 1;
        hasil[half].iter().flat_map(|one| &one.kena).for_each(|finding| count(finding.kode, 0));
        utuh[half].iter().flat_map(|one| &one.temuan).for_each(|finding| count(finding.kode, 1));
        hasil[half].iter().flat_map(|one| &one.luar).for_each(|finding| count(finding.kode, 2));
        hasil[half]
            .iter()
            .filter_map(|one| one.ketiga.as_ref())
            .for_each(|(all, _)| all.iter().for_each(|kode| count(kode, 3)));
    }
    let _ = writeln!(out, "\n{:<8} {:>30} | {:>30}", "aturan", "di kekeliruan utuh luar ketiga", "(sama, tersimpan)");
    for (kode, [seen, kept]) in &rules {
        let row = |[hit, whole, beside, third]: [usize; 4]| format!("{hit:>13} {whole:>4} {beside:>4} {third:>6}");
        let _ = writeln!(out, "{kode:<8} {} | {}", row(*seen), row(*kept));
    }
    let cures =
        |half: &[Utuh]| half.iter().flat_map(|one| &one.temuan).filter(|finding| !finding.obat.is_empty()).count();
    let sum = |half: &[Utuh]| half.iter().map(|one| one.temuan.len()).sum::<usize>();
    let _ = writeln!(
        out,
        "\nuntouched decrees: {} + {} findings, {} + {} of them with a cure",
        sum(&utuh[0]),
        sum(&utuh[1]),
        cures(&utuh[0]),
        cures(&utuh[1])
    );
}

/// What the half in sight shows: wrong findings, missed slips, third texts, each with its sentence.
pub fn rinci(kinds: &[Jenis], utuh: &[Utuh], hasil: &[Hasil]) -> String {
    let mut out = String::from("# Findings on untouched decrees\n");
    for one in utuh {
        for finding in &one.temuan {
            let _ = writeln!(out, "{} {} {}\n    {}", one.nama, finding.kode, finding.pesan, finding.kutipan);
        }
    }
    out.push_str("\n# Slips that no rule of theirs told of\n");
    for one in hasil.iter().filter(|one| !found(&kinds[one.jenis], one)) {
        let jenis = &kinds[one.jenis];
        let others: Vec<&str> = one.kena.iter().map(|finding| finding.kode).collect();
        let sure = if jenis.pasti { "" } else { "?" };
        let _ = writeln!(
            out,
            "{}{sure} [{}] {} {} (told: {})\n    {}",
            jenis.nama,
            jenis.kode.join(" "),
            one.tempat.nama(),
            one.naskah,
            others.join(" "),
            one.kalimat.replace('\n', "⏎")
        );
    }
    out.push_str("\n# Findings elsewhere than the slip\n");
    for one in hasil {
        let jenis = &kinds[one.jenis];
        let its = |finding: &&Temuan| (jenis.mana_saja || finding.sekitar) && jenis.owns(finding.kode);
        let beside = |finding: &&Temuan| !its(finding) && !follows(one.tempat, finding.kode);
        for finding in one.luar.iter().filter(beside) {
            let _ = writeln!(
                out,
                "{} {} {}\n    at: {}\n    slip: {}",
                jenis.nama, finding.kode, finding.pesan, finding.kutipan, one.kalimat
            );
        }
    }
    out.push_str("\n# Third texts\n");
    for one in hasil {
        if let Some((all, text)) = &one.ketiga {
            let (nama, all) = (&kinds[one.jenis].nama, all.join(" "));
            let _ = writeln!(out, "{nama} {all}\n    slip: {}\n    made: {text}", one.kalimat);
        }
    }
    out
}
