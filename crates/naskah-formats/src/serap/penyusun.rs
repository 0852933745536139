//! Items put together to lists: each mark goes on with a list that is open, or opens one under the last item.

use super::pohon::Butir;
use super::sumber::Kaya;
use super::tanda::{Rupa, Tanda};

/// Lists that are being read.
#[derive(Debug, Default)]
pub struct Penyusun {
    /// The items of the outermost list.
    pub akar: Vec<Butir>,
    /// The last mark of each list that is open, from the outermost.
    terbuka: Vec<Tanda>,
}

impl Penyusun {
    /// Whether nothing was taken yet.
    pub fn is_empty(&self) -> bool {
        self.akar.is_empty()
    }

    /// How deep the list lies that a mark goes on with or opens; `None` where it is no mark of a list. Of lines of pages
    /// (`strict`) only those count whose number follows, since any line may begin with a number.
    fn level(&self, tanda: &Tanda, strict: bool, lead: bool) -> Option<usize> {
        let follows =
            |open: &Tanda| open.is_like(tanda) && (tanda.nomor == open.nomor + 1 || tanda.rupa == Rupa::Butir);
        let after = |open: &Tanda| open.is_like(tanda) && tanda.nomor > open.nomor;
        let first = tanda.nomor <= 1;
        if let Some(at) = self.terbuka.iter().rposition(follows) {
            return Some(at);
        }
        if self.terbuka.is_empty() {
            return (first || !strict).then_some(0);
        }
        if strict {
            return (first && lead && !self.terbuka.iter().any(|open| open.is_like(tanda)))
                .then_some(self.terbuka.len());
        }
        if let Some(at) = self.terbuka.iter().rposition(after) {
            return Some(at);
        }
        match self.terbuka.iter().rposition(|open| open.is_like(tanda)) {
            // A list of the same marks begins again below an item of another list.
            Some(at) if first && lead && at + 1 < self.terbuka.len() => Some(self.terbuka.len()),
            Some(at) => Some(at),
            None => Some(self.terbuka.len()),
        }
    }

    /// Takes an item; whether its mark is one.
    pub fn item(&mut self, tanda: &Tanda, teks: &Kaya, strict: bool) -> bool {
        let lead = self.akar.last().is_none_or(|last| ends_open(&last.last_text()));
        let readings = [Some(tanda.clone()), tanda.other()];
        let fits = |one: &Tanda| self.terbuka.iter().any(|open| open.is_like(one) && one.nomor == open.nomor + 1);
        // A letter that goes on with a list is a letter; one that could open a list of letters in its midst is Roman.
        let chosen = match readings {
            [Some(own), Some(other)] if fits(&own) || !(fits(&other) || (other.nomor == 1 && own.nomor != 1)) => own,
            [Some(_), Some(other)] => other,
            [Some(own), None] => own,
            _ => return false,
        };
        let Some(level) = self.level(&chosen, strict, lead) else { return false };
        self.terbuka.truncate(level + 1);
        match self.terbuka.get_mut(level) {
            Some(open) => *open = chosen.clone(),
            None => self.terbuka.push(chosen.clone()),
        }
        let item = Butir { tanda: Some(chosen), teks: teks.clone(), ..Butir::default() };
        self.at(level).push(item);
        true
    }

    /// The list at a level, in the last item of those above.
    fn at(&mut self, level: usize) -> &mut Vec<Butir> {
        let mut list = &mut self.akar;
        for _ in 0..level {
            if list.is_empty() {
                list.push(Butir::default());
            }
            let at = list.len() - 1;
            // There is an item at that place.
            list = &mut list[at].anak;
        }
        list
    }

    /// Whether a mark is that of the next item of a list that is open.
    pub fn awaits(&self, tanda: &Tanda) -> bool {
        let next = |open: &Tanda| open.is_like(tanda) && tanda.nomor == open.nomor + 1;
        tanda.rupa != Rupa::Butir && self.terbuka.iter().any(next)
    }

    /// Takes an item without a mark.
    pub fn plain(&mut self, teks: &Kaya) {
        self.terbuka.clear();
        self.akar.push(Butir::sentence(teks.clone()));
    }

    /// Goes on with the text that was begun last; whether there is one.
    pub fn go_on(&mut self, teks: &Kaya) -> bool {
        self.akar.last_mut().map(|last| last.go_on(teks)).is_some()
    }

    /// The text that was begun last.
    pub fn last_text(&self) -> String {
        self.akar.last().map_or(String::new(), Butir::last_text)
    }

    /// Takes comments to what was begun last.
    pub fn remark(&mut self, komentar: &[usize]) {
        self.akar.last_mut().into_iter().for_each(|last| last.remark(komentar));
    }
}

/// Whether a text is at an end, so that something new may begin after it.
pub fn ends_closed(text: &str) -> bool {
    let text = text.trim_end();
    let stem = ["dan/atau", "dan", "atau"].iter().find_map(|word| text.strip_suffix(word)).map_or(text, str::trim_end);
    stem.is_empty() || stem.ends_with([';', '.', ':', '!', '?']) || (stem.len() < text.len() && stem.ends_with(','))
}

/// Whether a list may begin after a text.
fn ends_open(text: &str) -> bool {
    let text = text.trim_end();
    text.is_empty() || text.ends_with([':', ';', '.', ',']) || ends_closed(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(items: &[Butir]) -> String {
        let one = |item: &Butir| {
            let mark = item.tanda.as_ref().map_or("-", |mark| mark.teks.as_str());
            let below = if item.anak.is_empty() { String::new() } else { format!("[{}]", shown(&item.anak)) };
            format!("{mark}{below}")
        };
        items.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    fn put(marks: &str, strict: bool) -> String {
        let mut lists = Penyusun::default();
        for line in marks.split('|') {
            let mark = Tanda::read(line).unwrap();
            if !lists.item(&mark, &Kaya::plain(&line[mark.panjang..]), strict) {
                lists.go_on(&Kaya::plain(line));
            }
        }
        shown(&lists.akar)
    }

    #[test]
    fn marks_make_lists_within_lists() {
        assert_eq!(put("a. x;|b. y:|1. p;|2. q;|c. z", false), "a. b.[1. 2.] c.");
        assert_eq!(put("1. x:|a) p:|1) q|b) r|2. s", false), "1.[a)[1)] b)] 2.");
        assert_eq!(put("a. x;|c. y;|d. z", false), "a. c. d.");
        assert_eq!(put("a. x:|i. p|ii. q|b. y", false), "a.[i. ii.] b.");
        assert_eq!(put("h. x;|i. y;|j. z", false), "h. i. j.");
        assert_eq!(put("a. x:|- p|- q|b. y", false), "a.[- -] b.");
    }

    #[test]
    fn lines_of_pages_count_only_where_the_number_follows() {
        assert_eq!(put("1. Undang-Undang;|2. Peraturan Nomor|8. dari;|3. x", true), "1. 2. 3.");
        assert_eq!(put("a. x|1. y;|b. z:|1. p;|2. q", true), "a. b.[1. 2.]");
    }
}
