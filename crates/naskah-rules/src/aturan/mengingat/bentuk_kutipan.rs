//! Words of a citation that are written otherwise than citations are.

use std::ops::Range;

use crate::{Context, Part, Passage, Report, declare_rule};
use naskah_core::language::numerals::ke_berapa;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};
use naskah_core::reading::citations::{Cited, same_body, year};

declare_rule! {
    /// Kata-kata tetap dalam kutipan ditulis utuh dan menurut bentuknya
    ///
    /// Jenis dan lembaga ditulis utuh dengan huruf kapital pada awal setiap kata, tanpa “Republik Indonesia” sesudah
    /// nama lembaga; “Nomor” dan “Tahun” berhuruf kapital; “tentang” dan “atas” berhuruf kecil; nama lembaran ditulis
    /// “Lembaran Negara Republik Indonesia” atau “Berita Negara Republik Indonesia”.
    ///
    /// Sumber: UU 12/2011 Lampiran II tentang dasar hukum; KMK 527/KMK.01/2022 Lampiran II butir 32–33 dan 39; EYD V
    /// tentang huruf kapital.
    ///
    /// Salah:
    /// ```yaml
    /// mengingat:
    ///   - UU No. 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// mengingat:
    ///   - Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan (Lembaran Negara Republik Indonesia Tahun 2009 Nomor 152, Tambahan Lembaran Negara Republik Indonesia Nomor 5071)
    ///   - uu-7-2017
    /// ```
    "K313" "bentuk-kutipan" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    of_documents(context, report);
    for (cited, passage) in context.cited() {
        let head = &passage.plain[cited.sitasi.kepala()];
        let slipped = cited.sitasi.nomor.is_some() && has_slip(passage, cited);
        if !(cited.formal(passage.part) || (slipped && passage.part.is_printed())) || !head.contains(char::is_lowercase)
        {
            continue;
        }
        // A short name of a rule may stand in a lampiran; its number is told there and mended by hand.
        let short = !passage.plain[cited.sitasi.sebutan.clone()].contains(char::is_lowercase);
        if let (true, false, Some(word)) = (short, cited.formal(passage.part), &cited.sitasi.kata_nomor) {
            let written = &passage.plain[word.clone()];
            report
                .at(context.place(passage.teks, word.clone()), format!("“{written}” dalam kutipan ditulis “Nomor”"))
                .hint("tulis “Nomor”");
            continue;
        }
        let mut see = Seen { context, passage, report };
        body(cited, &mut see);
        let sitasi = &cited.sitasi;
        let lacks_body = !sitasi.bentuk.berlembaga && cited.law().is_some();
        for (range, right) in
            [(&sitasi.kata_nomor, "Nomor"), (&sitasi.kata_tahun, "Tahun"), (&sitasi.kata_tentang, "tentang")]
        {
            if let Some(range) = range.clone().filter(|_| !lacks_body || right == "tentang") {
                see.word(range, right);
            }
        }
        if let Some(word) = sitasi.kata_nomor.clone().filter(|_| sitasi.nomor.is_some()) {
            see.colon(word.end);
        }
        if let Some(order) = &sitasi.urutan {
            let ke = ke_berapa(order.ke);
            let gap = if ke.is_empty() { "" } else { " " };
            see.word(order.range.clone(), &format!("Perubahan{gap}{ke} atas"));
        }
        if let Some(phrase) = &sitasi.diubah
            && let Some(at) = passage.plain[phrase.range.clone()].find("dirubah")
        {
            let start = phrase.range.start + at;
            see.word(start..start + "dirubah".len(), "diubah");
        }
        if cited.dasar() && year(sitasi) >= 1960 {
            gazettes(cited, &mut see);
        }
    }
}

/// Whether the words of a citation's head are written as nobody means them: "No.", "Nomor:", a dash for a hyphen.
fn has_slip(passage: &Passage<'_>, cited: &Cited<'_>) -> bool {
    let sitasi = &cited.sitasi;
    let number = sitasi.kata_nomor.clone().is_some_and(|word| {
        &passage.plain[word.clone()] != "Nomor" || passage.plain[word.end..].trim_start().starts_with(':')
    });
    number || passage.plain[sitasi.sebutan.clone()].contains('–')
}

/// A number and a year that no rule's name leads up to: "Berita Acara … No. 4 Tahun 2025".
static NUMBER: Pattern = Pattern::new(|| {
    pattern(r"\b((?:No\.?|Nomor|no\.|nomor)\s*:\s*|(?:No\.?|no\.)\s*)[0-9][A-Za-z0-9./-]*\s+Tahun\s+[0-9]{4}\b")
});

/// Numbers of other documents that are written otherwise than "Nomor".
fn of_documents(context: &Context<'_>, report: &mut Report<'_>) {
    let looked_at = |part: Part| part.is_printed() && !matches!(part, Part::Kepala | Part::Nomor | Part::Mengingat(_));
    for (at, passage) in context.passages.iter().enumerate().filter(|(_, passage)| looked_at(passage.part)) {
        let short = ["No.", "No ", "No:", "no.", "omor:", "omor :"].iter().any(|word| passage.plain.contains(word));
        if !short || !passage.plain.contains("Tahun") {
            continue;
        }
        for word in matches(&NUMBER, &passage.plain).map(|found| group(&found, 1)) {
            if context.citations().within(at).any(|cited| cited.sitasi.kepala().contains(&word.start)) {
                continue;
            }
            let shown = passage.plain[word.clone()].trim();
            report
                .at(
                    context.place(passage.teks, word.start..word.start + shown.len()),
                    format!("“{shown}” ditulis “Nomor”"),
                )
                .hint("tulis “Nomor”")
                .cure(context.replace(passage.teks, word, "Nomor "));
        }
    }
}

/// Where findings go.
struct Seen<'a, 'b, 'c> {
    context: &'a Context<'b>,
    passage: &'a Passage<'b>,
    report: &'a mut Report<'c>,
}

impl Seen<'_, '_, '_> {
    /// Objects to a colon after "Nomor".
    fn colon(&mut self, at: usize) {
        let rest = &self.passage.plain[at..];
        let mark = rest.len() - rest.trim_start().len();
        if rest[mark..].starts_with(':') {
            let end = at + rest.len() - rest[mark + 1..].trim_start().len();
            let cure = self.context.replace(self.passage.teks, at..end, " ");
            let place = self.context.place(self.passage.teks, at..at + mark + 1);
            self.report
                .at(place, "“Nomor” dalam kutipan ditulis tanpa titik dua")
                .hint("hapus titik dua itu")
                .cure(cure);
        }
    }

    /// Objects to a word that is not the right one.
    fn word(&mut self, range: Range<usize>, right: &str) {
        let written = &self.passage.plain[range.clone()];
        if written.split_whitespace().eq(right.split_whitespace()) {
            return;
        }
        let message = format!("“{written}” dalam kutipan ditulis “{right}”");
        let cure = self.context.replace(self.passage.teks, range.clone(), right);
        let place = self.context.place(self.passage.teks, range);
        self.report.at(place, message).hint(format!("tulis “{right}”")).cure(cure);
    }
}

/// Kind and body.
fn body(cited: &Cited<'_>, see: &mut Seen<'_, '_, '_>) {
    let form = &cited.sitasi.bentuk;
    let text = &see.passage.plain;
    let known = cited.law().map(|law| law.dasar.sebutan.as_str()).filter(|known| same_body(&form.baku, known));
    let right = known.unwrap_or(&form.baku);
    let written = &text[cited.sitasi.sebutan.clone()];
    if !form.berlembaga
        || written.split_whitespace().eq(right.split_whitespace())
        || (known.is_none() && form.slip.is_empty())
    {
        return;
    }
    let context = see.context;
    let cure = context.replace(see.passage.teks, cited.sitasi.sebutan.clone(), right);
    let (range, message) = match &form.slip[..] {
        [(range, new)] if new.is_empty() => {
            (range.clone(), "“Republik Indonesia” sesudah nama lembaga tidak ditulis dalam kutipan".to_owned())
        }
        [(range, new)] => (range.clone(), format!("“{}” dalam kutipan ditulis “{new}”", &text[range.clone()])),
        _ => (cited.sitasi.sebutan.clone(), format!("“{written}” dalam kutipan ditulis “{right}”")),
    };
    let place = context.place(see.passage.teks, trimmed(text, range));
    see.report.at(place, message).hint(format!("tulis “{right}”")).cure(cure);
}

/// A range without blanks at its begin.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = &text[range.clone()];
    range.end - words.trim_start().len()..range.end
}

/// The names of the gazettes, and the words in them.
fn gazettes(cited: &Cited<'_>, see: &mut Seen<'_, '_, '_>) {
    for sheet in cited.sitasi.kurung.iter().flat_map(|brackets| &brackets.isi) {
        see.word(sheet.nama.clone(), &format!("{} Republik Indonesia", sheet.seri.nama()));
        for word in &sheet.kata {
            let right = if see.passage.plain[word.clone()].to_lowercase().starts_with('t') { "Tahun" } else { "Nomor" };
            see.word(word.clone(), right);
        }
    }
}
