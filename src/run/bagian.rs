//! Which part of all documents a run makes: every N-th, so that N runs make all of them, each once.

use std::env;
use std::str::FromStr;

/// One of several parts, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bagian {
    /// Which one.
    pub ke: usize,
    /// Of how many.
    pub dari: usize,
}

impl Bagian {
    /// All of it.
    pub const SELURUHNYA: Self = Self { ke: 1, dari: 1 };

    /// Whether the document at a place, from 0, belongs to it.
    pub fn has(self, at: usize) -> bool {
        at % self.dari == self.ke - 1
    }

    /// The name of its manifest.
    pub fn manifest(self) -> String {
        match self.dari {
            1 => "manifes.jsonl".to_owned(),
            dari => format!("manifes-{:0width$}-dari-{dari}.jsonl", self.ke, width = dari.to_string().len()),
        }
    }

    fn of(ke: usize, dari: usize) -> Result<Self, String> {
        match dari > 0 && (1..=dari).contains(&ke) {
            true => Ok(Self { ke, dari }),
            false => Err(format!("bagian {ke} dari {dari} tidak ada")),
        }
    }

    /// The part that the machinery which started this process says, through what it calls `named`.
    fn told(dari: Option<usize>, named: impl Fn(&str) -> Option<String>) -> Result<Self, String> {
        let number = |name: &str| named(name).and_then(|text| text.trim().parse::<usize>().ok());
        if let Some(at) = number("JOB_COMPLETION_INDEX") {
            let dari =
                dari.ok_or("tulis banyaknya bagian, misalnya `otomatis/12`: Kubernetes tidak memberitahukannya")?;
            return Self::of(at + 1, dari);
        }
        let Some(id) = number("SLURM_ARRAY_TASK_ID") else {
            return Err("tidak ada SLURM_ARRAY_TASK_ID atau JOB_COMPLETION_INDEX di lingkungan".to_owned());
        };
        if let Some(dari) = dari {
            return Self::of(id, dari);
        }
        let (Some(least), Some(most), Some(count)) =
            (number("SLURM_ARRAY_TASK_MIN"), number("SLURM_ARRAY_TASK_MAX"), number("SLURM_ARRAY_TASK_COUNT"))
        else {
            return Err("tulis banyaknya bagian, misalnya `otomatis/12`".to_owned());
        };
        if most + 1 != least + count {
            return Err("larik Slurm ini tidak berurutan; tulis banyaknya bagian, misalnya `otomatis/12`".to_owned());
        }
        Self::of((id + 1).saturating_sub(least), count)
    }
}

impl FromStr for Bagian {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("`{text}` bukan bagian: tulis seperti `3/12`, `otomatis`, atau `otomatis/12`");
        let number = |text: &str| text.trim().parse::<usize>().map_err(|_| wrong());
        match text.split_once('/') {
            None if text == "otomatis" => Self::told(None, |name| env::var(name).ok()),
            Some(("otomatis", dari)) => Self::told(Some(number(dari)?), |name| env::var(name).ok()),
            Some((ke, dari)) => Self::of(number(ke)?, number(dari)?),
            None => Err(wrong()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Bagian;

    fn told(dari: Option<usize>, said: &[(&str, &str)]) -> Result<(usize, usize), String> {
        let named = |name: &str| said.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Bagian::told(dari, named).map(|part| (part.ke, part.dari))
    }

    #[test]
    fn parts_are_read() {
        let read = |text: &str| text.parse::<Bagian>().map(|part| (part.ke, part.dari));
        assert_eq!(read("3/12"), Ok((3, 12)));
        for wrong in ["0/3", "4/3", "1/0", "3", "a/b", ""] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_document_has_one_part() {
        let parts: Vec<Bagian> = (1..=3).flat_map(|ke| Bagian::of(ke, 3)).collect();
        assert!((0..100).all(|at| parts.iter().filter(|part| part.has(at)).count() == 1));
    }

    #[test]
    fn machinery_is_understood() {
        let slurm = |id: &'static str, least, most, count| {
            [
                ("SLURM_ARRAY_TASK_ID", id),
                ("SLURM_ARRAY_TASK_MIN", least),
                ("SLURM_ARRAY_TASK_MAX", most),
                ("SLURM_ARRAY_TASK_COUNT", count),
            ]
        };
        assert_eq!(told(None, &slurm("0", "0", "11", "12")), Ok((1, 12)));
        assert_eq!(told(None, &slurm("12", "1", "12", "12")), Ok((12, 12)));
        assert_eq!(told(Some(12), &slurm("7", "3", "7", "2")), Ok((7, 12)));
        assert!(told(None, &slurm("7", "3", "7", "2")).is_err());
        assert_eq!(told(Some(4), &[("JOB_COMPLETION_INDEX", "3")]), Ok((4, 4)));
        assert!(told(Some(4), &[("JOB_COMPLETION_INDEX", "4")]).is_err());
        assert!(told(None, &[("JOB_COMPLETION_INDEX", "3")]).is_err() && told(None, &[]).is_err());
    }
}
