//! What of a decree is written out, and what is left to the program.

/// What is written out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Pilihan {
    /// Who signs.
    pub pejabat: String,
    /// The name in title case.
    pub tentang: String,
    /// Title, number, name and maker in the head.
    pub kepala: [bool; 4],
    /// Whether the names of the decisions are written by hand.
    pub nama_diktum: bool,
    /// Whether the closing item of the considerations is left to the program.
    pub penutup_dibuat: bool,
    /// Whether there is none.
    pub tanpa_penutup: bool,
    /// Of each item whether its punctuation is written as it stands.
    pub menimbang: Vec<bool>,
    /// The same for the legal bases that are texts.
    pub mengingat: Vec<bool>,
    /// The same for what else was taken note of.
    pub memperhatikan: Vec<bool>,
    /// The same for the decisions.
    pub diktum: Vec<bool>,
    /// The id of each legal basis that is printed just so.
    pub dasar: Vec<Option<String>>,
    /// The ids that have the number and year of a basis and are printed otherwise.
    pub lain: Vec<(usize, String)>,
    /// The clause of the name.
    pub menetapkan: bool,
    /// The place.
    pub di: bool,
    /// The lines of the signer's office.
    pub jabatan: bool,
    /// The signer's name.
    pub nama: bool,
    /// Who certifies, where the program prints the block just so.
    pub oleh: Option<String>,
    /// The certifier's name.
    pub oleh_nama: bool,
    /// The attachments.
    pub lampiran: Vec<PilihanLampiran>,
}

/// What is written out of an attachment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PilihanLampiran {
    /// The name in its head.
    pub tentang: bool,
    /// Whether the lines of its head are written by hand.
    pub kepala: bool,
    /// Whether title and heads are printed in capitals.
    pub kapital: bool,
    /// Of each paragraph with a list whether its punctuation is written as it stands.
    pub paragraf: Vec<bool>,
}
