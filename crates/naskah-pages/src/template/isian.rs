//! Texts of a pattern with places for values: `Sdr. {{ Nama }}`.
//!
//! A value is a text and nothing else. It is put in behind the template engine, with the sign of emphasis taken from it, so
//! whatever a cell holds is printed as it stands there.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use minijinja::value::{Kwargs, Rest, ValueKind};
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};

/// Stand around a value while the rest of its text is put together; no text of a decree may hold them.
const AWAL: char = '\u{2061}';
const AKHIR: char = '\u{2062}';

/// Texts with places, each compiled once.
pub struct Cetakan {
    environment: Environment<'static>,
    names: Vec<String>,
    /// The heads that each text asks for by `kolom["…"]`.
    heads: Vec<Vec<String>>,
}

/// A text with places, or a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Larik(usize);

impl Larik {
    /// Which one it is of those that were compiled.
    pub fn number(self) -> usize {
        self.0
    }
}

/// What fills the places.
#[derive(Debug, Clone)]
pub struct Nilai(Value);

/// Why a text cannot be filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gagal {
    /// A place would be left empty.
    Kosong,
    /// Something is asked for that there is not.
    TakAda,
    /// A value ends with the sign by which the sign of emphasis that follows it would lose its meaning.
    GarisMiring,
    /// Something is reckoned that cannot be.
    Hitungan(&'static str),
    /// The pattern's own fault.
    Pola(String),
}

impl fmt::Display for Gagal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Kosong => f.write_str("isinya kosong"),
            Self::TakAda => f.write_str("isinya tidak ada"),
            Self::GarisMiring => f.write_str("isinya diakhiri `\\` tepat di depan tanda `*`"),
            Self::Hitungan(why) => write!(f, "hitungan ini {why}"),
            Self::Pola(why) => f.write_str(why),
        }
    }
}

impl Default for Cetakan {
    fn default() -> Self {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::SemiStrict);
        environment.set_formatter(|out, _, value| {
            if matches!(value.kind(), ValueKind::None | ValueKind::Undefined) {
                return Err(Error::new(ErrorKind::BadSerialization, KOSONG));
            }
            let text = match value.kind() {
                ValueKind::Number => value.to_string().trim_end_matches(".0").replace('.', ","),
                _ => value.to_string(),
            };
            let plain: String = text.chars().filter(|c| !matches!(*c, AWAL | AKHIR)).collect();
            if plain.trim().is_empty() {
                return Err(Error::new(ErrorKind::BadSerialization, KOSONG));
            }
            Ok(write!(out, "{AWAL}{plain}{AKHIR}")?)
        });
        environment.add_filter("bila_kosong", if_empty);
        environment.add_filter("default", if_empty);
        environment.add_filter("angka", number);
        Self { environment, names: Vec::new(), heads: Vec::new() }
    }
}

impl Gagal {
    /// The way out, where the engine's answer shows one.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Hitungan(_) => {
                "isi sel selalu teks; untuk menghitung tulis `{{ (Kolom | angka) + 1 }}`, dan jangan membagi dengan nol"
            }
            _ => "tulis seperti `{{ Nama }}` atau `{% if Nama %}…{% endif %}`",
        }
    }
}

/// How the answer ends that is no fault of the engine's.
const BUKAN: &str = "bukan bilangan";

/// Tells an empty value from other faults of the engine.
const KOSONG: &str = "kosong";

/// The value, or what stands for one that is empty.
fn if_empty(value: Value, other: Value) -> Value {
    let empty = matches!(value.kind(), ValueKind::None | ValueKind::Undefined);
    if empty || value.as_str().is_some_and(|text| text.trim().is_empty()) { other } else { value }
}

/// The number that a text in Indonesian writing says.
fn number(value: Value, _: Rest<Value>, _: Kwargs) -> Result<Value, Error> {
    let text = value.to_string();
    let written = text.trim().trim_start_matches("Rp").trim();
    let plain = if is_grouped(written) { written.replace('.', "").replace(',', ".") } else { String::new() };
    let whole = plain.parse::<i64>().map(Value::from);
    let told = || Error::new(ErrorKind::InvalidOperation, format!("`{text}` {BUKAN}"));
    whole.or_else(|_| plain.parse::<f64>().map(Value::from)).map_err(|_| told())
}

/// Whether full stops stand before each three digits alone, and none behind the comma.
fn is_grouped(text: &str) -> bool {
    let (whole, decimals) = text.split_once(',').unwrap_or((text, ""));
    let mut groups = whole.trim_start_matches('-').split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    (rest.is_empty() || (1..=3).contains(&first.len()))
        && rest.iter().all(|group| group.len() == 3)
        && !decimals.contains('.')
}

impl Cetakan {
    /// Whether a text has places.
    pub fn has_places(text: &str) -> bool {
        ["{{", "{%", "{#"].iter().any(|sign| text.contains(sign))
    }

    /// Compiles a text.
    pub fn text(&mut self, text: &str) -> Result<Larik, Gagal> {
        let name = self.names.len().to_string();
        let compiled = self.environment.add_template_owned(name.clone(), text.to_owned());
        compiled.map_err(|error| failed(&error))?;
        self.names.push(name);
        self.heads.push(text.split("kolom[").skip(1).filter_map(quoted).collect());
        Ok(Larik(self.names.len() - 1))
    }

    /// Compiles a condition: `Jabatan == "Ketua"`.
    pub fn condition(&mut self, condition: &str) -> Result<Larik, Gagal> {
        self.environment.compile_expression(condition).map_err(|error| failed(&error))?;
        self.text(&format!("{{% if {condition} %}}ya{{% endif %}}"))
    }

    /// The names that a text asks for, and the heads.
    pub fn asked(&self, larik: Larik) -> BTreeSet<String> {
        let name = self.names.get(larik.0).map_or("", String::as_str);
        let asked = self.environment.get_template(name).map(|template| template.undeclared_variables(false));
        let heads = self.heads.get(larik.0).into_iter().flatten().cloned();
        asked.unwrap_or_default().into_iter().chain(heads).collect()
    }

    /// The text with its places filled, as a decree's text that reads as the values do.
    pub fn fill(&self, larik: Larik, nilai: &Nilai) -> Result<String, Gagal> {
        joined(&self.render(larik, nilai)?, |value, rest| {
            if value.ends_with('\\') && rest.starts_with('*') {
                return Err(Gagal::GarisMiring);
            }
            Ok(value.replace('*', "\\*"))
        })
    }

    /// The text with each value changed by `value` before it is put in.
    pub fn fill_with(&self, larik: Larik, nilai: &Nilai, value: impl Fn(&str) -> String) -> Result<String, Gagal> {
        joined(&self.render(larik, nilai)?, |text, _| Ok(value(text)))
    }

    /// Whether a condition holds.
    pub fn holds(&self, larik: Larik, nilai: &Nilai) -> Result<bool, Gagal> {
        self.render(larik, nilai).map(|text| !text.is_empty())
    }

    fn render(&self, larik: Larik, nilai: &Nilai) -> Result<String, Gagal> {
        let name = self.names.get(larik.0).map_or("", String::as_str);
        let rendered = self.environment.get_template(name).and_then(|template| template.render(&nilai.0));
        rendered.map_err(|error| failed(&error))
    }
}

/// The text that `rendered` is, with every value handed to `value` together with what follows it.
fn joined(rendered: &str, value: impl Fn(&str, &str) -> Result<String, Gagal>) -> Result<String, Gagal> {
    let (mut out, mut rest) = (String::with_capacity(rendered.len()), rendered);
    while let Some((before, after)) = rest.split_once(AWAL) {
        out.push_str(before);
        let (inner, after) = after.split_once(AKHIR).unwrap_or((after, ""));
        out.push_str(&value(inner, after)?);
        rest = after;
    }
    out.push_str(rest);
    Ok(out.replace(AKHIR, ""))
}

/// The words between the quotes that a text begins with.
fn quoted(text: &str) -> Option<String> {
    let sign = text.chars().next().filter(|sign| matches!(sign, '"' | '\''))?;
    text.get(1..)?.split_once(sign).map(|(words, _)| words.to_owned())
}

fn failed(error: &Error) -> Gagal {
    let detail = error.detail().unwrap_or_default();
    let unknown = |what: &str| {
        let name = detail.split_whitespace().nth(1).unwrap_or_default();
        Gagal::Pola(format!("{what} `{name}` tidak dikenal"))
    };
    match error.kind() {
        ErrorKind::UndefinedError => Gagal::TakAda,
        _ if detail == KOSONG => Gagal::Kosong,
        ErrorKind::InvalidOperation if detail.ends_with(BUKAN) => Gagal::Pola(detail.to_owned()),
        ErrorKind::InvalidOperation if detail.contains("calculate") => Gagal::Hitungan("tidak ada hasilnya"),
        ErrorKind::InvalidOperation => Gagal::Hitungan("tidak dapat dilakukan dengan isi seperti ini"),
        ErrorKind::SyntaxError => Gagal::Pola("tanda atau susunannya tidak lengkap".to_owned()),
        ErrorKind::UnknownFilter => unknown("pengubah"),
        ErrorKind::UnknownTest => unknown("syarat"),
        ErrorKind::UnknownFunction | ErrorKind::UnknownMethod => {
            Gagal::Pola("fungsi di dalamnya tidak dikenal".to_owned())
        }
        _ => Gagal::Pola("isinya tidak dapat dipakai seperti ini".to_owned()),
    }
}

impl Nilai {
    /// Values by their names; an empty text is no value.
    pub fn of<'a>(texts: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let value = |text: &str| if text.is_empty() { Value::from(()) } else { Value::from(text) };
        Self(texts.into_iter().map(|(name, text)| (name, value(text))).collect::<BTreeMap<&str, Value>>().into())
    }

    /// The same values and numbers.
    pub fn with(&self, numbers: impl IntoIterator<Item = (&'static str, usize)>) -> Self {
        self.and(numbers.into_iter().map(|(name, number)| (name, Value::from(number))))
    }

    /// The same values and others under one name.
    pub fn with_one(&self, name: &'static str, other: Nilai) -> Self {
        self.and([(name, other.0)])
    }

    /// The same values and a list under one name.
    pub fn with_list(&self, name: &'static str, list: &[Nilai]) -> Self {
        self.and([(name, list.iter().map(|one| one.0.clone()).collect::<Vec<Value>>().into())])
    }

    fn and(&self, others: impl IntoIterator<Item = (&'static str, Value)>) -> Self {
        let own = self.0.try_iter().into_iter().flatten().map(|key| {
            let value = self.0.get_item(&key).unwrap_or_default();
            (key, value)
        });
        let others = others.into_iter().map(|(name, value)| (Value::from(name), value));
        Self(own.chain(others).collect::<BTreeMap<Value, Value>>().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(text: &str, value: &str) -> Result<String, Gagal> {
        let mut cetakan = Cetakan::default();
        let larik = cetakan.text(text)?;
        cetakan.fill(larik, &Nilai::of([("x", value)]))
    }

    #[test]
    fn a_value_is_a_literal() {
        for value in ["a*b*c", "**a**", "{{ y }}", "a: b # c", "\"'", "- a", "{% if %}", "<b>", "\\*", "a\\b"] {
            let text = filled("awal {{ x }} akhir", value);
            assert_eq!(text.as_deref(), Ok(format!("awal {} akhir", value.replace('*', "\\*")).as_str()));
        }
        assert_eq!(filled("*{{ x }}*", "a*b").as_deref(), Ok("*a\\*b*"));
        assert_eq!(filled("{{ x | upper }}", "*ab*").as_deref(), Ok("\\*AB\\*"));
        assert_eq!(filled("{{ x | safe }}{{ '*' }}", "*").as_deref(), Ok("\\*\\*"));
        assert_eq!(filled("{% set y %}*{{ x }}*{% endset %}{{ y }}", "a").as_deref(), Ok("\\*a\\*"));
        assert_eq!(filled("*{{ x }}*", "a\\"), Err(Gagal::GarisMiring));
    }

    #[test]
    fn nothing_is_left_empty_in_silence() {
        assert_eq!(filled("{{ x }}", ""), Err(Gagal::Kosong));
        assert_eq!(filled("{{ y }}", "a"), Err(Gagal::TakAda));
        assert_eq!(filled("{{ x | bila_kosong('-') }}", "").as_deref(), Ok("-"));
        assert_eq!(filled("{% if x %}ada{% else %}tiada{% endif %}", "").as_deref(), Ok("tiada"));
        assert_eq!(filled("{% if (x | angka) > 1000 %}besar{% endif %}", "1.500").as_deref(), Ok("besar"));
        assert!(matches!(filled("{{ x | angka }}", "dua"), Err(Gagal::Pola(_))));
        for (text, number) in [("1,5", "1,5"), ("Rp1.500.000", "1500000"), ("-2", "-2"), ("1.500,25", "1500,25")] {
            assert_eq!(filled("{{ x | angka }}", text).as_deref(), Ok(number));
        }
        for text in ["1.5", "1.50", "1500.000", "1,200,000", "1,5.000", "1.2345"] {
            assert!(matches!(filled("{{ x | angka }}", text), Err(Gagal::Pola(_))), "{text}");
        }
        assert!(matches!(filled("{{ x", "dua"), Err(Gagal::Pola(_))));
    }

    #[test]
    fn the_fault_of_a_pattern_is_told_in_indonesian() {
        for (text, told) in [
            ("{{ x | besar }}", "pengubah `besar` tidak dikenal"),
            ("{{ x dengan", "tanda atau susunannya tidak lengkap"),
            ("{% if x is besar %}a{% endif %}", "syarat `besar` tidak dikenal"),
            ("{{ besar(x) }}", "fungsi di dalamnya tidak dikenal"),
            ("{{ x + 1 }}", "hitungan ini tidak dapat dilakukan dengan isi seperti ini"),
            ("{{ 7 / 0 }}", "hitungan ini tidak ada hasilnya"),
            ("{{ x | angka }}", "`dua` bukan bilangan"),
        ] {
            assert_eq!(filled(text, "dua").map_err(|why| why.to_string()), Err(told.to_owned()), "{text}");
        }
    }

    #[test]
    fn names_are_known_before() {
        let mut cetakan = Cetakan::default();
        let larik = cetakan.text("{{ Nama }} {% for b in baris %}{{ b.Desa }}{% endfor %}");
        let asked = larik.map(|larik| cetakan.asked(larik)).unwrap_or_default();
        assert_eq!(asked.into_iter().collect::<Vec<_>>(), ["Nama", "baris"]);
        let larik = cetakan.text("{{ kolom['Nama Lengkap'] }}");
        let asked = larik.map(|larik| cetakan.asked(larik)).unwrap_or_default();
        assert_eq!(asked.into_iter().collect::<Vec<_>>(), ["Nama Lengkap", "kolom"]);
        let condition = cetakan.condition("Jabatan == 'Ketua'");
        let nilai = Nilai::of([("Jabatan", "Ketua")]);
        assert_eq!(condition.and_then(|condition| cetakan.holds(condition, &nilai)), Ok(true));
        assert!(cetakan.condition("a %} b {% if c").is_err());
    }
}
