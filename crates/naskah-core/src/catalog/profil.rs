//! What people type into an office's file although the program adds it, or although it belongs into another field.

use super::jenjang::Jenjang;
use super::wilayah::level_word;
use crate::diag::{Code, Diagnostic, Sink};
use crate::language::typed_marks::of_item;
use crate::yaml::{Node, Table};

/// Looks at body, area and persons of an office.
pub fn check(table: &Table<'_>, jenjang: Jenjang, sink: &mut Sink) {
    let text = |key: &str| table.get(key).and_then(|node| Some((node, node.as_scalar()?.trim())));
    let area = text("wilayah").filter(|_| jenjang != Jenjang::Pusat);
    let name = area.map_or("", |(_, area)| bare(area));
    let body = text("badan");
    if let Some((node, body)) = body {
        check_body(node, body, name, sink);
    }
    if let Some((node, area)) = area {
        check_area(node, area, jenjang, sink);
    }
    let persons = table.get("pejabat").and_then(Node::as_map).unwrap_or_default();
    for (_, person) in persons {
        let text = |key: &str| person.get(key).and_then(|node| Some((node, node.as_scalar()?.trim())));
        if let Some((node, post)) = text("jabatan") {
            check_post(node, post, body.map_or("", |(_, body)| body), name, sink);
        }
        if let Some((node, name)) = text("nama").filter(|(_, name)| !name.is_empty()) {
            check_name(node, name, sink);
        }
    }
}

fn refuse(node: &Node, message: String, hint: String, sink: &mut Sink) {
    sink.push(Diagnostic::galat(Code::NILAI, node.span, message).hint(hint));
}

fn check_body(node: &Node, body: &str, area: &str, sink: &mut Sink) {
    if holds(body, area) {
        let message = format!("`badan` memuat `{area}`, sehingga wilayahnya tercetak dua kali");
        let hint = "tulis nama lembaganya saja, seperti `badan: Komisi Pemilihan Umum`; wilayah ditambahkan program";
        refuse(node, message, hint.to_owned(), sink);
    } else if in_capitals(body) && !body.contains(' ') {
        let message = format!("`{body}` tercetak seperti yang diketik, bukan nama lengkap lembaganya");
        refuse(node, message, "tulis lengkap, seperti `badan: Komisi Pemilihan Umum`".to_owned(), sink);
    } else if in_capitals(body) {
        let message = format!("`{body}` seluruhnya huruf kapital, juga di dalam kalimat");
        refuse(node, message, format!("tulis `badan: {}`; huruf kapital judul dibuat program", titled(body)), sink);
    }
}

/// The words of levels as they are shortened.
const TINGKAT: [Jenjang; 5] = [Jenjang::Provinsi, Jenjang::Kabupaten, Jenjang::Kota, Jenjang::Kecamatan, Jenjang::Desa];

fn check_area(node: &Node, area: &str, jenjang: Jenjang, sink: &mut Sink) {
    let first = area.split_whitespace().next().unwrap_or_default();
    let word = first.trim_end_matches('.').to_lowercase();
    let rest = area.get(first.len()..).unwrap_or_default().trim_start_matches(['.', ' ']);
    let level = TINGKAT.into_iter().map(level_word).find(|level| {
        let level = level.to_lowercase();
        word.len() > 2 && level.starts_with(&word)
    });
    let whole = level.is_some_and(|level| level == first);
    let proper = match level {
        Some(level) if !rest.is_empty() => {
            format!("{level} {}", if in_capitals(rest) { titled(rest) } else { rest.to_owned() })
        }
        _ => titled(area),
    };
    let local = matches!(jenjang, Jenjang::Kabupaten | Jenjang::Kota);
    let shown = format!("`{area}` tercetak seperti yang diketik, juga di dalam kalimat");
    if in_capitals(area) || area.starts_with(char::is_lowercase) || (level.is_some() && !whole && !rest.is_empty()) {
        refuse(node, shown, format!("tulis `wilayah: {proper}`; huruf kapital judul dibuat program"), sink);
    } else if local && !whole && !["Kelurahan", "Distrik"].contains(&first) {
        let hint = format!("tulis tingkatnya di depan, seperti `wilayah: {} {area}`", level_word(jenjang));
        refuse(node, shown, hint, sink);
    }
}

fn check_post(node: &Node, post: &str, body: &str, area: &str, sink: &mut Sink) {
    let acting = [
        ("plh", "sebagai: plh"),
        ("pelaksana harian", "sebagai: plh"),
        ("plt", "sebagai: plt"),
        ("pelaksana tugas", "sebagai: plt"),
        ("a.n", "atas_nama: ketua"),
        ("atas nama", "atas_nama: ketua"),
        ("u.b", "ub: sekretaris"),
    ];
    let lower = post.to_lowercase();
    let typed = acting.into_iter().find_map(|(sign, field)| {
        let rest = lower.strip_prefix(sign)?;
        let ends = !rest.starts_with(char::is_alphanumeric);
        ends.then(|| {
            (post.get(post.len() - rest.len()..).unwrap_or_default().trim_start_matches(['.', ' ', ',']), field)
        })
    });
    if let Some((rest, field)) = typed {
        let message = format!("`{post}` menjadi nama jabatan, termasuk dalam judul keputusan");
        return refuse(node, message, format!("tulis `jabatan: {rest}` dan `{field}`"), sink);
    }
    let initials: String = body.split_whitespace().filter_map(|word| word.chars().next()).collect();
    let named = [body, area, initials.as_str()].into_iter().any(|name| holds(post, name));
    if named && ["ketua", "sekretaris"].iter().any(|word| lower.starts_with(word)) {
        let message = format!("`{post}` memuat nama lembaga atau wilayah, yang tercetak dua kali");
        let hint = format!("tulis jabatannya saja, seperti `jabatan: {}`", post.split(' ').next().unwrap_or_default());
        refuse(node, message, hint, sink);
    }
}

fn check_name(node: &Node, name: &str, sink: &mut Sink) {
    let several = name.contains('/') || name.to_lowercase().contains(" atau ");
    if of_item(name).is_some() {
        let message = format!("`{name}` tercetak beserta tanda di depannya");
        refuse(node, message, "tulis namanya saja, tanpa nomor atau huruf di depannya".to_owned(), sink);
    } else if several {
        let message = format!("`{name}` memuat dua nama");
        let hint = "tulis satu nama; pejabat lain ditulis dengan id sendiri di bawah `pejabat`";
        refuse(node, message, hint.to_owned(), sink);
    } else if !name.contains(char::is_alphabetic) {
        refuse(node, format!("`{name}` bukan nama"), "tulis nama penanda tangannya".to_owned(), sink);
    }
}

/// The name of an area without the word for its level.
fn bare(area: &str) -> &str {
    match area.split_once(' ') {
        Some((first, rest)) => {
            let word = first.trim_end_matches('.').to_lowercase();
            let level =
                TINGKAT.into_iter().any(|level| word.len() > 2 && level_word(level).to_lowercase().starts_with(&word));
            if level { rest.trim() } else { area }
        }
        None => area,
    }
}

/// Whether a text has these words, in capitals or not.
fn holds(text: &str, words: &str) -> bool {
    let fold = |text: &str| {
        let words: Vec<String> = text
            .split(|c: char| !(c.is_alphanumeric() || c == '-'))
            .filter(|w| !w.is_empty())
            .map(str::to_lowercase)
            .collect();
        format!(" {} ", words.join(" "))
    };
    words.len() > 1 && fold(text).contains(&fold(words))
}

/// Whether all letters are capitals, three or more.
fn in_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() > 2 && letters.all(char::is_uppercase)
}

/// Words with their first letters alone in capitals.
fn titled(text: &str) -> String {
    let word = |word: &str| {
        let lower = word.to_lowercase();
        let mut chars = lower.chars();
        let first: String = chars.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
        if lower == "dan" { lower.clone() } else { format!("{first}{}", chars.as_str()) }
    };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::catalog::Kantor;
    use crate::diag::{Files, Sink};
    use crate::yaml::parse;

    /// The messages and hints about an office in which lines are replaced.
    fn said(badan: &str, wilayah: &str, jabatan: &str, nama: &str) -> Vec<String> {
        let text = format!(
            "badan: {badan}\nwilayah: {wilayah}\njenjang: kabupaten\ntempat: Ungaran\n\
             pejabat:\n  ketua: {{jabatan: {jabatan}, nama: {nama}}}\nsumber: [uji]\nkepastian: umum\n"
        );
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("uji", text);
        let tree = parse(&files, file, &mut sink);
        tree.as_ref().and_then(|tree| Kantor::read(tree, &mut sink));
        sink.found().iter().map(|one| format!("{} | {}", one.message, one.hints.join(" | "))).collect()
    }

    const BADAN: &str = "Komisi Pemilihan Umum";
    const WILAYAH: &str = "Kabupaten Semarang";

    #[test]
    fn a_sound_office_is_silent() {
        for wilayah in [WILAYAH, "Kota Semarang", "Kabupaten Pangkajene dan Kepulauan"] {
            assert_eq!(said(BADAN, wilayah, "Ketua", "Nama Ketua"), Vec::<String>::new(), "{wilayah}");
        }
        for (jabatan, nama) in
            [("Sekretaris", "A. Wahab"), ("Kepala Subbagian Hukum", "Nama"), ("Anggota", "N. N. Nama")]
        {
            assert_eq!(said(BADAN, WILAYAH, jabatan, nama), Vec::<String>::new(), "{jabatan}");
        }
    }

    #[test]
    fn what_is_printed_twice_or_wrongly_is_refused() {
        let cases = [
            ((BADAN, WILAYAH, "Plh. Ketua", "Nama"), "tulis `jabatan: Ketua` dan `sebagai: plh`"),
            ((BADAN, WILAYAH, "PLT Sekretaris", "Nama"), "tulis `jabatan: Sekretaris` dan `sebagai: plt`"),
            ((BADAN, WILAYAH, "a.n. Ketua", "Nama"), "tulis `jabatan: Ketua` dan `atas_nama: ketua`"),
            (
                (BADAN, WILAYAH, "Ketua KPU Kabupaten Semarang", "Nama"),
                "tulis jabatannya saja, seperti `jabatan: Ketua`",
            ),
            ((BADAN, WILAYAH, "KETUA KOMISI PEMILIHAN UMUM", "Nama"), "seperti `jabatan: KETUA`"),
            (("Komisi Pemilihan Umum Kabupaten Semarang", WILAYAH, "Ketua", "Nama"), "wilayah ditambahkan program"),
            (("Komisi Pemilihan Umum Kab. Semarang", WILAYAH, "Ketua", "Nama"), "wilayah ditambahkan program"),
            (("KPU", WILAYAH, "Ketua", "Nama"), "tulis lengkap"),
            (("KOMISI PEMILIHAN UMUM", WILAYAH, "Ketua", "Nama"), "`badan: Komisi Pemilihan Umum`"),
            ((BADAN, "Kab. Semarang", "Ketua", "Nama"), "tulis `wilayah: Kabupaten Semarang`"),
            ((BADAN, "Kab.Semarang", "Ketua", "Nama"), "tulis"),
            ((BADAN, "KABUPATEN SEMARANG", "Ketua", "Nama"), "tulis `wilayah: Kabupaten Semarang`"),
            ((BADAN, "kabupaten Semarang", "Ketua", "Nama"), "tulis `wilayah: Kabupaten Semarang`"),
            ((BADAN, "Semarang", "Ketua", "Nama"), "tulis tingkatnya di depan, seperti `wilayah: Kabupaten Semarang`"),
            ((BADAN, WILAYAH, "Ketua", "1. Nama Satu"), "tanpa nomor"),
            ((BADAN, WILAYAH, "Ketua", "Nama Satu / Nama Dua"), "tulis satu nama"),
            ((BADAN, WILAYAH, "Ketua", "Nama Satu atau Nama Dua"), "tulis satu nama"),
            ((BADAN, WILAYAH, "Ketua", "'..........'"), "tulis nama penanda tangannya"),
        ];
        for ((badan, wilayah, jabatan, nama), hint) in cases {
            let said = said(badan, wilayah, jabatan, nama);
            assert!(
                said.len() == 1 && said.iter().all(|one| one.contains(hint)),
                "{badan}/{wilayah}/{jabatan}/{nama}: {said:?}"
            );
        }
    }
}
