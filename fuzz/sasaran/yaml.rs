//! Any text as a decree: read up to its fields, every finding within the text.
#![no_main]

use libfuzzer_sys::fuzz_target;
use naskah_core::decree::Keputusan;
use naskah_core::diag::{Files, MessageFormat, Sink, render_all};
use naskah_core::yaml;

fuzz_target!(|text: &str| {
    let (mut files, mut sink) = (Files::default(), Sink::default());
    let file = files.add("naskah.yaml", text);
    let tree = yaml::parse(&files, file, &mut sink);
    assert!(tree.is_some() || sink.has_errors());
    if let Some(tree) = tree {
        Keputusan::read(&tree, None, &mut sink);
    }
    for span in sink.found().iter().filter_map(|finding| finding.span) {
        assert!(text.get(span.start..span.end).is_some(), "{span:?}");
    }
    for form in [MessageFormat::Manusia, MessageFormat::Ringkas, MessageFormat::Json] {
        let told = render_all(&sink, &files, form, false);
        assert!(!told.contains(['\u{1b}', '\u{9b}', '\u{202e}', '\r']), "{told:?}");
    }
});
