//! Tables taken from workbooks: cases of decrees beside the workbooks that they name; updates of PDFs; decrees taken in
//! from texts of Word and other forms.

mod musuh;
mod pembaruan;
mod serap;
mod sunting;
mod word;

use naskah_formats::read::bind;

#[test]
fn cases() {
    naskah_testing::cases::hold(env!("CARGO_MANIFEST_DIR"), |files, file, edition, catalog, sink| {
        bind(file, edition, catalog, files, sink).is_some() && !sink.has_errors()
    });
}
