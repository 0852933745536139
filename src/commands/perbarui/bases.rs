//! Legal bases in another year: what was amended, replaced or revoked since, and last year's decrees of the office.

use naskah_core::catalog::{Kepastian, Law};
use naskah_core::decree::Part;
use naskah_core::decree::keputusan::Dasar;
use naskah_core::diag::{Edit, Span, Spanned};
use naskah_core::language::citation::Peran;
use naskah_core::language::words::shortened;
use naskah_core::language::years::years_in;
use naskah_core::reading::Reading;
use naskah_core::reading::citations::{Basis, Cited, year};

use super::documents::{is_own, is_own_body};
use super::report::Work;
use super::units;
use super::years::{OLD_DECREE, Roll};

/// Why a basis stays as it is: what the data know of it up to the new year.
fn unchanged(context: &Reading<'_>, roll: Roll, law: &Law) -> String {
    match amendments(context, roll, &law.dasar.id).into_iter().next_back() {
        Some(last) => format!("perubahan terakhir dalam data, {}, sudah ikut disebut", last.dasar.nama()),
        None => "data tidak memuat perubahan atau pencabutannya".to_owned(),
    }
}

/// The newest amendment of what a rule itself amends, where that rule is an older one.
fn younger<'a>(context: &Reading<'a>, roll: Roll, law: &Law) -> Option<&'a Law> {
    let own = law.dasar.mengubah.as_ref()?;
    let last = amendments(context, roll, &own.id).into_iter().next_back()?;
    last.dasar.mengubah.as_ref().filter(|other| other.ke > own.ke && last.dasar.id != law.dasar.id)?;
    Some(last)
}

/// Looks at every legal basis.
pub fn look(context: &Reading<'_>, roll: Roll, work: &mut Work) {
    let bases = &context.citations().bases;
    for (at, dasar) in context.keputusan.mengingat.iter().enumerate() {
        let place = format!("Mengingat {}", at + 1);
        let basis = bases.get(at).and_then(Option::as_ref);
        match (dasar, basis) {
            (Dasar::Id { id, .. }, Some(Basis { law: Some(law), .. })) => {
                by_id(context, roll, work, (&place, at), id, law)
            }
            (Dasar::Id { .. }, _) => {}
            (Dasar::Teks(item), Some(basis)) => written(context, roll, work, &place, basis, item.teks.span),
            (Dasar::Teks(item), None) => unknown(context, roll, work, (&place, at), item.teks.span),
        }
    }
}

/// The amendments that are there in the year after, in order; those before where the year does not change.
fn amendments<'a>(context: &Reading<'a>, roll: Roll, id: &str) -> Vec<&'a Law> {
    if roll.delta() == 0 {
        return context.amendments(id);
    }
    let of = |law: &&Law| law.dasar.amends(id).is_some() && law.dasar.ada_pada(None, roll.target);
    let mut found: Vec<&Law> = context.catalog.laws().iter().filter(of).collect();
    found.sort_by_key(|law| (law.dasar.amends(id).map(|amends| amends.ke), law.dasar.tanggal));
    found
}

/// A basis by its id: its newest amendment comes by itself.
fn by_id(
    context: &Reading<'_>,
    roll: Roll,
    work: &mut Work,
    (place, at): (&str, usize),
    id: &Spanned<String>,
    law: &Law,
) {
    let name = law.dasar.nama();
    let shown = format!("{} ({name})", id.value);
    if is_own_body(context, &law.dasar.sebutan) && law.dasar.tahun < roll.target {
        return work.marked(place, id.span, [&shown, &id.value], OLD_DECREE);
    }
    if let Some(why) = revoked(context, roll, law) {
        return match replacement(context, roll, at, law).zip(id_edit(context, id)) {
            Some((next, mut edit)) => {
                edit.text = next.dasar.id.clone();
                let after = format!("{} ({})", next.dasar.id, next.dasar.nama());
                work.changed(place, id.span, [&shown, &after], &why, vec![edit]);
                let why = format!("menggantikan {}; periksa pasal dan isi yang dirujuk", id.value);
                work.marked(place, id.span, [&after, &next.dasar.id], &why);
            }
            None => work.marked(place, id.span, [&shown, &id.value], &why),
        };
    }
    if let Some(last) = younger(context, roll, law) {
        let why = later(last);
        return work.marked(place, id.span, [&shown, &id.value], &why);
    }
    if let Some(why) = period_over(roll, &law.judul) {
        return work.marked(place, id.span, [&shown, &id.value], &why);
    }
    let before = context.amendments(&law.dasar.id).into_iter().next_back();
    let after = amendments(context, roll, &law.dasar.id).into_iter().next_back();
    match (before, after) {
        (before, Some(after)) if before.is_none_or(|before| before.dasar.id != after.dasar.id) => {
            let last = |law: Option<&Law>| law.map_or("tanpa perubahan".to_owned(), |law| law.dasar.nama());
            let (before, after) = (format!("{name}: {}", last(before)), format!("{name}: {}", last(Some(after))));
            let why = "perubahan yang lebih baru ada dalam data dan dicetak dengan sendirinya";
            work.changed(place, id.span, [&before, &after], why, Vec::new());
        }
        _ => work.kept(place, id.span, &shown, &unchanged(context, roll, law)),
    }
}

/// What is to be done with an amendment that is not the last.
fn later(last: &Law) -> String {
    format!("sesudahnya ada {}; periksa mana yang menjadi dasar", last.dasar.nama())
}

/// Why a rule whose title names a period can no longer be a basis: the period is over.
fn period_over(roll: Roll, title: &str) -> Option<String> {
    let over = years_in(title).into_iter().find(|year| year.is_period() && year.to < roll.target)?;
    Some(format!("masa pada judulnya, {}–{}, sudah berakhir; periksa apakah masih menjadi dasar", over.from, over.to))
}

/// Why a rule can no longer be a basis.
fn revoked(context: &Reading<'_>, roll: Roll, law: &Law) -> Option<String> {
    if law.dasar.berlaku {
        return None;
    }
    let next = law.dasar.dicabut_oleh.as_deref().and_then(|id| context.catalog.law(id));
    match next {
        Some(next) if next.dasar.ada_pada(None, roll.target) => {
            Some(format!("sudah dicabut dengan {} (`{}`)", next.dasar.nama(), next.dasar.id))
        }
        Some(_) => None,
        None => Some("sudah dicabut; periksa penggantinya di JDIH".into()),
    }
}

/// The rule that takes the place of a revoked one without doubt: of the same kind, and in order with its neighbours.
fn replacement<'a>(context: &Reading<'a>, roll: Roll, at: usize, law: &Law) -> Option<&'a Law> {
    let next = context.catalog.law(law.dasar.dicabut_oleh.as_deref()?)?;
    let sure = next.dasar.berlaku && next.dasar.kepastian != Kepastian::Belum;
    let there = next.dasar.ada_pada(None, roll.target) && next.dasar.tahun < roll.target;
    if !sure || !there || next.dasar.sebutan != law.dasar.sebutan || next.dasar.mengubah.is_some() {
        return None;
    }
    let bases = &context.citations().bases;
    let beside = bases.iter().flatten().any(|basis| basis.kunci == next.dasar.id);
    let same_kind = |basis: &Option<Basis<'a>>| {
        let law = basis.as_ref()?.law.filter(|other| other.dasar.sebutan == next.dasar.sebutan)?;
        Some(law.dasar.tahun)
    };
    let before = bases.iter().take(at).filter_map(same_kind).all(|year| year < next.dasar.tahun);
    let after = bases.iter().skip(at + 1).filter_map(same_kind).all(|year| year > next.dasar.tahun);
    (!beside && before && after).then_some(next)
}

/// The edit that another id can be written with.
fn id_edit(context: &Reading<'_>, id: &Spanned<String>) -> Option<Edit> {
    let source = context.files.text(id.span.file).get(id.span.start..id.span.end)?;
    (source == id.value).then(|| Edit { span: id.span, text: String::new() })
}

/// A basis that is written out: nothing is put into its text, but what is newer is told.
fn written<'a>(context: &Reading<'a>, roll: Roll, work: &mut Work, place: &str, basis: &Basis<'a>, whole: Span) {
    let citations = context.citations();
    let Some((cited, passage)) = basis.cited.and_then(|at| {
        let cited = citations.all.get(at)?;
        Some((cited, context.passages.get(cited.passage)?))
    }) else {
        return;
    };
    let years = years_of(context, cited.butir);
    let title = cited.sitasi.judul.clone().and_then(|title| passage.plain.get(title)).unwrap_or_default();
    let shown = passage.plain.clone();
    let span = Span::new(whole.file, whole.start, whole.start);
    let id = basis.law.map(|law| law.dasar.id.as_str()).unwrap_or_default();
    let revoked = basis.law.and_then(|law| revoked(context, roll, law));
    if is_own(context, &cited.sitasi) && year(&cited.sitasi) < roll.target {
        work.marked(place, span, [&shown, &basis.nama], OLD_DECREE);
    } else if let Some(why) = revoked {
        work.marked(place, span, [&shown, &basis.nama], &why);
    } else if let Some(last) = newer(context, roll, basis, cited) {
        let why = format!("perubahannya yang terakhir ialah {}; tulis `{id}` sebagai gantinya", last.dasar.nama());
        work.marked(place, span, [&shown, &basis.nama], &why);
    } else if let Some(why) = period_over(roll, title) {
        work.marked(place, span, [&shown, &basis.nama], &why);
    } else if let Some(last) = basis.law.and_then(|law| younger(context, roll, law)) {
        let why = later(last);
        work.marked(place, span, [&shown, &basis.nama], &why);
    } else if let Some(law) = basis.law {
        work.kept(place, span, &shown, &unchanged(context, roll, law));
    } else {
        work.kept(place, span, &shown, "peraturan ini tidak ada dalam data; tahunnya tidak disesuaikan");
    }
    work.years(years);
}

/// How many years the item of Mengingat holds.
fn years_of(context: &Reading<'_>, item: Option<usize>) -> usize {
    let own = |part: Part| matches!(part, Part::Mengingat(at) if Some(at) == item);
    context.passages.iter().filter(|passage| own(passage.part)).map(|passage| units::raw(&passage.plain).len()).sum()
}

/// The last amendment, where the citation does not name it.
fn newer<'a>(context: &Reading<'a>, roll: Roll, basis: &Basis<'a>, cited: &Cited<'a>) -> Option<&'a Law> {
    let law = basis.law.filter(|_| cited.sitasi.peran == Peran::Pokok)?;
    let last = amendments(context, roll, &law.dasar.id).into_iter().rfind(|law| law.dasar.berlaku)?;
    let named = context.citations().child(basis.cited?, Peran::Perubahan);
    match named {
        None if cited.sitasi.diubah.is_none() => Some(last),
        None => None,
        Some(named) => {
            let same = named.law().is_some_and(|law| law.dasar.id == last.dasar.id);
            (!same && year(&named.sitasi) <= last.dasar.tahun).then_some(last)
        }
    }
}

/// An item of Mengingat that is no citation of a rule: a budget, a letter.
fn unknown(context: &Reading<'_>, roll: Roll, work: &mut Work, (place, at): (&str, usize), whole: Span) {
    let texts = context.passages.iter().filter(|passage| passage.part == Part::Mengingat(at));
    let text = texts.map(|passage| passage.plain.as_str()).collect::<Vec<_>>().join(" ");
    let years = units::raw(&text);
    let span = Span::new(whole.file, whole.start, whole.start);
    match years.iter().map(|(_, year)| *year).filter(|year| roll.is_near(*year)).max() {
        Some(_) => work.marked(
            place,
            span,
            [&text, &shortened(&text)],
            "dasar tahun lalu; ganti dengan yang baru, atau pertahankan",
        ),
        None => work.kept(place, span, &text, "tidak dikenal sebagai peraturan; tahunnya tidak disesuaikan"),
    }
    work.years(years.len());
}
