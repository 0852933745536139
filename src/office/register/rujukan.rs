//! Looking decrees up: by number, or by the file that they were issued from.

use std::str::FromStr;

use similar::{ChangeTag, TextDiff};

use super::buku::{Beku, Buku, Kunci, Tercatat};
use naskah_core::bundle::Bundel;
use naskah_core::diag::{Code, Diagnostic, Files, Sink};
use naskah_core::resolve::Resolved;
use naskah_formats::sheets::FOLDER;

/// Which decree is meant: a number, and what tells it apart where several bear it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rujukan {
    /// The number as printed.
    pub nomor: String,
    /// Its year.
    pub tahun: Option<i32>,
    /// Id of the office.
    pub kantor: Option<String>,
    /// Series of numbers.
    pub seri: Option<String>,
}

/// `6`, `6/2025` or a whole old number.
impl FromStr for Rujukan {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let text = text.trim();
        if text.is_empty() {
            return Err("nomor keputusan kosong".to_owned());
        }
        let lower = text.to_lowercase();
        let named = ["nomor", "no.", "no"].iter().find(|word| {
            let rest = lower.strip_prefix(**word);
            rest.is_some_and(|rest| rest.starts_with([' ', ':', '.']) || rest.starts_with(|c: char| c.is_ascii_digit()))
        });
        let text = named.map_or(text, |word| text[word.len()..].trim_start_matches([' ', ':', '.']));
        let words: Vec<&str> = text.split_whitespace().collect();
        if let [number, second, year] = words[..]
            && second.eq_ignore_ascii_case("tahun")
            && let Ok(tahun) = year.parse()
        {
            return Ok(Self { nomor: number.to_owned(), tahun: Some(tahun), ..Self::default() });
        }
        let of_year = text.split_once('/').and_then(|(number, year)| {
            let year = year.trim();
            Some((number.trim().parse::<u32>().ok()?, year.parse().ok().filter(|_| year.len() == 4)?))
        });
        Ok(match of_year {
            Some((number, year)) => Self { nomor: number.to_string(), tahun: Some(year), ..Self::default() },
            None => Self { nomor: text.to_owned(), ..Self::default() },
        })
    }
}

impl Rujukan {
    fn means(&self, kunci: &Kunci) -> bool {
        self.nomor == kunci.nomor
            && self.tahun.is_none_or(|year| year == kunci.tahun)
            && self.kantor.as_ref().is_none_or(|id| *id == kunci.kantor)
            && self.seri.as_ref().is_none_or(|seri| *seri == kunci.seri)
    }
}

/// A decree cannot be worked with; why was reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ditolak;

impl Buku {
    /// The decree that is meant; none or several are reported.
    pub fn rujuk(&self, rujukan: &Rujukan, files: &mut Files, sink: &mut Sink) -> Option<Tercatat> {
        let mut found = Vec::new();
        let years = rujukan.tahun.map_or_else(|| self.tahun(), |year| vec![year]);
        for year in years {
            let tahun = self.baca(year, files, sink)?;
            found.extend(tahun.keputusan().iter().filter(|s| rujukan.means(s.kunci)).map(|s| s.tercatat()));
        }
        match &found[..] {
            [one] => Some(one.clone()),
            [] => {
                let year = rujukan.tahun.map_or(String::new(), |year| format!(" Tahun {year}"));
                let message =
                    format!("Nomor {}{year} tidak ada dalam register {}", rujukan.nomor, self.folder().display());
                sink.push(
                    Diagnostic::galat(Code::TAK_TERDAFTAR, None, message)
                        .hint("lihat yang ada dengan `naskah daftar`, atau terbitkan dahulu dengan `naskah terbit`"),
                );
                None
            }
            several => {
                let which = |t: &Tercatat| format!("{} ({}, seri {})", t.kunci, t.kunci.kantor, t.kunci.seri);
                let list: Vec<String> = several.iter().map(which).collect();
                let message = format!("Nomor {} dipakai lebih dari satu keputusan: {}", rujukan.nomor, list.join("; "));
                sink.push(Diagnostic::galat(Code::TAK_TERDAFTAR, None, message).hint(apart(&found)));
                None
            }
        }
    }

    /// What the register says of the decree that was read from a file. `Ok(None)`: it is not issued. A source that was
    /// changed since, or a damaged register, is reported.
    pub fn tercatat(
        &self,
        resolved: &Resolved,
        files: &mut Files,
        sink: &mut Sink,
    ) -> Result<Option<Tercatat>, Ditolak> {
        let Some(kunci) = Kunci::of(resolved) else { return Ok(None) };
        let tahun = self.baca(kunci.tahun, files, sink).ok_or(Ditolak)?;
        let Some(found) = tahun.cari(&kunci).map(|status| status.tercatat()) else { return Ok(None) };
        let (text, name) = (files.text(resolved.source()), files.name(resolved.source()));
        let same = found.terbit.sidik.is_source(text);
        if same && sheets(resolved, files).is_empty() {
            return Ok(Some(found));
        }
        if naskah_core::bundle::is_source_of_extract(text) {
            let message = format!("ini sumber petikan dari {kunci}, bukan naskahnya");
            let hint = format!("buat petikan dengan `naskah petikan {}/{}`", kunci.nomor, kunci.tahun);
            sink.push(Diagnostic::galat(Code::SUMBER_BERUBAH, resolved.keputusan().nomor_span, message).hint(hint));
            return Err(Ditolak);
        }
        let frozen = self.beku(&found, sink).ok_or(Ditolak)?;
        if is_another(resolved, name, &found) {
            let message = format!("{kunci} sudah dipakai: {}", found.terbit.tentang);
            let hint = "beri nomor lain, atau kosongkan `nomor` supaya nomor berikutnya dipakai saat terbit";
            sink.push(Diagnostic::galat(Code::SUDAH_TERBIT, resolved.keputusan().nomor_span, message).hint(hint));
            return Err(Ditolak);
        }
        let mut changes = changed(&frozen.naskah, text);
        changes.extend(changed_sheets(resolved, files, frozen));
        if same && changes.is_empty() {
            return Ok(Some(found));
        }
        let message = format!("{} sudah terbit tanggal {}, dan sumbernya sekarang lain", kunci, found.terbit.tanggal);
        let way_out = "kembalikan berkas ini seperti saat terbit, atau buat keputusan perubahan; \
                       bila keputusan itu tidak jadi berlaku, `naskah batal`";
        let mut finding = Diagnostic::galat(Code::SUMBER_BERUBAH, resolved.keputusan().nomor_span, message);
        finding.hints = changes;
        sink.push(finding.hint(way_out));
        Err(Ditolak)
    }
}

/// The texts that were taken from sheets, by their names.
fn sheets<'a>(resolved: &Resolved, files: &'a Files) -> Vec<(&'a str, &'a str)> {
    let used = resolved.used().iter().map(|id| (files.name(*id), files.text(*id)));
    used.filter(|(name, _)| name.starts_with(FOLDER)).collect()
}

/// What the sheets that a decree names say other than the frozen ones.
pub fn changed_sheets(resolved: &Resolved, files: &Files, frozen: Beku) -> Vec<String> {
    let kept = Bundel::read(frozen.naskah, &frozen.bahan).ok();
    let mut changes = Vec::new();
    for (name, text) in sheets(resolved, files) {
        // Cells are named by comments, which the frozen text may be without.
        let bare = |text: &str| naskah_core::yaml::bersih(text, true).unwrap_or_else(|| text.to_owned());
        let before = kept.as_ref().and_then(|kept| kept.bahan().berkas.get(name)).map_or("", String::as_str);
        changes.extend(changed(&bare(before), &bare(text)).into_iter().map(|change| format!("{name}: {change}")));
    }
    changes
}

/// What tells several decrees of one number apart: their years, else their series, else their offices.
fn apart(found: &[Tercatat]) -> String {
    let unlike = |of: fn(&Kunci) -> String| {
        let mut all: Vec<String> = found.iter().map(|one| of(&one.kunci)).collect();
        all.sort();
        all.dedup();
        (all.len() > 1).then_some(all)
    };
    if let Some(years) = unlike(|kunci| format!("{}/{}", kunci.nomor, kunci.tahun)) {
        return format!("sebut juga tahunnya: {}", years.join(", "));
    }
    if let Some(series) = unlike(|kunci| format!("--seri {}", kunci.seri)) {
        return format!("tambahkan salah satu: {}", series.join(", "));
    }
    let offices = unlike(|kunci| format!("--kantor {}", kunci.kantor)).unwrap_or_default();
    format!("tambahkan kantornya: {}", offices.join(", "))
}

/// Whether a file holds another decree than the issued one, whose number it bears: it has another name for itself, and
/// another file name or day as well.
fn is_another(resolved: &Resolved, file: &str, issued: &Tercatat) -> bool {
    let keputusan = resolved.keputusan();
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let file = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let day = keputusan.ditetapkan.tanggal.as_ref().map(|day| day.value.iso());
    let other_day = day.is_some_and(|day| day != issued.terbit.tanggal);
    words(&keputusan.tentang.as_plain()) != words(&issued.terbit.tentang) && (file != issued.terbit.sumber || other_day)
}

/// So many changes at most are told one by one.
const TOLD: usize = 5;

/// Of a change so many lines are shown.
const LINES: usize = 2;

/// The lines that differ, as `baris 12: semula "…", sekarang "…"`; after the first few only their number.
pub fn changed(before: &str, after: &str) -> Vec<String> {
    let diff = TextDiff::from_lines(before, after);
    let mut told: Vec<String> = Vec::new();
    let mut count = 0;
    for hunk in diff.grouped_ops(0).into_iter().flatten() {
        let lines = |tag: ChangeTag| {
            let all: Vec<_> = diff.iter_changes(&hunk).filter(|change| change.tag() == tag).collect();
            let more = if all.len() > LINES { " / …" } else { "" };
            all.iter().take(LINES).map(|change| short(change.value())).collect::<Vec<_>>().join(" / ") + more
        };
        let (old, new) = (lines(ChangeTag::Delete), lines(ChangeTag::Insert));
        if old.is_empty() && new.is_empty() {
            continue;
        }
        count += 1;
        if count <= TOLD {
            let line = hunk.new_range().start + 1;
            told.push(match (old.is_empty(), new.is_empty()) {
                (true, _) => format!("baris {line}: ditambah \"{new}\""),
                (_, true) => format!("baris {line}: dihapus \"{old}\""),
                _ => format!("baris {line}: semula \"{old}\", sekarang \"{new}\""),
            });
        }
    }
    if count > TOLD {
        told.push(format!("dan {} perubahan lain", count - TOLD));
    }
    told
}

/// A line for a message: without blanks around it, at most eighty characters.
fn short(line: &str) -> String {
    let line = line.trim();
    match line.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &line[..at]),
        None => line.to_owned(),
    }
}
