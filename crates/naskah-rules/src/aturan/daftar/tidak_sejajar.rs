//! Items of one list that are not of one form.

use crate::{Context, List, Part, Passage, Report, declare_rule};
use naskah_core::decree::{Butir, Teks};
use naskah_core::diag::Level;
use naskah_core::language::WordList;
use naskah_core::language::forms::{Form, form, is_action, is_active, is_passive};
use naskah_core::language::words::{Word, words};

declare_rule! {
    /// Butir dalam satu daftar sebentuk
    ///
    /// Setiap butir harus dapat dibaca langsung sesudah kalimat pembukanya, jadi bentuknya sama: semuanya kata kerja
    /// me-, semuanya kata benda, atau semuanya kalimat. Yang ditunjuk ialah butir yang lain daripada kebanyakan, butir tanpa
    /// predikat di antara kalimat, dan bagian kalimat dalam satu sel yang bentuknya lain daripada bagian pertamanya.
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

/// What is to be done about items that are unlike.
const ALIKE: &str = "rumuskan semua butir dalam bentuk yang sama";

fn check(context: &Context<'_>, report: &mut Report<'_>) {
    for passage in context.passages.iter().filter(|passage| matches!(passage.part, Part::Sel { .. })) {
        clauses(context, report, passage);
    }
    for list in &context.lists {
        without_predicate(context, report, list);
        adverbs(context, report, list);
        openers(context, report, list);
        without_link(report, list);
        pairs(context, report, list);
    }
    forms(context, report);
    passives(context, report);
}

/// The one item that says what becomes of its subject, where all others say what is done: "daftar disimpan".
fn passives(context: &Context<'_>, report: &mut Report<'_>) {
    let lists = context.word_lists();
    for list in context.lists.iter().filter(|list| !list.lead.is_empty() && list.rincian.butir.len() > 3) {
        let items = &list.rincian.butir;
        let active = |item: &Butir| form(lists, &item.teks.as_plain()) == Form::Me;
        let odd: Vec<&Butir> = items.iter().filter(|item| !active(item)).collect();
        let [item] = odd[..] else { continue };
        let all = words(&item.teks.as_plain());
        let verb = (1..all.len().min(5)).find(|at| is_passive(lists, &all[*at].folded));
        // A verb of its own, or a clause that is opened before, has the passive in it.
        let opened = |word: &Word| ["yang", "sebelum", "setelah", "apabila", "jika"].contains(&word.folded.as_str());
        let own = all.first().is_some_and(|word| word.folded.len() > 5 && word.folded.starts_with("ber"));
        let Some(verb) = verb.filter(|verb| !own && !all[..*verb].iter().any(opened)) else { continue };
        let plain = |word: &Word| !lists.has(WordList::PembukaFrasa, &word.folded) && !is_active(lists, &word.folded);
        if form(lists, &item.teks.as_plain()) == Form::Lain && all[..verb].iter().all(plain) {
            report
                .at(
                    context.place(&item.teks, all[verb].range.clone()),
                    "butir ini kata kerja di- dengan subjek sendiri, butir lain kata kerja me-",
                )
                .hint(ALIKE)
                .at_least(naskah_core::diag::Level::Peringatan);
        }
    }
}

/// A verb after a clause of another form: "penyusunan jadwal, mengumumkan jadwal".
fn clauses(context: &Context<'_>, report: &mut Report<'_>, passage: &Passage<'_>) {
    let text = passage.plain.as_str();
    let all = words(text);
    let Some(first) = all.first().filter(|_| text.contains(',') && !text.contains(['(', ';', '.'])) else { return };
    let ends = |at: usize| text[all[at - 1].range.end..all[at].range.start].contains(',');
    let Some(comma) = (1..all.len()).find(|at| ends(*at)) else { return };
    let head = &all[..comma];
    let acts = head.iter().any(|word| is_active(context.word_lists(), &word.folded));
    let state = head.iter().any(|word| ["sudah", "telah"].contains(&word.folded.as_str()));
    let joined = usize::from(all.get(comma).is_some_and(|word| ["dan", "serta"].contains(&word.folded.as_str())));
    let Some(next) = all.get(comma + joined) else { return };
    let noun = !acts && (is_action(&first.folded) || state);
    // The verb and the noun that it is made of: "mengevaluasi …, serta evaluasi …".
    let echo = joined == 1
        && is_active(context.word_lists(), &first.folded)
        && !is_active(context.word_lists(), &next.folded)
        && next.folded.len() > 6
        && first.folded.contains(&next.folded);
    if (noun && is_active(context.word_lists(), &next.folded)) || echo {
        report
            .at(
                context.place(passage.teks, next.range.clone()),
                format!("bagian kalimat ini tidak sebentuk dengan `{}`", &text[first.range.clone()]),
            )
            .hint("dapatkah keduanya ditulis dalam bentuk yang sama?")
            .label(context.place(passage.teks, first.range.clone()), "bagian pertama")
            .unsure();
    }
}

/// Items that say nothing of their noun, where almost all others do.
fn without_predicate(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let texts: Vec<(&Teks, Vec<Word>)> =
        list.rincian.butir.iter().map(|item| (&item.teks, words(&item.teks.as_plain()))).collect();
    let says = |all: &[Word]| {
        let lists = context.word_lists();
        let verb = |word: &str| is_passive(lists, word) || is_active(lists, word);
        let joined = |word: &str| ["yang", "selanjutnya"].contains(&word);
        all.iter().any(|word| ["adalah", "ialah", "merupakan"].contains(&word.folded.as_str()))
            || all.windows(2).any(|pair| verb(&pair[1].folded) && !joined(&pair[0].folded))
    };
    let nouns = texts.iter().all(|(_, all)| {
        all.len() > 4
            && all.first().is_some_and(|word| {
                !is_active(context.word_lists(), &word.folded) && !is_passive(context.word_lists(), &word.folded)
            })
    });
    let bare: Vec<&Teks> = texts.iter().filter(|(_, all)| !says(all)).map(|(teks, _)| *teks).collect();
    if !nouns || texts.len() < 5 || bare.len() * 4 > texts.len() {
        return;
    }
    for teks in bare {
        report
            .at(teks.span, "butir ini tidak mempunyai predikat, sedangkan butir lain punya")
            .hint("apakah ada yang tertinggal, misalnya “dilakukan dengan”?")
            .unsure();
    }
}

/// The one item that begins with an adverb or a preposition among nouns.
fn adverbs(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    const ADVERBS: [&str; 5] = ["secara", "melalui", "dengan", "dalam", "pada"];
    let opens = |item: &&Butir| {
        words(&item.teks.as_plain()).first().is_some_and(|word| ADVERBS.contains(&word.folded.as_str()))
    };
    let items = &list.rincian.butir;
    let odd: Vec<&Butir> = items.iter().filter(opens).collect();
    if let ([item], true) = (odd.as_slice(), items.len() > 2 && matches!(list.part, Part::Sel { .. })) {
        let first = words(&item.teks.as_plain()).first().map_or(0..0, |word| word.range.clone());
        report
            .at(context.place(&item.teks, first), "butir ini diawali keterangan, butir lain tidak")
            .hint("dapatkah butir ini dirumuskan sebentuk dengan yang lain?")
            .unsure();
    }
}

/// Items of which some say what for, others as what: "agar …" beside "sebagai …".
fn openers(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    const OPENERS: [&str; 5] = ["agar", "supaya", "untuk", "sebagai", "bahwa"];
    let first = |item: &Butir| {
        let own = words(&item.teks.as_plain()).first().map(|word| (word.folded.clone(), word.range.clone()));
        own.map(|(word, range)| (if word == "supaya" { "agar".to_owned() } else { word }, range))
    };
    let items = &list.rincian.butir;
    let found: Vec<_> = items.iter().filter_map(first).collect();
    let all = found.len() == items.len() && found.iter().all(|(word, _)| OPENERS.contains(&word.as_str()));
    let Some((common, _)) = found.first().filter(|_| all) else { return };
    let odd = items.iter().zip(&found).find(|(_, (word, _))| word != common);
    if let Some((item, (word, range))) = odd {
        report
            .at(context.place(&item.teks, range.clone()), format!("butir ini diawali “{word}”, butir lain “{common}”"))
            .hint(ALIKE)
            .at_least(naskah_core::diag::Level::Peringatan);
    }
}

/// The one short item without the link that all others have: "Nama sebagai anggota" beside "anggota Nama".
fn without_link(report: &mut Report<'_>, list: &List<'_>) {
    let items = &list.rincian.butir;
    let texts: Vec<Vec<Word>> = items.iter().map(|item| words(&item.teks.as_plain())).collect();
    if items.len() < 3 || texts.iter().any(|all| all.len() > 7 || all.len() < 2) {
        return;
    }
    for link in ["sebagai", "selaku"] {
        let odd: Vec<usize> = (0..items.len()).filter(|at| texts[*at].iter().all(|word| word.folded != link)).collect();
        if let [at] = odd.as_slice() {
            report
                .at(items[*at].teks.span, format!("butir ini tanpa “{link}”, butir lain memakainya"))
                .hint(ALIKE)
                .at_least(Level::Peringatan);
        }
    }
}

/// Verbs where the sentence wants nouns ("berupa: … memotong"), and two items of which one is a verb, one a noun.
fn pairs(context: &Context<'_>, report: &mut Report<'_>, list: &List<'_>) {
    let lists = context.word_lists();
    let lead = list.lead.as_plain();
    let lead = lead.trim_end_matches([':', ' ']);
    if matches!(list.part, Part::Sel { .. }) || lead.is_empty() {
        return;
    }
    let items = &list.rincian.butir;
    let forms: Vec<Form> = items.iter().map(|item| form(lists, &item.teks.as_plain())).collect();
    let count = |wanted: Form| forms.iter().filter(|form| **form == wanted).count();
    let wants_nouns = lead.ends_with(" berupa") || lead.ends_with(" atas");
    let odd = match items.len() {
        2 if count(Form::Me) == 1 && count(Form::Benda) == 1 => forms.iter().position(|form| *form == Form::Benda),
        _ if wants_nouns && count(Form::Me) > 0 && count(Form::Me) * 2 < items.len() && count(Form::Benda) < 2 => {
            forms.iter().position(|form| *form == Form::Me)
        }
        _ => None,
    };
    let Some((item, form)) = odd.and_then(|at| Some((items.get(at)?, forms.get(at)?))) else { return };
    let first = words(&item.teks.as_plain()).first().map_or(0..0, |word| word.range.clone());
    report
        .at(context.place(&item.teks, first), format!("butir ini {}, butir lain tidak", form.shown()))
        .hint(ALIKE)
        .at_least(Level::Peringatan);
}

/// Items of another form than most.
fn forms(context: &Context<'_>, report: &mut Report<'_>) {
    for list in &context.lists {
        let cell = matches!(list.part, Part::Sel { .. });
        if (!cell && list.lead.is_empty()) || list.rincian.butir.len() < 3 {
            continue;
        }
        let items = &list.rincian.butir;
        let forms: Vec<Form> = items.iter().map(|item| form(context.word_lists(), &item.teks.as_plain())).collect();
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
            // A noun of action among verbs, or a verb among such nouns, where all others agree.
            let acts = [Form::Me, Form::Benda].contains(form) && [Form::Me, Form::Benda].contains(&common);
            let lone = count(common) + 1 == items.len() && items.len() > 2;
            told.at_least(if acts && lone { Level::Peringatan } else { Level::Saran });
        }
        nouns(context, report, items, &forms, common);
    }
}

/// The one item that only names a thing among those that say what is done.
fn nouns(context: &Context<'_>, report: &mut Report<'_>, items: &[Butir], forms: &[Form], common: Form) {
    let odd: Vec<&Butir> = items.iter().zip(forms).filter(|(_, form)| **form != common).map(|(item, _)| item).collect();
    let ([item], Form::Me, true) = (odd.as_slice(), common, forms.contains(&Form::Lain)) else { return };
    let (lists, kata) = (context.word_lists(), context.catalog.kata());
    let text = item.teks.as_plain();
    let all = words(&text);
    let Some(first) = all.first() else { return };
    let lower = first.folded.as_str();
    let verb = ["ber", "ter", "me", "di"].iter().any(|prefix| lower.starts_with(prefix))
        || lists.has(WordList::AkarKataKerja, lower)
        || lists.has(WordList::PenandaPredikat, lower)
        || lists.has(WordList::PembukaFrasa, lower);
    if !verb && kata.has(lower) && (2..5).contains(&all.len()) && !all.iter().any(|word| is_active(lists, &word.folded))
    {
        report
            .at(context.place(&item.teks, first.range.clone()), "butir ini hanya menyebut benda, butir lain perbuatan")
            .hint("apakah kata kerjanya tertinggal?");
    }
}
