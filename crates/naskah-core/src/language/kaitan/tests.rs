//! Sentences that revoke, amend, except and leave in force.

use super::*;

/// The name of a decree of one office, with a title.
fn k(nomor: usize, tentang: &str) -> String {
    let about = if tentang.is_empty() { String::new() } else { format!(" tentang {tentang}") };
    format!("Keputusan Komisi Pemilihan Umum Kota Contoh Nomor {nomor} Tahun 2099{about}")
}

/// What becomes of each, in short: `-3` revoked, `~3` partly, `*3` amended, `=3` in force, `?3` open.
fn short(found: Vec<Disebut>, text: &str) -> String {
    let one = |one: &Disebut| {
        let sign = match one.nasib {
            Nasib::Dicabut => "-",
            Nasib::Sebagian => "~",
            Nasib::Diubah => "*",
            Nasib::Tetap => "=",
            Nasib::Ragu => "?",
        };
        format!("{sign}{}", one.sitasi.nomor.clone().and_then(|range| text.get(range)).unwrap_or("?"))
    };
    found.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Puts names in: `[3 Jam Layanan]` is decree 3 with that title.
fn put(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('[') {
        let (inner, tail) = after.split_once(']').unwrap_or((after, ""));
        let (number, title) = inner.split_once(' ').unwrap_or((inner, ""));
        out.push_str(before);
        out.push_str(&k(number.parse().unwrap_or(0), title));
        rest = tail;
    }
    out + rest
}

fn said(text: &str) -> String {
    let text = put(text);
    short(diktum(&text), &text)
}

const SENTENCES: &[(&str, &str)] = &[
    ("Mencabut [3 Perubahan atas] [2 Jam Layanan].", "-3"),
    ("[3 Perubahan atas] [2 Jam Layanan] dicabut dan dinyatakan tidak berlaku.", "-3"),
    (
        "Pada saat Keputusan ini mulai berlaku, [3 Perubahan Kedua atas] [2 Jam Layanan] dicabut dan dinyatakan tidak berlaku.",
        "-3",
    ),
    ("Mencabut [3 Perubahan atas] [2 Jam Layanan]; [2 Jam Layanan] tetap berlaku.", "-3 =2"),
    ("Mencabut [3 Jam Layanan], sedangkan [2 Jam Kerja] masih tetap berlaku.", "-3 =2"),
    ("Mencabut [3 Jam Layanan]. [2 Jam Kerja] tidak dicabut.", "-3 =2"),
    ("[2 Jam Kerja] tidak dicabut dengan Keputusan ini.", "=2"),
    ("[3 Jam Layanan] dan [4 Jam Kerja] dicabut dan dinyatakan tidak berlaku.", "-3 -4"),
    ("[3 Jam Layanan], [4 Jam Kerja], dan [5 Jam Piket] dicabut dan dinyatakan tidak berlaku.", "-3 -4 -5"),
    ("Mencabut:\n[3 Jam Layanan];\n[4 Perubahan atas] [3 Jam Layanan]; dan\n[5 Jam Piket].", "-3 -4 -5"),
    (
        "Pada saat Keputusan ini mulai berlaku:\na. [3 Jam Layanan];\nb. [4 Perubahan atas] [1 Jam Piket]; dan\nc. [5 Jam Kerja],\ndicabut dan dinyatakan tidak berlaku.",
        "-3 -4 -5",
    ),
    (
        "Pada saat Keputusan ini mulai berlaku, yang di bawah ini dicabut dan dinyatakan tidak berlaku:\n[3 Jam Layanan]; dan\n[5 Jam Kerja].",
        "-3 -5",
    ),
    (
        "[2 Jam Layanan] sebagaimana telah diubah dengan [3 Perubahan atas] [2 Jam Layanan], dicabut dan dinyatakan tidak berlaku.",
        "-2 -3",
    ),
    (
        "[2 Jam Layanan] sebagaimana telah diubah beberapa kali, terakhir dengan [7 Perubahan Ketiga atas] [2 Jam Layanan] dicabut dan dinyatakan tidak berlaku.",
        "-2 -7",
    ),
    ("Mencabut semua Keputusan tentang Jam Layanan, kecuali [3 Jam Layanan].", "=3"),
    ("Mencabut [3 Jam Layanan], [4 Jam Kerja], kecuali [5 Jam Piket].", "-3 -4 =5"),
    ("[3 Jam Layanan] dicabut sepanjang mengenai jam istirahat.", "~3"),
    ("Mencabut [3 Jam Layanan] sepanjang mengenai jam istirahat.", "~3"),
    ("Mencabut Diktum KEDUA [3 Jam Layanan].", "~3"),
    ("Ketentuan dalam Lampiran II [3 Jam Layanan] dicabut dan dinyatakan tidak berlaku.", "~3"),
    ("[3 Jam Layanan] dicabut dan dinyatakan tidak berlaku, kecuali Diktum KELIMA.", "~3"),
    ("[3 Jam Layanan] dinyatakan tidak berlaku lagi.", "-3"),
    ("[3 Jam Layanan] dinyatakan dicabut dan tidak berlaku.", "-3"),
    ("Mencabut dan menyatakan tidak berlaku [3 Jam Layanan].", "-3"),
    ("[3 Jam Layanan] dibatalkan.", "?3"),
    ("Berdasarkan [5 Jam Piket], [3 Jam Layanan] dicabut.", "-3"),
    ("Berdasarkan [5 Jam Piket] dan [6 Jam Jaga], [3 Jam Layanan] dicabut.", "-3"),
    ("Sesuai dengan [5 Jam Piket], [6 Jam Jaga], dan [7 Jam Rapat], [3 Jam Layanan] dicabut.", "?6 ?7 ?3"),
    ("Mencabut [2 Jam Layanan] beserta perubahannya, yaitu [3 Perubahan atas] [2 Jam Layanan].", "-2 -3"),
    ("[2 Jam Layanan] beserta [3 Perubahan atas] [2 Jam Layanan] dicabut dan dinyatakan tidak berlaku.", "-2 -3"),
    ("Dengan ditetapkannya Keputusan ini, maka [2 Jam Layanan] dinyatakan dicabut dan tidak berlaku lagi.", "-2"),
    ("Segala hal dalam [2 Jam Layanan] yang bertentangan dengan Keputusan ini dinyatakan tidak berlaku.", "~2"),
    ("[2 Jam Layanan] dinyatakan tetap berlaku sepanjang tidak bertentangan dengan Keputusan ini.", ""),
    ("[3 Perubahan atas] [2 Jam Layanan] dicabut, dan [2 Jam Layanan] tetap berlaku.", "-3 =2"),
    ("Yang dicabut ialah [3 Perubahan atas] [2 Jam Layanan], bukan [2 Jam Layanan].", "-3 =2"),
    ("[3 Jam Layanan] dicabut dengan Keputusan ini.", "-3"),
    ("Selain [2 Jam Layanan], [3 Jam Kerja] juga dicabut dan dinyatakan tidak berlaku.", "?2 -3"),
    (
        "[2 Jam Layanan] sebagaimana telah diubah dengan:\n[3 Perubahan atas] [2 Jam Layanan]; dan\n[4 Perubahan Kedua atas] [2 Jam Layanan],\ndicabut dan dinyatakan tidak berlaku.",
        "-2 -3 -4",
    ),
    ("Mencabut dan menyatakan tidak berlaku lagi: a. [3 Jam Layanan]; b. [4 Perubahan atas] [3 Jam Layanan].", "-3 -4"),
    ("Dengan ini dicabut dan dinyatakan tidak berlaku [3 Jam Layanan] dan [4 Jam Kerja].", "-3 -4"),
    ("Mencabut [3 Perubahan atas] [2 Jam Layanan] dan menyatakan [2 Jam Layanan] tetap berlaku.", "-3"),
    ("Mencabut [3 Jam Layanan], [2 Jam Kerja] tetap berlaku.", "-3 =2"),
    ("Peraturan pelaksanaan dari [2 Jam Layanan] dinyatakan dicabut.", "?2"),
    ("Penetapan anggota dalam [3 Tim Kerja] dicabut dan dinyatakan tidak berlaku.", "?3"),
    ("[3 Jam Layanan] tidak berlaku sejak Keputusan ini ditetapkan.", "?3"),
    ("Menarik kembali [3 Jam Layanan].", "?3"),
    ("[3 Jam Layanan] yang telah dicabut dengan [4 Jam Kerja] dinyatakan berlaku kembali.", "=3"),
    ("[3 Jam Layanan] telah dicabut dengan [4 Jam Kerja].", "?3"),
    ("Apabila anggaran tidak tersedia, [3 Jam Layanan] akan dicabut.", "?3"),
    ("[3 Perubahan atas] [2 Jam Layanan] dan [4 Jam Kerja] dicabut.", "-3 ?4"),
    ("Mengubah Diktum KEDUA [2 Jam Layanan].", "*2"),
    ("Ketentuan Diktum KEDUA [2 Jam Layanan] diubah sehingga berbunyi sebagai berikut:", "*2"),
    ("Melaksanakan [2 Jam Layanan] sebagaimana telah diubah dengan [3 Perubahan atas] [2 Jam Layanan].", ""),
    ("Mencabut [3 Jam Layanan]; memberlakukan [2 Jam Kerja].", "-3 ?2"),
    ("[3 Pencabutan] [2 Jam Layanan] dicabut dan dinyatakan tidak berlaku.", "-3"),
    ("[3 Pencabutan] [2 Jam Layanan] dicabut, dan [2 Jam Layanan] dinyatakan berlaku kembali.", "-3 =2"),
    ("Dengan berlakunya Keputusan ini maka [3 Jam Layanan] dicabut.", "-3"),
    ("Sejak Keputusan ini ditetapkan, [3 Petunjuk Teknis Pelaksanaan] [2 Jam Layanan] dicabut.", "-3"),
];

#[test]
fn each_sentence_does_what_it_says() {
    let wrong: Vec<String> = SENTENCES
        .iter()
        .flat_map(|(text, wanted)| {
            let plain = put(text);
            let loud = plain.to_uppercase();
            let own = [(said(text), *text), (short(diktum(&loud), &loud), "KAPITAL")];
            own.into_iter()
                .filter(|(said, _)| said != wanted)
                .map(|(said, how)| format!("{text} ({how}): {said}, wanted {wanted}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_title_does_what_it_says() {
    for (text, wanted) in [
        ("Pencabutan [3 Perubahan atas] [2 Jam Layanan]", "-3"),
        ("Pencabutan [3 Jam Layanan] dan [4 Jam Kerja]", "-3 -4"),
        ("Perubahan Kedua atas [3 Jam Layanan]", "*3"),
        ("Perubahan atas [3 Perubahan atas] [2 Jam Layanan]", "*3"),
        ("Perubahan atas [2 Jam Layanan] dan Pencabutan [3 Jam Kerja]", "*2 -3"),
        ("Pencabutan Diktum KEDUA [3 Jam Layanan]", "~3"),
        ("Pencabutan Sebagian [3 Jam Layanan]", "~3"),
        ("Petunjuk Teknis Perubahan Data", ""),
        ("Pelaksanaan [3 Perubahan atas] [2 Jam Layanan]", ""),
    ] {
        for text in [put(text), put(text).to_uppercase()] {
            assert_eq!(short(judul(&text), &text), wanted, "{text}");
        }
    }
}

#[test]
fn a_long_list_takes_no_long_time() {
    let items: Vec<String> = (1..4000).map(|nomor| format!("{};", k(nomor, "Jam Layanan"))).collect();
    let text = format!("Pada saat Keputusan ini mulai berlaku:\n{}\ndicabut.", items.join("\n"));
    let found = diktum(&text);
    assert!(found.len() == 3999 && found.iter().all(|one| one.nasib == Nasib::Dicabut));
}
