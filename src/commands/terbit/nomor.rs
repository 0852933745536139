//! Numbers and dates: the next free number, what is written into the decree, what does not fit the series.

use std::collections::BTreeSet;

use super::bersama::Menunggu;
use super::{Job, warn};
use crate::office::register::{Kunci, Rujukan, Tahun};
use crate::office::series::{self, Konsep};
use crate::run::Run;
use naskah_core::diag::{Code, Diagnostic, Files, Sink, Span};
use naskah_core::resolve::Resolved;
use naskah_core::yaml::{self, isi};

/// The decree's text with number and day; what cannot be put in, or is there with another value, is reported.
pub fn filled(job: &Job, draft: &Resolved, menunggu: &Menunggu, tahun: &Tahun, run: &mut Run) -> Option<String> {
    let keputusan = draft.keputusan();
    let mut text = run.files.text(draft.source()).to_owned();
    let number = number(job, draft, menunggu, tahun, run)?;
    let day = day(job, draft, run)?;
    let fields = [(("nomor", None), number), (("ditetapkan", Some("tanggal")), day)];
    for (path, value) in fields {
        let Some(value) = value else { continue };
        let Some(new) = put(&text, path, &value) else {
            let name = path.1.unwrap_or(path.0);
            let message = format!("`{name}: {value}` tidak dapat diisikan ke dalam berkas");
            run.sink.push(
                Diagnostic::galat(Code::ISIAN, keputusan.nomor_span, message).hint("isi sendiri, lalu terbitkan lagi"),
            );
            return None;
        };
        text = new;
    }
    Some(text)
}

/// The number that is to be put in; nothing where it stands there already.
fn number(job: &Job, draft: &Resolved, menunggu: &Menunggu, tahun: &Tahun, run: &mut Run) -> Option<Option<String>> {
    let keputusan = draft.keputusan();
    Some(match (&keputusan.nomor, &job.nomor) {
        (Some(written), Some(asked)) if written.as_plain().trim() != plain(asked, draft, run)? => {
            let message = format!("`nomor` sudah tertulis {}, lain daripada --nomor {asked}", written.as_plain());
            return wrong(run, written.span, message).map(Some);
        }
        (Some(_), _) => None,
        (None, Some(asked)) => Some(plain(asked, draft, run)?),
        (None, None) if job.sudah_ditetapkan => {
            let message = "nomor keputusan yang sudah ditetapkan belum tertulis";
            let hint = "isi `nomor` seperti pada keputusan itu, atau sebut dengan --nomor";
            run.sink.push(Diagnostic::galat(Code::BELUM_BERNOMOR, keputusan.nomor_span, message).hint(hint));
            return None;
        }
        (None, None) => Some(next(draft, menunggu, tahun, run)?.to_string()),
    })
}

/// The day that is to be put in; nothing where it stands there already.
fn day(job: &Job, draft: &Resolved, run: &mut Run) -> Option<Option<String>> {
    let keputusan = draft.keputusan();
    Some(match (&keputusan.ditetapkan.tanggal, job.tanggal) {
        (Some(written), Some(asked)) if written.value != asked => {
            let message = format!("`tanggal` sudah tertulis {}, lain daripada --tanggal {}", written.value, asked);
            return wrong(run, written.span, message).map(Some);
        }
        (Some(_), _) => None,
        (None, Some(asked)) => Some(asked.iso()),
        (None, None) => {
            let message = "tanggal penetapan belum ada".to_owned();
            run.sink.push(
                Diagnostic::galat(Code::BELUM_BERNOMOR, keputusan.ditetapkan.tanggal_span, message)
                    .hint("sebut dengan --tanggal, atau isi `tanggal` dalam `ditetapkan`"),
            );
            return None;
        }
    })
}

/// A number as it is asked for: `7`, `7/2026`, `Nomor 7 Tahun 2026`, or a whole old number; its year must be the decree's.
fn plain(asked: &str, draft: &Resolved, run: &mut Run) -> Option<String> {
    let keputusan = draft.keputusan();
    let said: Rujukan = asked.parse().unwrap_or_default();
    let year = keputusan.tahun.value;
    if said.tahun.is_some_and(|other| other != year) {
        return wrong(
            run,
            keputusan.nomor_span,
            format!("--nomor {asked} menyebut tahun lain daripada `tahun: {year}`"),
        );
    }
    if !said.nomor.contains(|c: char| c.is_ascii_digit()) {
        let hint = "tulis angkanya, misalnya `--nomor 7`, atau nomor lama seutuhnya";
        let message = format!("--nomor {asked} bukan nomor");
        run.sink.push(Diagnostic::galat(Code::ISIAN, keputusan.nomor_span, message).hint(hint));
        return None;
    }
    Some(said.nomor)
}

fn wrong(run: &mut Run, span: Span, message: String) -> Option<String> {
    let hint = "perbaiki salah satunya";
    run.sink.push(Diagnostic::galat(Code::ISIAN, span, message).hint(hint));
    None
}

/// Refuses a decree whose number is written by hand as another one; of what was issued on paper that is asked alone.
pub fn printed(job: &Job, resolved: &Resolved, kunci: &Kunci, run: &mut Run) {
    let Some(line) = Kunci::tertulis_lain(resolved) else { return };
    let message = format!("`nomor` pada `kepala` mencetak \"{}\", sedangkan keputusan ini {kunci}", line.trim());
    let span = resolved.keputusan().kepala.nomor.as_ref().map_or(resolved.keputusan().nomor_span, |line| line.span);
    let finding = match job.sudah_ditetapkan {
        true => Diagnostic::peringatan(Code::ISIAN, span, message),
        false => Diagnostic::galat(Code::ISIAN, span, message),
    };
    run.sink
        .push(finding.hint("samakan keduanya, atau hapus baris itu dari `kepala` supaya nomornya tercetak sendiri"));
}

/// A number as YAML.
fn quoted(number: &str) -> String {
    match number.bytes().all(|byte| byte.is_ascii_digit()) {
        true => number.to_owned(),
        false => format!("'{}'", number.replace('\'', "''")),
    }
}

/// The text with the value, once it is sure that it is read back so.
fn put(text: &str, path: (&str, Option<&str>), value: &str) -> Option<String> {
    let tree = |text: &str| {
        let mut files = Files::default();
        let file = files.add("", text);
        yaml::parse(&files, file, &mut Sink::default())
    };
    let written = if path.1.is_some() { value.to_owned() } else { quoted(value) };
    let new = isi::fill(text, &tree(text)?, path, "tahun", &written)?;
    let read = tree(&new)?;
    let node = read.get(path.0)?;
    let node = path.1.map_or(Some(node), |inner| node.get(inner))?;
    (node.as_scalar()? == value).then_some(new)
}

/// The next free number: after the last one issued, without those that drafts bear.
fn next(draft: &Resolved, menunggu: &Menunggu, tahun: &Tahun, run: &mut Run) -> Option<u32> {
    let unnumbered = Kunci::numbered(draft, "")?;
    let reserved = reserved(&unnumbered, menunggu, tahun, run);
    let last = tahun.angka(&unnumbered).last().copied().unwrap_or(0);
    (last + 1..).find(|number| !reserved.contains(number))
}

/// The numbers of the series that stand in drafts.
fn reserved(series: &Kunci, menunggu: &Menunggu, tahun: &Tahun, run: &mut Run) -> BTreeSet<u32> {
    let drafts = menunggu.konsep(tahun, run).iter().filter(|konsep| konsep.kunci.same_series(series));
    drafts.filter_map(|konsep| konsep.kunci.angka()).collect()
}

/// Asks where the register has nothing of a series of which there are decrees before this one: it may have been lost.
fn begun(resolved: &Resolved, kunci: &Kunci, (menunggu, tahun): (&Menunggu, &Tahun), run: &mut Run) {
    /// A draft may have its number kept for it; so many that come before, or so many at all, are hardly all drafts.
    const BEFORE: usize = 2;
    const AT_ALL: usize = 5;
    // Others that are issued in the same run are no sign of anything.
    if menunggu.beberapa || !tahun.angka(kunci).is_empty() {
        return;
    }
    let day = resolved.keputusan().ditetapkan.tanggal.as_ref().map(|day| day.value.iso());
    let drafts = menunggu.konsep(tahun, run).iter().filter(|one| one.kunci.same_series(kunci) && one.kunci != *kunci);
    let dated: Vec<&Konsep> = drafts.filter(|one| one.tanggal.is_some()).collect();
    let is_before = |one: &&&Konsep| {
        let number = one.kunci.angka().zip(kunci.angka()).is_some_and(|(other, own)| other < own);
        number || one.tanggal.as_ref() < day.as_ref()
    };
    if dated.len() >= AT_ALL || dated.iter().filter(is_before).count() >= BEFORE {
        let found: Vec<String> = dated.iter().map(|one| one.kunci.to_string()).collect();
        let message = format!(
            "register belum memuat seri ini, sedangkan di data/keputusan yang lain sudah bernomor dan bertanggal: {}",
            series::some(&found)
        );
        let hint = "bila itu sudah terbit, pulihkan folder register dari cadangan, atau catat dengan `naskah terbit --sudah-ditetapkan`";
        run.sink.push(warn(Code::REGISTER_KOSONG, resolved, message, hint));
    }
}

/// Warns of numbers that are left out, and of dates that run against the numbers.
pub fn weigh(resolved: &Resolved, kunci: &Kunci, (menunggu, tahun): (&Menunggu, &Tahun), run: &mut Run) {
    begun(resolved, kunci, (menunggu, tahun), run);
    let Some(number) = kunci.angka() else { return };
    if number.to_string() != kunci.nomor {
        let message = format!("nomor {} ditulis dengan angka nol di depan", kunci.nomor);
        let hint = format!("bila seri ini memakai {number}, tulis `nomor: {number}`");
        run.sink.push(warn(Code::NOMOR_BENTUK, resolved, message, &hint));
    }
    // A series that is only just beginning to be kept has no gaps before its first number.
    let mut used: BTreeSet<u32> =
        tahun.angka(kunci).into_iter().filter(|used| *used < number).chain([number]).collect();
    if !series::kosong(used.iter().copied()).is_empty() {
        // Numbers that drafts bear are kept for them.
        let first = used.first().copied().unwrap_or(number);
        used.extend(reserved(kunci, menunggu, tahun, run).into_iter().filter(|kept| (first..number).contains(kept)));
    }
    if let Some(list) = series::told(&series::kosong(used)) {
        let message = format!("nomor {list} belum terbit");
        let hint = "bila nomor itu dipakai di luar program, catat dengan `naskah terbit --sudah-ditetapkan`";
        run.sink.push(warn(Code::NOMOR_LONCAT, resolved, message, hint));
    }
    let Some(day) = resolved.keputusan().ditetapkan.tanggal.as_ref().map(|day| day.value.iso()) else { return };
    let issued = tahun.keputusan();
    let others = issued.iter().filter(|s| s.kunci.same_series(kunci));
    let against = others
        .filter_map(|s| Some((s.kunci.angka()?, &s.terbit.tanggal)))
        .find(|(other, date)| (*other < number && **date > day) || (*other > number && **date < day));
    if let Some((other, date)) = against {
        let message = format!("tanggal {day} tidak sejalan dengan nomor {other} yang bertanggal {date}");
        run.sink.push(warn(Code::TANGGAL_MUNDUR, resolved, message, "periksa nomor dan tanggalnya"));
    }
}
