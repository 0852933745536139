//! `naskah`: decrees of Indonesia's election commission, from one YAML file to the PDF that an office can sign.
//!
//! One direction: YAML text → tree with places ([`yaml`]) → decree as written ([`decree`]) → bound to its office
//! and legal bases ([`resolve`]) → checked ([`lint`]) → Typst source ([`template`]) → pages and bytes ([`typeset`])
//! → files ([`register`]). Each stage is a type that only the stage before can make.

pub mod catalog;
pub mod cli;
pub mod decree;
pub mod diag;
pub mod lint;
pub mod register;
pub mod resolve;
pub mod susun;
pub mod template;
pub mod typeset;
pub mod yaml;

use catalog::{Catalog, Missing};
use decree::Teks;
use decree::keputusan::{self, Keputusan};
use diag::{Code, Diagnostic, FileId, Files, Sink};
use lint::Checked;
use resolve::{Edition, Resolved};
use template::TypstSource;
use typeset::{Fonts, Pages};

/// A finished run: what the process answers with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Everything asked for was made.
    Made,
    /// Something is wrong in a document; nothing was written.
    Wrong,
    /// The run itself could not be done.
    CouldNotRun,
}

/// The stages up to the pages, for one decree.
pub struct Typeset {
    /// The checked decree.
    pub checked: Checked,
    /// The generated program.
    pub source: TypstSource,
    /// The pages.
    pub pages: Pages,
}

/// YAML text to a checked decree.
pub fn read(files: &mut Files, file: FileId, edition: Edition, catalog: &Catalog, sink: &mut Sink) -> Option<Checked> {
    let tree = yaml::parse(files, file, sink)?;
    let jenis = match keputusan::kind_of(&tree) {
        Some(kind) => match catalog.jenis(&kind.value, files, sink) {
            Ok(jenis) => Some(jenis),
            Err(why) => {
                let finding = match why {
                    Missing::Unknown => {
                        Diagnostic::galat(Code::JENIS, kind.span, format!("jenis `{}` tidak dikenal", kind.value))
                            .hint(catalog.nearest(catalog::JENIS, &kind.value))
                    }
                    Missing::Broken => {
                        Diagnostic::galat(Code::DATA, kind.span, format!("jenis `{}` tidak dapat dipakai", kind.value))
                    }
                };
                sink.push(finding);
                None
            }
        },
        None => None,
    };
    let keputusan = Keputusan::read(&tree, jenis.as_ref().and_then(|j| j.susunan.as_ref()), sink)?;
    let resolved = resolve::resolve(keputusan, file, edition, catalog, files, sink);
    lint::check(resolved, sink)
}

/// A checked decree to Typst source and pages.
pub fn typeset(checked: Checked, files: &Files, fonts: &Fonts, catalog: &Catalog, sink: &mut Sink) -> Option<Typeset> {
    check_means(checked.resolved(), files, fonts, sink);
    if sink.has_errors() {
        return None;
    }
    let text = files.text(checked.resolved().source);
    let mut source = template::merge(&checked, text, &[], catalog, sink)?;
    let mut pages = typeset::compile(&source, fonts, catalog, sink)?;
    if checked.resolved().naskah.halaman.kata_penyambung {
        // The foot lies in the margin, so the words there cannot move what they were taken from.
        let words = typeset::catchwords(&pages, &checked.resolved().naskah);
        source = template::merge(&checked, text, &words, catalog, sink)?;
        pages = typeset::compile(&source, fonts, catalog, sink)?;
    }
    Some(Typeset { checked, source, pages })
}

/// Reports what the pages cannot be set with: fonts and characters that are missing, an emblem that is no picture.
fn check_means(resolved: &Resolved, files: &Files, fonts: &Fonts, sink: &mut Sink) {
    let (naskah, office) = (&resolved.naskah, resolved.keputusan.kantor.span);
    let family = &naskah.halaman.huruf;
    if !fonts.has(family) {
        let message = format!("huruf `{family}` tidak ada dalam fonts/");
        let hint = format!("huruf yang ada: {}", fonts.families().join(", "));
        sink.push(Diagnostic::galat(Code::FON, office, message).hint(hint));
    }
    if let Some(lambang) = &resolved.lambang
        && !typeset::is_picture(&lambang.path, &lambang.bytes)
    {
        let message = "gambar lambang tidak dapat dibaca sebagai PNG atau SVG";
        sink.push(
            Diagnostic::galat(Code::GAMBAR, lambang.span, message).hint("simpan ulang lambang itu dari sumber aslinya"),
        );
    }
    let furniture = [naskah.halaman.nomor_halaman.as_str(), naskah.halaman.kaki.as_deref().unwrap_or_default()];
    let furniture = furniture.map(|text| Teks::plain(text, office));
    for gap in fonts.gaps(naskah.texts().into_iter().chain(&furniture)) {
        let message =
            format!("aksara `{}` (U+{:04X}) tidak ada dalam huruf mana pun", gap.character, gap.character as u32);
        let typed = files.text(gap.span.file).get(gap.span.start..gap.span.end).unwrap_or_default();
        let own = typed.contains('\\')
            || typed.chars().any(|c| c == gap.character || c.to_uppercase().any(|upper| upper == gap.character));
        let origin = (!own)
            .then(|| "aksara itu tidak tertulis di sini, tetapi dalam profil kantor atau data yang dirujuk".to_owned());
        let hint = "ganti aksara itu, atau tambahkan huruf yang memuatnya ke dalam fonts/";
        sink.push(Diagnostic::galat(Code::AKSARA_FON, gap.span, message).hint_opt(origin).hint(hint));
    }
}
