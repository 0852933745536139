//! A drafting rule: a page, a code, a level, one function.

use naskah_core::decree::Rupa;
use naskah_core::diag::{Code, Level};

use super::context::Context;
use super::report::Report;

/// A drafting rule; `declare_rule!` makes one from its page.
#[derive(Debug)]
pub struct Rule {
    /// Code, name, and what it checks in one sentence.
    pub code: Code,
    /// How much its findings weigh, unless the office says otherwise.
    pub level: Level,
    /// The version of the program that brought it.
    pub since: &'static str,
    /// Its page in Markdown, a line each, in Indonesian: what it checks, why, the source, examples.
    pub page: &'static [&'static str],
    /// Looks for what it forbids.
    pub check: fn(&Context<'_>, &mut Report<'_>),
}

/// An example of a rule's page.
#[derive(Debug, PartialEq, Eq)]
pub struct Example {
    /// Whether the rule has something to say about it.
    pub wrong: bool,
    /// The fields of a decree that matter, as YAML.
    pub yaml: String,
}

impl Rule {
    /// Whether it has something to say about a paper: those beside decrees are not built of diktum and considerations.
    pub fn concerns(&self, rupa: Rupa) -> bool {
        let id = self.code.id;
        let anywhere = ["K109", "K118", "K119", "K123"].contains(&id);
        let order = rupa == Rupa::SuratPerintah && ["K201", "K202", "K211"].contains(&id);
        let bound = id.starts_with("K1") || id.starts_with("K2") || id == "K401" || id == "K708";
        rupa == Rupa::Keputusan || anywhere || order || !bound
    }

    /// What it checks: the first sentence of its page.
    pub fn meaning(&self) -> &'static str {
        self.code.meaning
    }

    /// The part of its page that says where the rule comes from.
    pub fn source(&self) -> &'static str {
        self.page.iter().find_map(|line| line.trim_start().strip_prefix("Sumber: ")).unwrap_or_default()
    }

    /// Its page as Markdown, with a heading.
    pub fn markdown(&self) -> String {
        let Code { id, name, .. } = self.code;
        let body: String =
            self.page.iter().map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line))).collect();
        format!("# {id} {name}\n\nTingkat: {}. Sejak versi {}.\n\n{body}", self.level, self.since)
    }

    /// The examples of its page: each YAML block, wrong after a line "Salah:" and right after "Benar:".
    pub fn examples(&self) -> Vec<Example> {
        let (mut found, mut wrong, mut open) = (Vec::new(), None, None::<String>);
        for line in self.page.iter().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
            match (line.trim(), &mut open) {
                ("Salah:", None) => wrong = Some(true),
                ("Benar:", None) => wrong = Some(false),
                ("```yaml", None) => open = Some(String::new()),
                ("```", Some(yaml)) => {
                    let yaml = std::mem::take(yaml);
                    found.extend(wrong.map(|wrong| Example { wrong, yaml }));
                    open = None;
                }
                (_, Some(yaml)) => {
                    yaml.push_str(line);
                    yaml.push('\n');
                }
                _ => {}
            }
        }
        found
    }
}

/// Declares the rule of a file from its page, which is written as a doc comment.
///
/// The first line is the rule in one sentence without a full stop. The page says what is checked and why, names the
/// source on a line that begins with `Sumber: `, and has YAML examples after `Salah:` and `Benar:`, which are run as
/// tests.
macro_rules! declare_rule {
    ($(#[doc = $line:literal])+ $id:literal $name:literal $level:ident since $since:literal => $check:path) => {
        $(#[doc = $line])+
        pub static RULE: $crate::Rule = {
            const PAGE: &[&str] = &[$($line),+];
            $crate::Rule {
                code: naskah_core::diag::Code { id: $id, name: $name, meaning: PAGE[0].trim_ascii() },
                level: naskah_core::diag::Level::$level,
                since: $since,
                page: PAGE,
                check: $check,
            }
        };
    };
}

pub(crate) use declare_rule;
