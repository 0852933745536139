//! `naskah kelengkapan`.

use std::path::PathBuf;

use clap::{Args, CommandFactory};
use clap_complete::{Shell, generate};
use clap_mangen::Man;

use crate::commands::kelengkapan::Job;
use crate::run::Options;

use super::{Asked, one_of};

/// The forms by their names; manual pages are no shell.
const FORMS: &[(&[&str], Form)] = &[
    (&["bash"], Form::Shell(Shell::Bash)),
    (&["zsh"], Form::Shell(Shell::Zsh)),
    (&["fish"], Form::Shell(Shell::Fish)),
    (&["powershell"], Form::Shell(Shell::PowerShell)),
    (&["man"], Form::Man),
];

/// What is made.
#[derive(Debug, Clone, Copy)]
enum Form {
    /// What a shell completes.
    Shell(Shell),
    /// Manual pages.
    Man,
}

#[derive(Debug, Args)]
#[command(override_usage = "naskah kelengkapan [PILIHAN] <BENTUK>")]
pub struct Arguments {
    /// Bentuk kelengkapan
    #[arg(
        value_name = "BENTUK",
        value_parser = one_of(FORMS),
        hide_possible_values = true,
        help = "Bentuk: bash, zsh, fish, powershell, atau man (halaman manual, satu berkas untuk setiap perintah)",
        help_heading = "Masukan"
    )]
    bentuk: Form,
    /// Berkas hasil, untuk man folder hasil [bawaan: layar, untuk man folder ini]
    #[arg(short = 'o', long = "keluaran", visible_alias = "output", value_name = "TEMPAT", help_heading = "Pilihan")]
    keluaran: Option<PathBuf>,
    /// Ganti berkas yang sudah ada
    #[arg(long, visible_alias = "force", help_heading = "Pilihan")]
    timpa: bool,
}

impl Asked for Arguments {
    type Job = Job;

    fn split(self) -> (Options, Job) {
        let berkas = match self.bentuk {
            Form::Shell(shell) => vec![(shell.to_string(), completion(shell))],
            Form::Man => manual(),
        };
        (super::umum::colored(None), Job { berkas, keluaran: self.keluaran, timpa: self.timpa })
    }
}

/// What a shell is told of the commands.
fn completion(shell: Shell) -> Vec<u8> {
    let mut out = Vec::new();
    generate(shell, &mut super::Arguments::command(), "naskah", &mut out);
    out
}

/// The manual page of the program, and one of each command and of its own commands.
fn manual() -> Vec<(String, Vec<u8>)> {
    fn below(command: &clap::Command, pages: &mut Vec<(String, Vec<u8>)>) {
        let mut page = Vec::new();
        // Writing to memory does not fail.
        drop(Man::new(command.clone()).render(&mut page));
        pages.push((format!("{}.1", command.get_display_name().unwrap_or(command.get_name())), page));
        command.get_subcommands().for_each(|inner| below(inner, pages));
    }
    let mut program = super::Arguments::command();
    program.build();
    let mut pages = Vec::new();
    below(&program, &mut pages);
    pages
}
