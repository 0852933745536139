//! Properties of reading: no text and no bytes make it break down, and every finding has a place within the text.

use naskah_core::decree::Keputusan;
use naskah_core::diag::{Files, Sink};
use naskah_core::yaml;
use naskah_testing::tries;
use proptest::prelude::*;

proptest! {
    #![proptest_config(tries(2000))]

    #[test]
    fn any_text_as_yaml_never_panics(text in any::<String>()) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", text);
        let tree = yaml::parse(&files, file, &mut sink);
        prop_assert!(tree.is_some() || sink.has_errors());
    }

    #[test]
    fn any_yaml_signs_never_panic(text in "([-?:,\\[\\]{}#&*!|>'\"%@` \n\ta-c0~]|  - |: |\r\n|---\n|&a |\\*a|!!int |\u{feff}|é){0,60}") {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", text.as_str());
        if let Some(tree) = yaml::parse(&files, file, &mut sink) {
            Keputusan::read(&tree, None, &mut sink);
        }
        for finding in sink.found() {
            let span = finding.span.expect("a place");
            prop_assert!(span.start <= span.end && span.end <= text.len(), "{:?}", finding);
            prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end), "{:?}", finding);
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let (mut files, mut sink) = (Files::default(), Sink::default());
        let file = files.add("naskah.yaml", String::from_utf8_lossy(&bytes).into_owned());
        yaml::parse(&files, file, &mut sink);
    }
}
