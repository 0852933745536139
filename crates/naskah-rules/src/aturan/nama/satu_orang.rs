//! One person with two degrees, two numbers, two ranks or two posts; one post with two persons.

use std::collections::BTreeSet;

use naskah_core::diag::Level;
use naskah_core::language::words::fold;

use crate::parts::cells::{Cells, Line};
use crate::parts::persons::{self, Fact, Person};
use crate::{Context, Report, declare_rule};

declare_rule! {
    /// Satu orang ditulis dengan satu gelar, satu NIP, satu pangkat, dan satu jabatan
    ///
    /// Orang yang disebut di beberapa tempat, dalam tabel atau sesudah “Saudara”, ditulis dengan gelar, NIP, pangkat,
    /// jabatan, dan sapaan yang sama; satu NIP milik satu orang, dan angka ke-15-nya sesuai dengan sapaannya. Yang sendiri
    /// tidak ada dalam tabel sebelumnya ditanyakan. Ketua dan sekretaris kantor hanya seorang.
    ///
    /// Sumber: ketelitian naskah.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I dan Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Petugas Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [['Bambang Contohwan, S.H., M.H.'], ['Sri Contohwati, S.E.']]
    ///   - judul: Jadwal Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [['Bambang Contohwan, S.H.', Senin], ['Sri Contohwati, S.E.', Selasa]]
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - Menetapkan Hari Kerja sebagaimana tercantum dalam Lampiran I dan Lampiran II yang merupakan bagian tidak terpisahkan dari Keputusan ini.
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// lampiran:
    ///   - judul: Petugas Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}]
    ///       baris: [['Bambang Contohwan, S.H.'], ['Sri Contohwati, S.E.']]
    ///   - judul: Jadwal Hari Kerja
    ///     tabel:
    ///       kolom: [{judul: No, isi: nomor}, {judul: Nama}, {judul: Hari}]
    ///       baris: [['Bambang Contohwan, S.H.', Senin], ['Sri Contohwati, S.E.', Selasa]]
    /// ```
    "K414" "satu-orang" Peringatan since "0.4.0" => check
}

/// In so large a list of persons two may well bear one name.
const FEW: usize = 60;

/// So many persons at least make a team.
const TEAM: usize = 4;

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    let tables = Cells::all(context);
    tables.iter().for_each(|table| posts(report, table));
    let persons = persons::all(context, &tables);
    let sure = persons.len() < FEW;
    for (at, one) in persons.iter().enumerate() {
        let apart = |first: &&Person| first.bare == one.bare && (first.table != one.table || one.table.is_none());
        if let Some(first) = persons[..at].iter().find(apart) {
            compare(report, first, one, sure);
        }
        if let Some((nip, first)) = one.nip.as_ref().and_then(|nip| Some((nip, holder(&persons[..at], one, nip)?))) {
            report
                .at(nip.span, "NIP ini di tempat lain milik orang lain")
                .label(first.span, "orang itu")
                .hint("periksa nama dan NIP keduanya");
        }
        sex(report, &persons, one);
        official(context, report, one);
    }
    outsiders(report, &persons, tables.len());
}

/// Who has a number before, under another name; what stands twice in a column of numbers has a rule of its own.
fn holder<'a>(before: &'a [Person], one: &Person, nip: &Fact) -> Option<&'a Person> {
    let other = |first: &&Person| !first.bare.contains(&one.bare) && !one.bare.contains(&first.bare);
    before.iter().filter(other).find(|first| {
        let twin = first.nip.as_ref().filter(|own| own.text == nip.text);
        twin.is_some_and(|own| first.table != one.table || !(own.column && nip.column))
    })
}

/// Somebody of the office's profile in a table with another post than there.
fn official(context: &Context<'_>, report: &mut Report<'_>, one: &Person) {
    let day = context.keputusan.ditetapkan.tanggal.as_ref().map(|date| date.value);
    let all = context.kantor.pejabat.values().filter(|known| day.is_none_or(|day| known.menjabat(day)));
    let own: Vec<&str> = all
        .filter(|known| persons::bare(&known.nama).as_deref() == Some(&one.bare))
        .map(|known| known.jabatan.as_str())
        .collect();
    // "Nama Ketua" stands only where a name will.
    let named = one.bare.contains(' ') && !one.bare.starts_with("nama ");
    let Some(first) = own.first().filter(|_| named) else { return };
    for (_, fact) in one.facts.iter().filter(|(what, _)| what.starts_with("jabatan")) {
        let text = fold(&fact.text);
        let posts = ["kepala ", "sekretaris komisi", "ketua komisi", "anggota komisi"];
        let whole = posts.iter().any(|head| text.starts_with(head));
        if whole && !own.iter().any(|known| text.starts_with(&fold(known))) {
            let told = report
                .at(fact.span, format!("jabatan orang ini dalam profil kantor `{first}`"))
                .hint("periksa nama atau jabatannya, atau perbarui profil kantor");
            if own.iter().any(|known| fold(known).starts_with(&text)) {
                told.unsure();
            }
        }
    }
}

/// "Saudari" before a man's number; "Saudara" before a woman's, where others are called "Saudari".
fn sex(report: &mut Report<'_>, persons: &[Person], one: &Person) {
    let (Some(sapaan), Some(nip)) = (&one.sapaan, one.nip.as_ref().filter(|nip| nip.text.len() == 18)) else { return };
    let called = |name: &str| persons.iter().any(|other| other.sapaan.as_deref() == Some(name));
    let told = match (sapaan.as_str(), nip.text.get(14..15)) {
        ("Saudari", Some("1")) => report.at(nip.span, "NIP ini milik laki-laki, sedangkan sapaannya “Saudari”"),
        ("Saudara", Some("2")) if called("Saudari") => {
            report.at(nip.span, "NIP ini milik perempuan, sedangkan sapaannya “Saudara”").unsure()
        }
        _ => return,
    };
    told.hint("angka ke-15 NIP menyatakan jenis kelamin: 1 laki-laki, 2 perempuan");
}

fn compare(report: &mut Report<'_>, first: &Person, one: &Person, sure: bool) {
    let whole = one.bare.contains(' ');
    let level = if sure && whole { Level::Peringatan } else { Level::Saran };
    if !first.degrees.is_empty() && !one.degrees.is_empty() && first.degrees != one.degrees {
        // Two bearers of one name share no degree.
        let shared = first.degrees.intersection(&one.degrees).next().is_some() || one.sapaan.is_some() && whole;
        report
            .at(one.span, "gelar orang ini lain daripada di tempat lain")
            .label(first.span, "di sini gelarnya lain")
            .hint("tulis gelar yang sama, bila orangnya sama")
            .at_most(if shared { level } else { Level::Saran });
    }
    if let (Some(own), Some(other), true) = (&one.sapaan, &first.sapaan, whole)
        && own != other
    {
        report
            .at(one.span, format!("orang ini disapa “{own}”, di tempat lain “{other}”"))
            .label(first.span, "di sini")
            .hint("samakan sapaannya")
            .at_most(level);
    }
    let nip = |person: &Person| person.nip.clone().map(|nip| ("NIP", nip));
    for (what, Fact { text, span, .. }) in one.facts.iter().cloned().chain(nip(one)) {
        let Some((_, other)) = first.facts.iter().cloned().chain(nip(first)).find(|(other, _)| *other == what) else {
            continue;
        };
        if fold(&text) != fold(&other.text) && whole {
            report
                .at(span, format!("{what} orang ini lain daripada di tempat lain"))
                .label(other.span, format!("di sini `{}`", other.text))
                .hint("samakan keduanya, bila orangnya sama")
                .at_most(if what.starts_with("jabatan") { Level::Saran } else { level });
        }
    }
}

/// The one person of a table whom another table lacks that has all the others.
fn outsiders(report: &mut Report<'_>, persons: &[Person], tables: usize) {
    let of = |table: usize| {
        let own = persons.iter().filter(move |person| person.table == Some(table) && person.bare.contains(' '));
        own.map(|person| person.bare.as_str()).collect::<BTreeSet<&str>>()
    };
    let teams: Vec<BTreeSet<&str>> = (0..tables).map(of).collect();
    for (at, own) in teams.iter().enumerate().filter(|(_, own)| own.len() >= TEAM) {
        let lacks = |team: &&BTreeSet<&str>| team.len() >= TEAM && own.difference(team).count() == 1;
        let Some(team) = teams[..at].iter().find(lacks) else { continue };
        let odd = own.difference(team).next();
        let person = persons.iter().find(|person| person.table == Some(at) && Some(&person.bare.as_str()) == odd);
        if let Some(person) = person {
            report
                .at(person.span, "orang ini tidak ada pada tabel sebelumnya, sedangkan yang lain ada")
                .hint("apakah namanya benar, dan apakah orang itu memang ikut?")
                .unsure();
        }
    }
}

/// The chair or the secretary of one office in two rows of a table.
fn posts(report: &mut Report<'_>, table: &Cells<'_>) {
    let named = table.heads.iter().position(|head| head.starts_with("nama"));
    let periods =
        table.heads.iter().any(|head| head.contains("periode") || head.contains("masa") || head.contains("tahun"));
    let Some(name) = named.filter(|_| !periods) else { return };
    for column in (0..table.width()).filter(|column| table.heads[*column].starts_with("jabatan")) {
        let mut seen: Vec<(String, &Line<'_>)> = Vec::new();
        for line in table.plain() {
            let post = line.folded(column);
            let single = ["ketua komisi ", "sekretaris komisi "].iter().any(|head| post.starts_with(head));
            if !single || post.split(' ').count() > 9 {
                continue;
            }
            let twin = seen.iter().find(|(other, first)| {
                *other == post && first.group == line.group && first.folded(name) != line.folded(name)
            });
            if let (Some((_, first)), Some(span)) = (twin, line.span(column)) {
                let told = report
                    .at(span, "jabatan ini sudah ada pada baris lain, sedangkan pejabatnya hanya seorang")
                    .hint("periksa jabatan pada kedua baris itu");
                if let Some(place) = first.span(column) {
                    told.label(place, "baris itu");
                }
            }
            seen.push((post, line));
        }
    }
}
