//! What becomes of a year in the decree of another year: it moves along, it stays, or a person must decide.
//!
//! A verdict rests on how far a year lies from the decree's own and on the year that the decree is rolled to, never on
//! how many years lie between; so what is decided once is decided the same when the result is rolled again.

use std::ops::Range;

use naskah_core::decree::Part;
use naskah_core::language::column_heads::ColumnRole;
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::clause_before;
use naskah_core::language::years::{Plan, of_election};
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::{Passage, Reading};

use super::columns::Column;
use super::counted::{Counted, counted, names_money};
use super::dates::month_of;
use super::documents::{Document, Kind};
use super::measured::{Clause, Figure, beside};
use super::places;
use super::units::{Unit, units};

/// The years that a decree is rolled from and to.
#[derive(Debug, Clone, Copy)]
pub struct Roll {
    /// Year of the decree.
    pub own: i32,
    /// Year that it is made for; the decree's own where its name says no other.
    pub plan: i32,
    /// Year of the decree afterwards.
    pub target: i32,
}

impl Roll {
    /// From the year of the decree to `target`; the year of its name counts where it is one that moves along.
    pub fn new(context: &Reading<'_>, target: i32) -> Self {
        let lists = context.word_lists();
        let own = context.keputusan.tahun.value;
        let near = |year: &i32| (year - own).abs() <= 1;
        let name = context.keputusan.tentang.as_plain();
        let units = units(lists, &name);
        let moves = |at: usize| {
            let mut years = units.iter().filter(|unit| matches!(unit, Unit::Single(range, _) if range.start == at));
            years.any(|unit| counted(lists, &name, &unit.range()) != Counted::Surely)
        };
        let named =
            Plan::of(lists, &name, own).filter(|plan| plan.named.as_ref().is_some_and(|range| moves(range.start)));
        let named = named.map(|plan| plan.from);
        Self { own, plan: named.filter(near).unwrap_or(own), target }
    }

    /// How many years everything moves.
    pub fn delta(self) -> i32 {
        self.target - self.own
    }

    /// Whether a year is the decree's own.
    fn is_own(self, year: i32) -> bool {
        year == self.plan || year == self.own
    }

    /// Whether a year may have been left behind by this roll or by one before.
    pub fn is_near(self, year: i32) -> bool {
        (self.target - 2..=self.target + 1).contains(&year)
    }

    /// Whether a year of the Islamic calendar may have been left behind by this roll or by one before.
    fn is_near_hijri(self, year: i32) -> bool {
        // 33 of its years are 32 of the other calendar.
        let meant = (self.target - 622) * 33 / 32;
        (year - meant).abs() <= 3
    }

    /// Whether a year is too far off to belong to any plan.
    fn is_far(self, year: i32) -> bool {
        (year - self.target).abs() > 10
    }
}

/// What becomes of a unit, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The year moves with the decree.
    Move(&'static str),
    /// The year stays as it is.
    Keep(&'static str),
    /// It stays until a person has decided.
    Mark(&'static str),
}

use Verdict::{Keep, Mark, Move};

/// A text with what is known of it.
pub struct YearText<'a> {
    /// The years that the decree is rolled from and to.
    pub roll: Roll,
    /// The part that the text belongs to.
    pub part: Part,
    /// The role of its column.
    pub role: Option<ColumnRole>,
    /// Whether its column tells of persons.
    pub personal: bool,
    /// Whether its column holds numbers, amounts or records.
    pub fixed: bool,
    /// The other cells of its row, with the heads of their columns.
    pub row: Vec<(String, String)>,
    /// Whether it is the head of a column of figures.
    pub over_figures: bool,
    /// Whether several such heads name a year each.
    pub one_of_years: bool,
    /// The text.
    pub text: &'a str,
    /// Its years, but for those of the documents that it names.
    pub units: &'a [Unit],
    /// The lists of words.
    pub lists: &'a WordLists,
}

impl<'a> YearText<'a> {
    /// What is known of a text of the decree.
    pub fn new(context: &'a Reading<'_>, roll: Roll, passage: &'a Passage<'_>, units: &'a [Unit]) -> Self {
        let (part, text) = (passage.part, passage.plain.as_str());
        let lists = context.word_lists();
        let row = places::row_beside(context, passage);
        let Column { role, personal, fixed } = Column::of(context, passage, &row);
        let over_figures = places::is_over_figures(context, passage);
        let one_of_years = over_figures && places::is_one_of_years(context, passage);
        Self { roll, part, role, personal, fixed, row, over_figures, one_of_years, text, units, lists }
    }

    /// What becomes of a unit that stands in none of the text's documents.
    pub fn verdict(&self, at: usize) -> Verdict {
        match &self.units[at] {
            _ if matches!(self.part, Part::Catatan(_)) => Keep("catatan perancang tidak dicetak dan dibiarkan"),
            Unit::Words(range, _) if self.explains(at, range) => self.verdict(at - 1),
            Unit::Odd(range, _) if names_money(&self.text[..range.start]) => Keep(COUNTED),
            Unit::Single(_, year) | Unit::Words(_, year) | Unit::Short(_, year) if self.is_record() => {
                self.recorded(*year)
            }
            Unit::Period(_, ends, _) if self.is_record() => self.recorded(ends[1].1),
            Unit::Date(date) if self.is_record() => {
                self.recorded(date.year.as_ref().map_or(self.roll.plan, |year| year.0))
            }
            Unit::Single(range, year) | Unit::Short(range, year) => self.single(at, range, *year),
            Unit::ShortDate(_, year) if self.roll.is_near(*year) => {
                Mark("tanggal dengan tahun dua angka; periksa tanggalnya")
            }
            Unit::ShortDate(..) => Keep("tanggal lama"),
            Unit::Hijri(_, year) if !self.personal && self.roll.is_near_hijri(*year) => {
                Mark("tahun Hijriah; tentukan tahunnya")
            }
            Unit::Hijri(..) => Keep("tahun Hijriah lama"),
            Unit::Period(range, ends, sign) => self.period(range, [ends[0].1, ends[1].1], sign),
            Unit::Date(date) => self.date(&date.range, date.year.as_ref().map_or(self.roll.plan, |year| year.0)),
            Unit::Odd(_, year) if self.roll.is_near(*year) => {
                Mark("bagian dari nomor, alamat, atau kata yang tidak dipahami")
            }
            Unit::Odd(..) => Keep(PART_OF_NUMBER),
            Unit::Words(_, year) if self.roll.is_own(*year) => Move("tahun keputusan dengan huruf"),
            Unit::Words(_, year) if self.roll.is_near(*year) => Mark("tahun dengan huruf yang tidak pasti"),
            Unit::Words(..) => Keep("tahun lain dengan huruf"),
        }
    }

    /// Whether the cell holds a number, an amount or a record that is not one of a person.
    fn is_record(&self) -> bool {
        self.fixed && !self.personal
    }

    /// What becomes of a year in a column of numbers, amounts or records.
    fn recorded(&self, year: i32) -> Verdict {
        match self.roll.is_near(year) {
            true => Mark("kolom ini memuat nomor, jumlah, atau keterangan yang tetap; periksa tahunnya"),
            false => Keep(PART_OF_NUMBER),
        }
    }

    /// Whether words only repeat the year before them: "2025 (dua ribu dua puluh lima)".
    fn explains(&self, at: usize, range: &Range<usize>) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.units.get(before));
        before.is_some_and(|before| {
            matches!(before, Unit::Single(..) | Unit::Odd(..))
                && self.text.get(before.range().end..range.start).is_some_and(|gap| gap.trim() == "(")
        })
    }

    fn single(&self, at: usize, range: &Range<usize>, year: i32) -> Verdict {
        let far = year - self.roll.plan;
        let number = counted(self.lists, self.text, range);
        if number == Counted::Surely {
            return Keep(COUNTED);
        }
        if self.personal {
            return Keep("keterangan tentang orang");
        }
        if let Some(verdict) = self.numbered(range, year).or_else(|| self.labelled(range, year)) {
            return verdict;
        }
        let clause = Clause::of(self.lists, self.text, range);
        if let Some(verdict) = self.measured(&clause, far) {
            return verdict;
        }
        if self.roll.is_own(year) || far == 1 {
            return self.of_plan(&clause, range.start, far, number);
        }
        if self.roll.is_far(year) {
            return Keep("jauh di luar masa rencana");
        }
        if of_election(self.lists, self.text, range.start) {
            return Mark(ELECTION);
        }
        if far >= 2 {
            return Mark("lebih dari satu tahun sesudah rencana; periksa tahunnya");
        }
        let begun = is_beginning(self.lists, self.text, range.start);
        let evidence = far == -1 && self.is_evidence(range.start);
        match self.leads_to_evidence(at, far) {
            _ if begun => Mark("awal sesuatu yang mungkin tetap; periksa tahunnya"),
            _ if evidence => Move("bukti tahun sebelumnya; selisih tahunnya dipertahankan"),
            true => Move("bagian rangkaian tahun sampai tahun sebelumnya; selisih tahunnya dipertahankan"),
            false if far == -1 && self.reaches_the_plan() => {
                Move("waktu yang sampai ke tahun keputusan; selisih tahunnya dipertahankan")
            }
            false => Mark("lebih lama daripada tahun rencana dan tidak dikenal sebagai laporan; periksa tahunnya"),
        }
    }

    /// What becomes of a year of the plan, which lies `far` behind the decree's own.
    fn of_plan(&self, clause: &Clause<'_>, at: usize, far: i32, number: Counted) -> Verdict {
        match far {
            _ if !self.is_name() && number == Counted::Perhaps => Mark(PERHAPS_COUNTED),
            _ if !self.is_name() && self.tells_origin(clause, at) => Mark(ORIGIN),
            _ if is_version(self.lists, self.text, at) => {
                Mark("nama versi atau perangkat lunak; periksa apakah versinya berganti")
            }
            _ if of_named_election(self.lists, self.text, at) => Mark(ELECTION),
            ..=0 if clause.is_past() => Mark("menurut kalimatnya sudah terjadi; periksa tahunnya"),
            1 => Move("tahun berikutnya; selisih tahunnya dipertahankan"),
            _ => Move("tahun keputusan"),
        }
    }

    /// Whether a year tells where a thing or a person comes from: "kendaraan perolehan tahun 2025".
    fn tells_origin(&self, clause: &Clause<'_>, at: usize) -> bool {
        let before = &self.text[..at];
        let says = |form: &'static str| self.lists.pattern(form).is_some_and(|pattern| pattern.is_match(before));
        let thing = says(BOUGHT_THING) && !says(BUYING);
        (says(ORIGIN_BEFORE) || thing) && !clause.said_before(WordList::KataSasaran)
    }

    /// What becomes of a year behind a number without a known document: "7/2025", "tahap 3 tahun 2025".
    fn numbered(&self, range: &Range<usize>, year: i32) -> Option<Verdict> {
        let head = &self.text[..range.start];
        let slash = head.ends_with('/');
        let before = head.trim_end_matches('/').trim_end();
        let before = ["tahun", "Tahun", "TAHUN"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
        let digits = before.trim_end();
        let number = &digits[digits.trim_end_matches(|c: char| c.is_ascii_digit()).len()..];
        if number.is_empty() || number.len() > 3 || before.len() == head.len() || !(slash || before.ends_with(' ')) {
            return None;
        }
        let ahead = digits[..digits.len() - number.len()].trim_end();
        let whole = digits[..digits.len() - number.len()].ends_with([' ', '(']) || ahead.is_empty();
        let word = ahead.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '.').to_lowercase();
        let timed = self.lists.has(WordList::PenghitungWaktu, plain.trim_end_matches('.'))
            || self.lists.has(WordList::BatasWaktu, &plain)
            || matches!(self.role, Some(ColumnRole::Waktu | ColumnRole::Sasaran))
            || month_of(self.lists, &plain).is_some();
        let padded = slash && number.len() == 2 && !word.starts_with(char::is_uppercase);
        match whole && !timed && !padded && self.roll.is_near(year) {
            true => Some(Mark("bilangan di depan tahun mungkin nomor naskah; periksa tahunnya")),
            false => None,
        }
    }

    /// What becomes of a year behind a word that numbers follow: "Ruang 2025", "No. 2025", "Innova 2025".
    fn labelled(&self, range: &Range<usize>, year: i32) -> Option<Verdict> {
        let before = &self.text[..range.start];
        let after = &self.text[range.end..];
        if ends_long_number(before) {
            return Some(Keep(PART_OF_NUMBER));
        }
        if before.ends_with("ke-") {
            return Some(Keep(COUNTED));
        }
        let says = |form: &'static str| self.lists.pattern(form).is_some_and(|pattern| pattern.is_match(before));
        let beside_hijri =
            HIJRI_BEFORE.iter().any(|sign| before.ends_with(sign)) || after.trim_start().starts_with("M/");
        let plate = occurs(&PLATE, before) && occurs(&PLATE_ENDS, after);
        let numbered = plate || says(r"(?i)\b(?:{kepala-nomor}|{benda-bernomor})\b[.:]*(?:\s+urut\b)?[.:]*\s*$");
        let why = if numbered || (says(NAMED_PLACE) && !says(r"(?i)\b{sebelum-tahun}[.\s]*$")) {
            NUMBER
        } else if says(VEHICLE) {
            "mungkin tahun pembuatan kendaraan; periksa tahunnya"
        } else if says(r"\b(?i:{acara-berkala})(?:\s+[A-Z][\w-]*){0,3}\s+(?i:tahun\s+)?$") {
            "acara yang tidak diadakan setiap tahun; periksa tahunnya"
        } else if beside_hijri {
            "tahun di samping tahun Hijriah; sesuaikan keduanya"
        } else {
            return None;
        };
        Some(if self.roll.is_near(year) { Mark(why) } else { Keep(PART_OF_NUMBER) })
    }

    /// What becomes of the year of something that was measured, reached or paid.
    fn measured(&self, clause: &Clause<'_>, far: i32) -> Option<Verdict> {
        let figure = match clause.figure() {
            Figure::None => beside(self.lists, self.text, &self.row),
            figure => figure,
        };
        let own = far >= 0;
        let behind = own && self.role != Some(ColumnRole::Sasaran) && clause.figure_ends_before();
        match figure {
            Figure::Planned | Figure::Other if own && clause.names_money() => Some(Mark(MONEY)),
            Figure::Planned if far < 0 && !self.over_figures => Some(Mark(OLD_TARGET)),
            Figure::None if behind => Some(Mark(FIGURE_BEFORE)),
            Figure::None | Figure::Planned if !self.over_figures => None,
            Figure::None | Figure::Planned => {
                let measured = clause.says(WordList::KataUkuran) || clause.says(WordList::KataLaporan);
                match (own, clause.says(WordList::KataSasaran)) {
                    (_, true) if !self.one_of_years => None,
                    (false, _) if measured => Some(Keep(MEASURED)),
                    _ => Some(Mark("judul kolom angka; periksa tahun dan angka di bawahnya")),
                }
            }
            Figure::Other if behind => Some(Mark(FIGURE_BEFORE)),
            _ if far > 0 => None,
            Figure::Reached => Some(Keep(MEASURED)),
            Figure::Measured | Figure::Other if !own => Some(Keep(MEASURED)),
            Figure::Measured if self.role == Some(ColumnRole::Sasaran) => None,
            Figure::Measured => Some(Mark(OWN_FIGURE)),
            Figure::Other => None,
        }
    }

    /// Whether the text names a report, or a result in a column of evidence.
    fn is_evidence(&self, at: usize) -> bool {
        let before = clause_before(self.text, at);
        let result = self.role != Some(ColumnRole::Bukti) && self.lists.occurs(WordList::KataNilai, &before);
        let reports = if result { WordList::NaskahLaporan } else { WordList::KataLaporan };
        self.lists.occurs(reports, &before)
    }

    /// Whether a year is one of a row of years that ends with last year's evidence: "capaian 2022, 2023, dan 2024".
    fn leads_to_evidence(&self, at: usize, far: i32) -> bool {
        let mut far = far;
        let mut here = at;
        while far < -1 {
            let (Some(Unit::Single(range, _)), Some(Unit::Single(next, year))) =
                (self.units.get(here), self.units.get(here + 1))
            else {
                return false;
            };
            let gap = self.text[range.end..next.start].trim_matches([' ', ',']);
            let joined = ["", "dan", "serta"].contains(&gap.trim_end_matches("tahun").trim_end());
            if !joined || year - self.roll.plan != far + 1 {
                return false;
            }
            (far, here) = (far + 1, here + 1);
        }
        here > at && matches!(self.verdict(here), Move(_))
    }

    /// Whether the cell gives a time that reaches the decree's own year, which moves along.
    fn reaches_the_plan(&self) -> bool {
        let own = |at: &usize| matches!(self.units.get(*at), Some(Unit::Single(_, year)) if self.roll.is_own(*year));
        let mut moving = (0..self.units.len()).filter(own).map(|at| self.verdict(at));
        matches!(self.role, Some(ColumnRole::Waktu | ColumnRole::Sasaran))
            && moving.any(|verdict| matches!(verdict, Move(_)))
    }

    fn period(&self, range: &Range<usize>, [from, to]: [i32; 2], sign: &str) -> Verdict {
        let touches = self.roll.is_own(from) || self.roll.is_own(to);
        if self.personal {
            Keep("keterangan tentang orang")
        } else if to == from + 1 && sign.trim() == "/" && touches {
            Move("dua tahun berdampingan; keduanya disesuaikan")
        } else if to < self.roll.target && !self.roll.is_far(to) {
            Mark("periode itu sudah berakhir; rujuk periode yang sedang berjalan, atau pertahankan")
        } else if to < self.roll.target {
            Keep("periode lama")
        } else if self.is_name() && touches_name(self.text, range.start) {
            Mark("periode pada nama; tentukan periode yang baru, atau pertahankan")
        } else {
            Keep("periode masih berjalan")
        }
    }

    /// Whether the text is the decree's name or one made of it.
    fn is_name(&self) -> bool {
        matches!(
            self.part,
            Part::Tentang | Part::Kepala | Part::Menetapkan | Part::LampiranTentang(_) | Part::LampiranJudul(_)
        )
    }

    /// What becomes of a date of the decree's own year that tells how things stood: "per 31 Maret 2025: 22,5%".
    fn state(&self, clause: &Clause<'_>, at: usize) -> Option<Verdict> {
        match clause.figure() {
            _ if !is_state(self.text, at) => None,
            Figure::Reached => Some(Keep(MEASURED)),
            Figure::Measured => Some(Mark(OWN_FIGURE)),
            _ => None,
        }
    }

    fn date(&self, range: &Range<usize>, year: i32) -> Verdict {
        let clause = Clause::of(self.lists, self.text, range);
        let opening = matches!(self.part, Part::Menimbang(_) | Part::Mengingat(_) | Part::Memperhatikan(_));
        let far = year - self.roll.plan;
        if self.personal {
            Keep("keterangan tentang orang")
        } else if self.roll.is_far(year) {
            Keep("tanggal lama")
        } else if far < 0 && matches!(clause.figure(), Figure::Reached | Figure::Measured | Figure::Other) {
            Keep(MEASURED)
        } else if opening {
            match year < self.roll.target {
                true => Mark("tanggal peristiwa tahun lalu; ganti dengan peristiwa yang baru, atau hapus"),
                false => Keep("tanggal peristiwa"),
            }
        } else if let Some(verdict) = self.state(&clause, range.start) {
            verdict
        } else if far <= 0 && clause.is_past() {
            Keep("tanggal peristiwa yang sudah terjadi")
        } else if self.roll.is_own(year) && clause.said_before(WordList::PeristiwaBertanggal) {
            Mark("tanggal peristiwa; periksa apakah sudah terjadi")
        } else if self.roll.is_own(year) {
            Move("tanggal dalam tahun keputusan")
        } else if far == 1 {
            Move("tanggal dalam tahun berikutnya; selisih tahunnya dipertahankan")
        } else if far == -1 && is_state(self.text, range.start) {
            Move("tanggal bukti tahun sebelumnya; selisih tahunnya dipertahankan")
        } else {
            Mark("tanggal di luar tahun keputusan; periksa tanggalnya")
        }
    }
}

/// What is to be done with a decree of the office's own that is a year old or older.
pub const OLD_DECREE: &str =
    "keputusan kantor ini dari tahun lalu; ganti dengan penggantinya, atau pertahankan bila masih berlaku";

/// What is to be done with an amount of money of the decree's own year, which is another one in the year after.
const MONEY: &str = "jumlah uang tahun keputusan; tentukan jumlah dan tahunnya";

/// What is to be done with the year right behind a figure.
const FIGURE_BEFORE: &str = "angka di depan tahun mungkin milik tahun itu; periksa apakah tahunnya tetap";

/// What is to be done with a figure of the decree's own year that was measured.
const OWN_FIGURE: &str = "angka tahun keputusan; capaian tetap pada tahunnya, target disesuaikan";

/// What is to be done with a planned figure of a year that is over.
const OLD_TARGET: &str = "angka sasaran tahun yang sudah lewat; pertahankan, atau ganti bersama tahunnya";

/// Why four digits stay that are no year.
const PART_OF_NUMBER: &str = "bagian dari nomor atau alamat, bukan tahun rencana";

/// What is to be done with four digits that may be a number.
const NUMBER: &str = "mungkin nomor, bukan tahun; periksa apakah tahun keputusan yang dimaksud";

/// Why four digits stay that count something.
const COUNTED: &str = "bilangan, bukan tahun";

/// What is to be done with four digits that may count something.
const PERHAPS_COUNTED: &str = "mungkin bilangan, bukan tahun; periksa apakah bilangannya tetap";

/// What is to be done with the year of what is recorded of a thing or a person.
const ORIGIN: &str = "mungkin tahun asal barang atau orang, yang tetap; periksa tahunnya";

/// Why the year of a figure stays.
const MEASURED: &str = "angka atau hasil milik tahunnya";

/// Why the year of a citation stays.
const CITED: &str = "tahun dalam sebutan peraturan atau keputusan tidak disesuaikan";

/// What is to be done with the year of an election.
const ELECTION: &str = "tahun pemilihan; periksa apakah pemilihan itu yang masih dimaksud";

/// What becomes of a document's years, and why; a document of which nothing must be said is a rule.
pub fn of_document(roll: Roll, document: &Document) -> Verdict {
    match document.kind {
        Kind::Rule => Keep(CITED),
        Kind::Own if document.year < roll.target => Mark(OLD_DECREE),
        Kind::Unknown if roll.is_near(document.year) => {
            Mark("nomor atau tahun naskah yang jenisnya tidak dikenal; periksa apakah tahunnya tetap")
        }
        Kind::Letter if document.year < roll.target && document.year >= roll.target - 2 => {
            Mark("surat atau berita acara tahun lalu; ganti dengan yang baru, atau pertahankan")
        }
        Kind::Own | Kind::Letter | Kind::Unknown => Keep("tahun dalam nomor dan tanggal naskah tidak disesuaikan"),
    }
}

/// What becomes of a year in the title of a document that nobody knows, where the title may have ended before it.
pub fn after_loose_title(
    lists: &WordLists,
    roll: Roll,
    document: &Document,
    text: &str,
    (range, year): (&Range<usize>, i32),
) -> Verdict {
    let within = document.loose.as_ref().is_some_and(|title| title.start <= range.start);
    let after = document.beyond.is_some_and(|beyond| beyond <= range.start);
    let other = after || year != document.year;
    let doubtful = within && roll.is_near(year) && other && !of_election(lists, text, range.start);
    match doubtful {
        true => Mark("di dalam atau sesudah judul naskah lain; periksa apakah tahun keputusan yang dimaksud"),
        false => Keep(CITED),
    }
}

/// A room or a number with a name before its digits: "Ruang Rapat 2025", "Nomor Agenda 2025".
const NAMED_PLACE: &str = r"\b(?i:{kepala-nomor}|ruang|ruangan|kamar)\s+[A-Z]\w*\s+$";

/// A vehicle before its year: "Toyota Innova tahun 2025", "Honda Beat keluaran 2025".
const VEHICLE: &str =
    r"\b(?i:{kendaraan})(?:\s+[A-Z0-9][\w.-]*){0,3}\s+(?i:(?:tahun|th\.?|keluaran|buatan|pembuatan)\s+){0,2}$";

/// What tells where a thing or a person comes from, before its year.
const ORIGIN_BEFORE: &str = r"(?i)\b{catatan-bertahun}\s+(?:(?:pada\s+)?(?:tahun|th\.?|thn\.?)\s+)?$";

/// The same where a thing stands before it, and where something else does.
const BOUGHT_THING: &str = r"(?i)[a-z0-9]\s+{pengadaan-barang}\s+(?:tahun|th\.?|thn\.?)\s+$";
const BUYING: &str = r"(?i)\b{bukan-barang}\s+{pengadaan-barang}\s+(?:tahun|th\.?|thn\.?)\s+$";

/// The letters before and after the digits of a number plate: "H 2025 AB".
static PLATE: Pattern = Pattern::new(|| pattern(r"(?:^|[\s(,])[A-Z]{1,2}[ -]$"));
static PLATE_ENDS: Pattern = Pattern::new(|| pattern(r"^[ -][A-Z]{1,3}(?:$|[\s).,;])"));

/// What stands between a year of the Islamic calendar and the other one.
const HIJRI_BEFORE: [&str; 3] = [" H/", " H / ", "H/"];

/// Whether a text ends within a number of many digits in groups: "NIP 19800101 200501 1 ".
fn ends_long_number(before: &str) -> bool {
    let tail = before.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    before.ends_with(' ') && digits(&before[tail.len()..]) >= 8
}

/// Whether the year names an edition or stands in the name of a program: "versi 2025", "perangkat lunak Contoh 2025".
fn is_version(lists: &WordLists, text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let says = |form: &'static str| lists.pattern(form).is_some_and(|pattern| pattern.is_match(before));
    let dated = before.trim_end().to_lowercase().ends_with("tahun");
    says(r"(?i)\b{sebutan-versi}\s+$") || !dated && says(r"\b(?i:{perangkat-lunak})(?:\s+[A-Z][\w.-]*)+\s+$")
}

/// Whether the year is the begin of something: "sejak tahun 2024", "angkatan 2024".
fn is_beginning(lists: &WordLists, text: &str, at: usize) -> bool {
    let before = clause_before(text, at);
    let before = before.trim_end().trim_end_matches("tahun").trim_end();
    lists.ends(WordList::AwalMula, before)
}

/// Whether a date tells how things stood: "per 31 Desember 2024".
fn is_state(text: &str, at: usize) -> bool {
    let before = clause_before(text, at);
    ["per", "posisi", "s.d.", "sampai dengan"].iter().any(|word| before.trim_end().ends_with(word))
}

/// Whether a period stands where a name says what it is for.
fn touches_name(text: &str, at: usize) -> bool {
    let before = clause_before(text, at);
    ["tahun", "periode", "anggaran"].iter().any(|word| before.trim_end().ends_with(word))
}

/// Whether the year right before which an election is named is that of the election.
fn of_named_election(lists: &WordLists, text: &str, at: usize) -> bool {
    let mut before = clause_before(text, at);
    for body in lists.entries(WordList::BadanPemilihan) {
        before = before.replace(body.as_str(), "¶");
    }
    let mut offices = false;
    for word in before.split(|c: char| !c.is_alphanumeric() && c != '¶').filter(|word| !word.is_empty()).rev() {
        if lists.has(WordList::KataPemilihan, word) {
            return word != "pemilihan" || offices;
        }
        if !lists.has(WordList::AntaraPemilihanDanTahun, word) {
            return false;
        }
        offices |= word != "tahun";
    }
    false
}
