//! Any bytes as a workbook of each form.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_formats::sheets::{MAX_COLUMNS, MAX_ROWS, Workbook};

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.xlsx", "a.ods", "a.csv", "a.docx"] {
        let Ok(mut book) = Workbook::open(name, bytes) else { continue };
        for sheet in book.names() {
            if let Ok(read) = book.read(&sheet) {
                assert!(read.baris.len() <= MAX_ROWS && read.baris.iter().all(|row| row.len() <= MAX_COLUMNS));
            }
        }
    }
});
