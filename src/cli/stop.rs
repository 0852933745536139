//! Why a command line leads to no job: help or version were asked for, or it cannot be understood.

use std::ffi::OsString;
use std::io::Write;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::umum::FORMS;
use crate::Outcome;
use crate::disk::write_stdout;
use crate::run::unheard;
use naskah_core::diag::{Code, Diagnostic, Files, MessageFormat, Sink, render_all};

/// A command line that ends here.
#[derive(Debug)]
pub struct Stop {
    said: Said,
    form: MessageFormat,
}

#[derive(Debug)]
enum Said {
    /// Help or the version, as asked for.
    Asked(String),
    /// Help, since too little was said.
    Shown(String),
    /// Why the line cannot be carried out.
    Refused(String),
}

impl Stop {
    /// Translates clap's answer.
    pub(super) fn new(error: clap::Error) -> Self {
        let said = match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Said::Asked(error.to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Said::Shown(error.to_string()),
            _ => Said::Refused(explain(&error)),
        };
        Self { said, form: MessageFormat::Manusia }
    }

    /// A text that was asked for.
    pub(super) fn asked(text: String) -> Self {
        Self { said: Said::Asked(text), form: MessageFormat::Manusia }
    }

    /// Options that cannot go together.
    pub(super) fn conflict(message: &str) -> Self {
        Self { said: Said::Refused(message.to_owned()), form: MessageFormat::Manusia }
    }

    /// Several files for standard output, which holds one.
    pub(super) fn one_to_stdout() -> Self {
        Self::conflict("keluaran baku (-o -) hanya untuk satu berkas")
    }

    /// The same, told in the form that the line itself asks for with `--pesan`, as far as that can be read.
    pub(super) fn in_form_of(self, arguments: &[OsString]) -> Self {
        let words: Vec<&str> = arguments.iter().filter_map(|word| word.to_str()).collect();
        let inline = words.iter().find_map(|word| word.strip_prefix("--pesan=").or(word.strip_prefix("--messages=")));
        let apart = words.iter().position(|word| ["--pesan", "--messages"].contains(word));
        let asked = inline.or(apart.and_then(|at| words.get(at + 1)).copied());
        let known = FORMS.iter().find(|(names, _)| asked.is_some_and(|asked| names.contains(&asked)));
        Self { form: known.map_or(self.form, |(_, form)| *form), ..self }
    }

    /// Says it: what was asked for to standard output, everything else to standard error.
    pub fn tell(self) -> Outcome {
        let refused = match self.said {
            Said::Asked(text) => match write_stdout(text.as_bytes()) {
                Ok(()) => return Outcome::Made,
                Err(error) => rendered(unheard(&error), self.form),
            },
            Said::Shown(text) => text,
            Said::Refused(message) if self.form == MessageFormat::Manusia => {
                format!("galat[N004]: {message}\nlihat `naskah --bantuan`\n")
            }
            Said::Refused(message) => {
                rendered(Diagnostic::galat(Code::PERINTAH, None, message).hint("lihat `naskah --bantuan`"), self.form)
            }
        };
        drop(std::io::stderr().write_all(refused.as_bytes()));
        Outcome::CouldNotRun
    }
}

fn rendered(diagnostic: Diagnostic, form: MessageFormat) -> String {
    let mut sink = Sink::default();
    sink.push(diagnostic);
    render_all(&sink, &Files::default(), form, false)
}

fn explain(error: &clap::Error) -> String {
    let about = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = about(ContextKind::InvalidArg);
    let suggestion = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
        .into_iter()
        .map(about)
        .find(|text| !text.is_empty())
        .map(|text| format!("; maksud Anda `{text}`?"))
        .unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::UnknownArgument => format!("pilihan `{argument}` tidak dikenal"),
        ErrorKind::InvalidSubcommand => format!("perintah `{}` tidak dikenal", about(ContextKind::InvalidSubcommand)),
        ErrorKind::InvalidValue if about(ContextKind::InvalidValue).is_empty() => {
            format!("`{argument}` memerlukan isi")
        }
        ErrorKind::InvalidValue => {
            let known = about(ContextKind::ValidValue);
            format!(
                "`{}` bukan isi yang dikenal untuk `{argument}`; pilihannya: {known}",
                about(ContextKind::InvalidValue)
            )
        }
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map_or(String::new(), |reason| format!(": {reason}"));
            format!("isi `{argument}` tidak sah{reason}")
        }
        ErrorKind::MissingRequiredArgument => format!("kurang: {argument}"),
        ErrorKind::MissingSubcommand => "perintah belum disebut".to_owned(),
        ErrorKind::ArgumentConflict => {
            format!("`{argument}` disebut dua kali atau tidak dapat dipakai bersama {}", about(ContextKind::PriorArg))
        }
        ErrorKind::TooManyValues | ErrorKind::WrongNumberOfValues | ErrorKind::TooFewValues => {
            format!("banyaknya isi `{argument}` tidak sesuai")
        }
        _ => format!("baris perintah tidak dapat dipahami ({:?})", error.kind()),
    };
    message + &suggestion
}
