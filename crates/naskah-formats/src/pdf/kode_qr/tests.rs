//! Codes of several kinds and levels; with any module changed they are none.

use lopdf::content::Operation;
use lopdf::{Document, Object, Stream, dictionary};

use super::super::Pdf;
use super::{Petak, of_drawing, of_picture, read, sampled};

/// Codes with their texts: the text, the kind, the modules.
const CODES: &str = include_str!("contoh.txt");

fn codes() -> Vec<(String, Petak)> {
    let blocks = CODES.split("\n\n").filter(|block| !block.trim().is_empty());
    let code = |block: &str| {
        let mut lines = block.lines();
        let text = lines.next().expect("a text").to_owned();
        let rows: Vec<&str> = lines.skip(1).collect();
        let dark = rows.iter().flat_map(|row| row.chars().map(|char| char == '#')).collect();
        (text, Petak { size: rows.len(), dark })
    };
    blocks.map(code).collect()
}

#[test]
fn codes_are_read_and_none_is_mended() {
    let codes = codes();
    assert!(codes.len() >= 5);
    for (text, petak) in codes {
        assert_eq!(read(&petak), Some(text.clone()));
        for at in 0..petak.dark.len() {
            let mut other = petak.clone();
            other.dark[at] = !other.dark[at];
            assert_eq!(read(&other), None, "{text} module {at}");
        }
    }
}

#[test]
fn codes_are_read_from_drawings_and_pictures() {
    for (text, petak) in codes() {
        let fill = |name: &str, numbers: &[i64]| {
            Operation::new(name, numbers.iter().map(|number| Object::Integer(*number)).collect())
        };
        let dark: Vec<usize> = (0..petak.dark.len()).filter(|at| petak.dark[*at]).collect();
        let square = |at: &usize| fill("re", &[(at % petak.size) as i64, (at / petak.size) as i64, 1, 1]);
        let mut drawing = vec![fill("rg", &[0, 0, 0])];
        drawing.extend(dark.iter().map(square));
        drawing.push(fill("f", &[]));
        assert_eq!(of_drawing(&drawing), Some(text.clone()));
        drawing.insert(1, fill("re", &[2, 2, 9, 1]));
        assert_eq!(of_drawing(&drawing), None);

        let (step, edge) = (3, 12);
        let side = petak.size * step + 2 * edge;
        let shade = |at: usize| {
            let (x, y) = ((at % side).wrapping_sub(edge) / step, (at / side).wrapping_sub(edge) / step);
            u8::from(!(y < petak.size && petak.is_dark(x, y))) * 255
        };
        let samples: Vec<u8> = (0..side * side).map(shade).collect();
        let picture = |samples: Vec<u8>| {
            let entries = dictionary! {
                "Width" => side as i64, "Height" => side as i64, "BitsPerComponent" => 8, "ColorSpace" => "DeviceGray",
            };
            of_picture(&Pdf::of(Document::new()), &Stream::new(entries, samples))
        };
        assert_eq!(picture(samples.clone()), Some(text));
        // A spot beside the code or within a module.
        for spot in [0, side * edge + edge + 1] {
            let mut other = samples.clone();
            other[spot] = 255 - other[spot];
            assert_eq!(picture(other), None);
        }
    }
    assert_eq!(sampled(4, &[true; 16]), None);
}
