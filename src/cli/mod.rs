//! Arguments to jobs: clap types only, one file a command; help and messages are Indonesian. A command is one entry in the
//! list below, a file here, a folder in `commands/`; the `mod` lines are written by a test from the files there are.

mod aturan;
mod baru;
mod batal;
mod beda;
mod buka;
mod daftar;
mod dasar;
mod ekstrak;
mod jdih;
mod jelaskan;
mod jenis;
mod kantor;
mod keadaan;
mod kelengkapan;
mod massal;
mod mulai;
mod perbarui;
mod periksa;
mod petikan;
mod register;
mod salinan;
mod serap;
mod skema;
mod stop;
mod susun;
mod tabel;
mod terbit;
mod tertentu;
mod tinjau;
mod umum;
mod verifikasi;
mod versi;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use stop::Stop;
use umum::Umum;

use crate::Outcome;
use crate::run::{Options, Run};

/// Form of every help page.
const HELP: &str = "{about-with-newline}\nPemakaian: {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "naskah",
    version = crate::PROGRAM.trim_start_matches("naskah "),
    about = "Keputusan KPU dari satu berkas YAML menjadi PDF yang siap ditandatangani",
    help_template = HELP,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    override_usage = "naskah <PERINTAH>",
    subcommand_value_name = "PERINTAH",
    subcommand_help_heading = "Perintah",
    subcommand_required = true,
    arg_required_else_help = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
    /// Tampilkan bantuan
    #[arg(short = 'h', long = "bantuan", visible_alias = "help", action = clap::ArgAction::Help, global = true, help_heading = "Lain-lain")]
    help: Option<bool>,
    /// Tampilkan versi program
    #[arg(short = 'V', long = "versi", visible_alias = "version", action = clap::ArgAction::Version, help_heading = "Lain-lain")]
    version: Option<bool>,
}

/// What the arguments of a command become.
trait Asked {
    /// The command's job.
    type Job;

    /// Refuses what cannot be carried out together.
    fn check(&self) -> Result<(), Stop> {
        Ok(())
    }

    /// What every command is asked, and the job.
    fn split(self) -> (Options, Self::Job);
}

/// Where the commands do their work.
mod work {
    pub use crate::buka;
    pub use crate::commands::*;
}

/// Every command: its help, its other name, and the module of its arguments in `cli/` and of its work in [`work`].
macro_rules! commands {
    ($($(#[$about:meta])* $name:ident($module:ident);)*) => {
        /// The commands.
        #[derive(Debug, Subcommand)]
        pub enum Command {
            $($(#[$about])* #[command(help_template = HELP)] $name($module::Arguments),)*
        }

        impl Command {
            /// Does what was asked.
            pub fn run(self) -> Outcome {
                match self {
                    $(Self::$name(arguments) => {
                        let (options, job) = arguments.split();
                        let run = Run::new(stringify!($module), &options);
                        // The system takes the data back as a whole when the program ends, which is faster.
                        std::mem::forget(run.catalog.clone());
                        work::$module::run(&job, run)
                    })*
                }
            }

            fn check(&self) -> Result<(), Stop> {
                match self {
                    $(Self::$name(arguments) => arguments.check(),)*
                }
            }
        }
    };
}

commands! {
    /// Tampilkan apa yang ada di folder ini dan apa yang dapat dikerjakan
    #[command(visible_alias = "status")]
    Keadaan(keadaan);
    /// Buka folder ini dalam peramban: tulis, lihat halamannya, periksa, terbitkan
    #[command(visible_alias = "serve")]
    Buka(buka);
    /// Mulai dari kosong: buat berkas kantor, folder, dan keputusan pertama
    #[command(visible_alias = "init")]
    Mulai(mulai);
    /// Buat naskah keputusan baru yang tinggal diisi
    #[command(visible_alias = "new")]
    Baru(baru);
    /// Serap keputusan dari Word, OpenDocument, teks, atau PDF menjadi naskah YAML
    #[command(visible_alias = "import")]
    Serap(serap);
    /// Tampilkan jenis keputusan yang dikenal
    #[command(visible_alias = "kinds")]
    Jenis(jenis);
    /// Tampilkan kantor yang dikenal
    #[command(visible_alias = "offices")]
    Kantor(kantor);
    /// Susun keputusan menjadi PDF, berkas Word, gambar, atau sumber Typst
    #[command(visible_alias = "build")]
    Susun(susun);
    /// Buat banyak naskah sekaligus dari satu pola dan satu tabel data
    #[command(visible_alias = "bulk")]
    Massal(massal);
    /// Periksa keputusan menurut kaidah penyusunan, dan perbaiki yang pasti
    #[command(visible_alias = "check")]
    Periksa(periksa);
    /// Bandingkan dua keputusan: apa yang berubah, atau naskah bercoretan
    #[command(visible_alias = "diff")]
    Beda(beda);
    /// Terbitkan keputusan: beri nomor dan tanggal, buat aslinya, bekukan, catat dalam register
    #[command(visible_alias = "issue")]
    Terbit(terbit);
    /// Buat salinan yang disahkan dari keputusan yang sudah terbit
    #[command(visible_alias = "copy")]
    Salinan(salinan);
    /// Buat petikan dari keputusan yang sudah terbit, satu untuk setiap penerima
    #[command(visible_alias = "excerpt")]
    Petikan(petikan);
    /// Batalkan keputusan yang sudah terbit
    #[command(visible_alias = "withdraw")]
    Batal(batal);
    /// Tampilkan register: yang terbit, nomor yang disisihkan dan yang kosong, perubahan dan pencabutan
    #[command(visible_alias = "list")]
    Daftar(daftar);
    /// Periksa dan perbaiki register, dan cetak jangkarnya
    Register(register);
    /// Buat rekaman JDIH dan abstrak keputusan yang sudah terbit
    Jdih(jdih);
    /// Verifikasi PDF: sama dengan sumber di dalamnya, dan sama dengan yang terbit?
    #[command(visible_alias = "verify")]
    Verifikasi(verifikasi);
    /// Keluarkan sumber YAML dari PDF
    #[command(visible_alias = "extract")]
    Ekstrak(ekstrak);
    /// Perbarui keputusan ke tahun lain, dengan laporan setiap perubahan
    #[command(visible_alias = "roll")]
    Perbarui(perbarui);
    /// Sunting tabel lampiran sebagai lembar kerja, lalu masukkan kembali
    #[command(visible_alias = "table")]
    Tabel(tabel);
    /// Bawa koreksi pada berkas Word yang kembali ke dalam YAML-nya
    #[command(visible_alias = "review")]
    Tinjau(tinjau);
    /// Cari dasar hukum dalam data: kutipannya pada suatu tanggal, keadaan, kepastian, dan sumbernya
    #[command(visible_alias = "basis")]
    Dasar(dasar);
    /// Jelaskan satu aturan atau pesan
    #[command(visible_alias = "explain")]
    Jelaskan(jelaskan);
    /// Tampilkan skema JSON isian keputusan, kantor, dasar hukum, atau jenis, untuk penyunting teks yang melengkapi dan memeriksa
    #[command(visible_alias = "schema")]
    Skema(skema);
    /// Buat kelengkapan perintah untuk shell, atau halaman manual
    #[command(visible_alias = "completions")]
    Kelengkapan(kelengkapan);
    /// Tampilkan semua aturan
    #[command(visible_alias = "rules")]
    Aturan(aturan);
}

/// Reads the command line; `Err` is help, the version, or a line that cannot be carried out.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, Stop> {
    let arguments = meant(arguments.into_iter().collect());
    if versi::asked_as_json(&arguments) {
        return Err(Stop::asked(versi::json()));
    }
    let read = || {
        let matches = Arguments::command().try_get_matches_from(&arguments).map_err(Stop::new)?;
        let command = Arguments::from_arg_matches(&matches).map_err(Stop::new)?.command;
        command.check()?;
        Ok(command)
    };
    read().map_err(|stop: Stop| stop.in_form_of(&arguments))
}

/// The line that is meant by one without a command: alone it asks what there is, with a decree it drafts that, and
/// `bantuan` is help.
fn meant(mut line: Vec<OsString>) -> Vec<OsString> {
    let first = line.get(1).map(|word| word.to_string_lossy().to_lowercase());
    match first.as_deref() {
        None => line.push("keadaan".into()),
        Some("bantuan" | "help") => {
            line.remove(1);
            line.push("--bantuan".into());
        }
        Some(name) if [".yaml", ".yml"].iter().any(|end| name.ends_with(end)) => {
            line.splice(1..1, ["susun".into(), "--konsep".into()]);
        }
        Some(_) => {}
    }
    line
}

/// Every command with what it does, in the order of the help.
pub fn summaries() -> Vec<(String, String)> {
    let about = |command: &clap::Command| command.get_about().map(ToString::to_string).unwrap_or_default();
    Arguments::command().get_subcommands().map(|command| (command.get_name().to_owned(), about(command))).collect()
}

/// The words of every help page: of the program, of each command, of each of its own commands.
pub fn help_pages() -> Vec<Vec<String>> {
    fn below(command: &clap::Command, words: &[String], pages: &mut Vec<Vec<String>>) {
        pages.push(words.to_vec());
        for inner in command.get_subcommands() {
            below(inner, &[words, &[inner.get_name().to_owned()]].concat(), pages);
        }
    }
    let mut pages = Vec::new();
    below(&Arguments::command(), &[], &mut pages);
    pages
}

/// One of the values that are known by these names, the first of which is shown.
fn one_of<T: Clone + Send + Sync>(known: &'static [(&'static [&'static str], T)]) -> impl TypedValueParser<Value = T> {
    let shown = known.iter().filter_map(|(names, _)| names.split_first());
    let values = shown.map(|(name, others)| PossibleValue::new(*name).aliases(others.iter().copied()));
    let find = |name: String| known.iter().find(|(names, _)| names.contains(&name.as_str()));
    PossibleValuesParser::new(values).try_map(move |name| match find(name) {
        Some((_, value)) => Ok(value.clone()),
        None => Err("isi tidak dikenal"),
    })
}

/// Refuses standard input that is named twice.
fn one_stdin<'a>(paths: impl IntoIterator<Item = &'a PathBuf>) -> Result<(), Stop> {
    match paths.into_iter().filter(|path| *path == Path::new("-")).count() {
        0 | 1 => Ok(()),
        _ => Err(Stop::conflict("masukan baku (-) hanya dapat disebut satu kali")),
    }
}

/// Whether a place that was asked for is standard output.
fn is_stdout(place: Option<&PathBuf>) -> bool {
    place.is_some_and(|path| path == Path::new("-"))
}
