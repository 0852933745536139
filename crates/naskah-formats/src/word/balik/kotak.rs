//! Boxes to tick: where in the YAML it stands whether one is ticked.

use std::collections::HashMap;

use naskah_core::decree::tabel::KOTAK;
use naskah_core::yaml::{Node, Value};

use super::acuan::{Jalan, Langkah, Paragraf, Satuan, Tabel, at};

/// Gives each box of a table, and each of a list of texts with boxes, the way to its word in the YAML.
pub(super) fn tempatkan(paragraf: &[Paragraf], tabel: &HashMap<usize, Tabel>, pohon: &Node, satuan: &mut [Satuan]) {
    let mut labels = HashMap::new();
    bertanda(pohon, &mut Vec::new(), &mut labels);
    let drawn = |text: &str| text.is_empty() || KOTAK.iter().any(|(_, printed)| *printed == text);
    for one in paragraf {
        let Some((table, row, x)) = one.sel else { continue };
        for (unit, _) in &one.teks {
            let own = &mut satuan[*unit];
            if !drawn(&own.teks) {
                continue;
            }
            let cell = tabel.get(&table).filter(|table| table.centang.contains(&x));
            let way = match cell {
                Some(table) => baris(table, row, x, pohon),
                None => labels.get(&(own.span.start, own.span.end)).filter(|_| !own.teks.is_empty()).cloned(),
            };
            if let Some(way) = way {
                (own.centang, own.jalan) = (true, Some(way));
            }
        }
    }
}

/// The way to the word of a box in a row.
fn baris(table: &Tabel, row: usize, x: usize, pohon: &Node) -> Option<Jalan> {
    let butir = table.butir.get(row)?.as_ref()?;
    let before = table.penomor.iter().filter(|number| **number < x).count();
    let mut way = butir.daftar.clone();
    way.push(Langkah::Ke(butir.ke));
    if at(pohon, &way)?.get("sel").is_some() {
        way.push(Langkah::Kunci("sel".into()));
    }
    way.push(Langkah::Ke(x - before));
    let word = at(pohon, &way)?.as_scalar()?.trim();
    (word.is_empty() || KOTAK.iter().any(|(typed, _)| *typed == word)).then_some(way)
}

/// The ways to the words of texts with boxes, by the places of the texts.
fn bertanda(node: &Node, way: &mut Jalan, out: &mut HashMap<(usize, usize), Jalan>) {
    fn within(step: Langkah, node: &Node, way: &mut Jalan, out: &mut HashMap<(usize, usize), Jalan>) {
        way.push(step);
        bertanda(node, way, out);
        way.pop();
    }
    match &node.value {
        Value::Seq(items) => items.iter().enumerate().for_each(|(ke, item)| within(Langkah::Ke(ke), item, way, out)),
        Value::Map(entries) => {
            for (key, value) in entries {
                if let (Value::Map(texts), "centang") = (&value.value, key.name.as_str()) {
                    for (text, _) in texts {
                        let mut own = way.clone();
                        own.extend([Langkah::Kunci(key.name.clone()), Langkah::Kunci(text.name.clone())]);
                        out.insert((text.span.start, text.span.end), own);
                    }
                    continue;
                }
                within(Langkah::Kunci(key.name.clone()), value, way, out);
            }
        }
        Value::Scalar { .. } | Value::Null => {}
    }
}
