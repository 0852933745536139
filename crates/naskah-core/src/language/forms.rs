//! The form of an item, told by its first words: an active or passive verb, a noun of action, a whole sentence.

use super::lists::{WordList, WordLists};
use super::words::{Word, words};

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

/// The form of an item.
pub fn form(lists: &WordLists, text: &str) -> Form {
    let all = words(text);
    let Some(first) = all.first().map(|word| word.folded.as_str()) else { return Form::Lain };
    if first == "bahwa" {
        return Form::Bahwa;
    }
    if is_active(lists, first) {
        return Form::Me;
    }
    if is_passive(lists, first) {
        return Form::Di;
    }
    let sentence = has_finite(lists, &all);
    match is_process(first) {
        true if sentence || all.iter().skip(1).any(|word| is_passive(lists, &word.folded)) => Form::Lain,
        true => Form::Benda,
        false
            if (sentence || has_subject(lists, &all))
                && !lists.has(WordList::PembukaFrasa, first)
                && !lists.has(WordList::PenandaPredikat, first) =>
        {
            Form::Kalimat
        }
        false => Form::Lain,
    }
}

/// Whether a finite verb stands near, and not within a relative clause.
fn has_finite(lists: &WordLists, all: &[Word]) -> bool {
    let head = all.iter().skip(1).take(10).take_while(|word| word.folded != "yang");
    head.into_iter().any(|word| lists.has(WordList::PenandaPredikat, &word.folded))
}

/// Whether an active verb follows the first words, as in "kantor menetapkan jadwal".
fn has_subject(lists: &WordLists, all: &[Word]) -> bool {
    let head = all.iter().skip(1).take(5).take_while(|word| !lists.has(WordList::PembukaFrasa, &word.folded));
    head.into_iter().any(|word| is_active(lists, &word.folded) && word.folded != "mengikuti" && word.folded != "menuju")
}

/// Whether a word in small letters is an active verb.
pub fn is_active(lists: &WordLists, word: &str) -> bool {
    let Some(rest) = word.strip_prefix("me") else { return false };
    let letter = |rest: &str, set: &str| rest.chars().next().is_some_and(|c| set.contains(c));
    let stem = match rest {
        _ if rest.starts_with("ng") || rest.starts_with("ny") => true,
        _ if rest.starts_with('m') => letter(&rest[1..], "bpfviaeou"),
        _ if rest.starts_with('n') => letter(&rest[1..], "cdjtszaeiou"),
        _ => letter(rest, "lrwyn"),
    };
    stem && word.len() >= 6 && !lists.has(WordList::BukanKataKerjaMe, word)
}

/// Whether a word in small letters is a passive verb.
pub fn is_passive(lists: &WordLists, word: &str) -> bool {
    word.len() >= 6 && word.starts_with("di") && !lists.has(WordList::BukanKataKerjaDi, word)
}

/// Whether a word in small letters names an action: `penyusunan`.
pub fn is_action(word: &str) -> bool {
    let nasal = ["pem", "pen", "per", "pel", "peng", "peny"].iter().any(|head| word.starts_with(head));
    nasal && word.ends_with("an") && word.len() >= 8 && !["perempuan", "pelabuhan", "perusahaan"].contains(&word)
}

/// Whether a word in small letters names an action or a process: `penyusunan`, `sosialisasi`.
pub fn is_process(word: &str) -> bool {
    is_action(word) || (word.ends_with("asi") && word.len() >= 8 && !word.ends_with("organisasi"))
}

/// Whether a word in small letters is surely no name and no term.
pub fn is_plain(lists: &WordLists, word: &str) -> bool {
    is_active(lists, word) || is_passive(lists, word) || is_action(word) || lists.has(WordList::PembukaButir, word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Root;
    use crate::catalog::kata::word_lists;

    #[test]
    fn forms() {
        let lists = word_lists(&Root::embedded()).0;
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
            ("koordinasi rencana", Form::Benda),
            ("organisasi kantor", Form::Lain),
            ("penyusunan rencana dilakukan oleh tim", Form::Lain),
            ("bahwa hari kerja", Form::Bahwa),
            ("semua pegawai wajib hadir", Form::Kalimat),
            ("pegawai yang telah hadir", Form::Lain),
            ("kantor menetapkan jadwal", Form::Kalimat),
            ("jadwal untuk menetapkan hari", Form::Lain),
            ("Kantor", Form::Lain),
            ("", Form::Lain),
        ] {
            assert_eq!(form(&lists, text), want, "{text}");
        }
    }
}
