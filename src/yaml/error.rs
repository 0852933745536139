//! The parser's error kinds, told to office staff.

use serde_saphyr::granit_parser::ErrorKind;

use crate::diag::Code;

/// Code, message and hint, in Indonesian.
pub fn explain(kind: &ErrorKind) -> (Code, String, &'static str) {
    let hint = match kind {
        ErrorKind::RecursionLimitExceeded => {
            return (Code::DALAM, message(kind), "kurangi lapisan daftar di dalam daftar");
        }
        kind if is_about_tab(kind) => "ganti tab dengan spasi",
        _ => {
            "periksa baris ini dan baris di atasnya: kutip atau kurung yang belum ditutup, jarak awal baris, titik dua"
        }
    };
    (Code::YAML, message(kind), hint)
}

/// Whether the error is a tab where a space belongs.
pub fn is_about_tab(kind: &ErrorKind) -> bool {
    use ErrorKind as E;
    matches!(
        kind,
        E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
    )
}

fn message(kind: &ErrorKind) -> String {
    use ErrorKind as E;
    match kind {
        E::UnexpectedEof
        | E::UnexpectedEofBlockMapping
        | E::UnexpectedEofBlockSequence
        | E::UnexpectedEofFlowMapping
        | E::UnexpectedEofFlowSequence
        | E::UnexpectedEofImplicitFlowMapping => "berkas terputus: isinya berakhir sebelum selesai".into(),
        E::UnclosedQuotedScalar => "tanda kutip tidak ditutup".into(),
        E::UnclosedFlowCollection { open } => format!("kurung `{open}` tidak ditutup"),
        E::MismatchedFlowCollectionEnd { open, close } => format!("kurung `{open}` ditutup dengan `{close}`"),
        E::MisplacedFlowCollectionEnd => "kurung penutup tanpa kurung pembuka".into(),
        kind if is_about_tab(kind) => "tab dipakai untuk jarak awal baris".into(),
        E::InvalidIndentation
        | E::InvalidQuotedScalarIndent
        | E::InvalidFlowScalarIndent
        | E::InvalidBlockScalarIndent => "jarak awal baris tidak sesuai dengan baris di atasnya".into(),
        E::MappingValueNotAllowed | E::InvalidColonPlacement | E::InvalidMappingValueWhitespace => {
            "titik dua di tempat ini membuat YAML membaca kunci baru; apit teksnya dengan tanda kutip '…'".into()
        }
        E::SimpleKeyExpected | E::InvalidSimpleKey | E::MappingKeyNotAllowed | E::ExpectedBlockMappingKey => {
            "baris ini seharusnya berbentuk `kunci: isi`".into()
        }
        E::BlockEntryInFlowCollection | E::BlockSequenceEntryNotAllowed | E::InvalidBlockEntryWhitespace => {
            "tanda `-` untuk butir daftar tidak pada tempatnya".into()
        }
        E::ExpectedFlowMappingSeparator | E::ExpectedFlowSequenceSeparator => "koma atau kurung penutup kurang".into(),
        E::UnexpectedCharacter { character } => {
            format!("aksara `{character}` tidak dapat mengawali teks; apit teksnya dengan tanda kutip '…'")
        }
        E::UnknownQuotedScalarEscape => {
            "garis miring terbalik di dalam \"…\" tidak dikenal; pakai tanda kutip tunggal '…'".into()
        }
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            "ada teks sesudah tanda kutip penutup; apit seluruh teks, dan gandakan ' di dalamnya".into()
        }
        E::MissingAnchorOrAliasName => "teks yang diawali & atau * diapit tanda kutip '…'".into(),
        E::ExpectedBlockSequenceEntry => "teks yang diawali [ atau { diapit tanda kutip '…'".into(),
        E::InvalidBlockScalarHeader => "teks yang diawali | atau > diapit tanda kutip '…'".into(),
        E::UnknownAnchor => {
            "teks diawali `*` sehingga terbaca sebagai alias YAML; apit teksnya dengan tanda kutip '…'".into()
        }
        E::RecursionLimitExceeded => "susunan bertingkat melebihi batas".into(),
        other => format!("susunan YAML tidak sah ({})", kind_name(other)),
    }
}

/// The parser's own name for a rare error, such as `InvalidTagEscape`.
fn kind_name(kind: &ErrorKind) -> String {
    let debug = format!("{kind:?}");
    debug.split([' ', '{', '(']).next().unwrap_or_default().to_owned()
}
