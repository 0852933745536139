//! Two signatures beside each other: read column by column, the signer's at the right first.

use super::baris::marked;
use super::kata::{Label, is_attachment, label};
use super::sumber::{Kaya, Paragraf, Sumber, TabelSumber, Unsur};
use super::tanda::Tanda;

/// So many lines at most stand between the place or day and the signatures.
const DEKAT: usize = 3;

/// Takes apart what places two signatures beside each other.
pub fn part(sumber: &mut Sumber) {
    let mut out: Vec<Unsur> = Vec::new();
    // How many lines ago the place or the day stood.
    let mut since = usize::MAX;
    let mut lines: Vec<Paragraf> = Vec::new();
    for unsur in std::mem::take(&mut sumber.isi) {
        let beside = |one: &Paragraf| halves(one).is_some() || (one.teks.is_empty() && one.tanda.is_empty());
        if let Unsur::Paragraf(one) = &unsur
            && since <= DEKAT
            && (halves(one).is_some() || (!lines.is_empty() && beside(one)))
        {
            lines.push(one.clone());
            continue;
        }
        flush(&mut lines, &mut out);
        match &unsur {
            Unsur::Paragraf(one) => {
                let text = marked(one).trimmed().text();
                since = match label(&text) {
                    Some((Label::Ditetapkan | Label::Tanggal, _)) => 0,
                    _ if is_attachment(&text) => usize::MAX,
                    _ => since.saturating_add(usize::from(!text.is_empty())),
                };
            }
            Unsur::Tabel(tabel) => {
                if let Some((left, right)) = columns(tabel, since <= DEKAT) {
                    put(left, right, &mut out);
                    since = usize::MAX;
                    continue;
                }
            }
            _ => {}
        }
        out.push(unsur);
    }
    flush(&mut lines, &mut out);
    sumber.isi = out;
}

/// Puts the lines of both signatures.
fn put(left: Vec<Paragraf>, right: Vec<Paragraf>, out: &mut Vec<Unsur>) {
    out.extend(right.into_iter().map(Unsur::Paragraf));
    out.push(Unsur::Paragraf(Paragraf::default()));
    out.extend(left.into_iter().map(|one| Unsur::Paragraf(Paragraf { samping: true, ..one })));
}

/// The two texts of a line that are parted by tabs.
fn halves(one: &Paragraf) -> Option<(Kaya, Kaya)> {
    let parts: Vec<Kaya> = one.teks.split('\t').iter().map(Kaya::trimmed).filter(|part| !part.is_empty()).collect();
    let [left, right] = &parts[..] else { return None };
    let plain = one.tanda.is_empty() && Tanda::read(&left.text()).is_none() && label(&left.text()).is_none();
    (plain && !left.text().ends_with(':') && !right.text().starts_with(':')).then(|| (left.clone(), right.clone()))
}

/// Puts lines whose halves are two signatures; a single one is none.
fn flush(lines: &mut Vec<Paragraf>, out: &mut Vec<Unsur>) {
    let all = std::mem::take(lines);
    let parts: Vec<(Kaya, Kaya)> = all.iter().filter_map(halves).collect();
    if parts.len() < 2 {
        return out.extend(all.into_iter().map(Unsur::Paragraf));
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for one in all {
        match halves(&one) {
            Some((a, b)) => {
                left.push(Paragraf { teks: a, ..Paragraf::default() });
                right.push(Paragraf { teks: b, ..one });
            }
            None => [&mut left, &mut right].into_iter().for_each(|side| side.push(Paragraf::default())),
        }
    }
    put(left, right, out);
}

/// The two columns of a table that are signatures; `near` says that place or day stand right before it.
fn columns(tabel: &TabelSumber, near: bool) -> Option<(Vec<Paragraf>, Vec<Paragraf>)> {
    if tabel.bergaris {
        return None;
    }
    let mut columns: Vec<(usize, Vec<Paragraf>)> = Vec::new();
    for sel in tabel.baris.iter().flat_map(|baris| &baris.sel) {
        match columns.iter_mut().find(|(x, _)| *x == sel.x) {
            Some((_, lines)) => lines.extend(sel.isi.iter().cloned()),
            None => columns.push((sel.x, sel.isi.clone())),
        }
    }
    columns.sort_by_key(|(x, _)| *x);
    let filled = |lines: &Vec<Paragraf>| lines.iter().filter(|one| !one.teks.is_empty()).count();
    columns.retain(|(_, lines)| filled(lines) > 0);
    let [(_, left), (_, right)] = &columns[..] else { return None };
    let texts = |lines: &[Paragraf]| -> Vec<String> {
        let each = lines.iter().flat_map(|one| marked(one).split('\n')).map(|line| line.trimmed().text());
        each.filter(|text| !text.is_empty()).collect()
    };
    let (own, other) = (texts(right), texts(left));
    let placed = own.iter().any(|text| matches!(label(text), Some((Label::Ditetapkan | Label::Tanggal, _))));
    let plain = |text: &String| label(text).is_none() && Tanda::read(text).is_none() && !text.starts_with(':');
    let signs = (near || placed) && own.len() > 1 && other.len() > 1;
    (signs && other.iter().all(plain)).then(|| (left.clone(), right.clone()))
}
