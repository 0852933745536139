//! What pages are set with: looked at before the typesetter starts, so that what is missing is told at its place.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use naskah_core::decree::Teks;
use naskah_core::diag::{Code, Diagnostic, Files, Sink, Span};
use naskah_core::resolve::Resolved;

use super::Fonts;
use super::fonts::is_private;

/// Reports what the pages cannot be set with: fonts and characters that are missing, an emblem that is no picture.
pub fn check_means(resolved: &Resolved, files: &Files, fonts: &Fonts, sink: &mut Sink) {
    let (naskah, office) = (resolved.naskah(), resolved.keputusan().kantor.span);
    if let Some(lambang) = resolved.lambang()
        && !is_picture(&lambang.path, &lambang.bytes)
    {
        let message = "gambar lambang tidak dapat dibaca sebagai PNG atau SVG";
        sink.push(
            Diagnostic::galat(Code::GAMBAR, lambang.span, message).hint("simpan ulang lambang itu dari sumber aslinya"),
        );
    }
    for gambar in resolved.gambar().iter().filter(|gambar| !is_picture(&gambar.path, &gambar.bytes)) {
        let message = "gambar ini tidak dapat dibaca sebagai PNG, JPG, atau SVG";
        sink.push(Diagnostic::galat(Code::GAMBAR, gambar.span, message).hint("simpan ulang dari sumber aslinya"));
    }
    let page = &naskah.halaman;
    let anchor = page.tte.as_ref().and_then(|place| place.jangkar.as_deref());
    let furniture = [page.nomor_halaman.as_str(), page.kaki.as_deref().unwrap_or_default(), anchor.unwrap_or_default()];
    let furniture = furniture.map(|text| Teks::plain(text, office));
    let texts = naskah.texts().into_iter().chain(&furniture);
    check_letters(&naskah.halaman.huruf, texts, office, files, fonts, sink);
    super::memori::check_memory(resolved, sink);
}

/// Reports a font that is missing, at the office that names it, and characters that no font has.
pub fn check_letters<'a>(
    family: &str,
    texts: impl IntoIterator<Item = &'a Teks>,
    office: Span,
    files: &Files,
    fonts: &Fonts,
    sink: &mut Sink,
) {
    if !fonts.has(family) {
        let message = format!("huruf `{family}` tidak ada dalam fonts/");
        let hint = format!("huruf yang ada: {}", fonts.families().join(", "));
        sink.push(Diagnostic::galat(Code::FON, office, message).hint(hint));
    }
    for gap in fonts.gaps(texts) {
        let number = gap.character as u32;
        let message = match is_private(gap.character) {
            true => format!("aksara U+{number:04X} hanya berarti dalam huruf tertentu, misalnya bulatan dari Word"),
            false => format!("aksara `{}` (U+{number:04X}) tidak ada dalam huruf mana pun", gap.character),
        };
        let typed = files.text(gap.span.file).get(gap.span.start..gap.span.end).unwrap_or_default();
        let own = typed.contains('\\')
            || typed.chars().any(|c| c == gap.character || c.to_uppercase().any(|upper| upper == gap.character));
        let origin = (!own)
            .then(|| "aksara itu tidak tertulis di sini, tetapi dalam profil kantor atau data yang dirujuk".to_owned());
        let hint = match is_private(gap.character) {
            true => "ganti aksara itu dengan aksara biasa",
            false => "ganti aksara itu, atau tambahkan huruf yang memuatnya ke dalam fonts/",
        };
        sink.push(Diagnostic::galat(Code::AKSARA_FON, gap.span, message).hint_opt(origin).hint(hint));
    }
}

/// Whether a file can be set as a picture; its name's ending tells which kind it claims to be.
fn is_picture(path: &str, bytes: &[u8]) -> bool {
    let bytes = Bytes::new(bytes.to_vec());
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => SvgImage::new(bytes).is_ok(),
        Some("jpg" | "jpeg") => RasterImage::plain(bytes, ExchangeFormat::Jpg).is_ok(),
        _ => RasterImage::plain(bytes, ExchangeFormat::Png).is_ok(),
    }
}
