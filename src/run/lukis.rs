//! Pages of PDFs from outside drawn in a process of its own, which this program begins with itself: see [`super::awas`].
//!
//! The PDF goes to its standard input. It answers with a line for each page, its number and how many bytes follow, or
//! with a line that refuses, and two more that say why and the way out.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::sync::{Mutex, PoisonError};
use std::thread;

use super::awas;
use naskah_core::catalog::Root;
use naskah_core::catalog::lukisan::{Lembaran, Penolakan, Pesanan};
use naskah_core::fingerprint::Sidik;
use naskah_formats::pdf::lembaran;

/// The argument by which the program knows that it is to draw.
const ARGUMENT: &str = "--lukis-halaman";

/// The word of an answer that refuses.
const REFUSED: &str = "ditolak";

/// The font that stands in for those that a PDF does not bring.
const HURUF: &str = "fonts/texgyrebonum-regular.otf";

/// So many bytes of pictures are kept for whoever asks again.
const KEPT: usize = 100 * 1024 * 1024;

/// So many budgets of time has a PDF, of which each page is drawn up to six times.
const BUDGETS: usize = 3;

type Answer = Result<Vec<Lembaran>, Penolakan>;

/// What was drawn last, and of what: a decree that is looked at again and again asks for the same pages.
static DRAWN: Mutex<Vec<(Sidik, Pesanan, Answer)>> = Mutex::new(Vec::new());

/// Draws pages in a process of its own.
pub fn pelukis(bytes: &[u8], pesanan: &Pesanan) -> Answer {
    let key = Sidik::of(bytes);
    let lock = || DRAWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((.., known)) = lock().iter().find(|(sidik, asked, _)| *sidik == key && asked == pesanan) {
        return known.clone();
    }
    let answer = match awas::program() {
        Some(program) => elsewhere(&program, bytes, pesanan).unwrap_or_else(|why| {
            let jalan = "cetak halaman yang perlu ke PDF baru, atau simpan sebagai PNG".to_owned();
            Err(Penolakan { sebab: format!("tidak dapat digambar: {why}"), jalan })
        }),
        None => here(bytes, pesanan),
    };
    let size = |answer: &Answer| answer.iter().flatten().map(|one| one.gambar.len()).sum::<usize>();
    let mut drawn = lock();
    drawn.push((key, pesanan.clone(), answer.clone()));
    while drawn.len() > 1 && drawn.iter().map(|(.., answer)| size(answer)).sum::<usize>() > KEPT {
        drop(drawn.remove(0));
    }
    answer
}

/// Draws pages in this process.
fn here(bytes: &[u8], pesanan: &Pesanan) -> Answer {
    lembaran::lukis(bytes, pesanan, Root::embedded().read(HURUF).as_deref())
}

/// What the other process answers; otherwise why there is no answer.
fn elsewhere(program: &Path, bytes: &[u8], pesanan: &Pesanan) -> Result<Answer, String> {
    let pages: Vec<String> = pesanan.halaman.iter().map(usize::to_string).collect();
    let width = pesanan.lebar.map_or(String::new(), |lebar| lebar.to_string());
    let mut command = Command::new(program);
    command.args([ARGUMENT, &pages.join(","), &width]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = awas::watched(&mut command).spawn().map_err(|error| error.to_string())?;
    let (input, output) = (child.stdin.take(), child.stdout.take());
    thread::scope(|scope| {
        // One that ends early reads no further; its answer tells why.
        scope.spawn(move || input.map(|mut input| input.write_all(bytes)));
        let answer = scope.spawn(move || {
            let mut bytes = Vec::new();
            output.map(|mut output| output.read_to_end(&mut bytes));
            bytes
        });
        match awas::watch(&mut child, BUDGETS)? {
            Some(0) => parsed(&answer.join().unwrap_or_default()).ok_or_else(|| awas::BROKEN.to_owned()),
            _ => Err(awas::BROKEN.to_owned()),
        }
    })
}

/// An answer, read.
fn parsed(mut rest: &[u8]) -> Option<Answer> {
    let mut out = Vec::new();
    while !rest.is_empty() {
        let line = line(&mut rest)?;
        if line == REFUSED {
            let (sebab, jalan) = (self::line(&mut rest)?.to_owned(), self::line(&mut rest)?.to_owned());
            return Some(Err(Penolakan { sebab, jalan }));
        }
        let (page, length) = line.split_once(' ')?;
        let (gambar, after) = rest.split_at_checked(length.parse().ok()?)?;
        out.push(Lembaran { halaman: page.parse().ok()?, gambar: gambar.to_vec() });
        rest = after;
    }
    (!out.is_empty()).then_some(Ok(out))
}

/// Takes the next line.
fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a str> {
    let at = rest.iter().position(|byte| *byte == b'\n')?;
    let (line, after) = rest.split_at_checked(at)?;
    *rest = after.get(1..)?;
    std::str::from_utf8(line).ok()
}

/// Draws, where that is what this process was begun for.
pub fn asked(arguments: impl Iterator<Item = OsString>) -> Option<ExitCode> {
    let arguments: Vec<String> = arguments.map(|one| one.to_string_lossy().into_owned()).collect();
    let [_, first, pages, width] = &arguments[..] else { return None };
    if first != ARGUMENT || awas::program().is_some() {
        return None;
    }
    let halaman = pages.split(',').filter_map(|page| page.parse().ok()).collect();
    let pesanan = Pesanan { halaman, lebar: width.parse().ok() };
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(lembaran::MAX_BYTES as u64 + 1).read_to_end(&mut bytes);
    let mut out = Vec::new();
    match here(&bytes, &pesanan) {
        Ok(pages) => pages.iter().for_each(|one| {
            out.extend(format!("{} {}\n", one.halaman, one.gambar.len()).into_bytes());
            out.extend(&one.gambar);
        }),
        Err(why) => out.extend(format!("{REFUSED}\n{}\n{}\n", why.sebab, why.jalan).into_bytes()),
    }
    let told = read.and_then(|_| std::io::stdout().lock().write_all(&out));
    Some(if told.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

#[cfg(test)]
mod tests {
    use super::{Lembaran, parsed};

    #[test]
    fn an_answer_is_whole_or_none() {
        let page = |halaman, gambar: &[u8]| Lembaran { halaman, gambar: gambar.to_vec() };
        assert_eq!(parsed(b"2 3\na\nb4 1\nc"), Some(Ok(vec![page(2, b"a\nb"), page(4, b"c")])));
        assert_eq!(
            parsed(b"ditolak\nrusak\npindai\n").and_then(Result::err).map(|why| why.jalan),
            Some("pindai".into())
        );
        for torn in [&b""[..], b"2", b"2 3\nab", b"x 1\na", b"2 1\na3", b"ditolak\nrusak\n"] {
            assert_eq!(parsed(torn), None, "{torn:?}");
        }
    }
}
