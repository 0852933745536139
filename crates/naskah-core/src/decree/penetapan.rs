//! The closing of a decree: place, date, and who signs.

use crate::decree::teks::Teks;
use crate::diag::{Code, Diagnostic, Sink, Span, Spanned};
use crate::language::days::Tanggal;
use crate::yaml::{Field, Node, Shape, Table};

/// Place, date and signature.
#[derive(Debug, Clone)]
pub struct Ditetapkan {
    /// Place; `None` is the office's seat.
    pub di: Option<Teks>,
    /// Day; `None` while a draft.
    pub tanggal: Option<Spanned<Tanggal>>,
    /// Where the day stands or should stand.
    pub tanggal_span: Span,
    /// Whether anything is written as the day.
    pub tanggal_tertulis: bool,
    /// The lines of the signer's office, where written out by hand.
    pub jabatan: Vec<Teks>,
    /// The names of those who sign beside the signer.
    pub anggota: Vec<Teks>,
    /// Who signs at the left of the signer.
    pub pendamping: Option<Pendamping>,
    /// The signer's name, where it differs from the office's profile.
    pub nama: Option<Teks>,
}

/// Who signs at the left of the signer.
#[derive(Debug, Clone)]
pub struct Pendamping {
    /// The lines of the office, as they are printed.
    pub jabatan: Vec<Teks>,
    /// The name, as it is printed.
    pub nama: Teks,
}

/// The fields of `ditetapkan`.
pub const DITETAPKAN: Shape = Shape {
    name: "ditetapkan",
    fields: &[
        Field::boleh("di", "teks", "Ungaran", "tempat; tanpa keterangan: kedudukan kantor").juga(&["tempat", "kota"]),
        Field::boleh("tanggal", "tanggal", "2025-01-05", "tanggal penetapan; dikosongkan selama masih konsep")
            .juga(&["tgl", "pada"]),
        Field::boleh(
            "jabatan",
            "daftar teks",
            "[KETUA KOMISI PEMILIHAN UMUM, 'KABUPATEN SEMARANG,']",
            "baris jabatan bila ditulis sendiri (keputusan lama)",
        ),
        Field::boleh(
            "nama",
            "teks",
            "Nama Ketua",
            "nama penanda tangan bila lain daripada profil kantor; dicetak seperti ditulis",
        ),
        Field::boleh(
            "anggota",
            "daftar teks",
            "[NAMA ANGGOTA SATU, NAMA ANGGOTA DUA]",
            "yang ikut menandatangani (misalnya semua anggota); dicetak bernomor dengan tempat tanda tangan",
        ),
        Field::boleh(
            "pendamping",
            "pendamping",
            "{jabatan: ['PIHAK KEDUA,'], nama: NAMA PIHAK KEDUA}",
            "yang menandatangani di sebelah kiri penanda tangan",
        ),
    ],
};

/// The fields of who signs at the left.
pub const PENDAMPING: Shape = Shape {
    name: "pendamping",
    fields: &[
        Field::wajib("jabatan", "daftar teks", "['PIHAK KEDUA,']", "baris jabatan, seperti dicetak"),
        Field::wajib("nama", "teks", "NAMA PIHAK KEDUA", "nama, seperti dicetak"),
    ],
};

impl Ditetapkan {
    /// Stands in for what could not be read.
    pub fn unreadable(span: Span) -> Self {
        Self {
            di: None,
            tanggal: None,
            tanggal_span: span,
            tanggal_tertulis: true,
            jabatan: Vec::new(),
            anggota: Vec::new(),
            pendamping: None,
            nama: None,
        }
    }

    /// Reads a closing of [`DITETAPKAN`].
    pub fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        if let Some(text) = node.as_scalar() {
            let (place, day) = text.rsplit_once(", ").unwrap_or(("", text));
            if let Ok(day) = day.trim().parse::<Tanggal>() {
                let place = Some(place.trim()).filter(|place| !place.is_empty());
                let place = place.map_or(String::new(), |place| format!("di: {place}, "));
                let message = format!("`{text}` belum berbentuk kunci dan isi");
                let hint = format!("tulis `ditetapkan: {{{place}tanggal: {}}}`", day.iso());
                sink.push(Diagnostic::galat(Code::TIPE, node.span, message).hint(hint));
                return None;
            }
        }
        let table = Table::open(node, &DITETAPKAN, sink)?;
        let date = table.get("tanggal").filter(|node| !node.is_empty());
        Some(Self {
            di: table.get("di").and_then(|node| Teks::read(node, sink)),
            tanggal_tertulis: date.is_some(),
            tanggal: date.and_then(|node| Some(Spanned { value: node.parse(sink)?, span: node.span })),
            tanggal_span: date.map(|node| node.span).or(table.key_span("tanggal")).unwrap_or(table.span()),
            jabatan: table.get("jabatan").map(|node| Teks::lines(node, sink)).unwrap_or_default(),
            anggota: table.get("anggota").map(|node| members(node, sink)).unwrap_or_default(),
            pendamping: table.get("pendamping").and_then(|node| Pendamping::read(node, sink)),
            nama: table.get("nama").and_then(|node| Teks::read(node, sink)),
        })
    }
}

/// Reads those who sign too; names that stand in one text are told, since they would share one place to sign.
fn members(node: &Node, sink: &mut Sink) -> Vec<Teks> {
    if let Some(text) = node.as_scalar()
        && [", ", ";", " dan ", "/"].iter().any(|between| text.contains(between))
    {
        let message = "nama-nama ini terbaca sebagai satu orang dengan satu tempat tanda tangan";
        let hint = "tulis setiap orang pada baris sendiri, diawali `- `; bila memang satu orang, awali namanya juga dengan `- `";
        sink.push(Diagnostic::peringatan(Code::BUTIR_TERTELAN, node.span, message).hint(hint));
    }
    Teks::entries(node, sink)
}

impl Pendamping {
    fn read(node: &Node, sink: &mut Sink) -> Option<Self> {
        let table = Table::open(node, &PENDAMPING, sink)?;
        let jabatan = table.get("jabatan").map(|node| Teks::lines(node, sink))?;
        Some(Self { jabatan, nama: Teks::read(table.get("nama")?, sink)? })
    }
}
