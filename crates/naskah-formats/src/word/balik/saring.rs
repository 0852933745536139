//! No word is lost: an edit that takes words away which the file still has, and the YAML would not, is refused as a whole.

use std::collections::{BTreeMap, BTreeSet};

use naskah_core::resolve::Naskah;

use super::super::jangkar::{rapi, tertulis};
use super::acuan::Acuan;
use super::lepas::{Kata, kata, kurang, pindahan};
use super::pembanding::Pembanding;
use super::{Entri, Hasil, Isi, Jenis, Keberatan, Sebab};

impl Hasil {
    /// Takes edits out; what they would have changed stays, and that is told.
    pub fn tolak(&mut self, refused: &BTreeSet<usize>) {
        for at in refused {
            let one = &self.suntingan[*at];
            let said = if one.baru.is_empty() { &one.lama } else { &one.baru };
            let pesan = format!(
                "{} {} di Word dengan kata yang tidak seluruhnya dapat dibawa: `{said}`",
                one.tempat,
                one.jenis.word()
            );
            let jalan = "bunyi lama tetap; tulis sendiri dalam YAML".to_owned();
            self.keberatan.push(Keberatan {
                sebab: Sebab::TakTerbawa,
                span: one.span,
                pesan: pesan.trim().to_owned(),
                jalan,
            });
        }
        let kept: Vec<usize> = (0..self.suntingan.len()).filter(|at| !refused.contains(at)).collect();
        self.susun(&kept);
    }

    /// How many texts of the file are compared once more when all is written.
    pub fn tunda(&self) -> usize {
        self.tunda.len()
    }

    /// Puts the edits into an order; those that are not in it are gone.
    pub(super) fn susun(&mut self, order: &[usize]) {
        let place: BTreeMap<usize, usize> = order.iter().enumerate().map(|(new, old)| (*old, new)).collect();
        self.suntingan = order.iter().map(|old| self.suntingan[*old].clone()).collect();
        self.tulis.retain(|(.., edit)| place.contains_key(edit));
        self.catatan.retain(|(.., edit)| place.contains_key(edit));
        let written = self.tulis.iter_mut().chain(&mut self.catatan).map(|(.., edit)| edit);
        let mut edits: Vec<&mut usize> = written.collect();
        for list in self.daftar.values_mut() {
            list.hapus.retain(|_, edit| place.contains_key(edit));
            list.urut.retain(|entri| !matches!(entri, Entri::Baru(edit, _) if !place.contains_key(edit)));
            edits.extend(list.hapus.values_mut().chain(list.pindah.values_mut()));
            edits.extend(list.urut.iter_mut().filter_map(|one| match one {
                Entri::Baru(edit, _) => Some(edit),
                Entri::Lama(_) => None,
            }));
        }
        // A move that is not taken belongs to no edit that could be chosen.
        edits.into_iter().for_each(|edit| *edit = place.get(edit).copied().unwrap_or(usize::MAX));
    }

    /// What an edit writes.
    fn ditulis(&self, edit: usize) -> String {
        let texts = self.tulis.iter().filter(|(.., own)| *own == edit).map(|(_, text, _)| text.clone());
        let fresh = self.daftar.values().flat_map(|list| &list.urut).filter_map(|one| match one {
            Entri::Baru(own, Isi::Butir(text)) if *own == edit => Some(text.clone()),
            Entri::Baru(own, Isi::Baris(cells)) if *own == edit => Some(cells.join(" ")),
            _ => None,
        });
        texts.chain(fresh).collect::<Vec<_>>().join(" ")
    }
}

impl Pembanding<'_> {
    /// Refuses every edit that would lose words which the file still has.
    pub(super) fn saring(&mut self) {
        let mut free: Vec<Kata> = self.lepas.iter().map(|one| kata(&one.teks)).collect();
        // What was joined is one only where the item that it was is gone.
        let stays = |unit: &usize, edit: &usize| {
            let butir = self.acuan.satuan[*unit].butir.as_ref();
            let list = butir.and_then(|butir| Some((butir.ke, self.hasil.daftar.get(&butir.daftar)?)));
            list.is_none_or(|(ke, list)| list.hapus.get(&ke) != Some(edit))
        };
        let joined = self.gabung.iter().filter(|(unit, edit)| stays(unit, edit));
        let mut refused: BTreeSet<usize> = joined.map(|(_, edit)| *edit).collect();
        loop {
            let before = refused.len();
            for (at, one) in self.hasil.suntingan.iter().enumerate() {
                let (old, new) = (kata(&one.lama), kata(&one.baru));
                let brings = matches!(one.jenis, Jenis::Ubah | Jenis::Sisip | Jenis::Pecah | Jenis::Gabung);
                let takes = matches!(one.jenis, Jenis::Ubah | Jenis::Hapus | Jenis::Pecah | Jenis::Gabung);
                let unwritten = brings && !kurang(&new, &kata(&self.hasil.ditulis(at))).is_empty();
                let lost = kurang(&old, &new);
                let elsewhere = takes && !lost.is_empty() && free.iter().any(|words| pindahan(words, &lost));
                if !refused.contains(&at) && (unwritten || elsewhere) {
                    refused.insert(at);
                    free.push(kurang(&new, &old));
                }
            }
            if refused.len() == before {
                break;
            }
        }
        self.hasil.tolak(&refused);
    }
}

/// Whether a decree prints every word that the chosen edits bring, as often as they bring it.
pub fn terbawa(hasil: &Hasil, acuan: &Acuan<'_>, baru: &Naskah, chosen: &BTreeSet<usize>) -> bool {
    let add = |mut all: Kata, text: &str| {
        kata(text).into_iter().for_each(|(word, count)| *all.entry(word).or_default() += count);
        all
    };
    let edits = || chosen.iter().filter_map(|at| hasil.suntingan.get(*at));
    let edits = || edits().filter(|one| !matches!(one.jenis, Jenis::Catatan | Jenis::Pindah));
    let gone = edits().fold(Kata::new(), |all, one| add(all, &one.lama));
    let come = edits().fold(Kata::new(), |all, one| add(all, &one.baru));
    let was = acuan.satuan.iter().fold(Kata::new(), |all, one| add(all, &one.teks));
    let is = baru.texts().into_iter().fold(Kata::new(), |all, one| add(all, &rapi(&tertulis(one))));
    let count = |words: &Kata, word: &str| words.get(word).copied().unwrap_or(0);
    let enough = |word: &String| count(&is, word) + count(&gone, word) >= count(&was, word) + count(&come, word);
    come.keys().filter(|word| count(&come, word) >= count(&gone, word)).all(enough)
}
