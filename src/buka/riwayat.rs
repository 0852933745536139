//! What was done to a text, so that it can be undone and done again.

use std::time::{Duration, Instant};

/// Edits of one place within this time are undone together.
const BERSAMA: Duration = Duration::from_millis(1500);

/// So many steps are kept.
const LANGKAH: usize = 5_000;

/// A stretch of a text that became another.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Ganti {
    at: usize,
    lama: String,
    baru: String,
}

impl Ganti {
    fn between(before: &str, after: &str) -> Self {
        let same = |a: &str, b: &str| a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
        let start = before.floor_char_boundary(same(before, after)).min(after.floor_char_boundary(same(before, after)));
        let (old, new) = (before.get(start..).unwrap_or_default(), after.get(start..).unwrap_or_default());
        let mut tail = old.bytes().rev().zip(new.bytes().rev()).take_while(|(a, b)| a == b).count();
        while !(old.is_char_boundary(old.len() - tail) && new.is_char_boundary(new.len() - tail)) {
            tail -= 1;
        }
        let cut = |text: &str| text.get(..text.len() - tail).unwrap_or_default().to_owned();
        Self { at: start, lama: cut(old), baru: cut(new) }
    }

    fn turned(&self, text: &str, from: &str, to: &str) -> Option<String> {
        let (head, rest) = (text.get(..self.at)?, text.get(self.at..)?);
        Some(format!("{head}{to}{}", rest.strip_prefix(from)?))
    }
}

/// What was done and undone.
#[derive(Debug, Default)]
pub struct Riwayat {
    lalu: Vec<(Ganti, String)>,
    nanti: Vec<(Ganti, String)>,
    terakhir: Option<Instant>,
}

impl Riwayat {
    /// How many steps can be undone, and done again.
    pub fn banyak(&self) -> (usize, usize) {
        (self.lalu.len(), self.nanti.len())
    }

    /// A text became another; `apa` tells the place, so that what is typed there at one go is one step.
    pub fn catat(&mut self, before: &str, after: &str, apa: &str) {
        self.nanti.clear();
        let soon = self.terakhir.replace(Instant::now()).is_some_and(|last| last.elapsed() < BERSAMA);
        let last = self.lalu.last().filter(|(_, what)| soon && !apa.is_empty() && what == apa);
        let earlier = last.and_then(|(step, _)| step.turned(before, &step.baru, &step.lama));
        match earlier {
            Some(earlier) => {
                self.lalu.pop();
                self.lalu.push((Ganti::between(&earlier, after), apa.to_owned()));
            }
            None => self.lalu.push((Ganti::between(before, after), apa.to_owned())),
        }
        if self.lalu.len() > LANGKAH {
            self.lalu.remove(0);
        }
    }

    /// The text before the last step.
    pub fn urung(&mut self, now: &str) -> Option<String> {
        let (step, apa) = self.lalu.pop()?;
        let text = step.turned(now, &step.baru, &step.lama)?;
        self.nanti.push((step, apa));
        self.terakhir = None;
        Some(text)
    }

    /// The text after the step that was undone last.
    pub fn ulang(&mut self, now: &str) -> Option<String> {
        let (step, apa) = self.nanti.pop()?;
        let text = step.turned(now, &step.lama, &step.baru)?;
        self.lalu.push((step, apa));
        self.terakhir = None;
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::Riwayat;

    #[test]
    fn steps_are_undone_and_done_again() {
        let texts = ["a: satu\n", "a: é\n", "a: è dua\nb: x\n", "", "b"];
        let mut past = Riwayat::default();
        texts.windows(2).for_each(|pair| past.catat(pair[0], pair[1], ""));
        let mut now = texts[4].to_owned();
        for want in texts[..4].iter().rev() {
            now = past.urung(&now).expect("a step");
            assert_eq!(now, *want);
        }
        assert_eq!(past.urung(&now), None);
        for want in &texts[1..] {
            now = past.ulang(&now).expect("a step");
            assert_eq!(now, *want);
        }
    }

    #[test]
    fn what_is_typed_at_one_go_is_one_step() {
        let mut past = Riwayat::default();
        past.catat("a: \n", "a: x\n", "a");
        past.catat("a: x\n", "a: xy\n", "a");
        past.catat("a: xy\n", "a: xy\nb: z\n", "b");
        assert_eq!(past.banyak(), (2, 0));
        assert_eq!(past.urung("a: xy\nb: z\n").and_then(|now| past.urung(&now)).as_deref(), Some("a: \n"));
    }
}
