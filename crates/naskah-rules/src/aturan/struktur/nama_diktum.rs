//! References to diktums that are not written as "Diktum KESATU".

use crate::parts::diktum_references;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::decree::Butir;
use naskah_core::diag::Level;
use naskah_core::language::capitals::in_capitals;
use naskah_core::language::numerals::{dari_nama_diktum, nama_diktum};
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::language::words::shortened;

declare_rule! {
    /// Diktum dirujuk dengan “Diktum” dan namanya dalam huruf kapital
    ///
    /// Rujukan ditulis sama dengan nama yang dicetak: “Diktum KESATU”, “Diktum KEDUA BELAS”. Bentuk lain seperti “diktum
    /// kesatu”, “Diktum PERTAMA”, atau “diktum ke-2” membuat pembaca mencari nama yang tidak ada.
    ///
    /// Sumber: Keputusan KPU 1442/2019 tentang perujukan antardiktum.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja sebagaimana dimaksud dalam diktum pertama diumumkan kepada masyarakat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Hari kerja sebagaimana dimaksud dalam Diktum KESATU diumumkan kepada masyarakat.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K113" "nama-diktum" Peringatan since "0.2.0" => check
}

static BARE: Pattern = Pattern::new(|| pattern(r"dimaksud\s+(?:dalam|pada)\s+(KE[A-Z]{3,}|PERTAMA\b)"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    quoted(context, report);
    // An old decree that names its decisions by hand is referred to by those names.
    if !context.keputusan.kepala.diktum.is_empty() {
        return;
    }
    for passage in &context.passages {
        if !matches!(passage.part, Part::Diktum(_) | Part::Naskah(_) | Part::Sel { .. }) || in_capitals(&passage.plain)
        {
            continue;
        }
        with_word(context, report, passage);
        if passage.plain.contains("KE") || passage.plain.contains("PERTAMA") {
            without_word(context, report, passage);
        }
    }
}

fn with_word(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let (teks, text) = (passage.teks, &passage.plain);
    let own = |named: &diktum_references::Named| !named.elsewhere && !named.after_other;
    for named in diktum_references::diktum(context.word_lists(), text).into_iter().filter(own) {
        let (Some(name), written) = (nama_diktum(named.number), &text[named.name.clone()]) else { continue };
        let word = named.word.then(|| named.range.start..named.range.start + "Diktum".len());
        let wrong_word = word.filter(|word| &text[word.clone()] != "Diktum");
        if written.split_whitespace().eq(name.split(' ')) && wrong_word.is_none() {
            continue;
        }
        let shown = &text[named.range.clone()];
        let mut finding = report
            .at(
                context.place(teks, named.range.clone()),
                format!("“{}” ditulis lain daripada nama diktum yang dicetak", shortened(shown)),
            )
            .hint(format!("tulis “Diktum {name}”"));
        let word_edit = wrong_word.as_ref().map(|word| context.replace(teks, word.clone(), "Diktum"));
        let name_edit = (written != name).then(|| context.replace(teks, named.name.clone(), &name));
        if word_edit != Some(None) && name_edit != Some(None) {
            finding = finding.cure(word_edit.flatten());
            finding.cure(name_edit.flatten());
        }
    }
}

/// "sebagaimana dimaksud dalam KESATU".
fn without_word(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    for start in matches(&BARE, &passage.plain).map(|found| group(&found, 1).start) {
        let Some((number, length)) = dari_nama_diktum(&passage.plain[start..]) else { continue };
        let name = nama_diktum(number).unwrap_or_default();
        if diktum_references::goes_elsewhere(context.word_lists(), &passage.plain[start + length..]) {
            continue;
        }
        report
            .at(context.place(passage.teks, start..start + length), "nama diktum dirujuk tanpa kata “Diktum”")
            .hint(format!("tulis “Diktum {name}”"))
            .cure(context.replace(passage.teks, start..start + length, &format!("Diktum {name}")));
    }
}

/// The names that quoted decisions of another decree bear, where none is called so. An old decree may well have a
/// "PERTAMA".
fn quoted(context: &Context<'_>, report: &mut Report<'_>) {
    for (item, list) in context.keputusan.diktum.iter().filter_map(|item| Some((item, item.rincian.as_ref()?))) {
        another(context, report, item, &list.kutipan);
        for (at, (name, item)) in list.kutipan.iter().zip(&list.butir).enumerate() {
            if list.kutipan[..at].contains(name) {
                report
                    .at(item.teks.span, format!("diktum {name} dikutip dua kali"))
                    .hint("periksa diktum mana yang dimaksud, atau satukan keduanya");
            }
            let base = name.split(' ').filter(|word| word.len() > 1).collect::<Vec<_>>().join(" ");
            let read = dari_nama_diktum(&base).filter(|(_, length)| *length == base.len());
            let right = read.and_then(|(number, _)| nama_diktum(number));
            if right.as_ref() == Some(&base) {
                continue;
            }
            let told = report.at(item.teks.span, format!("nama diktum yang dikutip, “{name}”, bukan nama diktum"));
            match right {
                Some(right) => told.hint(format!("apakah yang dimaksud “{right}”?")).unsure(),
                None => told.hint("tulis KESATU, KEDUA, dan seterusnya, seperti dalam keputusan yang diubah"),
            };
        }
    }
}

/// The one decision that a sentence changes, and the other one that is quoted below it.
fn another(context: &Context<'_>, report: &mut Report<'_>, item: &Butir, quoted: &[String]) {
    let lead = item.teks.as_plain();
    let lower = lead.to_lowercase();
    let put_in = ["sisip", "tambah", "sesudah", "setelah", "di antara"].iter().any(|word| lower.contains(word));
    let all = diktum_references::diktum(context.word_lists(), &lead);
    let ([named], [name], false) = (&all[..], quoted, put_in) else { return };
    if &lead[named.name.clone()] != name && nama_diktum(named.number).is_some_and(|named| !name.starts_with(&named)) {
        report
            .at(
                context.place(&item.teks, named.range.clone()),
                format!("yang diubah Diktum {}, yang dikutip diktum {name}", &lead[named.name.clone()]),
            )
            .hint("samakan keduanya")
            .at_most(Level::Peringatan);
    }
}
