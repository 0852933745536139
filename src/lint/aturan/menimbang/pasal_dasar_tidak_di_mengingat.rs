//! A rule that Menimbang builds on and Mengingat does not have.

use crate::decree::Dasar;
use crate::lint::disebut::{self, Cited};
use crate::lint::tulisan::{self, Pattern, occurs, pattern};
use crate::lint::{Context, Report, declare_rule};

declare_rule! {
    /// Peraturan yang dilaksanakan menurut Menimbang ada dalam Mengingat
    ///
    /// Bila Menimbang menyebut pasal atau peraturan yang memerintahkan penetapan keputusan, peraturan itu menjadi dasar
    /// hukum. Peraturan perubahan dihitung bersama peraturan yang diubahnya.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 19 dan butir 24.
    ///
    /// Salah:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan ketentuan Pasal 20 ayat (2) Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019, perlu ditetapkan hari kerja
    /// mengingat: [uu-7-2017]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// menimbang:
    ///   - bahwa untuk melaksanakan ketentuan Pasal 20 ayat (2) Peraturan Komisi Pemilihan Umum Nomor 8 Tahun 2019, perlu ditetapkan hari kerja
    /// mengingat: [uu-7-2017, pkpu-8-2019]
    /// ```
    "K209" "pasal-dasar-tidak-di-mengingat" Peringatan since "0.2.0" => check
}

static ORDERED_BY: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?i)(?:\bpasal\s+[0-9]+[a-z]?\b[^;.]{0,80}?|\b(?:berdasarkan|melaksanakan|pelaksanaan|sesuai\s+dengan|amanat|menindaklanjuti|memenuhi)\s+",
        r"(?:\p{L}+\s+){0,4})$"
    ))
});
static AMENDING: Pattern = Pattern::new(|| {
    pattern(r"(?i)(?:diubah|dicabut|diganti)[\s\p{L},]{0,40}dengan\s+$|perubahan(?:\s+\p{L}+)?\s+atas\s+$")
});

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let mut bases = None;
    for (_, passage) in tulisan::menimbang(context) {
        for cited in disebut::cited(&passage.plain) {
            let before = &passage.plain[..cited.range.start];
            if !occurs(&ORDERED_BY, before) || occurs(&AMENDING, before) {
                continue;
            }
            let bases = bases.get_or_insert_with(|| in_mengingat(context));
            if bases.iter().any(|basis| basis.same(&cited)) || amended(context, bases, &cited) {
                continue;
            }
            let name = tulisan::quoted(&passage.plain[cited.range.clone()]);
            let finding = report
                .at(
                    context.place(passage.teks, cited.range.clone()),
                    format!("{name} mendasari pertimbangan ini, tetapi tidak ada dalam Mengingat"),
                )
                .hint("tambahkan peraturan itu ke `mengingat`, atau perbaiki nomor dan tahunnya");
            if cited.is_decree() || cited.year.is_none() {
                finding.unsure();
            }
        }
    }
}

/// Every rule that the printed Mengingat names: bases, what they amend, their amendments.
fn in_mengingat(context: &Context<'_>) -> Vec<Cited> {
    let printed = context.naskah.bagian.iter().filter(|part| part.label == "Mengingat").flat_map(|part| &part.butir);
    printed.flat_map(|item| disebut::cited(&item.teks.as_plain())).collect()
}

/// Whether a rule amends one that is there, though its own number is not printed.
fn amended(context: &Context<'_>, bases: &[Cited], cited: &Cited) -> bool {
    let broken = context
        .keputusan
        .mengingat
        .iter()
        .any(|dasar| matches!(dasar, Dasar::Id(id) if context.catalog.law(&id.value).is_none()));
    let names = |law: &crate::catalog::Law| disebut::cited(&format!("{} ", law.dasar.nama())).into_iter().next();
    let own = context.catalog.laws().iter().find(|law| names(law).is_some_and(|name| name.same(cited)));
    let parent = own.and_then(|law| context.catalog.law(&law.dasar.mengubah.as_ref()?.id)).and_then(names);
    broken || parent.is_some_and(|parent| bases.iter().any(|basis| basis.same(&parent)))
}
