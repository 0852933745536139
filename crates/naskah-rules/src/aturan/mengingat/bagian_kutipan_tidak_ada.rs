//! A citation that lacks number, year, body or title.

use crate::parts::titles::loose_year;
use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::catalog::{Kepastian, Law};
use naskah_core::diag::Level;
use naskah_core::language::citation::Peran;
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};
use naskah_core::reading::citations::{Cited, key};

declare_rule! {
    /// Kutipan peraturan menyebut jenis, lembaga, nomor, tahun, dan judulnya
    ///
    /// Tanpa salah satunya peraturan tidak dapat ditemukan. Nomor lama yang memuat tahunnya, seperti
    /// “5/Kpts/KPU-Kab/2015”, tidak memerlukan kata Tahun. Dalam Menimbang dan diktum judul boleh ditinggalkan bila peraturan itu ada dalam Mengingat.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; PKPU 1/2022 (kutipan di dalamnya).
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    "K312" "bagian-kutipan-tidak-ada" Galat since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    numberless(context, report);
    for (cited, passage) in context.cited().filter(|(cited, _)| !cited.sitasi.uud()) {
        match cited.sitasi.longgar {
            true => running(context, cited, passage, report),
            false => basis(context, cited, passage, report),
        }
    }
}

/// Running text: a number or year that is announced and does not follow, a year that its title makes one look for.
fn running(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    if let (Some(word), None) = (&cited.sitasi.kata_tahun, &cited.sitasi.tahun) {
        report
            .at(context.place(passage.teks, word.clone()), "tahun peraturan tidak disebut sesudah kata “Tahun”")
            .hint("tulis tahunnya");
        return;
    }
    let (sitasi, text) = (&cited.sitasi, &passage.plain);
    let whole = || context.place(passage.teks, sitasi.kepala());
    let old = sitasi.nomor.clone().is_some_and(|number| text[number].contains('/'));
    match (&sitasi.nomor, &sitasi.tahun, &sitasi.kata_nomor) {
        (None, Some(_), Some(_)) => drop(report.at(whole(), "nomor peraturan tidak disebut").hint("tulis nomornya")),
        (Some(_), None, Some(_)) if sitasi.kata_tentang.is_some() && !old && sitasi.bentuk.berlembaga => {
            report.at(whole(), "tahun peraturan tidak disebut").hint("tulis “Tahun …” sesudah nomornya");
        }
        _ => untitled(context, cited, passage, report),
    }
}

/// A rule with its year and title and without its number.
static NUMBERLESS: Pattern = Pattern::new(|| {
    pattern(r"\b((?:Undang-Undang|Peraturan(?:\s+[A-Z][A-Za-z/-]*){1,8}?)\s+Tahun\s+[0-9]{4})\s+tentang\s+[A-Z]")
});

/// Rules without their number where nothing is read as a citation.
fn numberless(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, passage) in context.passages.iter().enumerate().filter(|(_, passage)| passage.part.is_printed()) {
        let text = passage.plain.as_str();
        // The word before the year belongs to a name, and to no gazette.
        let open = |at: usize| text[..at].ends_with(char::is_alphabetic) && !text[..at].ends_with("Indonesia");
        if !text.match_indices(" Tahun ").any(|(at, _)| open(at)) {
            continue;
        }
        for found in matches(&NUMBERLESS, &passage.plain) {
            let range = group(&found, 1);
            let read = |cited: &&Cited<'_>| {
                cited.sitasi.kepala().start <= range.start && range.start < cited.sitasi.kepala().end
            };
            if passage.plain[range.clone()].contains("Nomor")
                || context.citations().within(at).any(|cited| read(&cited))
            {
                continue;
            }
            report
                .at(context.place(passage.teks, range), "nomor peraturan tidak disebut")
                .hint("tulis “Nomor …” di depan tahunnya")
                .at_most(Level::Peringatan);
        }
    }
}

static AMENDING: Pattern = Pattern::new(|| pattern(r"(?i)(?:diubah|dicabut|diganti)[\sa-zA-Z,]{0,40}$"));

/// The further numbers of a rule that several bodies made together, up to its title: "Nomor 13 Tahun 2012, Nomor 11 Tahun
/// 2012, dan Nomor 1 Tahun 2012 tentang …".
static SEVERAL: Pattern = Pattern::new(|| {
    pattern(r"(?i)^(?:\s*,?\s*(?:dan\s+)?Nomor\s*:?\s*[0-9A-Z][0-9A-Z./-]*(?:\s+Tahun\s+[0-9]{4})?)+\s*,?\s+tentang\b")
});

/// Whether a rule amends a legal basis, or is amended by it.
fn amends(context: &Context<'_>, rule: Option<&str>, basis: &Law) -> bool {
    let Some(rule) = rule else { return false };
    let parent = |law: &Law| law.dasar.mengubah.as_ref().map(|amends| amends.id.clone());
    parent(basis).as_deref() == Some(rule)
        || context.catalog.law(rule).and_then(parent).is_some_and(|parent| parent == basis.dasar.id)
}

/// A rule without its title in Menimbang or a diktum, where the decree says it nowhere before and Mengingat lacks it.
fn untitled(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    let sitasi = &cited.sitasi;
    let own = matches!(
        passage.part,
        Part::Menimbang(_)
            | Part::Diktum(_)
            | Part::Memperhatikan(_)
            | Part::Naskah(_)
            | Part::Sel { .. }
            | Part::Keterangan(_)
    );
    let formal = matches!(passage.part, Part::Menimbang(_) | Part::Diktum(_));
    let long = passage.plain[sitasi.sebutan.clone()].contains(char::is_lowercase);
    let named = own && (formal || long) && sitasi.bentuk.berlembaga;
    let rule = !cited.is_decree() && sitasi.nomor.is_some() && sitasi.tahun.is_some() && sitasi.peran == Peran::Pokok;
    if !named
        || !rule
        || sitasi.kata_tentang.is_some()
        || occurs(&AMENDING, &passage.plain[..sitasi.range.start])
        || occurs(&SEVERAL, &passage.plain[sitasi.kepala().end..])
    {
        return;
    }
    let own = key(sitasi, &passage.plain);
    let law = cited.law().map(|law| law.dasar.id.as_str());
    let based = context.citations().bases.iter().flatten().any(|basis| {
        basis.kunci == own
            || law == Some(basis.kunci.as_str())
            || basis.law.is_some_and(|base| amends(context, law, base))
    });
    let told = based
        || context.citations().all.iter().any(|other| {
            let text = context.passages.get(other.passage).map(|passage| passage.plain.as_str()).unwrap_or_default();
            other.passage <= cited.passage && other.sitasi.kata_tentang.is_some() && key(&other.sitasi, text) == own
        });
    if !told {
        let known = cited.law().map(|law| format!("tambahkan “tentang {}”", law.judul));
        report
            .at(context.place(passage.teks, sitasi.kepala()), "peraturan disebut tanpa judulnya")
            .hint(known.unwrap_or_else(|| "tambahkan “tentang …” dengan judul resminya".to_owned()))
            .at_most(Level::Peringatan);
    }
}

fn basis(context: &Context<'_>, cited: &Cited<'_>, passage: &Passage<'_>, report: &mut Report<'_>) {
    let (sitasi, text) = (&cited.sitasi, &passage.plain);
    let law = cited.law().filter(|law| law.dasar.kepastian != Kepastian::Belum);
    let whole = || context.place(passage.teks, sitasi.kepala());
    let right = law.map(|law| law.dasar.nama());
    let hint = right.as_ref().map(|name| format!("tulis “{name}”"));
    let missing = match (&sitasi.nomor, &sitasi.tahun) {
        _ if !sitasi.bentuk.berlembaga => Some("lembaga pembuat peraturan tidak disebut"),
        (None, _) => Some("nomor peraturan tidak disebut"),
        (Some(number), None) if !text[number.clone()].contains('/') => Some("tahun peraturan tidak disebut"),
        (Some(_), _) if sitasi.kata_nomor.is_none() => Some("kata “Nomor” tidak ditulis"),
        _ => None,
    };
    if let Some(message) = missing {
        let way_out = hint.unwrap_or_else(|| "tulis lengkap: jenis, lembaga, “Nomor …”, “Tahun …”".to_owned());
        report.at(whole(), message).hint(way_out);
    } else if sitasi.judul.is_none() && sitasi.peran != Peran::Dalam && !occurs(&SEVERAL, &text[sitasi.kepala().end..])
    {
        let known = law.map(|law| format!("tambahkan “tentang {}”", law.judul));
        report
            .at(whole(), "judul peraturan tidak disebut")
            .hint(known.unwrap_or_else(|| "tambahkan “tentang …” dengan judul resminya".to_owned()));
    }
    let title = sitasi.judul.as_ref().filter(|_| sitasi.peran != Peran::Dalam);
    if let Some(word) = title.and_then(|title| loose_year(text, title)) {
        report
            .at(context.place(passage.teks, word), "judul berakhir dengan kata “Tahun” tanpa tahunnya")
            .hint("tulis tahunnya, atau hapus kata itu, menurut judul aslinya");
    }
}
