//! Who certifies a copy or an extract: the person in office on its day, where that of the issue was another.

use crate::run::Run;
use naskah_core::catalog::{Kantor, Pejabat};
use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{Bentuk, Edition, Resolved};

/// An edition with the certifier that the office's profile has now; the decree is bound to the profile of its issue. What
/// differs is told.
pub fn sekarang(asli: &Resolved, mut edition: Edition, run: &mut Run) -> Edition {
    let keputusan = asli.keputusan();
    let own = keputusan.petikan.as_ref().and_then(|petikan| petikan.oleh.as_ref());
    let own = own.filter(|_| edition.bentuk == Bentuk::Petikan);
    // Whom the decree writes out by hand is in no profile.
    let named = own.or(keputusan.salinan.oleh.as_ref().filter(|_| keputusan.salinan.nama.is_none()));
    let Some(id) = edition.oleh.clone().or_else(|| named.map(|id| id.value.clone())) else { return edition };
    let Ok(kini) = run.catalog.kantor(&keputusan.kantor.value, &mut run.files, &mut Sink::default()) else {
        return edition;
    };
    let (before, now) = (chain(&id, asli.kantor()), chain(&id, &kini));
    let finding = match (before.last(), now.last()) {
        _ if before == now => return edition,
        (Some(before), None) => {
            let message = format!("pengesah `{id}` tidak ada lagi dalam profil kantor; dicetak {}", told(before));
            Diagnostic::peringatan(Code::PENGESAH_LAIN, None, message)
                .hint("sebut pengesah yang sekarang dengan --oleh, atau lengkapi profil kantor")
        }
        (before, Some(now)) => {
            let then = before.map_or("belum ada".to_owned(), told);
            let message = format!("pengesahnya {} menurut profil kantor sekarang; saat terbit {then}", told(now));
            Diagnostic::peringatan(Code::PENGESAH_LAIN, None, message)
                .hint("bila yang mengesahkan orang lain, sebut dengan --oleh, atau perbarui profil kantor")
        }
        (None, None) => return edition,
    };
    run.sink.push(finding);
    edition.pengesah = now;
    edition
}

/// A person of an office, last, behind those for whose use it is done: as far as a certifying block prints them.
fn chain(id: &str, kantor: &Kantor) -> Vec<Pejabat> {
    let printed = |one: &Pejabat| Pejabat {
        jabatan: one.jabatan.clone(),
        nama: one.nama.clone(),
        sebagai: one.sebagai,
        ..Pejabat::default()
    };
    kantor.pejabat.get(id).map(|own| kantor.rantai(own).into_iter().map(printed).collect()).unwrap_or_default()
}

/// A name with its post.
pub fn told(one: &Pejabat) -> String {
    format!("{} ({}{})", one.nama, one.sebagai.map_or("", |by| by.prefix()), one.jabatan)
}
