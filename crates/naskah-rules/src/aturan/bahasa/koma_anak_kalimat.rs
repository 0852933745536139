//! A clause or a reference that opens a sentence and no comma closes.

use naskah_core::decree::Role;
use naskah_core::language::patterns::{Pattern, group, matches, pattern};

use crate::parts::quantities::sentences;
use crate::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Anak kalimat di depan induk kalimat ditutup koma
    ///
    /// Sesudah anak kalimat yang diawali “apabila”, “jika”, atau “dalam hal” ada koma sebelum induk kalimatnya; demikian pula
    /// sesudah keterangan di awal kalimat yang berakhir dengan “… dalam Diktum KEDUA” bila pokok kalimatnya menyusul.
    ///
    /// Sumber: EYD V tentang tanda koma.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Apabila petugas berhalangan tugasnya dilaksanakan oleh petugas lain.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Dalam melaksanakan tugas sebagaimana dimaksud dalam Diktum KESATU Petugas bertanggung jawab kepada Ketua.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja.
    ///   - Apabila petugas berhalangan, tugasnya dilaksanakan oleh petugas lain.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K552" "koma-anak-kalimat" Peringatan since "0.4.0" => check
}

static CLAUSE: Pattern = Pattern::new(|| pattern(r"^\s*(Apabila|Jika|Bilamana|Dalam\s+hal)\s+(\p{L}+)"));
static POINTS: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"^\s*(?:Dalam|Untuk|Dengan|Pada|Setelah)\s[^,;:]*\bdimaksud\s+dalam\s+Diktum\s+",
        r"(KE[A-Z]{2,}(?:\s[A-Z]{4,})*\s+[A-Z][a-z]+)"
    ))
});

/// A sentence that long has a clause and a main clause.
const WORDS: usize = 6;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let said = |part: Part| matches!(part, Part::Diktum(_) | Part::Naskah(_));
    for (passage, text) in context.worded().filter(|(passage, _)| passage.role == Role::Prose && said(passage.part)) {
        // What a list goes on with stands below it.
        let open = context.lists.iter().any(|list| std::ptr::eq(list.lead, passage.teks));
        for sentence in sentences(&passage.plain).into_iter().filter(|_| !open) {
            let shown = &passage.plain[sentence.clone()];
            let place = |range: std::ops::Range<usize>| sentence.start + range.start..sentence.start + range.end;
            let free = |at: usize| text.mask_at(at).is_none();
            for range in matches(&POINTS, shown).map(|found| place(group(&found, 1))).filter(|range| free(range.start))
            {
                report
                    .at(context.place(passage.teks, range), "keterangan di awal kalimat ini tidak ditutup koma")
                    .hint("tulis koma sesudah nama diktumnya, bila pokok kalimatnya menyusul");
            }
            let Some(found) = matches(&CLAUSE, shown).next() else { continue };
            let (opens, next) = (group(&found, 1), group(&found, 2));
            let points = ["ini", "itu", "tersebut", "demikian"].contains(&&shown[next]);
            if !points
                && !shown.contains([',', ':'])
                && shown.split_whitespace().count() >= WORDS
                && free(place(opens.clone()).start)
            {
                report
                    .at(context.place(passage.teks, place(opens)), "anak kalimat ini tidak ditutup koma")
                    .hint("tulis koma sebelum induk kalimatnya");
            }
        }
    }
}
