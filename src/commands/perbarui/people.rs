//! Signer and certifier in another year: the office's profile says who is in office then.

use naskah_core::catalog::{Pejabat, Sebagai};
use naskah_core::decree::tabel::Kolom;
use naskah_core::decree::{Part, Tanggal, Teks};
use naskah_core::diag::{Edit, Span, Spanned};
use naskah_core::language::patterns::{Pattern, occurs, pattern};
use naskah_core::language::words::fold;
use naskah_core::language::{WordList, WordLists};
use naskah_core::reading::{Reading, TableView};

use super::dates::day_of;
use super::places;
use super::report::Work;
use super::years::Roll;

/// Looks at signer and certifier.
pub fn look(context: &Reading<'_>, roll: Roll, work: &mut Work) {
    if roll.delta() != 0 {
        named(context, roll, work);
    }
    let decree = context.keputusan;
    let source = context.files.text(decree.span.file);
    let written = |id: &Spanned<String>| source.get(id.span.start..id.span.end).is_some_and(|text| text == id.value);
    let signer = &decree.pejabat;
    one(context, roll, work, "Penanda tangan", signer, written(signer));
    if let Some(nama) = &decree.ditetapkan.nama {
        name(context, roll, work, "Nama penanda tangan", nama, &signer.value);
    }
    if let Some(certifier) = &decree.salinan.oleh {
        one(context, roll, work, "Pengesah salinan", certifier, written(certifier));
    }
    if let Some(nama) = &decree.salinan.nama {
        let certifier = decree.salinan.oleh.as_ref().map_or("", |id| id.value.as_str());
        name(context, roll, work, "Nama pengesah salinan", nama, certifier);
    }
}

/// Marks the persons whom tables, lists and signatures name: nobody but a person knows who they are in another year.
fn named(context: &Reading<'_>, roll: Roll, work: &mut Work) {
    let why = format!("dibawa dari keputusan {}; pastikan siapa orangnya untuk {}", roll.own, roll.target);
    let own = context.keputusan.span.file;
    for table in &context.tables {
        let head = |column: &Kolom| column.judul.as_plain();
        let of = |column: &Kolom| is_named(context.word_lists(), &head(column).to_lowercase());
        let name = table.columns.iter().position(|column| of(column));
        let holders = (0..table.columns.len()).filter(|at| Some(*at) != name && holds_persons(context, table, *at));
        for column in name.into_iter().chain(holders).filter_map(|at| table.columns.get(at)) {
            if column.span.file == own {
                let subject = format!("Orang pada kolom {}", head(column));
                work.marked("Nama dalam lampiran", column.span, [&head(column), &subject], &why);
            }
        }
    }
    let decisions = context.passages.iter().filter(|passage| matches!(passage.part, Part::Diktum(_)));
    for passage in decisions.filter(|passage| passage.teks.span.file == own && occurs(&NAMED, &passage.plain)) {
        let at = Span::new(own, passage.teks.span.start, passage.teks.span.start);
        work.marked(&places::told(context, passage), at, [&passage.plain, "Orang dalam rincian"], &why);
    }
    if let Some(first) = context.keputusan.ditetapkan.anggota.first() {
        let names: Vec<String> = context.keputusan.ditetapkan.anggota.iter().map(Teks::as_plain).collect();
        work.marked("Penanda tangan lain", first.span, [&names.join("; "), "anggota yang menandatangani"], &why);
    }
}

/// An item that gives a name: "nama: …".
static NAMED: Pattern = Pattern::new(|| pattern(r"(?i)^nama(?:\s+lengkap)?\s*:\s*\p{L}"));

/// Whether a head in small letters is that of names of persons.
fn is_named(lists: &WordLists, head: &str) -> bool {
    let mut words = head.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.next() == Some("nama") && !words.any(|word| lists.has(WordList::NamaBukanOrang, word))
}

/// Whether a column of those who hold or use something names persons, not posts.
fn holds_persons(context: &Reading<'_>, table: &TableView<'_>, column: usize) -> bool {
    let lists = context.word_lists();
    let head = table.columns.get(column).map(|column| fold(&column.judul.as_plain())).unwrap_or_default();
    let first = head.split(' ').next().unwrap_or_default();
    lists.has(WordList::KolomPemegang, first)
        && places::cells_of(table, column).iter().any(|cell| is_person(lists, cell))
}

/// Whether a cell may be the name of a person: a few words with capitals, the first of them no post.
fn is_person(lists: &WordLists, cell: &str) -> bool {
    let bare = cell.split(',').next().unwrap_or_default();
    let words: Vec<&str> = bare.split_whitespace().collect();
    let first = words.first().map(|word| word.to_lowercase()).unwrap_or_default();
    let post = lists.has(WordList::SebutanJabatan, &first) || lists.has(WordList::OrangTerhitung, &first);
    (2..=5).contains(&words.len()) && !post && words.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// Why a person stays, as far as the profile says.
fn in_office(person: &Pejabat) -> String {
    match (person.sejak, person.sampai) {
        (None, None) => "profil kantor tidak menyebut masa jabatannya; pastikan masih menjabat".to_owned(),
        (Some(since), None) => {
            format!("menurut profil kantor menjabat sejak {since}; akhir masa jabatannya tidak disebut")
        }
        (_, Some(until)) => format!("menurut profil kantor menjabat sampai {until}"),
    }
}

/// The first and the last day of a year.
fn ends(year: i32) -> Option<(Tanggal, Tanggal)> {
    Some((day_of(year, 1, 1)?, day_of(year, 12, 31)?))
}

/// What of a year a person is in office, as far as the profile says.
fn doubt(person: &Pejabat, year: i32) -> Option<String> {
    let (first, last) = ends(year)?;
    let since = |from: Tanggal| Some(format!("menurut profil kantor baru menjabat sejak {from}"));
    match (person.sejak, person.sampai) {
        (_, Some(until)) if until < first => Some(format!("menurut profil kantor tidak menjabat lagi sejak {until}")),
        (Some(from), _) if from > last => since(from),
        (_, Some(until)) if until < last => Some(format!("menurut profil kantor masa jabatannya berakhir {until}")),
        (Some(from), _) if from > first => since(from),
        _ => None,
    }
}

/// An official by id.
fn one(context: &Reading<'_>, roll: Roll, work: &mut Work, place: &str, id: &Spanned<String>, written: bool) {
    let Some(person) = context.kantor.pejabat.get(&id.value) else { return };
    let shown = format!("{}: {} ({})", id.value, person.nama, person.jabatan);
    if let Some(acting) = person.sebagai {
        let what = match acting {
            Sebagai::Plh => "pelaksana harian",
            Sebagai::Plt => "pelaksana tugas",
        };
        let why = format!("{what} pada keputusan lama; tetapkan siapa yang menandatangani");
        return work.marked(place, id.span, [&shown, &id.value], &why);
    }
    let Some(why) = doubt(person, roll.target) else {
        return work.kept(place, id.span, &shown, &in_office(person));
    };
    match successor(context, person, roll.target).filter(|_| written) {
        Some((other, next)) => {
            let after = format!("{other}: {} ({})", next.nama, next.jabatan);
            let edit = Edit { span: id.span, text: other.to_owned() };
            work.changed(place, id.span, [&shown, &after], &why, vec![edit]);
        }
        None => work.marked(place, id.span, [&shown, &id.value], &why),
    }
}

/// The only other person who holds the same office during the whole year; none where the first is in office for a part.
fn successor<'a>(context: &'a Reading<'_>, person: &Pejabat, year: i32) -> Option<(&'a str, &'a Pejabat)> {
    let (first, _) = ends(year)?;
    if person.sampai.is_none_or(|until| until >= first) {
        return None;
    }
    let fits = |other: &Pejabat| {
        let same = other.jabatan == person.jabatan && other.atas_nama == person.atas_nama && other.sebagai.is_none();
        same && other.nama != person.nama && doubt(other, year).is_none()
    };
    let mut found = context.kantor.pejabat.iter().filter(|(_, other)| fits(other));
    let only = found.next()?;
    found.next().is_none().then_some((only.0.as_str(), only.1))
}

/// A name that is written by hand.
fn name(context: &Reading<'_>, roll: Roll, work: &mut Work, place: &str, nama: &Teks, id: &str) {
    let plain = nama.as_plain();
    let bare = |name: &str| name.split(',').next().unwrap_or_default().trim().to_lowercase();
    let span = Span::new(nama.span.file, nama.span.start, nama.span.start);
    let known = context.kantor.pejabat.values().find(|person| bare(&person.nama) == bare(&plain));
    let meant = context.kantor.pejabat.get(id).map(|person| person.nama.as_str());
    let why = match (known, meant) {
        (Some(person), _) => match doubt(person, roll.target) {
            Some(why) => why,
            None => return work.kept(place, span, &plain, &in_office(person)),
        },
        (None, Some(meant)) => format!("nama ini tidak ada dalam profil kantor; menurut profil: {meant}"),
        (None, None) => "nama ini tidak ada dalam profil kantor".to_owned(),
    };
    work.marked(place, span, [&plain, &plain], &why);
}
