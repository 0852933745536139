//! The words by which decrees revoke and amend each other, and those around them.

use crate::language::patterns::{Pattern, pattern};

macro_rules! patterns {
    ($($(#[doc = $meaning:literal])+ $name:ident = $text:expr;)+) => {
        $($(#[doc = $meaning])+ pub static $name: Pattern = Pattern::new(|| pattern($text));)+
    };
}

patterns! {
    /// That a decision may revoke or amend at all.
    BERTINDAK = r"(?i)cabut|arik\s+kembali|tidak\s+berlaku|batal|ubah";
    /// That a title may.
    JUDUL = r"(?i)pencabutan|perubahan";
    /// The head of a title that revokes, or of its second part.
    JUDUL_CABUT = r"(?i)(?:^|\b(?:dan|serta)\s+)(pencabutan)(?:\s+atas)?\b";
    /// The head of a title that amends, or of its second part.
    JUDUL_UBAH = r"(?i)(?:^|\b(?:dan|serta)\s+)(perubahan(?:\s+[a-z-]+){0,3}?\s+atas)\b";
    /// A verb before what it revokes.
    AKTIF_CABUT = r"(?i)\b(mencabut(?:\s+dan\s+menyatakan\s+(?:tidak\s+berlaku|batal)(?:\s+lagi)?)?|yang\s+dicabut(?:\s+dengan\s+keputusan\s+ini)?\s+(?:ialah|adalah)|menyatakan\s+(?:dicabut(?:\s+dan\s+)?|tidak\s+berlaku|mencabut)(?:tidak\s+berlaku)?)\b";
    /// A verb before what it amends, at the begin of a clause.
    AKTIF_UBAH = r"(?i)(?:^|[;\n:]|\bdan\b)\s*(mengubah)\b";
    /// A verb that a list of what is revoked follows.
    DAFTAR_CABUT = r"(?i)\b(dicabut(?:\s+dan\s+(?:dinyatakan\s+)?tidak\s+berlaku(?:\s+lagi)?)?(?:\s*,?\s*(?:yaitu|yakni|meliputi|adalah|sebagai\s+berikut|terdiri\s+atas))?\s*:|dicabut(?:\s+dan\s+(?:dinyatakan\s+)?tidak\s+berlaku(?:\s+lagi)?)?\s*,?\s*(?:yaitu|yakni|meliputi))";
    /// A verb behind what it revokes.
    PASIF_CABUT = r"(?i)\b((?:dinyatakan\s+)?dicabut(?:\s+(?:dan|serta)\s+(?:dinyatakan\s+)?tidak\s+berlaku)?(?:\s+lagi)?|dinyatakan\s+(?:sudah\s+)?tidak\s+(?:lagi\s+)?berlaku(?:\s+lagi)?|tidak\s+berlaku\s+lagi|tidak\s+lagi\s+berlaku)\b";
    /// Words that may mean a revocation.
    PASIF_BATAL = r"(?i)\b(dibatalkan|ditarik\s+kembali|dinyatakan\s+batal|tidak\s+berlaku(?:\s+(?:sejak|terhitung|mulai|karena)\b|\s*[.,;]|\s*$))";
    /// A verb that may revoke what follows.
    AKTIF_BATAL = r"(?i)\b(membatalkan|menarik\s+kembali)\b";
    /// A verb behind what it amends.
    PASIF_UBAH = r"(?i)\b(diubah)\s+(?:sehingga|menjadi|sebagai\s+berikut|dan\s+(?:harus\s+)?dibaca)";
    /// Words that something stays in force.
    PASIF_TETAP = r"(?i)\b((?:masih\s+|dinyatakan\s+)*(?:tetap|masih)\s+(?:dinyatakan\s+)?berlaku|berlaku\s+kembali|tetap\s+mempunyai\s+kekuatan)\b";
    /// Words before a verb that deny it.
    SEBELUM_TIDAK = r"(?i)\b(?:tidak|belum|bukan|tanpa)\s+(?:(?:ikut|turut|lagi|untuk|berarti|serta\s+merta|dengan\s+sendirinya)\s+)*$";
    /// Words before a verb that make it a wish or a possibility.
    SEBELUM_RAGU = r"(?i)\b(?:untuk|dapat|akan|hendak|berwenang|mengusulkan|agar)\s+$";
    /// Words before a verb that make it a part of another phrase.
    SEBELUM_YANG = r"(?i)\b(?:yang|sebagaimana|dengan)\s+(?:telah\s+)?$";
    /// Where a clause ends.
    BATAS = r"(?i)([;\n:]|,?\s+sedangkan\b|,\s+(?:tetapi|namun|adapun)\b)";
    /// Where a sentence ends.
    AKHIR = r"(?:[A-Za-z]{3}|[0-9]{4}|[)])(\.)(?:\s+[A-Z]|\s*$)";
    /// Words before a name that is only referred to.
    DIRUJUK = r"(?i)\b(?:berdasarkan|sesuai(?:\s+dengan)?|menurut|menunjuk|memperhatikan|(?:dimaksud|diatur|tercantum|ditetapkan|tertuang|termuat)\s+(?:dalam|dengan|pada)(?:\s+(?:diktum|lampiran|pasal)\b[^;:,\n]*)?|melaksanakan|pelaksanaan|bertentangan\s+dengan|mengacu(?:\s+(?:pada|kepada))?|merujuk(?:\s+pada)?|diganti(?:kan)?\s+(?:dengan|oleh)|(?:dicabut|berlaku)\s+(?:dengan|oleh)|yang\s+(?:telah\s+)?(?:mengubah|mencabut))\s*$";
    /// Words between a decree and what amended it.
    PERUBAHAN = r"(?i)\bsebagaimana\s+(?:telah\s+)?[^;\n]*\b(?:diubah|dirubah|terakhir)\b[^;\n]*$";
    /// Words before what is excepted.
    KECUALI = r"(?i)\b(?:kecuali|terkecuali|bukan|selain|di\s+luar|mengecualikan|tidak\s+termasuk|dengan\s+pengecualian)(?:\s+(?:terhadap|atas|untuk|bagi|ketentuan))*\s*$";
    /// Words that name something beside the rest, or instead of it.
    SELAIN = r"(?i)\bselain(?:\s+\w+)?\s*$";
    /// Signs and words that put a name beside the one before it.
    SETARA = r"(?i)(?:[,;:]|\b(?:dan|serta|maupun|atau|dan/atau|beserta|yaitu|yakni))\s*(?:\(?[a-z0-9]{1,3}[.)]\s*)?$";
    /// That nothing leads to a name but the mark of its item.
    BERDERET = r"(?i)^\s*(?:(?:dan|serta|dan/atau)\s+)?(?:\(?[a-z0-9]{1,3}[.)])?\s*$";
    /// What may lead to the first of several names that something is said of further on.
    SEBELUM_DERET = r"(?i)(?:[,:]|\bmaka|berlaku)\s*(?:\(?[a-z0-9]{1,3}[.)])?\s*$";
    /// What may lead to a name that something is said of: nothing else may be its subject.
    POKOK = r"(?i)(?:^|[,:;]|\b(?:maka|berlaku|bahwa|menyatakan|menetapkan|ini|dan|serta|ditetapkan|yaitu|yakni|juga|maupun|atau|beserta|selain|kecuali))\s*(?:\(?[a-z0-9]{1,3}[.)])?\s*$";
    /// That only a part of a decree is meant.
    BAGIAN = r"(?i)\b(?:diktum|lampiran|pasal|ketentuan|huruf|angka|ayat|bab|bagian|sebagian|tabel|kolom|baris|formulir|hal|hal-hal|materi|pengaturan)\b[^;:,\n]*$";
    /// Words that limit what is said.
    SEPANJANG = r"(?i)^\s*(?:untuk\s+)?sebagian\b|\bsepanjang\s+(?:mengenai|menyangkut|tidak|berkaitan|berkenaan|ketentuan|terkait|untuk|yang|memuat|mengatur|tentang)\b|\byang\s+bertentangan\b|\b(?:kecuali|selain)\s+(?:(?:terhadap|untuk|bagi|ketentuan|dalam)\s+)*(?:diktum|lampiran|pasal|ketentuan|huruf|angka|bab|bagian|tabel|yang|mengenai)\b";
    /// That it was done before.
    SUDAH = r"(?i)\b(?:telah|sudah|pernah)\s+$";
    /// That another decree does it.
    OLEH_LAIN = r"(?i)^\s+(?:dengan|oleh|melalui)\s+keputusan\s+(?:[a-hj-z]|i[a-mo-z])";
    /// That it is only done in a case, or later.
    SYARAT = r"(?i)\b(?:apabila|jika|bila|dalam\s+hal|akan|dapat|hendak|perlu|paling\s+lambat|setelah|sebelum|sampai)\b[^,;]*$";
}
