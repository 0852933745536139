//! What pages are set with: looked at before the typesetter starts, so that what is missing is told at its place.

use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage, SvgImage};

use naskah_core::catalog::Halaman;
use naskah_core::decree::Teks;
use naskah_core::diag::{Code, Diagnostic, Files, Sink, Span};
use naskah_core::resolve::Resolved;

use super::fonts::Gap;
use super::fonts::is_private;
use super::{Fonts, Ukuran};

/// Reports what the pages cannot be set with: fonts and characters that are missing, an emblem that is no picture.
pub fn check_means(resolved: &Resolved, files: &Files, fonts: &Fonts, sink: &mut Sink) {
    let (naskah, office) = (resolved.naskah(), resolved.keputusan().kantor.span);
    let emblem = resolved.lambang().iter().map(|file| (&file.path, &file.bytes, file.span, true)).collect::<Vec<_>>();
    let pictures = resolved.gambar().iter().map(|file| (&file.path, &file.bytes, file.span, false));
    for (path, bytes, span, is_emblem) in emblem.into_iter().chain(pictures) {
        let why = match shows(path, bytes) {
            None => "tidak dapat dibaca sebagai PNG, JPG, atau SVG",
            Some(false) => "kosong: tidak ada yang terlihat di dalamnya",
            Some(true) => continue,
        };
        let (what, again) = if is_emblem { ("lambang", "lambang itu ") } else { ("ini", "") };
        let finding = Diagnostic::galat(Code::GAMBAR, span, format!("gambar {what} {why}"));
        sink.push(finding.hint(format!("simpan ulang {again}dari sumber aslinya")));
    }
    let page = &naskah.halaman;
    let anchor = page.tte.as_ref().and_then(|place| place.jangkar.as_deref());
    let furniture = [page.nomor_halaman.as_str(), page.kaki.as_deref().unwrap_or_default(), anchor.unwrap_or_default()];
    let furniture = furniture.map(|text| Teks::plain(text, office));
    let texts = naskah.texts().into_iter().chain(&furniture);
    check_letters(&naskah.halaman.huruf, texts, office, files, fonts, sink);
    check_anchor(&naskah.halaman, office, sink);
    super::memori::check_memory(resolved, Some(Ukuran::default()), sink);
}

/// Reports an anchor that is no short sign within its place: it would lie over the signature. Its letters count as wide as
/// those of a wide font.
fn check_anchor(page: &Halaman, office: Span, sink: &mut Sink) {
    let Some((place, anchor)) = page.tte.as_ref().and_then(|place| Some((place, place.jangkar.as_deref()?))) else {
        return;
    };
    let wide = |c: char| if c.is_uppercase() || "mw@%&—".contains(c) { 0.85 } else { 0.62 };
    let width = anchor.chars().map(wide).sum::<f64>() * page.ukuran;
    if width <= place.lebar && page.spasi <= place.tinggi && !anchor.contains('\n') {
        return;
    }
    let message = format!("jangkar `{anchor}` tidak muat pada tempat tanda tangan elektronik");
    let hint = "jangkar ialah tanda pendek, misalnya `#`; pendekkan, atau perbesar tempat pada `tte`";
    sink.push(Diagnostic::galat(Code::NILAI, office, message).hint(hint));
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
    let gaps = fonts.gaps(texts);
    for (at, gap) in gaps.iter().enumerate() {
        // A sign is told of where it stands first.
        let same = |gaps: &[Gap]| gaps.iter().filter(|other| other.character == gap.character).count();
        if same(&gaps[..at]) > 0 {
            continue;
        }
        let number = gap.character as u32;
        let lain = match same(&gaps[at..]) {
            1 => String::new(),
            all => format!(" (juga di {} tempat lain)", all - 1),
        };
        let message = match is_private(gap.character) {
            true => {
                format!("aksara U+{number:04X} hanya berarti dalam huruf tertentu, misalnya bulatan dari Word{lain}")
            }
            false => format!("aksara `{}` (U+{number:04X}) tidak ada dalam huruf mana pun{lain}", gap.character),
        };
        let typed = files.text(gap.span.file).get(gap.span.start..gap.span.end).unwrap_or_default();
        let own = typed.contains('\\')
            || typed.chars().any(|c| c == gap.character || c.to_uppercase().any(|upper| upper == gap.character));
        let origin = (!own)
            .then(|| "aksara itu tidak tertulis di sini, tetapi dalam profil kantor atau data yang dirujuk".to_owned());
        let hint = match gap.character {
            '\u{2032}' => "tulis tanda menit dengan petik tunggal: `7° 8' LS`",
            '\u{2033}' => "tulis tanda detik dengan petik ganda: `7° 8' 9\" LS`",
            other if is_private(other) => "ganti aksara itu dengan aksara biasa",
            _ => "ganti aksara itu, atau tambahkan huruf yang memuatnya ke dalam fonts/",
        };
        sink.push(Diagnostic::galat(Code::AKSARA_FON, gap.span, message).hint_opt(origin).hint(hint));
    }
}

/// Whether a picture shows anything; `None` where its file is no picture. Its name's ending tells which kind it claims to be.
fn shows(path: &str, bytes: &[u8]) -> Option<bool> {
    let bytes = Bytes::new(bytes.to_vec());
    let format = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("svg") => {
            // Texts are set later, with the fonts of the pages.
            let texts = String::from_utf8_lossy(&bytes).contains("<text");
            return SvgImage::new(bytes).ok().map(|image| texts || draws(&image));
        }
        Some("jpg" | "jpeg") => ExchangeFormat::Jpg,
        _ => ExchangeFormat::Png,
    };
    let image = RasterImage::plain(bytes, format).ok()?;
    let points = image.dynamic();
    Some(!points.color().has_alpha() || points.to_rgba8().pixels().any(|point| point.0[3] > 0))
}

/// Whether a drawing has a part that is seen, within its bounds.
fn draws(image: &SvgImage) -> bool {
    let drawn = image.tree().root().abs_stroke_bounding_box();
    let within = |from: f32, to: f32, side: f64| from < side as f32 && to > 0.0;
    let text = image.tree().to_string(&Default::default());
    let seen = |tag: &str| {
        let painted = !tag.contains("fill=\"none\"") || tag.contains("stroke=");
        tag.starts_with("image ") || (tag.starts_with("path ") && painted && !tag.contains("visibility=\"hidden\""))
    };
    text.split('<').any(seen)
        && within(drawn.left(), drawn.right(), image.width())
        && within(drawn.top(), drawn.bottom(), image.height())
}

#[cfg(test)]
mod tests {
    use super::shows;

    #[test]
    fn pictures_show_something() {
        let svg = |inner: &str| {
            let text = format!("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'>{inner}</svg>");
            shows("/lambang.svg", text.as_bytes())
        };
        for empty in [
            "",
            "<!-- kosong -->",
            "<g/>",
            "<defs><rect id='a' width='5' height='5'/></defs>",
            "<rect width='5' height='5' display='none'/>",
            "<rect width='5' height='5' visibility='hidden'/>",
            "<rect width='5' height='5' fill='none'/>",
            "<rect width='0' height='5'/>",
            "<path d=''/>",
            "<rect x='20' y='20' width='5' height='5'/>",
        ] {
            assert_eq!(svg(empty), Some(false), "{empty}");
        }
        for drawn in ["<rect width='5' height='5'/>", "<path d='M0 0L9 9' stroke='red'/>", "<g><circle r='4'/></g>"] {
            assert_eq!(svg(drawn), Some(true), "{drawn}");
        }
        assert_eq!(shows("/lambang.svg", b"<svg"), None);
        assert_eq!(shows("/lambang.png", b"x"), None);
    }
}
