//! The name under the signature bears a degree, a rank or a number.

use std::ops::Range;

use crate::{Context, Report, declare_rule};
use naskah_core::language::patterns::{Pattern, pattern};

declare_rule! {
    /// Nama penanda tangan dan pengesah ditulis tanpa gelar, pangkat, dan NIP
    ///
    /// Di bawah tanda tangan keputusan hanya ditulis nama. Gelar keagamaan seperti H. dan Hj. tidak dihitung. Nama
    /// dalam profil kantor diperiksa juga bila dipakai.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 112–114; bahan Biro Hukum KPU 2016.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: 'Drs. NAMA KETUA'}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: NAMA KETUA}
    /// ```
    "K703" "nama-bergelar" Peringatan since "0.2.0" => check
}

static TITLE: Pattern = Pattern::new(|| {
    pattern(
        r"(?ix)
        \b(?:NIP|NRP|NIK)\b\.?\s*:?\s*\d[\d\s]*
        | \b\d[\d\s]{7,}
        | ,\s*(?:S|M|A|Ph|D|LL)\.?\s?[A-Za-z]{0,5}\.?(?:\s?[A-Za-z]{1,4}\.?)?\s*(?:$|,)
        | (?:^|[\s.])(?:Drs|Dra|Dr|Ir|Prof|drg|dr)\.
        | (?:^|\s)(?:Prof|Drs|Dra)\s
        | \b(?:Pembina|Penata|Pengatur)\b
        | \([IV]+\s?/\s?[a-e]\)
        | \b(?:S\.?H|S\.Sos|S\.E|S\.Pd|S\.IP|S\.T|M\.Si|M\.H|M\.M|M\.Pd)\b\.?\s*$
        ",
    )
});

/// Where a name bears more than the name.
fn title_in(name: &str) -> Option<Range<usize>> {
    let hit = TITLE.as_ref()?.find(name)?;
    let (start, end) = (hit.start(), hit.end());
    let text = &name[start..end];
    let blank = text.len() - text.trim_start_matches([' ', ',']).len();
    let tail = text.len() - text.trim_end_matches([' ', ',']).len();
    Some(start + blank..(end - tail).max(start + blank))
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    const HINT: &str = "tulis namanya saja, tanpa gelar, pangkat, dan NIP";
    let written = [&decree.ditetapkan.nama, &decree.salinan.nama].into_iter().flatten();
    for teks in written.chain(&decree.ditetapkan.anggota) {
        let name = teks.as_plain();
        if let Some(range) = title_in(&name) {
            let message = format!("nama memuat `{}`", name[range.clone()].trim());
            report.at(context.place(teks, range), message).hint(HINT);
        }
    }
    let signer = decree.ditetapkan.nama.is_none().then_some(decree.pejabat.value.as_str());
    let certifier = decree.salinan.nama.is_none().then_some(decree.salinan.oleh.as_ref()).flatten();
    for id in signer.into_iter().chain(certifier.map(|id| id.value.as_str())) {
        let Some(person) = context.kantor.pejabat.get(id) else { continue };
        if let (Some(range), Some(span)) = (title_in(&person.nama), person.nama_span) {
            report
                .at(span, format!("nama pejabat `{id}` dalam profil kantor memuat `{}`", &person.nama[range]))
                .hint(HINT);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_names() {
        for name in [
            "Dr. NAMA KETUA",
            "NAMA KETUA, S.H.",
            "NAMA KETUA, SH",
            "NAMA KETUA, M.Si",
            "Drs. H. NAMA",
            "NAMA, S.Sos., M.H.",
            "NAMA KETUA NIP 198001012005011001",
            "H. NAMA KETUA, S.Ag",
            "Ir NAMA, M.T.",
            "Prof. NAMA",
            "NAMA S.H.",
        ] {
            assert!(title_in(name).is_some(), "{name}");
        }
        for name in [
            "H. NAMA KETUA",
            "Hj. Nama Ketua",
            "M. NAMA",
            "NAMA S. KETUA",
            "NAMA, KETUA",
            "DRAJAT IRAWAN",
            "NIK NAMA",
            "SHOLEH",
            "",
            "A. M. NAMA",
        ] {
            assert!(title_in(name).is_none(), "{name}");
        }
    }
}
