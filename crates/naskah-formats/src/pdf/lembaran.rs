//! Pages of a PDF from outside as pictures, drawn unless a page is one, since a PDF/A that is read aloud takes no pages of others.
//!
//! Whatever of a page cannot be drawn as it is meant refuses the whole: a scan without its stamp would be another paper.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro::hayro_interpret::{FontResolverFn, InterpreterSettings};
use hayro::hayro_syntax::Pdf as Drawable;
use hayro::hayro_syntax::page::Page;
use hayro::vello_cpu::Pixmap;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{RenderCache, RenderSettings, render};
use lopdf::Object;
use naskah_core::catalog::lukisan::{Lembaran, Penolakan, Pesanan};

use super::{Pdf, Unreadable, guarded};

/// So many pages of a PDF are drawn.
pub const MAX_PAGES: usize = 50;

/// The largest PDF of which pages are drawn, in bytes.
pub const MAX_BYTES: usize = 100 * 1024 * 1024;

/// Points of a picture for each point of paper: 300 to the inch.
const DENSITY: f64 = 300.0 / 72.0;

/// The longest side of a picture in its points, and those that are tried where its file is too large.
const SIDES: [f64; 3] = [3000.0, 2400.0, 1800.0];

/// The longest side of a picture that is drawn only to see whether all of its page can be.
const GLANCE: f64 = 600.0;

/// The longest side of a page, in points of paper.
const MAX_SIDE: f32 = 14_400.0;

/// A picture's file is so large at most, in bytes, unless the smallest side leads to a larger one.
const MAX_PICTURE: usize = 5 * 1024 * 1024;

/// Draws pages; `huruf` stands in for fonts that the PDF does not bring, to see whether anything is printed with them.
pub fn lukis(bytes: &[u8], pesanan: &Pesanan, huruf: Option<&[u8]>) -> Result<Vec<Lembaran>, Penolakan> {
    let (scans, pages) = asked(bytes, pesanan)?;
    let drawn = guarded(|| {
        let pdf = Drawable::new(Arc::new(bytes.to_vec())).map_err(|_| damaged())?;
        pages.iter().map(|page| one((&pdf, &scans), *page, pesanan.lebar, huruf)).collect()
    });
    drawn.unwrap_or_else(|| Err(damaged()))
}

/// The PDF as it is read, and the pages that are to be drawn; why none of them can be is known before anything is drawn.
fn asked(bytes: &[u8], pesanan: &Pesanan) -> Result<(Pdf, Vec<usize>), Penolakan> {
    let pdf = guarded(|| Pdf::open(bytes)).unwrap_or(Err(Unreadable::Damaged)).map_err(|why| match why {
        Unreadable::Damaged => damaged(),
        Unreadable::Encrypted => {
            refused("terkunci kata sandi", "buka PDF itu, lalu cetak ke PDF baru tanpa kata sandi")
        }
        Unreadable::TooLarge => refused("memuat isi yang terlalu besar", "cetak halaman yang perlu saja ke PDF baru"),
    })?;
    pdf.is_no_paper().map_or(Ok(()), Err)?;
    let count = pdf.count();
    if let Some(beyond) = pesanan.halaman.iter().find(|page| **page == 0 || **page > count) {
        return Err(refused(
            format!("tidak mempunyai halaman {beyond}; banyaknya halaman {count}"),
            "perbaiki `halaman`, yang dihitung dari lembar pertama PDF itu",
        ));
    }
    let pages = if pesanan.halaman.is_empty() { (1..=count).collect() } else { pesanan.halaman.clone() };
    match pages.len() {
        ..=MAX_PAGES => Ok((pdf, pages)),
        many => Err(refused(
            format!("{many} halaman, lebih banyak daripada {MAX_PAGES}"),
            "sebut halaman yang dicetak, misalnya `halaman: 1-10`, atau bagi menjadi beberapa `gambar`",
        )),
    }
}

impl Pdf {
    /// Why a PDF is no paper that can be seen: a form that only its own program fills, or a case of other files.
    fn is_no_paper(&self) -> Option<Penolakan> {
        let catalog = self.document.catalog().ok()?;
        let form = self.entry(catalog, "AcroForm").as_dict().ok().map(|form| self.entry(form, "XFA"));
        if form.is_some_and(|form| !matches!(form, Object::Null)) {
            let way = "buka di program yang dapat menampilkannya, lalu cetak ke PDF baru";
            return Some(refused("formulir XFA, yang isinya hanya tampil dalam program pembuatnya", way));
        }
        let is_case = self.entry(catalog, "Collection").as_dict().is_ok();
        is_case
            .then(|| refused("kumpulan berkas (portofolio), bukan halaman", "simpan berkas di dalamnya satu per satu"))
    }
}

fn refused(sebab: impl Into<String>, jalan: &str) -> Penolakan {
    Penolakan { sebab: sebab.into(), jalan: jalan.to_owned() }
}

fn damaged() -> Penolakan {
    refused("rusak, atau bukan PDF", "buka PDF itu, lalu cetak ke PDF baru, atau pindai ulang")
}

/// A page as a picture: of a photograph that fills it that itself.
fn one(
    (pdf, scans): (&Drawable, &Pdf),
    number: usize,
    lebar: Option<u32>,
    huruf: Option<&[u8]>,
) -> Result<Lembaran, Penolakan> {
    let page = pdf.pages().get(number - 1).ok_or_else(damaged)?;
    let (width, height) = page.render_dimensions();
    if [width, height].iter().any(|side| !(1.0..=MAX_SIDE).contains(side)) {
        return Err(refused(format!("halaman {number} berukuran tidak wajar"), "cetak halaman itu ke PDF baru"));
    }
    let longest = f64::from(width.max(height));
    if let Some(jpeg) = guarded(|| scans.pindaian(number - 1)).flatten().filter(|jpeg| jpeg.len() <= MAX_PICTURE) {
        seen(page, number, (GLANCE / longest) as f32, huruf)?;
        return Ok(Lembaran { halaman: number, gambar: jpeg });
    }
    let mut smallest = None;
    for side in SIDES {
        let printed = lebar.map(|lebar| f64::from(lebar) * DENSITY / f64::from(width));
        let scale = printed.map_or(side / longest, |printed| printed.min(side / longest));
        let png = encoded(&seen(page, number, scale as f32, huruf)?).ok_or_else(damaged)?;
        let fits = png.len() <= MAX_PICTURE;
        smallest = Some(Lembaran { halaman: number, gambar: png });
        if fits {
            break;
        }
    }
    smallest.ok_or_else(damaged)
}

/// What is seen of a page; refused where that is nothing, or not all that is meant.
fn seen(page: &Page<'_>, number: usize, scale: f32, huruf: Option<&[u8]>) -> Result<Pixmap, Penolakan> {
    let (lacking, broken) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicBool::new(false)));
    let drawn = draw(page, scale, settings(None, &lacking, &broken));
    if broken.load(Ordering::Relaxed) {
        let why = format!("halaman {number} memuat gambar atau huruf yang tidak dapat digambar seluruhnya");
        return Err(refused(why, "cetak halaman itu ke PDF baru, atau simpan sebagai PNG"));
    }
    // Words behind a scan, which nobody sees, may be in any font.
    let without = lacking.load(Ordering::Relaxed) && {
        huruf.is_none() || draw(page, scale, settings(huruf, &lacking, &broken)).data() != drawn.data()
    };
    if without {
        let why = format!("halaman {number} memakai huruf yang tidak disertakan di dalam PDF itu");
        return Err(refused(
            why,
            "simpan ulang dengan hurufnya disertakan, misalnya sebagai PDF/A, atau pindai cetakannya",
        ));
    }
    match drawn.data().iter().all(|point| [point.r, point.g, point.b].map(bleached) == [u8::MAX; 3]) {
        true => Err(refused(
            format!("halaman {number} kosong"),
            "sebut halaman yang berisi saja, misalnya `halaman: [1, 3]`",
        )),
        false => Ok(drawn),
    }
}

fn draw(page: &Page<'_>, scale: f32, settings: InterpreterSettings) -> Pixmap {
    let asked = RenderSettings { x_scale: scale, y_scale: scale, bg_color: WHITE, ..RenderSettings::default() };
    render(page, &RenderCache::new(), &settings, &asked)
}

fn settings(huruf: Option<&[u8]>, lacking: &Arc<AtomicBool>, broken: &Arc<AtomicBool>) -> InterpreterSettings {
    let (font, lacking, broken) =
        (huruf.map(|bytes| Arc::new(bytes.to_vec())), Arc::clone(lacking), Arc::clone(broken));
    let font_resolver: FontResolverFn = Arc::new(move |_| {
        lacking.store(true, Ordering::Relaxed);
        let font = Arc::clone(font.as_ref()?);
        Some((font, 0))
    });
    let warning_sink = Arc::new(move |_| broken.store(true, Ordering::Relaxed));
    InterpreterSettings { font_resolver, warning_sink, ..InterpreterSettings::default() }
}

/// A part of a colour, where the renderer is a step away from white: white.
fn bleached(part: u8) -> u8 {
    if part >= u8::MAX - 1 { u8::MAX } else { part }
}

/// The picture as a PNG: in greys where it has no other colours.
fn encoded(drawn: &Pixmap) -> Option<Vec<u8>> {
    let grey = drawn.data().iter().all(|point| point.r == point.g && point.g == point.b);
    let mut points = Vec::with_capacity(drawn.data().len() * if grey { 1 } else { 3 });
    for point in drawn.data() {
        match grey {
            true => points.push(bleached(point.r)),
            false => points.extend([point.r, point.g, point.b].map(bleached)),
        }
    }
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, u32::from(drawn.width()), u32::from(drawn.height()));
    encoder.set_color(if grey { png::ColorType::Grayscale } else { png::ColorType::Rgb });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Balanced);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&points).ok()?;
    writer.finish().ok()?;
    Some(out)
}
