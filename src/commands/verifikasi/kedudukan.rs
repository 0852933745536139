//! Who signs a decree, with which posts, and what of that a text may name.

use std::collections::BTreeSet;

use naskah_core::decree::Teks;
use naskah_core::language::{WordList, WordLists};
use naskah_core::resolve::Resolved;

/// Who signs a decree, with the lines of the post.
#[derive(Debug, Clone, Default)]
pub struct Pihak {
    /// The name as it is printed.
    pub nama: String,
    /// The post.
    pub jabatan: String,
    /// Whether the post is one of another body than the commission.
    pub lain: bool,
}

/// Everybody who signs, in the order of the names.
pub fn pihak(resolved: &Resolved) -> Vec<Pihak> {
    let naskah = resolved.naskah();
    let closing = &naskah.penutup;
    let of = |nama: String, lines: &[Teks]| {
        let lines: Vec<String> = lines.iter().map(|line| line.as_plain()).collect();
        Pihak { nama, jabatan: lines.join(" "), lain: false }
    };
    let signer = of(closing.nama.as_plain(), &closing.jabatan);
    let member = |name: &Teks| Pihak { nama: name.as_plain(), jabatan: MEMBER.to_owned(), lain: false };
    let beside =
        closing.pendamping.iter().map(|other| Pihak { lain: true, ..of(other.nama.as_plain(), &other.jabatan) });
    let certifier = naskah.salinan.iter().map(|(lines, name)| of(name.as_plain(), lines));
    std::iter::once(signer).chain(closing.anggota.iter().map(member)).chain(beside).chain(certifier).collect()
}

/// The post of who signs beside the chair.
const MEMBER: &str = "Anggota";

/// What stands in front of the post of who did not sign.
const IN_THE_NAME: [&str; 2] = ["atas", "nama"];

/// The words that a person's signature may name as posts.
#[derive(Debug, Clone, Default)]
pub struct Kedudukan {
    /// The words of the posts, abbreviations written out.
    jabatan: Vec<String>,
    /// The words of the names, which are no posts.
    pub nama: BTreeSet<String>,
    /// Whether all posts are of another body.
    pub lain: bool,
    /// Whether they are those of everybody, in whose name somebody signed or not.
    siapa_pun: bool,
}

/// What makes another post of the one in front of it.
const NARROWER: [&str; 5] = ["divisi", "bidang", "umum", "harian", "departemen"];

impl Kedudukan {
    /// Of those who sign as some of the parties do.
    pub fn of<'a>(all: impl IntoIterator<Item = &'a Pihak>, lists: &WordLists) -> Self {
        let mut out = Self { lain: true, ..Self::default() };
        for one in all {
            out.lain &= one.lain;
            out.jabatan.extend(expanded(&one.jabatan, lists));
            // One party's post does not go on in the next one's.
            out.jabatan.push(String::new());
            out.nama.extend(expanded(&one.nama, lists));
        }
        out
    }

    /// Of all who sign, in whoever's name.
    pub fn of_everybody(all: &[Pihak], lists: &WordLists) -> Self {
        Self { siapa_pun: true, ..Self::of(all, lists) }
    }

    /// Whether a word is one of the posts.
    pub fn has(&self, word: &str) -> bool {
        self.jabatan.iter().any(|own| own == word)
    }

    /// Whether a post with the word behind it is the signer's own: the chair of a division is not the chair, and who signs in
    /// the chair's name is not, either. `before` is what stands in front of it.
    pub fn holds(&self, post: &str, after: &str, before: &[String]) -> bool {
        let narrower = matches!(post, "ketua" | "sekretaris") && NARROWER.contains(&after);
        if narrower && !self.has_in_order(&[post, after]) {
            return false;
        }
        if self.siapa_pun || before.ends_with(&IN_THE_NAME.map(str::to_owned)) {
            return true;
        }
        let mut places = self.jabatan.iter().enumerate().filter(|(_, own)| *own == post).map(|(at, _)| at);
        let lent = |at: usize| {
            let ahead = self.jabatan.get(..at).is_some_and(|part| part.ends_with(&IN_THE_NAME.map(str::to_owned)));
            let behind = self.jabatan.iter().skip(at).take_while(|word| !word.is_empty()).collect::<Vec<_>>();
            ahead || behind.windows(2).any(|two| *two == ["untuk", "beliau"])
        };
        let lent_at: Vec<bool> = places.clone().map(lent).collect();
        let follows = |at: usize| self.jabatan.get(at + 1).is_some_and(|own| own == after);
        !lent_at.contains(&true) || places.any(|at| !lent(at) && follows(at))
    }

    /// Whether words follow each other in a post.
    pub fn has_in_order(&self, words: &[&str]) -> bool {
        self.jabatan.windows(words.len()).any(|part| part == words)
    }
}

/// The words of a text in small letters, abbreviations of posts and offices written out.
pub fn expanded(text: &str, lists: &WordLists) -> Vec<String> {
    let long = |short: &str| {
        let pairs =
            [WordList::SingkatanJabatan, WordList::SingkatanWilayah].into_iter().flat_map(|list| lists.pairs(list));
        pairs.into_iter().find(|(own, _)| *own == short).map(|(_, long)| long.split(' ').map(str::to_owned))
    };
    let mut out: Vec<String> = Vec::new();
    for word in text.split(|char: char| char.is_whitespace() || ",;:/()\"".contains(char)) {
        let bare = word.trim_matches(|char: char| !char.is_alphanumeric()).to_lowercase();
        match long(&bare) {
            Some(words) => out.extend(words),
            None => {
                let parts = bare.split(|char: char| !char.is_alphanumeric()).filter(|part| !part.is_empty());
                out.extend(parts.map(str::to_owned));
            }
        }
        // Letters that stand apart may be an abbreviation.
        let letters = out.iter().rev().take_while(|part| part.chars().count() == 1).count();
        let spelt = (2..=letters).rev().find_map(|count| {
            let from = out.len() - count;
            Some((from, long(&out.get(from..)?.concat())?.collect::<Vec<_>>()))
        });
        if let Some((from, words)) = spelt {
            out.truncate(from);
            out.extend(words);
        }
    }
    out
}

/// What a text may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Boleh {
    /// The decree's own office and the signer's own post.
    Sendiri,
    /// The same, and any place.
    Tempat,
    /// The same, and nothing but that: what a certificate says of the body.
    Lembaga,
    /// A post of the signer and nothing but that.
    Jabatan,
    /// The name of the certificate's owner.
    Orang,
    /// The area of the office, and addresses there.
    Wilayah,
    /// The country.
    Negara,
    /// Whatever names no other person, office or post.
    Keterangan,
}
