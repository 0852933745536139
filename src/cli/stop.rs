//! Why a command line leads to no job: help or version were asked for, or it cannot be understood.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::Outcome;

/// A command line that ends here.
#[derive(Debug)]
pub struct Stop {
    text: String,
    asked: bool,
}

impl Stop {
    /// Translates clap's answer.
    pub(super) fn new(error: clap::Error) -> Self {
        let asked = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
        match asked || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
            true => Self { text: error.to_string(), asked },
            false => Self::conflict(&explain(&error)),
        }
    }

    /// Options that cannot go together.
    pub(super) fn conflict(message: &str) -> Self {
        Self { text: format!("galat[N004]: {message}\nlihat `naskah --bantuan`\n"), asked: false }
    }

    /// Says it: what was asked for to standard output, everything else to standard error.
    pub fn tell(self) -> Outcome {
        match self.asked {
            true => {
                print!("{}", self.text);
                Outcome::Made
            }
            false => {
                eprint!("{}", self.text);
                Outcome::CouldNotRun
            }
        }
    }
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
