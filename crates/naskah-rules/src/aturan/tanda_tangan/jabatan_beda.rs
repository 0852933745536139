//! A hand-written office, of the signer or of the certifier, is not that of the profile.

use std::ops::Range;

use crate::{Context, Report, declare_rule};
use naskah_core::catalog::{Jenjang, Pejabat};
use naskah_core::decree::Teks;
use naskah_core::language::words::{Word, difference, fold, words};

declare_rule! {
    /// Nama jabatan yang ditulis sendiri sama dengan nama jabatan dalam profil kantor
    ///
    /// Baris jabatan yang tertinggal dari kantor lain, dan nama Subbagian yang lain atau ditulis “Sub Bagian”, dicetak
    /// seperti ditulis. Bila baris itu dihapus, program mencetaknya dari profil.
    ///
    /// Sumber: PKPU 14/2020 tentang organisasi sekretariat KPU (Subbagian); KBBI tentang kata subbagian; profil kantor.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan:
    ///   di: Ungaran
    ///   tanggal: 2025-03-04
    ///   jabatan: [KETUA KOMISI PEMILIHAN UMUM, 'KABUPATEN DEMAK,']
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan:
    ///   di: Ungaran
    ///   tanggal: 2025-03-04
    ///   jabatan: [KETUA KOMISI PEMILIHAN UMUM, 'KABUPATEN SEMARANG,']
    /// ```
    "K707" "jabatan-beda" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    if context.kantor.badan.is_empty() {
        return;
    }
    let signer = context.kantor.pejabat.get(&decree.pejabat.value);
    if let Some(signer) = signer {
        let behalf = signer.atas_nama.as_ref().and_then(|id| context.kantor.pejabat.get(id));
        let wanted = post(context, behalf.unwrap_or(signer), behalf.map(|_| signer));
        compare(context, report, &lines_of(&decree.ditetapkan.jabatan), &wanted);
    }
    let block = lines_of(&decree.salinan.blok);
    let office: Vec<&Teks> = block.iter().copied().filter(|line| names_office(context, line)).collect();
    area(context, report, &office);
    if let Some(person) = decree.salinan.oleh.as_ref().and_then(|id| context.kantor.pejabat.get(&id.value)) {
        let from = block.iter().position(|line| fold(&line.as_plain()).contains("kepala"));
        let own: Vec<&Teks> = from.map(|from| block[from..].to_vec()).unwrap_or_default();
        compare(context, report, &own, &person.jabatan);
    }
}

fn lines_of(lines: &[Teks]) -> Vec<&Teks> {
    lines.iter().filter(|line| !line.is_empty()).collect()
}

/// The office as it is printed above the signature, without marks.
fn post(context: &Context<'_>, holder: &Pejabat, deputy: Option<&Pejabat>) -> String {
    let kantor = context.kantor;
    let area = if kantor.jenjang == Jenjang::Pusat { "" } else { &kantor.wilayah };
    let deputy = deputy.map(|person| person.jabatan.as_str()).unwrap_or_default();
    format!("{} {} {area} {deputy}", holder.jabatan, kantor.badan)
}

/// The words of lines put together, each with its line.
fn together(lines: &[&Teks]) -> (String, Vec<Range<usize>>) {
    let (mut text, mut places) = (String::new(), Vec::new());
    for line in lines {
        let start = text.len();
        text.push_str(&line.as_plain());
        places.push(start..text.len());
        text.push(' ');
    }
    (text, places)
}

/// A post without its body: "Ketua,".
fn nothing_but_post(context: &Context<'_>, report: &mut Report<'_>, lines: &[&Teks], own: &[Word], right: &[Word]) {
    let body = fold(&context.kantor.badan);
    let first = body.split(' ').next().unwrap_or_default();
    let named = own.iter().any(|word| word.folded == first || word.folded == "kpu" || word.folded == "kip");
    let same = own.first().zip(right.first()).is_some_and(|(own, right)| own.folded == right.folded);
    if let (true, false, true, Some(line)) = (same, named, own.len() < 3 && !first.is_empty(), lines.first()) {
        report
            .at(context.place(line, 0..line.as_plain().len()), "jabatan penanda tangan tidak menyebut lembaganya")
            .hint("lengkapi dengan nama lembaga, atau hapus baris ini agar dicetak dari profil kantor");
    }
}

/// Points at the line in which the written post parts from the one wanted.
fn compare(context: &Context<'_>, report: &mut Report<'_>, lines: &[&Teks], wanted: &str) {
    if lines.is_empty() {
        return;
    }
    let (text, places) = together(lines);
    let acting = ["plh", "plt", "a", "n", "an", "ttd", "selaku"];
    let mut own = words(&text);
    own.retain(|word| !acting.contains(&word.folded.as_str()));
    let mut right = words(wanted);
    let national = context.kantor.jenjang == Jenjang::Pusat;
    own.retain(|word| !(national && ["republik", "indonesia"].contains(&word.folded.as_str())));
    right.retain(|word| !acting.contains(&word.folded.as_str()));
    nothing_but_post(context, report, lines, &own, &right);
    // A shorter form leaves words out and names nothing else.
    let body = words(&context.kantor.badan);
    let holds = |part: &Word| own.iter().any(|word| word.folded == part.folded);
    let torn = body.first().is_some_and(holds) && !body.iter().all(holds);
    let mut rest = right.iter();
    if !torn && own.iter().all(|word| rest.any(|other| other.folded == word.folded)) {
        return;
    }
    let Some((here, _)) = difference(&own, &right) else { return };
    let at = places.iter().position(|place| place.contains(&here.start)).unwrap_or(0);
    let (Some(line), Some(place)) = (lines.get(at), places.get(at)) else { return };
    let range = here.start - place.start..here.end.min(place.end) - place.start;
    let message = match fold(&text).contains("sub bagian") && fold(wanted).contains("subbagian") {
        true => "tertulis “Sub Bagian”, dalam profil kantor “Subbagian”",
        false => "nama jabatan lain daripada dalam profil kantor",
    };
    let shown = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
    report
        .at(context.place(line, range), message)
        .hint(format!("menurut profil: {shown}; bila baris ini dihapus, jabatan dicetak dari profil"));
}

/// Whether a line of the certifying block names the secretariat's area.
fn names_office(context: &Context<'_>, line: &Teks) -> bool {
    let first = words(&line.as_plain()).first().map(|word| word.folded.clone()).unwrap_or_default();
    context.kantor.jenjang != Jenjang::Pusat && ["kabupaten", "kota", "provinsi"].contains(&first.as_str())
}

/// The area of the certifying block is the office's own.
fn area(context: &Context<'_>, report: &mut Report<'_>, lines: &[&Teks]) {
    for line in lines {
        let text = line.as_plain();
        if let Some((here, _)) = difference(&words(&text), &words(&context.kantor.wilayah)) {
            report
                .at(context.place(line, here), "wilayah pada pengesahan salinan lain daripada wilayah kantor")
                .hint(format!("menurut profil: {}", context.kantor.wilayah));
        }
    }
}
