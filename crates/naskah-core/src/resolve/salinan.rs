//! What copies of a decree bear besides its own text, whatever edition it was bound for.

use super::frasa::Frasa;
use super::{Bentuk, Disampaikan, Edition, Resolved};
use crate::catalog::Pejabat;
use crate::decree::Teks;

impl Resolved {
    /// The lines and the name of the certifying block that the decree asks for; `None` where it names nobody.
    pub fn pengesahan(&self) -> Option<(Vec<Teks>, Teks)> {
        let written = &self.keputusan.salinan;
        let asked = written.oleh.is_some() || !written.blok.is_empty() || written.nama.is_some();
        let pengesah = written.oleh.as_ref().and_then(|id| self.kantor.pejabat.get(&id.value));
        let copy = Edition { bentuk: Bentuk::Salinan, ..Edition::default() };
        asked.then(|| self.with_phrases(|frasa| frasa.pengesahan(&copy, pengesah)))
    }

    /// Who receives copies.
    pub fn disampaikan(&self) -> Option<Disampaikan> {
        self.with_phrases(|frasa| frasa.disampaikan())
    }

    pub(super) fn with_phrases<T>(&self, f: impl FnOnce(&Frasa<'_>) -> T) -> T {
        let nobody = Pejabat::default();
        let pejabat = self.kantor.pejabat.get(&self.keputusan.pejabat.value).unwrap_or(&nobody);
        let kuasa = self.kuasa().unwrap_or(pejabat);
        f(&Frasa { keputusan: &self.keputusan, kantor: &self.kantor, pejabat, kuasa })
    }
}
