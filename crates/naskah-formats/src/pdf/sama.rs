//! Whether two values of PDFs are the same, as they are written.

use lopdf::{Dictionary, Object};

use super::huruf::number;

/// Whether two values are written the same, references and all.
pub(super) fn same(a: &Object, b: &Object) -> bool {
    match (a, b) {
        (Object::String(a, _), Object::String(b, _)) => a == b,
        (Object::Array(a), Object::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Object::Dictionary(a), Object::Dictionary(b)) => same_entries(a, b),
        (Object::Stream(a), Object::Stream(b)) => same_entries(&a.dict, &b.dict) && a.content == b.content,
        _ => a == b || number(a).is_some_and(|a| number(b) == Some(a)),
    }
}

fn same_entries(a: &Dictionary, b: &Dictionary) -> bool {
    a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_ok_and(|other| same(value, other)))
}
