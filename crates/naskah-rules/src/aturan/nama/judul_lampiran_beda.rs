//! A title of a lampiran, or a subject that refers to a diktum, that is a part of the decree's own words but for one.

use std::ops::Range;

use naskah_core::decree::Teks;
use naskah_core::language::words::{Word, words};

use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Judul lampiran tidak menyimpang satu kata dari nama keputusan
    ///
    /// Judul lampiran yang mengulang bagian nama keputusan memakai kata-kata yang sama; satu kata lain di tengahnya berarti
    /// lampiran itu menurut judulnya mengenai hal lain.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// tentang: Penunjukan Petugas Piket di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang
    /// diktum:
    ///   - Menunjuk Petugas Piket di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Daftar Petugas Arsip di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [[Petugas Pertama], [Petugas Kedua]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// tentang: Penunjukan Petugas Piket di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang
    /// diktum:
    ///   - Menunjuk Petugas Piket di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Daftar Petugas Piket di Lingkungan Komisi Pemilihan Umum Kabupaten Semarang
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [[Petugas Pertama], [Petugas Kedua]]
    /// ```
    "K413" "judul-lampiran-beda" Peringatan since "0.4.0" => check
}

/// So many words on each side of the odd one are the same.
const SIDE: usize = 1;

/// So many words are the same in all.
const SAME: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let lampiran = &context.keputusan.lampiran;
    let titles: Vec<&Teks> = lampiran.iter().filter_map(|one| one.judul.as_ref()).collect();
    let name = context.keputusan.tentang.as_plain();
    let whole = words(&name);
    let known =
        |text: &str| context.diktum().any(|(_, passage)| words(&passage.plain).iter().any(|word| word.folded == text));
    let mut found: Vec<(&Teks, Range<usize>, Range<usize>)> = Vec::new();
    for judul in &titles {
        let own = words(&judul.as_plain());
        let Some((at, there)) = odd(&own, &whole) else { continue };
        // What the diktums speak of themselves is a matter of its own.
        if !known(&own[at].folded) && telling(&own[at], &whole[there]) {
            found.push((judul, own[at].range.clone(), whole[there].range.clone()));
        }
    }
    // Where each lampiran is about something of its own, none is odd.
    if found.len() * 2 > titles.len().max(2) {
        return;
    }
    for (judul, here, there) in found {
        let finding = report
            .at(context.place(judul, here), "judul lampiran di sini lain dari nama keputusan")
            .label(context.place(&context.keputusan.tentang, there), "di sini katanya lain")
            .hint("samakan keduanya, bila hal yang sama dimaksud");
        if titles.len() > 1 {
            finding.unsure();
        }
    }
}

/// Whether a word may be taken for another: no number, no particle.
fn telling(own: &Word, other: &Word) -> bool {
    let word = |word: &Word| word.folded.len() > 2 && word.folded.chars().all(char::is_alphabetic);
    word(own) && word(other)
}

/// The one word of a title that differs from the same place of a part of the name.
fn odd(own: &[Word], whole: &[Word]) -> Option<(usize, usize)> {
    // The longest part: from any word of the title to its end or to that of the name.
    for from in 0..own.len() {
        for start in 0..whole.len() {
            let length = (own.len() - from).min(whole.len() - start);
            if length < SAME + 1 {
                continue;
            }
            let pairs = own[from..from + length].iter().zip(&whole[start..start + length]);
            let odd: Vec<usize> =
                pairs.enumerate().filter(|(_, (a, b))| a.folded != b.folded).map(|(at, _)| at).collect();
            let ends = from + length == own.len() || start + length == whole.len();
            let [at] = odd[..] else { continue };
            if ends && at >= SIDE && at + SIDE < length {
                return Some((from + at, start + at));
            }
        }
    }
    None
}
