//! `naskah buka` in a real browser. Where there is none these are passed over, which is said; with `NASKAH_PERAMBAN` set
//! that fails.

mod layar;

use std::fs;
use std::time::Duration;

use tempfile::TempDir;

use super::buka::Peladen;
use super::{folder, naskah};
use layar::{Layar, browser};

/// The decree that `mulai` writes.
const FIRST: &str = "data/keputusan/2026/jam-layanan-tamu.yaml";

/// What offices have.
const SIZE: (u32, u32) = (1366, 768);

/// An office's folder with its first decree.
fn office() -> TempDir {
    let here = folder(&[]);
    let words = [
        "mulai",
        "--wilayah",
        "kab semarang",
        "--ketua",
        "Nama Ketua",
        "--pengesah",
        "Nama Pengesah",
        "--jabatan",
        "Kepala Subbagian Hukum",
        "--tahun",
        "2026",
    ];
    let ran = naskah(here.path(), words);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    here
}

/// The decree of an office on the screen, with its pages.
fn opened() -> Option<(TempDir, Peladen, Layar)> {
    let browser = browser()?;
    let here = office();
    let server = Peladen::start(here.path());
    let mut layar = Layar::open(&browser, SIZE, &server.address);
    layar.press("Penetapan Jam Layanan");
    layar.wait("document.querySelectorAll('.hal img[src]').length === 3");
    Some((here, server, layar))
}

/// An expression for the field of a place.
fn field(jalan: &str) -> String {
    format!("document.querySelector(`[data-jalan='{jalan}']`)")
}

fn text(here: &TempDir) -> String {
    fs::read_to_string(here.path().join(FIRST)).expect("the decree")
}

/// Waits until the file says something.
#[track_caller]
fn written(here: &TempDir, says: impl Fn(&str) -> bool) {
    for _ in 0..2400 {
        if says(&text(here)) {
            return;
        }
        std::thread::sleep(Duration::from_millis(25));
    }
    panic!("the file never says so:\n{}", text(here));
}

#[test]
fn from_an_empty_folder_to_a_verified_copy_by_keyboard_alone() {
    let Some(browser) = browser() else { return };
    let here = folder(&[]);
    let server = Peladen::start(here.path());
    let mut layar = Layar::open(&browser, SIZE, &server.address);
    layar.wait("document.querySelector('form')");
    for (label, value) in [
        ("Kabupaten", "kab semarang"),
        ("Nama ketua", "Nama Ketua"),
        ("Nama sekretaris", "Nama Sekretaris"),
        ("Nama pengesah", "Nama Pengesah"),
    ] {
        layar.tab_to(&format!("e.labels?.[0]?.textContent.startsWith('{label}')"));
        layar.write(value);
    }
    layar.tab_to("e.textContent === 'Buat folder kantor'");
    layar.key("Enter", false, false);
    layar.wait("document.querySelector('table a')");
    layar.tab_to("e.tagName === 'A' && e.textContent.startsWith('Penetapan Jam')");
    layar.key("Enter", false, false);
    layar.wait("document.querySelectorAll('.hal img[src]').length === 3");

    let first =
        fs::read_dir(here.path().join("data/keputusan")).expect("years").flatten().next().expect("a year").path();
    let decree = first.join("jam-layanan-tamu.yaml");
    let says = |words: &str| fs::read_to_string(&decree).is_ok_and(|text| text.contains(words));
    // An item more, moved up, taken back by as many steps.
    layar.tab_to("e.getAttribute('aria-label') === 'Butir a.'");
    layar.key("Enter", false, false);
    layar.wait("document.activeElement.getAttribute('aria-label') === 'Butir b.'");
    layar.key("ArrowRight", true, false);
    layar.write("tamu perlu dilayani dengan tertib");
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan'");
    assert!(says("tamu perlu dilayani"));
    layar.key("ArrowUp", false, true);
    layar.wait("document.activeElement.getAttribute('aria-label') === 'Butir a.'");
    assert!(
        layar.eval("document.activeElement.value").as_str().is_some_and(|text| text.contains("tamu perlu dilayani"))
    );
    for _ in 0..3 {
        layar.key("z", true, false);
        std::thread::sleep(Duration::from_millis(150));
    }
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan' && !document.querySelector(`[aria-label='Butir b.']`)");
    assert!(!says("tamu perlu dilayani"));

    layar.tab_to("e.role === 'tab' || e.getAttribute('role') === 'tab'");
    for _ in 0..3 {
        layar.key("ArrowRight", false, false);
    }
    let year = layar.eval("new Date().getFullYear()");
    layar.tab_to("e.type === 'date'");
    for digit in format!("0105{year}").chars() {
        layar.key(&digit.to_string(), false, false);
    }
    layar.tab_to("e.textContent === 'Lihat rencana penerbitan'");
    layar.key("Enter", false, false);
    layar.wait("document.querySelector('.rencana')");
    layar.tab_to("e.textContent.startsWith('Terbitkan Nomor 1')");
    layar.key("Enter", false, false);
    layar.wait("[...document.querySelectorAll('h3')].some((e) => e.textContent === 'Sudah terbit')");
    layar.tab_to("e.textContent === 'Buat salinan yang disahkan'");
    layar.key("Enter", false, false);
    layar.wait("[...document.querySelectorAll('h3')].some((e) => e.textContent === 'Salinan dibuat')");
    let copy = layar.eval("document.querySelector('[href*=salinan]').textContent.replace('Buka ', '')");
    let copy = here.path().join(copy.as_str().expect("a name"));

    layar.tab_to("e.textContent === 'Periksa PDF'");
    layar.key("Enter", false, false);
    layar.wait("document.querySelector('input[type=file]')");
    layar.choose("input[type=file]", &copy.display().to_string());
    layar.wait("document.querySelector('.jawaban.sama')");
    layar.tab_to("e.textContent === 'Daftar'");
    layar.key("Enter", false, false);
    layar.wait("document.querySelector('table td')");
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn a_finding_is_cured_by_a_click_and_the_cure_undone() {
    let Some((here, _server, mut layar)) = opened() else { return };
    let last = field("[\"diktum\",1]");
    layar.click(&last);
    layar.eval(&format!("{last}.select()"));
    layar.write("Keputusan ini mulai berlaku pada tanggal  ditetapkan.");
    layar.wait("document.querySelector('.di-tempat button')");
    layar.click("document.querySelector('.di-tempat button')");
    written(&here, |text| text.contains("pada tanggal ditetapkan."));
    layar.wait("!document.querySelector('.di-tempat')");
    layar.key("z", true, false);
    written(&here, |text| text.contains("pada tanggal  ditetapkan."));
    layar.wait("document.querySelector('.di-tempat')");
    layar.click("document.querySelector('#tab-temuan')");
    layar.press("Mengapa?");
    layar.wait("document.querySelector('dialog[open] pre').textContent.length > 100");
    layar.key("Escape", false, false);
    layar.press("Ke isiannya");
    layar.wait(&format!("document.activeElement === {last}"));
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn a_click_on_the_page_leads_to_the_field_and_a_field_to_the_page() {
    let Some((_here, _server, mut layar)) = opened() else { return };
    for jalan in ["[\"menimbang\",0]", "[\"diktum\",0]", "[\"lampiran\",0,\"judul\"]"] {
        layar
            .eval(&format!("document.querySelectorAll('.sorot').forEach((e) => e.remove()); {}.focus()", field(jalan)));
        layar.wait("document.querySelector('.sorot')");
        std::thread::sleep(Duration::from_millis(100));
        let at = layar.eval("(() => { const r = document.querySelector('.sorot').getBoundingClientRect(); return [r.x + 30, r.y + r.height / 2]; })()");
        layar.eval("document.activeElement.blur()");
        layar.click_at(at[0].as_f64().expect("x"), at[1].as_f64().expect("y"));
        layar.wait(&format!("document.activeElement === {}", field(jalan)));
    }
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn two_windows_and_the_file_stay_in_step() {
    let Some((here, server, mut layar)) = opened() else { return };
    let mut other = Layar::open(&browser().expect("a browser"), (1920, 1080), &server.address);
    other.press("Penetapan Jam Layanan");
    other.wait("document.querySelectorAll('.hal img[src]').length === 3");
    let first = field("[\"menimbang\",0]");
    layar.click(&first);
    layar.key("End", true, false);
    layar.write(" dan masyarakat");
    other.wait(&format!("{first}.value.endsWith(' dan masyarakat')"));
    let theirs = text(&here).replace("dan masyarakat", "dan warga");
    fs::write(here.path().join(FIRST), theirs).expect("written");
    for window in [&mut layar, &mut other] {
        window.wait(&format!("{first}.value.endsWith(' dan warga')"));
        window.wait("document.querySelector('.luar').textContent.includes('diubah di luar')");
    }
    layar.key("z", true, false);
    written(&here, |text| text.contains("dan masyarakat"));
    // The file as a whole, in the other window.
    other.click("document.querySelector('#tab-yaml')");
    other.wait("document.querySelector('#yaml').value.includes('dan masyarakat')");
    other.eval("(() => { const e = document.querySelector('#yaml'); e.focus(); const at = e.value.indexOf('dan masyarakat'); e.setSelectionRange(at, at + 14); })()");
    other.write("dan tamu");
    layar.wait(&format!("{first}.value.endsWith(' dan tamu')"));
    assert_eq!([layar.errors.clone(), other.errors.clone()].concat(), Vec::<String>::new());
}

#[test]
fn a_decree_is_rolled_beside_the_old_one_and_decided_in_groups() {
    let Some((here, server, mut layar)) = opened() else { return };
    let rolled = here.path().join("data/keputusan/2027/jam-layanan-tamu.yaml");
    layar.press("Meja");
    layar.press("Perbarui …");
    layar.wait("document.querySelector('.banding')");
    assert!(!rolled.exists(), "nothing is written before it is asked for");
    let shown = layar.eval("document.querySelector('main').textContent");
    assert!(shown.as_str().is_some_and(|text| text.contains("2027") && text.contains("Semula")), "{shown}");
    layar.press("Buat naskah barunya");
    layar.wait("document.querySelector('#tab-temuan')?.getAttribute('aria-selected') === 'true'");
    assert!(rolled.exists());
    // Three marks of one reason, decided in one step; that of another reason stays.
    let marked = fs::read_to_string(&rolled).expect("the new decree");
    let bare: String = marked.lines().filter(|line| !line.contains("TINJAU")).map(|line| format!("{line}\n")).collect();
    let again = bare
        .replacen("  - ", "  # TINJAU: satu: sama\n  - ", 2)
        .replace("tahun: 2027", "tahun: 2027 # TINJAU: dua: lain");
    fs::write(&rolled, &again).expect("written");
    // The list is drawn anew when pages come, so that a press may meet a button that is gone.
    let press =
        "[...document.querySelectorAll('button')].find((e) => e.textContent === 'Putuskan 2 sekaligus: sama')?.click()";
    for _ in 0..300 {
        if !fs::read_to_string(&rolled).expect("the new decree").contains("TINJAU: satu") {
            break;
        }
        layar.eval(press);
        std::thread::sleep(Duration::from_millis(200));
    }
    let decided = fs::read_to_string(&rolled).expect("the new decree");
    assert_eq!(decided, bare.replace("tahun: 2027", "tahun: 2027 # TINJAU: dua: lain"));
    assert_eq!(layar.errors, Vec::<String>::new());
    drop(server);
}

#[test]
fn running_text_of_a_lampiran_is_a_form() {
    let Some(browser) = browser() else { return };
    let here = office();
    let (head, _) = text(&here).split_once("lampiran:").map(|(head, _)| (head.to_owned(), ())).expect("a lampiran");
    let own = "lampiran:\n  - judul: Pedoman\n    teks:\n      - bab: Pendahuluan\n        isi:\n          - Paragraf satu.\n          \
               - teks: Pedoman ini bertujuan\n            rincian: [melayani, mencatat]\n";
    fs::write(here.path().join(FIRST), head + own).expect("written");
    let server = Peladen::start(here.path());
    let mut layar = Layar::open(&browser, SIZE, &server.address);
    layar.press("Penetapan Jam Layanan");
    let first = field("[\"lampiran\",0,\"teks\",0,\"isi\",0]");
    layar.wait(&first);
    layar.click(&first);
    layar.key("End", true, false);
    layar.write(" Lanjutannya.");
    written(&here, |text| text.contains("- Paragraf satu. Lanjutannya."));
    let marks =
        layar.eval("[...document.querySelectorAll('.isi-naskah .butir label')].map((e) => e.textContent).join(' ')");
    assert_eq!(marks, "1. 2.");
    layar.press("Tambah bagian");
    layar.wait(&field("[\"lampiran\",0,\"teks\",0,\"isi\",2,\"bagian\"]"));
    layar.click(&field("[\"lampiran\",0,\"teks\",0,\"isi\",2,\"bagian\"]"));
    layar.write("Ruang Lingkup");
    written(&here, |text| text.contains("- bagian: Ruang Lingkup"));
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn a_table_goes_out_as_a_workbook_and_comes_home() {
    let Some((here, _server, mut layar)) = opened() else { return };
    let sheet = here.path().join("jam.csv");
    let exported = naskah(here.path(), ["tabel", "ekspor", FIRST, "-o", "jam.csv"]);
    assert_eq!(exported.code, Some(0), "{}", exported.err);
    let changed = fs::read_to_string(&sheet).expect("a sheet").replace("Jumat", "Sabtu");
    fs::write(&sheet, changed).expect("written");
    layar.press("Buka tabel");
    layar.wait("document.querySelector('.kisi [role=gridcell]')");
    let got = "(async () => { const a = document.querySelector('[href^=\"/api/lembar\"]'); const r = await fetch(a.href); \
               const b = new Uint8Array(await r.arrayBuffer()); window.got = String.fromCharCode(b[0], b[1]) + r.headers.get('content-disposition'); })()";
    layar.eval(got);
    layar.wait("window.got?.startsWith('PKattachment') && window.got.includes('-lampiran-1.xlsx')");
    layar.choose("input[accept='.xlsx,.ods,.csv']", &sheet.display().to_string());
    written(&here, |text| text.contains("Sabtu") && !text.contains("Jumat"));
    layar.wait("document.querySelector('dialog[open]').textContent.includes('sel diubah')");
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn a_file_of_another_program_is_taken_in() {
    let Some((here, _server, mut layar)) = opened() else { return };
    let made = naskah(here.path(), ["susun", FIRST, "--konsep", "-o", "Keputusan Lama.docx"]);
    assert_eq!(made.code, Some(0), "{}", made.err);
    layar.press("Meja");
    layar.press("Serap berkas Word …");
    layar.wait("document.querySelector('input[type=file]')");
    layar.choose("input[type=file]", &here.path().join("Keputusan Lama.docx").display().to_string());
    layar.press("Serap");
    layar.wait("[...document.querySelectorAll('h2')].some((e) => e.textContent === 'Sudah diserap')");
    assert!(
        layar.eval("!document.querySelector('main').textContent.includes('.naskah-')").as_bool().unwrap_or_default()
    );
    layar.press("Buka data/keputusan/");
    layar.wait("document.querySelectorAll('.hal img[src]').length > 1");
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn cells_of_a_workbook_are_pasted() {
    let Some((here, _server, mut layar)) = opened() else { return };
    layar.press("Buka tabel");
    layar.wait("document.querySelector('.kisi [role=gridcell]')");
    layar.eval(
        "(() => { const t = new DataTransfer(); t.setData('text/html', '<table><tr><td>1</td><td>Senin</td><td>08.00</td></tr>\
         <tr><td rowspan=2>2</td><td>Selasa</td><td>09.00 &lt;b&gt;</td></tr><tr><td>Rabu<br>pagi</td><td>10.00</td></tr></table>'); \
         t.setData('text/plain', 'x'); const g = document.querySelector('.kisi'); g.focus(); \
         g.dispatchEvent(new ClipboardEvent('paste', {clipboardData: t, bubbles: true, cancelable: true})); })()",
    );
    written(&here, |text| {
        ["- [Senin, 08.00]", "- [Selasa, 09.00 <b>]", "- [Rabu pagi, 10.00]"].iter().all(|row| text.contains(row))
    });
    layar.wait("document.querySelectorAll('.kisi-baris').length === 3");
    layar.eval("document.querySelector('.kisi').focus()");
    layar.key("ArrowRight", false, false);
    layar.key("Enter", false, false);
    layar.wait("document.querySelector('.kisi-sunting')");
    layar.eval("document.querySelector('.kisi-sunting').select()");
    layar.write("Kamis");
    layar.key("Enter", false, false);
    written(&here, |text| text.contains("- [Kamis, 08.00]"));
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn lines_that_are_pasted_become_items() {
    let Some((here, _server, mut layar)) = opened() else { return };
    for (jalan, value) in
        [("[\"menimbang\",0]", "bahwa satu;\\r\\nbahwa dua\\n\\n"), ("[\"tentang\"]", "Penetapan\\nJam")]
    {
        let element = field(jalan);
        layar.eval(&format!(
            "(() => {{ const t = new DataTransfer(); t.setData('text/plain', '{value}'); const e = {element}; e.focus(); e.select(); \
             e.dispatchEvent(new ClipboardEvent('paste', {{clipboardData: t, bubbles: true, cancelable: true}})); }})()"
        ));
    }
    written(&here, |text| text.contains("bahwa satu;\n  - bahwa dua\n") && text.contains("  Penetapan Jam\n"));
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn texts_of_a_decree_stay_texts() {
    let Some(browser) = browser() else { return };
    let here = office();
    let hostile = "</textarea><script>window.kena = 1</script><img src=x onerror='window.kena = 1'><svg onload='window.kena = 1'>";
    let quoted = serde_json::json!(hostile).to_string();
    let before = text(&here);
    let planted = before
        .replace("Penetapan Jam Layanan Tamu", hostile.replace('\n', " ").as_str())
        .replace(
            "  - Keputusan ini mulai",
            &format!("  - {quoted}\n  - teks: {quoted}\n    rincian: [{quoted}]\n  - Keputusan ini mulai"),
        )
        .replace("[Jumat, ", &format!("[{quoted}, "))
        .replace("mengingat: [", &format!("mengingat: [{quoted}, "))
        .replace("judul: Jam Layanan Tamu", &format!("judul: {quoted}"));
    assert_ne!(planted, before);
    fs::write(here.path().join(FIRST), planted).expect("written");
    let server = Peladen::start(here.path());
    let mut layar = Layar::open(&browser, SIZE, &server.address);
    layar.press("</textarea>");
    layar.wait("document.querySelector('.di-tempat')");
    layar.press("Buka tabel");
    layar.wait("document.querySelector('.kisi [role=gridcell]')");
    for tab in ["temuan", "yaml", "terbit"] {
        layar.click(&format!("document.querySelector('#tab-{tab}')"));
    }
    layar.press("Daftar");
    layar.wait("document.querySelector('h1').textContent === 'Daftar'");
    std::thread::sleep(Duration::from_millis(200));
    assert_eq!(layar.eval("window.kena ?? null"), serde_json::Value::Null);
    assert_eq!(
        layar.eval("document.querySelectorAll('main script, main svg, main [onerror], main [onload]').length"),
        0
    );
}

#[test]
fn what_is_pressed_and_typed_while_a_change_is_on_its_way_belongs_to_its_item() {
    let Some((here, _server, mut layar)) = opened() else { return };
    layar.click(&field("[\"diktum\",0]"));
    layar.key("Enter", false, false);
    layar.write("tingkat satu");
    layar.key("ArrowRight", false, true);
    layar.key("Enter", false, false);
    layar.write("tingkat dua");
    layar.key("ArrowRight", false, true);
    layar.key("Enter", false, false);
    layar.write("tingkat dua lagi");
    let nested = "    rincian:\n      - teks: tingkat satu\n        rincian:\n          - tingkat dua\n          - tingkat dua lagi\n  - Keputusan ini mulai";
    written(&here, |text| text.contains(nested));
    // Two items are taken away by two presses at once: those whose buttons were pressed.
    layar.click(&field("[\"diktum\",1]"));
    for name in ["buang satu", "buang dua", "tetap tiga"] {
        layar.key("Enter", false, false);
        layar.write(name);
    }
    written(&here, |text| text.contains("  - tetap tiga\n"));
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan'");
    layar.eval(
        "(() => { const all = [...document.querySelectorAll('textarea')]; for (const text of ['buang satu', 'buang dua']) \
         all.find((e) => e.value === text).closest('li').querySelector('[title=Hapus]').click(); })()",
    );
    written(&here, |text| !text.contains("buang") && text.contains("  - tetap tiga\n"));
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn cells_that_do_not_fit_are_refused_and_marks_that_cannot_be_seen_are_named() {
    let Some((here, _server, mut layar)) = opened() else { return };
    let paste = |layar: &mut Layar, cells: &str| {
        layar.eval(&format!(
            "(() => {{ const t = new DataTransfer(); t.setData('text/plain', '{cells}'); const g = document.querySelector('.kisi'); \
             g.focus(); g.dispatchEvent(new ClipboardEvent('paste', {{clipboardData: t, bubbles: true, cancelable: true}})); }})()"
        ));
    };
    let told = |words: &str| format!("document.querySelector('#kabar').textContent.includes('{words}')");
    layar.press("Buka tabel");
    layar.wait("document.querySelector('.kisi [role=gridcell]')");
    let before = text(&here);
    layar.eval("document.querySelector('.kisi').focus()");
    layar.key("End", false, false);
    paste(&mut layar, "satu\\tdua\\ttiga");
    layar.wait(&told("3 kolom"));
    assert_eq!(text(&here), before);
    layar.key("Home", false, false);
    layar.key("ArrowRight", false, false);
    paste(&mut layar, "Se\\u200enin\\t08.00\\nSelasa\\t\"09.00\\n10.00\"\\nRabu\\t11.00");
    layar.wait(&told("baris 1 kolom 2: U+200E"));
    layar.wait(&told("1 sel menjadi spasi"));
    written(&here, |text| {
        ["- [Senin, 08.00]", "- [Selasa, 09.00 10.00]", "- [Rabu, 11.00]"].iter().all(|row| text.contains(row))
    });
    assert_eq!(layar.errors, Vec::<String>::new());
}

#[test]
fn a_text_that_was_changed_elsewhere_is_chosen_and_until_then_kept() {
    let Some((here, _server, mut layar)) = opened() else { return };
    let last = field("[\"diktum\",1]");
    layar.click(&last);
    layar.key("End", true, false);
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan'");
    // The change comes in between: what is typed was meant for the text before it.
    layar.eval(&format!(
        "(() => {{ const e = {last}; e.value += ' Milik saya'; e.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    ));
    written(&here, |text| text.contains("Milik saya"));
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan'");
    let theirs = text(&here).replace("Milik saya", "Milik luar");
    fs::write(here.path().join(FIRST), &theirs).expect("written");
    layar.eval(&format!(
        "(() => {{ const e = {last}; e.value += ' tetap'; e.dispatchEvent(new Event('input', {{bubbles: true}})); }})()"
    ));
    layar.wait("document.querySelector('.bentrok')");
    layar.write(" ada");
    layar.wait(&format!("{last}.value.endsWith('Milik saya tetap ada')"));
    layar.wait("document.querySelector('.status').textContent === 'Belum tersimpan'");
    assert_eq!(text(&here), theirs);
    layar.press("Pakai tulisan saya");
    written(&here, |text| text.contains("Milik saya tetap ada"));
    layar.wait("document.querySelector('.status').textContent === 'Tersimpan' && !document.querySelector('.bentrok')");
}

#[test]
fn an_issued_decree_is_compared_and_withdrawn() {
    let Some(browser) = browser() else { return };
    let here = office();
    let ran = naskah(here.path(), ["terbit", FIRST, "--tanggal", "2026-03-02", "--ya"]);
    assert_eq!(ran.code, Some(0), "{}", ran.err);
    let later = FIRST.replace("jam-layanan", "jam-buka");
    let new = text(&here).replace("layanan kepada masyarakat", "layanan kepada warga").replace("nomor: 1", "nomor: 2");
    fs::write(here.path().join(&later), new).expect("written");
    let server = Peladen::start(here.path());
    let mut layar = Layar::open(&browser, SIZE, &server.address);
    // What is issued can be opened, rolled and compared as drafts can.
    layar.wait("document.querySelector('[aria-labelledby=h-terbit] td a')");
    layar.click("document.querySelector('[aria-labelledby=h-terbit] [aria-label^=Bandingkan]')");
    layar.wait("document.querySelectorAll('select').length === 2");
    layar.eval(&format!("document.querySelectorAll('select')[1].value = '{later}'"));
    layar.click("document.querySelector('form button')");
    layar.wait("document.querySelector('pre')?.textContent.includes('warga')");
    layar.wait("[...document.querySelectorAll('a')].some((e) => e.textContent.startsWith('Buka output/'))");
    // A PDF that is there is replaced only when that is asked for.
    let redline = fs::read_dir(here.path().join("output/2026")).expect("made").flatten().map(|entry| entry.path());
    let redline = redline
        .into_iter()
        .find(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("beda-")))
        .expect("the redline");
    fs::write(&redline, "lain").expect("written");
    layar.click("document.querySelector('form button')");
    layar.wait("document.querySelector('h3')?.textContent === 'Naskah bercoretan tidak dibuat'");
    assert_eq!(fs::read(&redline).expect("kept"), b"lain");
    layar.press("Ganti PDF yang sudah ada");
    layar.wait("document.querySelector('h3')?.textContent === 'Naskah bercoretan dibuat'");
    assert_ne!(fs::read(&redline).expect("made"), b"lain");
    // A withdrawal needs its reason.
    layar.press("Daftar");
    layar.press("Batalkan …");
    layar.press("Batalkan keputusan ini");
    assert_eq!(layar.eval("document.querySelector('dialog[open]') !== null"), true);
    layar.click("document.querySelector('dialog input')");
    layar.write("ditetapkan ulang dengan jam lain");
    layar.press("Batalkan keputusan ini");
    layar.wait("document.querySelector('main tbody tr').textContent.includes('dibatalkan')");
    let register = fs::read_to_string(here.path().join("data/register/2026.jsonl")).expect("the register");
    assert!(register.contains("ditetapkan ulang dengan jam lain"), "{register}");
    assert_eq!(layar.errors, Vec::<String>::new());
}
