//! The signer's name that was written by hand is not in capitals.

use crate::{Context, Report, declare_rule};
use naskah_core::decree::{Rupa, Teks};

declare_rule! {
    /// Nama penanda tangan ditulis dengan huruf kapital
    ///
    /// Nama dari profil kantor dikapitalkan program; nama yang ditulis sendiri, juga nama `anggota` yang ikut
    /// menandatangani, dicetak seperti ditulis.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 112–114; bahan Biro Hukum KPU 2016.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: Nama Ketua}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: NAMA KETUA}
    /// ```
    "K706" "nama-tidak-kapital" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let signed = &context.keputusan.ditetapkan;
    // Other papers are signed by persons from outside, too.
    let members: &[Teks] = if context.keputusan.rupa == Rupa::Keputusan { &signed.anggota } else { &[] };
    signed.nama.iter().chain(members).for_each(|nama| one(context, report, nama));
}

fn one(context: &Context<'_>, report: &mut Report<'_>, nama: &Teks) {
    let text = nama.as_plain();
    // Degrees keep their small letters; another rule asks to leave them out.
    let end = text.find(',').unwrap_or(text.len());
    let name = &text[..end];
    let small = name.split_whitespace().any(|word| !word.ends_with('.') && word.chars().any(char::is_lowercase));
    // An anchor of electronic signing is no name.
    if small && !name.contains(['$', '{', '}']) {
        report
            .at(context.place(nama, 0..end), "nama penanda tangan tidak seluruhnya huruf kapital")
            .hint(format!("tulis {}", name.to_uppercase()))
            .cure((end == text.len()).then(|| context.replace(nama, 0..end, &name.to_uppercase())).flatten());
    }
}
