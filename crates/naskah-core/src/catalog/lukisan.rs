//! Pages of PDFs from outside, drawn as pictures: what is asked for, and what comes back.

/// Who draws the pages of a PDF.
pub type Pelukis = fn(&[u8], &Pesanan) -> Result<Vec<Lembaran>, Penolakan>;

/// Which pages are to be drawn, and how.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Pesanan {
    /// The pages, from 1; none is all of them.
    pub halaman: Vec<usize>,
    /// How wide the picture is printed, in points, where the decree says so.
    pub lebar: Option<u32>,
}

/// A page as a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lembaran {
    /// The page, from 1.
    pub halaman: usize,
    /// The picture: a PNG, or the JPEG that the page is made of.
    pub gambar: Vec<u8>,
}

/// Why pages cannot be drawn, and the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penolakan {
    /// What is said of the file, behind its name.
    pub sebab: String,
    /// The way out.
    pub jalan: String,
}
