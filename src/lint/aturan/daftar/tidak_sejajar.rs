//! Items of one list that are not of one form.

use crate::lint::forms::{Form, form};
use crate::lint::wording::words;
use crate::lint::{Context, Part, Report, declare_rule};

declare_rule! {
    /// Butir dalam satu daftar sebentuk
    ///
    /// Setiap butir harus dapat dibaca langsung sesudah kalimat pembukanya, jadi bentuknya sama: semuanya kata kerja
    /// me-, semuanya kata benda, atau semuanya kalimat. Yang ditunjuk ialah butir yang lain daripada kebanyakan.
    ///
    /// Sumber: KMK 527/KMK.01/2022 Lampiran II butir 54k–o.
    ///
    /// Salah:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [menjadi pedoman pegawai, menjamin mutu layanan, penghematan biaya kantor]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    ///
    /// Benar:
    /// ```yaml
    /// diktum:
    ///   - teks: 'Hari Kerja bertujuan:'
    ///     rincian: [menjadi pedoman pegawai, menjamin mutu layanan, menghemat biaya kantor]
    ///   - Keputusan ini mulai berlaku pada tanggal ditetapkan.
    /// ```
    "K603" "tidak-sejajar" Saran since "0.2.0" => check
}

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        let cell = matches!(list.part, Part::Sel { .. });
        if (!cell && list.lead.is_empty()) || list.rincian.butir.len() < 3 {
            continue;
        }
        let items = &list.rincian.butir;
        let forms: Vec<Form> = items.iter().map(|item| form(&item.teks.as_plain())).collect();
        let count = |wanted: Form| forms.iter().filter(|form| **form == wanted).count();
        let known = [Form::Me, Form::Di, Form::Benda, Form::Bahwa, Form::Kalimat];
        let Some(common) = known.into_iter().max_by_key(|form| count(*form)) else { continue };
        let unique = known.iter().filter(|form| count(**form) == count(common)).count() == 1;
        // Without a lead-in nothing but the other items tells the form.
        let enough = if cell { count(common) * 3 >= items.len() * 2 } else { count(common) * 2 >= items.len() };
        if !unique || count(common) < 2 || !enough {
            continue;
        }
        let like = forms.iter().position(|form| *form == common).and_then(|at| items.get(at));
        for (item, form) in items.iter().zip(&forms).filter(|(_, form)| **form != common && **form != Form::Lain) {
            let first = words(&item.teks.as_plain()).first().map_or(0..0, |word| word.range.clone());
            let message = format!("butir ini {}, butir lain {}", form.shown(), common.shown());
            let told = report
                .at(context.place(&item.teks, first), message)
                .hint("dapatkah butir ini dirumuskan sebentuk dengan yang lain?");
            let told = match like {
                Some(like) => told.label(like.teks.span, "seperti butir ini"),
                None => told,
            };
            told.unsure();
        }
    }
}
