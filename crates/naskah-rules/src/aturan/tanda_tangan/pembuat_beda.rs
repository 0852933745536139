//! The maker of the decree, written by hand, is not the one whose authority is signed.

use crate::{Context, Report, declare_rule};
use naskah_core::language::words::fold;

declare_rule! {
    /// Pembuat keputusan yang ditulis sendiri sesuai dengan penanda tangannya
    ///
    /// Keputusan KPU dibuat dan ditandatangani oleh Ketua, Keputusan Sekretaris oleh Sekretaris. Baris pembuat dan baris
    /// judul yang ditulis sendiri dibandingkan dengan jabatan yang kuasanya dipakai untuk menandatangani.
    ///
    /// Sumber: bahan Biro Hukum KPU 2016; PKPU 8/2021 Pasal 13.
    ///
    /// Salah:
    /// ```yaml
    /// kepala: {pembuat: 'SEKRETARIS KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,'}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// kepala: {pembuat: 'KETUA KOMISI PEMILIHAN UMUM KABUPATEN SEMARANG,'}
    /// ```
    "K708" "pembuat-beda" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    let officers = &context.kantor.pejabat;
    let Some(signer) = officers.get(&decree.pejabat.value) else { return };
    let power = signer.atas_nama.as_ref().and_then(|id| officers.get(id)).unwrap_or(signer);
    let post = fold(&power.jabatan);
    let (head, secretary) = (post.starts_with("ketua"), post.starts_with("sekretaris"));
    if !(head || secretary) {
        return;
    }
    let wrong = if head { "sekretaris" } else { "ketua" };
    without_post(context, report, if head { "ketua" } else { "sekretaris" }, &power.jabatan);
    let lines = [
        decree.kepala.pembuat.as_ref().map(|line| (line, "")),
        decree.kepala.judul.as_ref().map(|line| (line, "keputusan ")),
    ];
    for (line, before) in lines.into_iter().flatten() {
        let text = line.as_plain();
        let folded = fold(&text);
        let first = folded.strip_prefix(before).and_then(|rest| rest.split(' ').next()).unwrap_or_default();
        let other = [wrong, "kepala", "wakil"].into_iter().find(|post| *post == first);
        let Some(wrong) = other.filter(|post| !power.jabatan.to_lowercase().contains(*post)) else { continue };
        let at = text.to_ascii_lowercase().find(wrong).unwrap_or(0);
        report
            .at(
                context.place(line, at..at + wrong.len()),
                format!(
                    "keputusan ini ditandatangani {}, bukan {}",
                    power.jabatan,
                    naskah_core::language::capitals::capital(wrong)
                ),
            )
            .label(decree.pejabat.span, "penanda tangan")
            .hint("perbaiki baris ini, atau pilih penanda tangan yang lain pada `pejabat`");
    }
}

/// A maker's line that names the body alone.
fn without_post(context: &Context<'_>, report: &mut Report<'_>, post: &str, jabatan: &str) {
    let Some(line) = &context.keputusan.kepala.pembuat else { return };
    let text = line.as_plain();
    let (folded, body) = (fold(&text), fold(&context.kantor.badan));
    if !body.is_empty() && folded.starts_with(&body) && !folded.contains(post) {
        report
            .at(context.place(line, 0..text.len()), "baris pembuat keputusan menyebut lembaga tanpa jabatannya")
            .label(context.keputusan.pejabat.span, "penanda tangan")
            .hint(format!("tulis “{} {text}”, atau hapus baris ini agar dibuat oleh program", jabatan.to_uppercase()));
    }
}
