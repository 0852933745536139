//! A decree as a Word file, which an office corrects and gives back.

use naskah_core::diag::{Code, Diagnostic, Sink};
use naskah_core::resolve::{BarisCetak, BlokCetak, Naskah, Resolved, TabelCetak};
use naskah_pages::{Means, word};

/// The Word file; what it cannot hold is told.
pub fn file(resolved: &Resolved, means: &Means<'_>, sink: &mut Sink) -> Option<Vec<u8>> {
    let naskah = resolved.naskah();
    for (_, message, hint) in lacking(naskah).into_iter().filter(|(lacks, ..)| *lacks) {
        sink.push(Diagnostic::peringatan(Code::WORD_KURANG, None, message).hint(hint));
    }
    word(resolved, means, sink)
}

/// What a Word file may lack of a decree, whether it does, and the way out.
fn lacking(naskah: &Naskah) -> [(bool, &'static str, &'static str); 8] {
    let h = &naskah.halaman;
    let blocks = || naskah.lampiran.iter().flat_map(|lampiran| &lampiran.isi);
    let tables = || blocks().filter_map(|blok| if let BlokCetak::Tabel { tabel } = blok { Some(tabel) } else { None });
    let merged =
        |tabel: &TabelCetak| tabel.ulang && tabel.baris.iter().flat_map(BarisCetak::cells).any(|sel| sel.turun > 1);
    let emblem = naskah.kop.lambang.is_some() && naskah.lampiran.iter().any(|lampiran| lampiran.sampul);
    [
        (h.kata_penyambung, "kata penyambung tidak ada dalam berkas Word", "kata penyambung hanya dicetak dalam PDF"),
        (h.sampul, "sampul keputusan tidak ada dalam berkas Word", "sampul keputusan hanya dicetak dalam PDF"),
        (emblem, "lambang tidak ada pada sampul lampiran dalam berkas Word", "tambahkan lambangnya di Word bila perlu"),
        (
            naskah.lampiran.iter().any(|lampiran| lampiran.daftar_isi),
            "nomor halaman pada daftar isi baru terisi setelah diperbarui di Word",
            "di Word: tekan Ctrl+A, lalu F9",
        ),
        (
            h.nomor_awal > 1 && h.nomor_halaman.contains('2'),
            "banyaknya halaman di kepala halaman baru terisi setelah diperbarui di Word",
            "di Word: klik dua kali kepala halaman, tekan Ctrl+A, lalu F9",
        ),
        (
            h.margin_cermin && h.nomor_awal.is_multiple_of(2),
            "di Word tepi halaman bertukar menurut nomor halaman, dalam PDF menurut urutan lembarnya",
            "pakai `nomor_awal` yang ganjil, atau cetak dari PDF",
        ),
        (
            tables().any(merged),
            "isi sel gabungan tidak diulang di puncak halaman berikutnya dalam berkas Word",
            "pengulangan itu hanya dicetak dalam PDF",
        ),
        (
            tables().any(|tabel| tabel.rata.contains(&"bagan")),
            "lambang dan panah bagan alur tidak ada dalam berkas Word, hanya katanya",
            "bagan alur hanya digambar dalam PDF",
        ),
    ]
}
