//! Sheets as an OpenDocument workbook: a small writer, for the one table form that is needed.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::page::{Page, PageRow, Value};
use super::{Gabungan, column_name};

const MIMETYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

const NAMESPACES: &str = r#"xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.3""#;

/// The workbook's bytes.
pub fn write(pages: &[Page]) -> ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // The type stands first and unpacked, so that any program can tell it.
    zip.start_file("mimetype", SimpleFileOptions::default().compression_method(CompressionMethod::Stored))?;
    zip.write_all(MIMETYPE.as_bytes())?;
    for (name, text) in
        [("META-INF/manifest.xml", manifest()), ("content.xml", content(pages)), ("settings.xml", settings(pages))]
    {
        zip.start_file(name, packed)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn manifest() -> String {
    let entry = |path: &str, kind: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{kind}\"/>")
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<manifest:manifest \
         xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">{}{}{}</manifest:manifest>",
        entry("/", MIMETYPE),
        entry("content.xml", "text/xml"),
        entry("settings.xml", "text/xml"),
    )
}

/// What stays in sight: the head's rows and the first columns.
fn settings(pages: &[Page]) -> String {
    let item = |name: &str, kind: &str, value: String| {
        format!("<config:config-item config:name=\"{name}\" config:type=\"{kind}\">{value}</config:config-item>")
    };
    let mut tables = String::new();
    for page in pages {
        let (rows, columns) = (page.kepala.len().to_string(), page.beku.to_string());
        let items = [
            item("HorizontalSplitMode", "short", "2".into()),
            item("VerticalSplitMode", "short", "2".into()),
            item("HorizontalSplitPosition", "int", columns.clone()),
            item("VerticalSplitPosition", "int", rows.clone()),
            item("PositionRight", "int", columns),
            item("PositionBottom", "int", rows),
        ];
        let name = escaped(&page.nama);
        let _ = write!(
            tables,
            "<config:config-item-map-entry config:name=\"{name}\">{}</config:config-item-map-entry>",
            items.concat()
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-settings {NAMESPACES}><office:settings>\
         <config:config-item-set config:name=\"ooo:view-settings\"><config:config-item-map-indexed config:name=\"Views\">\
         <config:config-item-map-entry>{}<config:config-item-map-named config:name=\"Tables\">{tables}\
         </config:config-item-map-named></config:config-item-map-entry></config:config-item-map-indexed>\
         </config:config-item-set></office:settings></office:document-settings>",
        item("ViewId", "string", "view1".into())
    )
}

fn content(pages: &[Page]) -> String {
    let (lists, choices) = Page::choices(pages);
    let mut widths: Vec<String> = Vec::new();
    let mut tables = String::new();
    for page in pages {
        table(page, &lists, &mut widths, &mut tables);
    }
    if !lists.is_empty() {
        let _ = write!(tables, "<table:table table:name=\"{choices}\">");
        for row in 0..lists.iter().map(|list| list.len()).max().unwrap_or(0) {
            tables.push_str("<table:table-row>");
            for list in &lists {
                cell(
                    list.get(row).map_or(Value::Kosong, |choice| Value::Teks(choice.clone())),
                    "teks",
                    "",
                    &mut tables,
                );
            }
            tables.push_str("</table:table-row>");
        }
        tables.push_str("</table:table>");
    }
    let validations: String = lists
        .iter()
        .enumerate()
        .map(|(at, list)| {
            let letters = column_name(at);
            format!(
                "<table:content-validation table:name=\"pilihan{at}\" table:condition=\"of:cell-content-is-in-list([${choices}.${letters}$1:.${letters}${}])\" table:allow-empty-cell=\"true\" table:display-list=\"unsorted\"><table:error-message table:display=\"false\"/></table:content-validation>",
                list.len()
            )
        })
        .collect();
    let validations = match validations.as_str() {
        "" => String::new(),
        some => format!("<table:content-validations>{some}</table:content-validations>"),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content {NAMESPACES}><office:automatic-styles>{}{}\
         </office:automatic-styles><office:body><office:spreadsheet>{validations}{tables}</office:spreadsheet></office:body>\
         </office:document-content>",
        widths.concat(),
        cell_styles()
    )
}

/// The looks of cells, by name; `bilangan0` … `bilangan9` have so many decimal places.
fn cell_styles() -> String {
    let border = "fo:border=\"0.5pt solid #000000\" fo:wrap-option=\"wrap\" style:vertical-align=\"top\"";
    let style = |name: &str, data: &str, cell: &str, text: &str| {
        format!(
            "<style:style style:name=\"{name}\" style:family=\"table-cell\" style:data-style-name=\"{data}\">\
             <style:table-cell-properties {border} {cell}/><style:text-properties {text}/></style:style>"
        )
    };
    let mut out = "<number:text-style style:name=\"Nteks\"><number:text-content/></number:text-style>".to_owned();
    for places in 0..10 {
        let _ = write!(
            out,
            "<number:number-style style:name=\"N{places}\"><number:number number:min-integer-digits=\"1\" number:decimal-places=\"{places}\" number:min-decimal-places=\"{places}\" number:grouping=\"true\"/></number:number-style>"
        );
        out.push_str(&style(&format!("bilangan{places}"), &format!("N{places}"), "", ""));
    }
    out.push_str(&style("teks", "Nteks", "", ""));
    out.push_str(&style("tebal", "Nteks", "", "fo:font-weight=\"bold\""));
    out.push_str(&style("pucat", "Nteks", "fo:background-color=\"#f2f2f2\"", "fo:color=\"#808080\""));
    out.push_str(&style("tertutup", "Nteks", "fo:background-color=\"#f2f2f2\"", ""));
    out.push_str(&style("kepala", "Nteks", "fo:background-color=\"#d9d9d9\"", "fo:font-weight=\"bold\""));
    out
}

fn table(page: &Page, lists: &[&[String]], widths: &mut Vec<String>, out: &mut String) {
    let _ = write!(out, "<table:table table:name=\"{}\">", escaped(&page.nama));
    for column in &page.kolom {
        let name = format!("kolom{}", widths.len());
        widths.push(format!(
            "<style:style style:name=\"{name}\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"{:.2}cm\"/></style:style>",
            column.lebar * 0.2
        ));
        let _ = write!(out, "<table:table-column table:style-name=\"{name}\"/>");
    }
    let validation = |column: usize| {
        let list = page.kolom.get(column).filter(|shape| !shape.pilihan.is_empty())?;
        lists.iter().position(|known| *known == list.pilihan.as_slice())
    };
    let heads = page.kepala.len();
    for (row, texts) in page.kepala.iter().enumerate() {
        out.push_str("<table:table-row>");
        for (column, text) in texts.iter().enumerate() {
            place(page, row, column, Value::Teks(text.clone()), "kepala", None, out);
        }
        out.push_str("</table:table-row>");
    }
    let mut depth = 0;
    for (at, row) in page.baris.iter().enumerate() {
        while depth < row.tingkat {
            out.push_str("<table:table-row-group>");
            depth += 1;
        }
        while depth > row.tingkat {
            out.push_str("</table:table-row-group>");
            depth -= 1;
        }
        out.push_str("<table:table-row>");
        for (column, value) in row.sel.iter().enumerate() {
            let look = look(page, row, column, value);
            place(page, heads + at, column, value.clone(), &look, validation(column), out);
        }
        out.push_str("</table:table-row>");
    }
    (0..depth).for_each(|_| out.push_str("</table:table-row-group>"));
    out.push_str("</table:table>");
}

fn look(page: &Page, row: &PageRow, column: usize, value: &Value) -> String {
    match value {
        Value::Tertutup => "tertutup".into(),
        Value::Bilangan(_, places, _) => format!("bilangan{}", places.min(&9)),
        _ if page.kolom.get(column).is_some_and(|shape| shape.pucat) => "pucat".into(),
        _ if row.tebal => "tebal".into(),
        _ => "teks".into(),
    }
}

/// A cell at its place: merged cells say how far they reach, those below them are covered.
fn place(page: &Page, row: usize, column: usize, value: Value, look: &str, list: Option<usize>, out: &mut String) {
    let merged = page.gabungan.iter().find(|merged| merged.contains(row, column));
    let attributes = match merged {
        Some(Gabungan { atas, kiri, bawah, kanan }) if (*atas, *kiri) == (row, column) => {
            let (across, down) = (kanan - kiri + 1, bawah - atas + 1);
            format!(" table:number-columns-spanned=\"{across}\" table:number-rows-spanned=\"{down}\"")
        }
        Some(_) => {
            out.push_str("<table:covered-table-cell/>");
            return;
        }
        None => String::new(),
    };
    let list = list.map_or(String::new(), |at| format!(" table:content-validation-name=\"pilihan{at}\""));
    cell(value, look, &format!("{attributes}{list}"), out);
}

fn cell(value: Value, look: &str, attributes: &str, out: &mut String) {
    let _ = write!(out, "<table:table-cell table:style-name=\"{look}\"{attributes}");
    match value {
        Value::Kosong | Value::Tertutup => out.push_str("/>"),
        Value::Bilangan(number, _, text) => {
            let text = escaped(&text);
            let _ = write!(
                out,
                " office:value-type=\"float\" office:value=\"{number}\"><text:p>{text}</text:p></table:table-cell>"
            );
        }
        Value::Teks(text) => {
            out.push_str(" office:value-type=\"string\">");
            text.split('\n').for_each(|line| {
                let _ = write!(out, "<text:p>{}</text:p>", spaced(line));
            });
            out.push_str("</table:table-cell>");
        }
    }
}

/// A line of text: blanks at its start and rows of blanks would be lost without their own sign.
fn spaced(line: &str) -> String {
    let mut out = String::new();
    let mut blanks = 0;
    for (at, c) in line.char_indices() {
        if c != ' ' && blanks > 0 {
            put_blanks(blanks, at == blanks, false, &mut out);
            blanks = 0;
        }
        match c {
            ' ' => blanks += 1,
            '\t' => out.push_str("<text:tab/>"),
            c => out.push_str(&escaped(c.encode_utf8(&mut [0; 4]))),
        }
    }
    put_blanks(blanks, false, true, &mut out);
    out
}

fn put_blanks(count: usize, first: bool, last: bool, out: &mut String) {
    match (count, first || last) {
        (0, _) => {}
        (1, false) => out.push(' '),
        (n, true) => {
            let _ = write!(out, "<text:s text:c=\"{n}\"/>");
        }
        (n, false) => {
            let _ = write!(out, " <text:s text:c=\"{}\"/>", n - 1);
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
