//! Affixes: whether a word is a regular form of roots that are known.
//!
//! A dictionary of Indonesian lists which affixes each root takes, and always misses some. What follows the rules of
//! word formation, with the right change of the nasal, counts as a word all the same.

/// Shortest root that takes affixes here; shorter ones take only those that the dictionary gives them.
const SHORTEST: usize = 4;

/// Clitics at the end of a word.
const CLITICS: [&str; 7] = ["nya", "lah", "kah", "pun", "ku", "mu", "tah"];

/// A prefix as it is written, and what it may take at the end.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Di,
    Me,
    Pe,
    Ber,
    Ter,
    Ke,
    Se,
    Memper,
}

impl Prefix {
    /// The suffixes that go with it.
    fn suffixes(self) -> &'static [&'static str] {
        match self {
            Self::Di | Self::Me | Self::Ter | Self::Memper => &["", "kan", "i"],
            Self::Ber => &["", "an", "kan"],
            Self::Pe => &["", "an"],
            Self::Ke => &["an"],
            Self::Se => &[""],
        }
    }
}

/// Whether `word`, in lower case, is a regular form of what `root` knows; `bound` are the forms that are written together
/// with the word they stand before.
pub fn is_regular(word: &str, bound: &[String], root: &dyn Fn(&str) -> bool) -> bool {
    if !word.is_ascii() || word.len() <= SHORTEST {
        return false;
    }
    let mut forms = vec![word];
    for _ in 0..2 {
        let last = forms.last().copied().unwrap_or_default();
        forms.extend(CLITICS.iter().find_map(|clitic| last.strip_suffix(clitic)).filter(|form| form.len() >= 3));
    }
    forms
        .iter()
        .enumerate()
        .any(|(at, form)| (at > 0 && root(form)) || is_derived(form, root, 2) || is_bound(form, bound, root))
}

/// Whether `word` mixes the affixes of verbs and nouns: "memungutan", "dilaksanaan", "pembentukkan". A dictionary that
/// gives each root its affixes one by one lets them pass. `root` knows the roots alone.
pub fn is_mixed(word: &str, root: &dyn Fn(&str) -> bool) -> bool {
    let mut forms = vec![word];
    for _ in 0..2 {
        let last = forms.last().copied().unwrap_or_default();
        forms.extend(CLITICS.iter().find_map(|clitic| last.strip_suffix(clitic)));
    }
    word.is_ascii() && !forms.iter().any(|form| root(form)) && forms.iter().any(|form| is_mixed_form(form, root))
}

/// The shortest form with affixes of both kinds.
const SHORTEST_MIXED: usize = 7;

fn is_mixed_form(form: &str, root: &dyn Fn(&str) -> bool) -> bool {
    if form.len() < SHORTEST_MIXED {
        return false;
    }
    let noun = form.starts_with("pe");
    let verbal = |prefix: Prefix| matches!(prefix, Prefix::Di | Prefix::Me | Prefix::Memper);
    let inner = without_prefix(form).into_iter().filter(|(prefix, _)| verbal(*prefix) || *prefix == Prefix::Pe);
    let inner: Vec<String> = inner.map(|(_, inner)| inner).collect();
    let ends = |inner: &str, suffix: &str| inner.strip_suffix(suffix).is_some_and(|stem| stem.len() > 2 && root(stem));
    match noun {
        true => {
            let sound = |inner: &String| root(inner) || ends(inner, "an");
            // "perangi" is "perang" with the suffix of a verb.
            let verb = ends(form, "i");
            let ended = |inner: &String| ends(inner, "kan") || (!verb && ends(inner, "i"));
            inner.iter().any(ended) && !inner.iter().any(sound)
        }
        false => {
            let stem = |stem: &str| root(stem) || is_derived_within(stem, root, 0) || is_joined(stem, root);
            // "kawasan" gives no "mengawasan": only short roots end with "an" and are verbs.
            let short = |inner: &String| inner.len() < SHORTEST_MIXED || !inner.ends_with("an");
            let whole = |inner: &String| root(inner) && short(inner) && !(inner.len() > 5 && ends(inner, "an"));
            let sound = |inner: &String| whole(inner) || inner.strip_suffix("kan").is_some_and(stem);
            inner.iter().any(|inner| ends(inner, "an")) && !inner.iter().any(sound)
        }
    }
}

/// Two roots of any length side by side.
fn is_joined(word: &str, root: &dyn Fn(&str) -> bool) -> bool {
    word.is_ascii() && (3..word.len().saturating_sub(2)).any(|at| root(&word[..at]) && root(&word[at..]))
}

/// A bound form before a known or regular word.
fn is_bound(word: &str, bound: &[String], root: &dyn Fn(&str) -> bool) -> bool {
    let rest = bound.iter().filter_map(|head| word.strip_prefix(head.as_str())).filter(|rest| rest.len() >= SHORTEST);
    rest.into_iter().any(|rest| root(rest) || is_derived(rest, root, 1))
}

/// A root with a prefix, a suffix or both; within it perhaps another prefix.
fn is_derived(word: &str, root: &dyn Fn(&str) -> bool, depth: usize) -> bool {
    for suffix in ["", "kan", "an", "i"] {
        let Some(stem) = word.strip_suffix(suffix).filter(|stem| stem.len() >= SHORTEST) else { continue };
        if suffix == "an" && root(stem) {
            return true;
        }
        for (prefix, inner) in without_prefix(stem) {
            if inner.len() < SHORTEST || !prefix.suffixes().contains(&suffix) {
                continue;
            }
            let compound = !suffix.is_empty() && is_compound(&inner, root);
            if root(&inner) || compound || (depth > 0 && is_derived_within(&inner, root, depth - 1)) {
                return true;
            }
        }
    }
    false
}

/// What may stand between an outer prefix and the root: "ber" in `pemberlakuan`, "tidak" in `ketidaksesuaian`.
fn is_derived_within(word: &str, root: &dyn Fn(&str) -> bool, depth: usize) -> bool {
    let inner = ["ber", "ter", "per", "se", "ke", "tidak"].iter().filter_map(|head| word.strip_prefix(head));
    inner.into_iter().any(|rest| rest.len() >= SHORTEST && root(rest)) || (depth > 0 && is_derived(word, root, 0))
}

/// Two roots that become one word between prefix and suffix: `dialihmediakan`.
fn is_compound(word: &str, root: &dyn Fn(&str) -> bool) -> bool {
    let plain = |first: &str| !(first.len() > 4 && first.ends_with("an")) && root(first);
    word.len() >= 2 * SHORTEST && (SHORTEST..=word.len() - SHORTEST).any(|at| plain(&word[..at]) && root(&word[at..]))
}

/// Each way to take one prefix off, with the root's first letter given back where the nasal swallowed it.
fn without_prefix(word: &str) -> Vec<(Prefix, String)> {
    let mut found = Vec::new();
    let plain = [
        ("di", Prefix::Di),
        ("diper", Prefix::Memper),
        ("memper", Prefix::Memper),
        ("ber", Prefix::Ber),
        ("ter", Prefix::Ter),
        ("ke", Prefix::Ke),
        ("se", Prefix::Se),
    ];
    for (head, prefix) in plain {
        found.extend(word.strip_prefix(head).map(|rest| (prefix, rest.to_owned())));
    }
    for (head, prefix) in [("be", Prefix::Ber), ("te", Prefix::Ter)] {
        found
            .extend(word.strip_prefix(head).filter(|rest| rest.starts_with('r')).map(|rest| (prefix, rest.to_owned())));
    }
    for (head, prefix) in [("me", Prefix::Me), ("pe", Prefix::Pe)] {
        if let Some(rest) = word.strip_prefix(head) {
            found.extend(without_nasal(rest).into_iter().map(|root| (prefix, root)));
        }
    }
    found
}

/// The roots that `me-` or `pe-` may have made into `rest`.
fn without_nasal(rest: &str) -> Vec<String> {
    let begins = |text: &str, any: &[&str]| any.iter().any(|start| text.starts_with(start));
    let mut roots = Vec::new();
    if let Some(after) = rest.strip_prefix("nge") {
        roots.push(after.to_owned());
    }
    if let Some(after) = rest.strip_prefix("ng") {
        if begins(after, &["a", "e", "i", "o", "u", "g", "h", "kh", "kl", "kr"]) {
            roots.push(after.to_owned());
        }
        if begins(after, &["a", "e", "i", "o", "u"]) {
            roots.push(format!("k{after}"));
        }
    } else if let Some(after) = rest.strip_prefix("ny") {
        if begins(after, &["a", "e", "i", "o", "u"]) {
            roots.push(format!("s{after}"));
        }
    } else if let Some(after) = rest.strip_prefix('n') {
        if begins(after, &["d", "c", "j", "z", "sy", "tr", "st", "sp", "sk"]) {
            roots.push(after.to_owned());
        }
        if begins(after, &["a", "e", "i", "o", "u"]) {
            roots.push(format!("t{after}"));
        }
    } else if let Some(after) = rest.strip_prefix('m') {
        if begins(after, &["b", "f", "v", "pr", "pl"]) {
            roots.push(after.to_owned());
        }
        if begins(after, &["a", "e", "i", "o", "u"]) {
            roots.push(format!("p{after}"));
        }
    }
    if begins(rest, &["l", "r", "m", "n", "w", "y"]) {
        roots.push(rest.to_owned());
    }
    roots
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOTS: &str = "unggah verifikasi sosialisasi berlaku laku mutakhir alih media sesuai proses prioritas kerja sama \
        tata usaha karakter sampai tulis program unit rapat kelola beri tahu sedia daftar rusak";
    const RIGHT: &str = "diunggah mengunggah unggahan pengunggahan menyosialisasikan pemutakhiran dimutakhirkan \
        dialihmediakan ketidaksesuaian diproses memproses memprioritaskan prioritasnya berkarakter \
        penyampaian penulisan antarunit nonprogram pascarapat mengelola pengelolaannya pemberlakuan \
        penatausahaan pemberitahuan ketersediaan terverifikasi mendaftarkan merusak unitnya diberlakukan \
        rapatlah";
    const WRONG: &str = "mensosialisasikan menulisikan tatausaha mengberi penyampaiam diproses1 kerjasama berikarakter di \
        ñandú pengunggaha";

    #[test]
    fn regular_forms_are_words() {
        let bound = ["antar", "non", "pasca"].map(str::to_owned);
        let root = |word: &str| ROOTS.split(' ').any(|root| root == word);
        for word in RIGHT.split(' ') {
            assert!(is_regular(word, &bound, &root), "{word}");
        }
        for wrong in WRONG.split(' ') {
            assert!(!is_regular(wrong, &bound, &root), "{wrong}");
        }
    }

    const MIXED: &str = "memungutan memungutannya melaksanaan memeriksaan menyimpanan mempertimbangan dilaksanaan menetapan \
        penetapkan pembentukkan menunjukan ditunjukan menekanan mengangkatan pemenuhi penetapi pengikuti mengawasan";
    const SOUND: &str = "memungut pemungutan melaksanakan dilaksanakan menahan ditahan melawan menekan memakan merupakan \
        melakukannya pendidikan mengesahkan pengesahan menggunakan mempertanggungjawabkan menyebabkan penunjukan memesan \
        memberlakukan pembentukan peneliti penghuni perangi pengganti menyimpan";

    #[test]
    fn affixes_of_verbs_and_nouns_do_not_mix() {
        let roots = "pungut laksana periksa simpan tetap timbang bentuk tunjuk tahan lawan tekan makan mak rupa laku \
            didik sah guna tanggung jawab sebab angkat pesan pes dididik mekar penuh ikut awas kawasan teliti huni perang rang \
            ganti";
        let root = |word: &str| roots.split(' ').any(|root| root == word);
        for mixed in MIXED.split(' ') {
            assert!(is_mixed(mixed, &root), "{mixed}");
        }
        for sound in SOUND.split(' ') {
            assert!(!is_mixed(sound, &root), "{sound}");
        }
    }
}
