//! A reference to a page of the decree.

use crate::parts::diktum_references;
use crate::{Context, Part, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, group, matches, occurs, pattern};

declare_rule! {
    /// Bagian keputusan dirujuk dengan namanya, bukan dengan nomor halaman
    ///
    /// Nomor halaman berubah setiap kali naskah disunting atau disalin. Sebut diktum, lampiran, bab, atau nomor urutnya.
    /// Halaman buku atau dokumen lain dibiarkan.
    ///
    /// Sumber: praktik penyusunan; belum ditemukan sumber tertulisnya.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Jadwal piket pada halaman 3 Keputusan ini wajib dilaksanakan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Petugas piket wajib hadir sesuai dengan jadwal.
    ///   - Jadwal sebagaimana dimaksud dalam Diktum KESATU wajib dilaksanakan.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K105" "rujukan-ke-halaman" Peringatan since "0.2.0" => check
}

static PAGE: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)\b(?:halaman|hal\.|hlm\.)\s+(?:[0-9]+|[ivx]+\b|berikut(?:nya)?\b|sebelumnya\b)(?:\s*(?:-|–|sampai dengan|dan)\s*[0-9]+)?",
    )
});
static OWN_AFTER: Pattern = Pattern::new(|| {
    pattern(
        r"^\s*(?:(?:dalam|pada|dari|di)\s+)?(?:(?i:(?:surat\s+)?keputusan\s+ini|lampiran\s+ini|pedoman(?:\s+teknis)?\s+ini)|Lampiran(?:\s+[IVXLC]+)?\b)",
    )
});
static STANDS: Pattern =
    Pattern::new(|| pattern(r"(?i)\b(?:(?:di|ter)[a-z]{3,}\s+(?:pada|di|dalam)|lihat|periksa|baca)\s+$"));
static OWN_BEFORE: Pattern =
    Pattern::new(|| pattern(r"(?:Lampiran(?:\s+[IVXLC]+)?|(?i:keputusan ini))\s*,?\s*(?:(?:pada|di)\s+)?$"));

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for passage in &context.passages {
        let text = &passage.plain;
        let looked_at =
            matches!(passage.part, Part::Diktum(_) | Part::Naskah(_) | Part::Sel { .. } | Part::Menimbang(_));
        if !looked_at || !(["alaman", "ALAMAN", "hal.", "hlm."].iter().any(|word| text.contains(word))) {
            continue;
        }
        for range in matches(&PAGE, text).map(|found| group(&found, 0)) {
            let (before, after) = (&text[..range.start], &text[range.end..]);
            let named = matches(&OWN_AFTER, after).next().map(|found| group(&found, 0).end);
            let own = named.is_some_and(|end| !diktum_references::goes_elsewhere(context.word_lists(), &after[end..]))
                || occurs(&OWN_BEFORE, before)
                || (occurs(&STANDS, before) && after.trim_start_matches([' ', '.', ';', ',']).is_empty());
            if own {
                report
                    .at(
                        context.place(passage.teks, range),
                        "keputusan ini dirujuk dengan nomor halaman, yang berubah bila naskah disunting",
                    )
                    .hint("sebut diktum, lampiran, bab, atau nomor urut barisnya");
            }
        }
    }
}
