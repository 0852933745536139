//! How high an office stands.

/// Level of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Jenjang {
    /// The national office: the area stands in the kop only.
    #[default]
    Pusat,
    /// A province.
    Provinsi,
    /// A kabupaten.
    Kabupaten,
    /// A kota.
    Kota,
    /// A kecamatan: PPK.
    Kecamatan,
    /// A desa or kelurahan: PPS.
    Desa,
}
