//! A small writer of Word and OpenDocument texts.

use std::io::{Cursor, Write};

/// A package of parts.
pub fn packed(parts: &[(&str, String)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A text of Word with this body, and other parts beside it, each with its kind.
pub fn docx(body: &str, others: &[(&str, &str, String)]) -> Vec<u8> {
    let rels: String = others
        .iter()
        .map(|(kind, name, _)| format!("<Relationship Id='{kind}' Type='http://x/{kind}' Target='{name}'/>"))
        .collect();
    let document = format!("<w:document xmlns:w='w' xmlns:r='r'><w:body>{body}</w:body></w:document>");
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), "<Types/>".to_owned()),
        ("word/document.xml".to_owned(), document),
        ("word/_rels/document.xml.rels".to_owned(), format!("<Relationships>{rels}</Relationships>")),
    ];
    parts.extend(others.iter().map(|(_, name, text)| (format!("word/{name}"), text.clone())));
    let parts: Vec<(&str, String)> = parts.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    packed(&parts)
}

/// A text of OpenDocument with this body and these automatic styles.
pub fn odt(body: &str, styles: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office='o' xmlns:text='t' xmlns:table='b' xmlns:style='s' xmlns:fo='f'>
        <office:automatic-styles>{styles}</office:automatic-styles>
        <office:body><office:text>{body}</office:text></office:body></office:document-content>"
    );
    packed(&[("mimetype", "application/vnd.oasis.opendocument.text".into()), ("content.xml", content)])
}

/// A text as XML.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// A run; tabs and line ends are those of Word.
pub fn run(text: &str) -> String {
    let text = escaped(text).replace('\t', "</w:t><w:tab/><w:t xml:space='preserve'>");
    let text = text.replace('\n', "</w:t><w:br/><w:t xml:space='preserve'>");
    format!("<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>")
}

/// A paragraph.
pub fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

/// A paragraph in the middle.
pub fn centred(text: &str) -> String {
    format!("<w:p><w:pPr><w:jc w:val='center'/></w:pPr>{}</w:p>", run(text))
}

/// A paragraph of a list.
pub fn numbered(num: usize, level: usize, text: &str) -> String {
    let own = format!("<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{num}'/></w:numPr>");
    format!("<w:p><w:pPr>{own}</w:pPr>{}</w:p>", run(text))
}

/// A cell of paragraphs; `about` are its properties.
pub fn cell(about: &str, paragraphs: &str) -> String {
    format!("<w:tc><w:tcPr>{about}</w:tcPr>{paragraphs}</w:tc>")
}

/// A table of rows of cells.
pub fn table(lines: bool, rows: &[Vec<String>]) -> String {
    let borders = if lines { "<w:tblBorders><w:top w:val='single'/></w:tblBorders>" } else { "" };
    let row = |cells: &Vec<String>| format!("<w:tr>{}</w:tr>", cells.concat());
    format!("<w:tbl><w:tblPr>{borders}</w:tblPr>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// The numbering part: list 1 and 2 of letters and figures, list 3 letters again, begun anew.
pub fn numbering() -> String {
    let level = |at: usize, format: &str| {
        let text = format!("%{}.", at + 1);
        format!(
            "<w:lvl w:ilvl='{at}'><w:start w:val='1'/><w:numFmt w:val='{format}'/><w:lvlText w:val='{text}'/></w:lvl>"
        )
    };
    let form = |id: usize, first: &str, second: &str| {
        format!("<w:abstractNum w:abstractNumId='{id}'>{}{}</w:abstractNum>", level(0, first), level(1, second))
    };
    let again = "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride>";
    format!(
        "<w:numbering xmlns:w='w'>{}{}<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>
        <w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num>
        <w:num w:numId='3'><w:abstractNumId w:val='1'/>{again}</w:num></w:numbering>",
        form(1, "lowerLetter", "decimal"),
        form(2, "decimal", "lowerLetter"),
    )
}
