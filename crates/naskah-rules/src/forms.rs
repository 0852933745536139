//! The form of an item, told by its first words: an active or passive verb, a noun of action, a whole sentence.

use super::wording::{Word, words};

/// The form of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `menyusun rencana`.
    Me,
    /// `disusun oleh tim`.
    Di,
    /// `penyusunan rencana`.
    Benda,
    /// `bahwa rencana perlu disusun`.
    Bahwa,
    /// `tim wajib menyusun rencana`: with a subject of its own.
    Kalimat,
    /// Anything else.
    Lain,
}

impl Form {
    /// Its form, for messages.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Me => "kata kerja me-",
            Self::Di => "kata kerja di-",
            Self::Benda => "kata benda pe-…-an",
            Self::Bahwa => "“bahwa …”",
            Self::Kalimat => "kalimat dengan subjek sendiri",
            Self::Lain => "bentuk lain",
        }
    }
}

/// Words that begin like active verbs and are none.
const NOT_ME: [&str; 34] = [
    "menteri",
    "mental",
    "mentor",
    "mentoring",
    "mentah",
    "merek",
    "merdeka",
    "mesin",
    "media",
    "meteran",
    "memori",
    "memo",
    "memorandum",
    "member",
    "menu",
    "metode",
    "metodologi",
    "menara",
    "merah",
    "meja",
    "mekanisme",
    "melalui",
    "menurut",
    "mengenai",
    "menjelang",
    "meskipun",
    "mengapa",
    "mereka",
    "merit",
    "meter",
    "meterai",
    "melayu",
    "mebel",
    "medis",
];

/// Words that begin like passive verbs and are none.
const NOT_DI: [&str; 40] = [
    "dinas",
    "direktur",
    "direktorat",
    "diskusi",
    "disposisi",
    "dialog",
    "digital",
    "digitalisasi",
    "dirinya",
    "disiplin",
    "divisi",
    "dimensi",
    "dinding",
    "diklat",
    "diagram",
    "dividen",
    "diploma",
    "diplomasi",
    "distribusi",
    "disabilitas",
    "diseminasi",
    "difusi",
    "dinamika",
    "direksi",
    "diktum",
    "diferensiasi",
    "dispensasi",
    "diare",
    "direktori",
    "disertasi",
    "disinformasi",
    "diskualifikasi",
    "disk",
    "display",
    "diversifikasi",
    "diversitas",
    "dilema",
    "diskresi",
    "diskriminasi",
    "divestasi",
];

/// Words that say that a sentence has a subject before them.
const FINITE: [&str; 18] = [
    "wajib",
    "harus",
    "dapat",
    "berkewajiban",
    "bertanggung",
    "bertugas",
    "berwenang",
    "berhak",
    "adalah",
    "ialah",
    "merupakan",
    "telah",
    "sudah",
    "akan",
    "terdiri",
    "memiliki",
    "mempunyai",
    "dilarang",
];

/// Words that open a phrase without a subject.
const OPENERS: [&str; 17] = [
    "untuk", "dalam", "dengan", "pada", "dari", "yang", "agar", "apabila", "jika", "bila", "di", "ke", "oleh", "telah",
    "sudah", "tidak", "belum",
];

/// The form of an item.
pub fn form(text: &str) -> Form {
    let all = words(text);
    let Some(first) = all.first().map(|word| word.folded.as_str()) else { return Form::Lain };
    if first == "bahwa" {
        return Form::Bahwa;
    }
    if is_active(first) {
        return Form::Me;
    }
    if is_passive(first) {
        return Form::Di;
    }
    let sentence = has_finite(&all);
    match is_action(first) {
        true if sentence || all.iter().skip(1).any(|word| is_passive(&word.folded)) => Form::Lain,
        true => Form::Benda,
        false if (sentence || has_subject(&all)) && !OPENERS.contains(&first) && !FINITE.contains(&first) => {
            Form::Kalimat
        }
        false => Form::Lain,
    }
}

/// Whether a finite verb stands near, and not within a relative clause.
fn has_finite(all: &[Word]) -> bool {
    let head = all.iter().skip(1).take(10).take_while(|word| word.folded != "yang");
    head.into_iter().any(|word| FINITE.contains(&word.folded.as_str()))
}

/// Whether an active verb follows the first words, as in "kantor menetapkan jadwal".
fn has_subject(all: &[Word]) -> bool {
    let head = all.iter().skip(1).take(5).take_while(|word| !OPENERS.contains(&word.folded.as_str()));
    head.into_iter().any(|word| is_active(&word.folded) && word.folded != "mengikuti" && word.folded != "menuju")
}

/// Nouns that two others follow as one: "bukti penerimaan dan pengembalian".
pub const HEADS: [&str; 12] = [
    "bukti",
    "laporan",
    "dokumen",
    "dokumentasi",
    "hasil",
    "data",
    "rekapitulasi",
    "berkas",
    "lembar",
    "catatan",
    "rencana",
    "daftar",
];

/// Whether a word in small letters is an active verb.
pub fn is_active(word: &str) -> bool {
    let Some(rest) = word.strip_prefix("me") else { return false };
    let letter = |rest: &str, set: &str| rest.chars().next().is_some_and(|c| set.contains(c));
    let stem = match rest {
        _ if rest.starts_with("ng") || rest.starts_with("ny") => true,
        _ if rest.starts_with('m') => letter(&rest[1..], "bpfviaeou"),
        _ if rest.starts_with('n') => letter(&rest[1..], "cdjtszaeiou"),
        _ => letter(rest, "lrwyn"),
    };
    stem && word.len() >= 6 && !NOT_ME.contains(&word)
}

/// Whether a word in small letters is a passive verb.
pub fn is_passive(word: &str) -> bool {
    word.len() >= 6 && word.starts_with("di") && !NOT_DI.contains(&word)
}

/// Whether a word in small letters names an action: `penyusunan`.
pub fn is_action(word: &str) -> bool {
    let nasal = ["pem", "pen", "per", "pel", "peng", "peny"].iter().any(|head| word.starts_with(head));
    nasal && word.ends_with("an") && word.len() >= 8 && !["perempuan", "pelabuhan", "perusahaan"].contains(&word)
}

/// Words of small letters that open items and are never names.
const PLAIN: [&str; 40] = [
    "semua",
    "setiap",
    "seluruh",
    "untuk",
    "dalam",
    "dengan",
    "pada",
    "dari",
    "yang",
    "agar",
    "adanya",
    "tidak",
    "apabila",
    "jika",
    "bila",
    "dapat",
    "wajib",
    "harus",
    "telah",
    "sudah",
    "bahwa",
    "bagi",
    "oleh",
    "sebagai",
    "secara",
    "tiap",
    "sesuai",
    "belum",
    "jumlah",
    "masing",
    "apa",
    "siapa",
    "kapan",
    "bagaimana",
    "terhadap",
    "berdasarkan",
    "bertanggung",
    "bersedia",
    "berperan",
    "berkoordinasi",
];

/// Whether a word in small letters is surely no name and no term.
pub fn is_plain(word: &str) -> bool {
    is_active(word) || is_passive(word) || is_action(word) || PLAIN.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, want) in [
            ("menyusun rencana", Form::Me),
            ("Menjadi pedoman", Form::Me),
            ("melakukan rapat", Form::Me),
            ("mesin fotokopi", Form::Lain),
            ("media sosial kantor", Form::Lain),
            ("melalui pos", Form::Lain),
            ("ditetapkan oleh Ketua", Form::Di),
            ("dinas terkait", Form::Lain),
            ("di lingkungan kantor", Form::Lain),
            ("penyusunan rencana", Form::Benda),
            ("penyusunan rencana dilakukan oleh tim", Form::Lain),
            ("bahwa hari kerja", Form::Bahwa),
            ("semua pegawai wajib hadir", Form::Kalimat),
            ("pegawai yang telah hadir", Form::Lain),
            ("kantor menetapkan jadwal", Form::Kalimat),
            ("jadwal untuk menetapkan hari", Form::Lain),
            ("Kantor", Form::Lain),
            ("", Form::Lain),
        ] {
            assert_eq!(form(text), want, "{text}");
        }
    }
}
