//! Whether an extract carries what was issued: its text must be the one that the frozen decree gives to such an extract.

use crate::office::register::{Buku, Tercatat};
use crate::office::remake::{self, Ulang};
use crate::office::sari::{self, Induk};
use crate::run::Run;
use naskah_core::bundle::Bundel;
use naskah_core::diag::{Code, Sink};
use naskah_core::resolve::{self, Bentuk, ButirCetak, Edition, PetikanCetak, Printable, Resolved};

use super::lapor::{Catatan, Hasil, Jawaban};

/// What of an extract differs from what was issued; and what of it another build may have written otherwise, of the
/// same rows. `None` where what was frozen cannot be read.
pub fn differing(
    tercatat: &Tercatat,
    bundel: &Bundel,
    resolved: &Resolved,
    buku: &Buku,
    run: &mut Run,
) -> Option<(Vec<String>, Vec<String>)> {
    let frozen = remake::beku(tercatat, buku, &mut Sink::default())?;
    let (mut out, mut written) = (Vec::new(), Vec::new());
    let clean = frozen.tersiar();
    // Since extracts carry of an office those alone whom they name, its file is another than the frozen one.
    let fewer = sari::siaran(&frozen, resolved.keputusan(), resolved.edition().oleh.as_deref());
    let issued = |path: &String| {
        let kept = [Some(&frozen), clean.as_ref(), fewer.as_ref()].into_iter().flatten();
        kept.filter_map(|bundel| bundel.bahan().berkas.get(path)).collect::<Vec<_>>()
    };
    let own = &bundel.bahan().berkas;
    let others = own.iter().filter(|(path, text)| !issued(path).contains(text)).map(|(path, _)| path.as_str());
    let (office, others): (Vec<&str>, Vec<&str>) = others.partition(|path| path.starts_with("data/kantor/"));
    for (paths, out) in [(office, &mut written), (others, &mut out)] {
        if !paths.is_empty() {
            out.push(format!("templat atau data: {}", paths.join(", ")));
        }
    }
    // Before extracts carried their rows alone they carried the text that was issued.
    let whole = tercatat.terbit.sidik.is_source(bundel.naskah());
    match taken(&frozen, resolved, run) {
        _ if whole => {}
        Some(text) if text == bundel.naskah() => {}
        Some(_) => written.push("isi petikan".to_owned()),
        None => out.push("isi petikan".to_owned()),
    }
    Some((out, written))
}

/// The text that the frozen decree gives to an extract of the same rows; `None` where it has no such rows.
fn taken(frozen: &Bundel, resolved: &Resolved, run: &mut Run) -> Option<String> {
    let mut sink = Sink::default();
    let mut files = run.files.clone();
    let ulang = Ulang::open(frozen, &run.catalog, &mut files);
    let asli = ulang.bind(&frozen.bahan().edisi, &mut files, &mut sink)?;
    let own = resolved.keputusan().petikan.as_ref()?;
    let kolom: Vec<String> = own.kolom.iter().map(|head| head.value.clone()).collect();
    let kunci = own.kunci.as_ref().map(|head| head.value.clone());
    [kunci, None].into_iter().find_map(|kunci| {
        let mut sink = Sink::default();
        let named = Edition { kunci, kolom: kolom.clone(), ..Edition::default() };
        let all =
            resolve::penerima(asli.resolved().keputusan(), &asli.resolved().naskah().lampiran, &named, &mut sink)?;
        let untuk = all.into_iter().map(|person| person.kunci).collect();
        let edition = Edition { bentuk: Bentuk::Petikan, untuk, ..resolved.edition().clone() };
        let edition = Edition { kunci: named.kunci, kolom: named.kolom, ..edition };
        let induk = Induk::open(&ulang, &edition, &mut files, &mut sink)?;
        let mut left: Vec<&PetikanCetak> = induk.rows().iter().collect();
        let mut same = |row: &PetikanCetak| {
            let at = left.iter().position(|other| said(other) == said(row))?;
            Some(left.remove(at).clone())
        };
        let rows = resolved.naskah().petikan.iter().map(&mut same).collect::<Option<Vec<_>>>()?;
        Some(induk.sari(&rows))
    })
}

/// What a row says, each text by itself.
fn said(row: &PetikanCetak) -> Vec<String> {
    fn texts(item: &ButirCetak, out: &mut Vec<String>) {
        out.push(item.teks.as_plain());
        item.rincian.iter().for_each(|item| texts(item, out));
        out.extend(item.penutup.as_ref().map(|text| text.as_plain()));
    }
    let mut out = vec![row.kelompok.as_ref().map_or(String::new(), |text| text.as_plain())];
    for line in &row.baris {
        out.push(line.label.as_plain());
        line.isi.iter().for_each(|item| texts(item, &mut out));
    }
    out
}

/// An extract cannot make its original again; that it is one of what was issued is told by the register alone.
pub fn weigh_fingerprint(jawaban: &mut Jawaban) {
    if matches!(jawaban.register, Catatan::Terbit { .. }) {
        return;
    }
    jawaban.answer(Hasil::TidakDapat, Code::PDF_TAK_DIPERIKSA);
    let remark =
        "petikan hanya membawa baris penerimanya: bahwa isinya dari keputusan yang terbit diperiksa dengan register";
    jawaban.alasan.push(remark.to_owned());
}
