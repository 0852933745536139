//! A signer or certifier whom the office's profile does not have, or not on that day.

use crate::{Context, Report, declare_rule};
use naskah_core::catalog::Pejabat;
use naskah_core::decree::{Tanggal, Teks};
use naskah_core::diag::Span;
use naskah_core::language::words::fold;

declare_rule! {
    /// Penanda tangan dan pengesah ialah pejabat kantor itu pada tanggal penetapan
    ///
    /// Nama yang ditulis sendiri dan tidak ada dalam profil kantor biasanya tertinggal dari keputusan lama. Bila profil
    /// menyebut masa jabatan (`sejak`, `sampai`), tanggal penetapan harus berada di dalamnya.
    ///
    /// Sumber: UU 7/2017 tentang masa jabatan anggota KPU; profil kantor.
    ///
    /// Salah:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: NAMA LAIN}
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// ditetapkan: {di: Ungaran, tanggal: 2025-03-04, nama: NAMA KETUA}
    /// ```
    "K705" "bukan-pejabat" Peringatan since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let decree = context.keputusan;
    if context.kantor.pejabat.is_empty() {
        return;
    }
    let day = decree.ditetapkan.tanggal.as_ref().map(|date| date.value);
    let signer = context.kantor.pejabat.get(&decree.pejabat.value);
    match &decree.ditetapkan.nama {
        Some(nama) => written(context, report, nama, signer, day, "penanda tangan"),
        None => in_office(context, report, decree.pejabat.span, signer, day),
    }
    if let Some(nama) = &decree.salinan.nama {
        let certifier = decree.salinan.oleh.as_ref().and_then(|id| context.kantor.pejabat.get(&id.value));
        written(context, report, nama, certifier, None, "pengesah");
    }
}

/// A name without the titles that another rule tells.
fn bare(name: &str) -> String {
    fold(name.split(',').next().unwrap_or_default())
}

/// A name written by hand is that of someone in the profile.
fn written(
    context: &Context<'_>,
    report: &mut Report<'_>,
    nama: &Teks,
    meant: Option<&Pejabat>,
    day: Option<Tanggal>,
    what: &str,
) {
    let name = nama.as_plain();
    let known = context.kantor.pejabat.values().find(|person| {
        let own = bare(&person.nama);
        !own.is_empty() && (own == bare(&name) || bare(&name).ends_with(&format!(" {own}")))
    });
    match known {
        Some(person) => in_office(context, report, nama.span, Some(person), day),
        None => {
            let told = report.at(nama.span, format!("`{}` tidak ada dalam profil kantor", name.trim()));
            let hint = match meant {
                Some(person) => format!(
                    "menurut profil, {what} ({}) ialah {}; perbaiki namanya, atau profilnya",
                    person.jabatan, person.nama
                ),
                None => "perbaiki namanya, atau tambahkan pejabat itu dalam profil kantor".to_owned(),
            };
            told.hint(hint);
        }
    }
}

/// The person is in office on the day of the decree.
fn in_office(
    context: &Context<'_>,
    report: &mut Report<'_>,
    span: Span,
    person: Option<&Pejabat>,
    day: Option<Tanggal>,
) {
    let (Some(person), Some(day)) = (person, day) else { return };
    if person.menjabat(day) {
        return;
    }
    let term = match (person.sejak, person.sampai) {
        (Some(from), Some(to)) => format!("sejak {from} sampai {to}"),
        (Some(from), None) => format!("sejak {from}"),
        (_, to) => format!("sampai {}", to.map(|to| to.to_string()).unwrap_or_default()),
    };
    let right = |other: &&Pejabat| {
        other.jabatan == person.jabatan && other.nama != person.nama && other.menjabat(day) && other.atas_nama.is_none()
    };
    let who = context.kantor.pejabat.values().find(right);
    let message = format!("pada {day} {} tidak menjabat {}", person.nama, person.jabatan);
    report.at(span, message).hint(match who {
        Some(other) => {
            format!("menurut profil ia menjabat {term}; pada hari itu {} ialah {}", other.jabatan, other.nama)
        }
        None => format!("menurut profil ia menjabat {term}; periksa tanggal atau profilnya"),
    });
}
