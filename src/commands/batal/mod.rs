//! The command `batal`: an issued decree is withdrawn.

use crate::Outcome;
use crate::disk::WriteError;
use crate::office::open;
use crate::office::register::{Banding, Batal, Peristiwa, Rujukan};
use crate::run::{Deed, Made, Run};
use naskah_core::decree::Tanggal;
use naskah_core::diag::{Code, Diagnostic};

/// What `batal` was asked to do.
#[derive(Debug, Clone)]
pub struct Job {
    /// The decree.
    pub rujukan: Rujukan,
    /// The reason of the withdrawal.
    pub alasan: String,
    /// Its day.
    pub tanggal: Option<Tanggal>,
}

/// Withdraws a decree.
pub fn run(job: &Job, mut run: Run) -> Outcome {
    withdraw(job, &mut run);
    run.finish()
}

fn withdraw(job: &Job, run: &mut Run) -> Option<()> {
    let register = open::open(run)?;
    let found = register.buku().rujuk(&job.rujukan, &mut run.files, &mut run.sink);
    if found.is_none() {
        register.buku().ganjil_semua(None, Banding::Tiada).into_iter().for_each(|one| run.sink.push(one));
    }
    let found = found?;
    if let Some(batal) = &found.batal {
        run.sink.push(Diagnostic::galat(Code::DIBATALKAN, None, batal.told(&found.kunci)));
        return None;
    }
    if let Some(day) = job.tanggal.filter(|day| day.iso() < found.terbit.tanggal) {
        let message = format!(
            "{} ditetapkan pada {}, sesudah tanggal pembatalan {}",
            found.kunci,
            found.terbit.tanggal,
            day.iso()
        );
        run.sink.push(Diagnostic::galat(Code::TANGGAL_MUNDUR, None, message).hint("periksa --tanggal"));
        return None;
    }
    let tahun = register.buku().utuh(found.kunci.tahun, &mut run.files, &mut run.sink)?;
    let batal = Batal { alasan: job.alasan.clone(), tanggal: job.tanggal.map(Tanggal::iso) };
    let baris = tahun.berikut(found.kunci.clone(), Peristiwa::Batal(batal));
    let written = register.catat(&baris).map_err(|(path, error)| run.refuse_writing(&WriteError::Io(path, error)));
    written.ok()?;
    let name = format!("{}, {}", found.kunci, found.terbit.tentang);
    run.voice.made(Made::new(Deed::Dibatalkan).named(name).of(&found.kunci));
    Some(())
}
