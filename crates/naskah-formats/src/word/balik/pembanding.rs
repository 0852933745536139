//! What a comparison of a file with the decree keeps while the file is gone through.

use std::collections::{HashMap, HashSet};

use super::Hasil;
use super::acuan::Acuan;
use super::baca::{Berkas, Oleh};
use super::lepas::Lepas;
use super::tempat::Tempat;
use super::urutan::Urutan;

/// A trace of the file: a text of the decree, a new paragraph, or a row.
#[derive(Debug, Clone, Default)]
pub(super) struct Jejak {
    /// Which text of the decree it is.
    pub unit: Option<usize>,
    /// What it says, as it would be typed.
    pub teks: String,
    /// The name of its style.
    pub gaya: String,
    /// Its list and level.
    pub daftar: Option<(String, usize)>,
    /// Who changed it.
    pub oleh: Option<Oleh>,
    /// The row of any table that it stands in.
    pub baris: Option<usize>,
    /// Whether it stands in a cell of a table of the decree.
    pub sel: bool,
    /// Texts that it swallowed.
    pub gabung: Vec<usize>,
    /// A row of a table of the decree.
    pub tabel: Option<Baris>,
}

/// A row of a table of the decree.
#[derive(Debug, Clone)]
pub(super) struct Baris {
    /// Which table.
    pub tabel: usize,
    /// Which of its rows today; `None` for a new one.
    pub ke: Option<usize>,
    /// The cells of a new row: column, width, whether it belongs to one above, what it says.
    pub sel: Vec<(usize, usize, bool, String)>,
}

/// The comparison under way.
pub(super) struct Pembanding<'a> {
    pub acuan: &'a Acuan<'a>,
    pub berkas: &'a Berkas,
    /// Whether the YAML is the one that the file was made from.
    pub same: bool,
    pub tempat: Tempat<'a>,
    pub hasil: Hasil,
    pub jejak: Vec<Jejak>,
    /// Today's text of each bookmark.
    pub teks: HashMap<usize, usize>,
    /// Today's row of each bookmark.
    pub baris: HashMap<(usize, usize), usize>,
    /// The paragraph that each text goes out in.
    pub paragraf: HashMap<usize, usize>,
    /// Texts that are still there.
    pub hadir: HashSet<usize>,
    /// What the program puts between the texts, and the order of all.
    pub urutan: Urutan,
    /// Texts of the file that are not taken.
    pub lepas: Vec<Lepas>,
    /// Texts that stay, though they were joined with something that the program makes.
    pub tahan: HashSet<usize>,
    /// New traces that are part of an edit of what the program makes.
    pub ditolak: HashSet<usize>,
    /// Who took texts and rows away, where the file tells.
    pub hapus: HashMap<usize, Oleh>,
    /// Texts that became part of another, by the edit.
    pub gabung: HashMap<usize, usize>,
    /// New traces that were part of another text, by the edit.
    pub pecah: HashMap<usize, usize>,
}
