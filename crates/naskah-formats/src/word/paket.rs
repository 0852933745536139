//! The package: every part with its type and its relations; the same bytes for the same decree.

use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::isi::Dokumen;
use super::kepala::REFERENSI;
use super::xml::Xml;
use super::{Bahan, W, dokumen, gaya, kepala, nomor, ukuran};

/// What begins the types of relations, and of parts.
const RELASI: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const JENIS: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/// The identity of a document's own properties.
const MILIK: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// Parts of the text: identity, kind of relation, name, type.
const BAGIAN: [(&str, &str, &str, &str); 9] = [
    ("rIdGaya", "styles", "styles.xml", "styles"),
    ("rIdNomor", "numbering", "numbering.xml", "numbering"),
    ("rIdSetelan", "settings", "settings.xml", "settings"),
    ("rIdHuruf", "fontTable", "fontTable.xml", "fontTable"),
    (REFERENSI[0], "header", "header1.xml", "header"),
    (REFERENSI[1], "header", "header2.xml", "header"),
    (REFERENSI[2], "header", "header3.xml", "header"),
    (REFERENSI[3], "header", "header4.xml", "header"),
    ("rIdKaki", "footer", "footer1.xml", "footer"),
];

/// The package of a document.
pub fn paket(dokumen: &Dokumen, bahan: &Bahan<'_>) -> Vec<u8> {
    let (naskah, h) = (bahan.naskah, &bahan.naskah.halaman);
    let mut parts: Vec<(String, Vec<u8>)> = vec![
        ("[Content_Types].xml".into(), types()),
        ("_rels/.rels".into(), package_relations()),
        ("docProps/core.xml".into(), core(bahan)),
        ("docProps/app.xml".into(), app()),
        ("docProps/custom.xml".into(), custom(bahan)),
        ("word/_rels/document.xml.rels".into(), relations(bahan)),
        ("word/document.xml".into(), dokumen::document(dokumen, bahan)),
        ("word/styles.xml".into(), gaya::styles(h)),
        ("word/numbering.xml".into(), nomor::numbering(&dokumen.daftar)),
        ("word/settings.xml".into(), settings(h.margin_cermin)),
        ("word/fontTable.xml".into(), gaya::fonts(h)),
        ("word/footer1.xml".into(), kepala::kaki(naskah)),
    ];
    let headers = kepala::semua(naskah, dokumen::ulang(bahan)).into_iter().enumerate();
    parts.extend(headers.map(|(at, header)| (format!("word/header{}.xml", at + 1), header)));
    for one in bahan.gambar {
        let file = ukuran::berkas(bahan.gambar, &one.berkas);
        parts.extend(file.map(|(name, bytes)| (format!("word/media/{name}"), bytes.to_vec())));
    }
    // Memory takes every part.
    packed(&parts).unwrap_or_default()
}

fn packed(parts: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(zip::DateTime::default());
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

fn types() -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("Types", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")], |xml| {
        for (ending, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("jpeg", "image/jpeg"),
        ] {
            xml.empty("Default", &[("Extension", ending), ("ContentType", kind)]);
        }
        let mut part = |name: &str, kind: &str| xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        part("/word/document.xml", &format!("{JENIS}.document.main+xml"));
        for (_, _, name, kind) in BAGIAN {
            part(&format!("/word/{name}"), &format!("{JENIS}.{kind}+xml"));
        }
        part("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        part("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        part("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml");
    });
    xml.done()
}

fn all_relations(list: &[(String, String, String)]) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("Relationships", &[("xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")], |xml| {
        for (id, kind, target) in list {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    });
    xml.done()
}

fn package_relations() -> Vec<u8> {
    let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties".to_owned();
    all_relations(&[
        ("rId1".into(), format!("{RELASI}/officeDocument"), "word/document.xml".into()),
        ("rId2".into(), core, "docProps/core.xml".into()),
        ("rId3".into(), format!("{RELASI}/extended-properties"), "docProps/app.xml".into()),
        ("rId4".into(), format!("{RELASI}/custom-properties"), "docProps/custom.xml".into()),
    ])
}

fn relations(bahan: &Bahan<'_>) -> Vec<u8> {
    let part =
        |(id, kind, name, _): (&str, &str, &str, &str)| (id.to_owned(), format!("{RELASI}/{kind}"), name.to_owned());
    let mut list: Vec<(String, String, String)> = BAGIAN.map(part).into();
    for one in bahan.gambar {
        let file = ukuran::berkas(bahan.gambar, &one.berkas);
        list.extend(file.map(|(name, _)| (format!("rId_{name}"), format!("{RELASI}/image"), format!("media/{name}"))));
    }
    all_relations(&list)
}

fn core(bahan: &Bahan<'_>) -> Vec<u8> {
    let meta = &bahan.naskah.meta;
    let (year, month, day) = meta.tanggal;
    let time = format!("{year:04}-{month:02}-{day:02}T00:00:00Z");
    let mut xml = Xml::new();
    let space = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    xml.tag("cp:coreProperties", &space, |xml| {
        xml.texted("dc:title", &[], &meta.judul);
        xml.texted("dc:creator", &[], &meta.pengarang);
        xml.texted("dc:language", &[], "id-ID");
        xml.texted("cp:lastModifiedBy", &[], &meta.pengarang);
        for tag in ["dcterms:created", "dcterms:modified"] {
            xml.texted(tag, &[("xsi:type", "dcterms:W3CDTF")], &time);
        }
    });
    xml.done()
}

fn app() -> Vec<u8> {
    let mut xml = Xml::new();
    let space = [("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties")];
    xml.tag("Properties", &space, |xml| xml.texted("Application", &[], "naskah"));
    xml.done()
}

/// What the file says of itself to this program.
fn custom(bahan: &Bahan<'_>) -> Vec<u8> {
    let mut xml = Xml::new();
    let space = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    xml.tag("Properties", &space, |xml| {
        for (at, (name, value)) in bahan.milik.iter().enumerate() {
            // The first two numbers are Word's own.
            let pid = (at + 2).to_string();
            xml.tag("property", &[("fmtid", MILIK), ("pid", &pid), ("name", name)], |xml| {
                xml.texted("vt:lpwstr", &[], value);
            });
        }
    });
    xml.done()
}

fn settings(cermin: bool) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.tag("w:settings", &[("xmlns:w", W)], |xml| {
        xml.empty("w:zoom", &[("w:percent", "100")]);
        xml.yes("w:mirrorMargins", cermin);
        xml.val("w:defaultTabStop", "720");
        xml.val("w:characterSpacingControl", "doNotCompress");
        xml.tag("w:compat", &[], |xml| {
            let word = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &word);
        });
        xml.empty("w:themeFontLang", &[("w:val", "id-ID")]);
        xml.val("w:decimalSymbol", ",");
        xml.val("w:listSeparator", ";");
    });
    xml.done()
}
