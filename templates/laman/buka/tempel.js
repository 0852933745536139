// What was copied elsewhere, as rows of cells: a table of Excel, Word or a web page, or lines with tabs.

// Marks without ink and controls, which no page can show: they come along from other programs.
const TAK_TERLIHAT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

// A text without such marks, its line ends as others have them, and what is to be told of it.
export function bersih(text) {
  const gone = new Set(text.match(TAK_TERLIHAT) ?? []);
  const names = [...gone].map((mark) => `U+${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`);
  const teks = text.replace(TAK_TERLIHAT, '').replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
  return { teks, tanda: names, catatan: names.length ? `Tanda tak terlihat (${names.join(', ')}) dibuang.` : '' };
}

// Cells in one line each, without marks that cannot be seen, and what is to be told of it; `row` and `column` count from 0.
export function rapikan(rows, row = 0, column = 0) {
  const marks = [];
  let lines = 0;
  const cells = rows.map((line, down) => line.map((text, right) => {
    const { teks, tanda } = bersih(text);
    if (tanda.length) marks.push(`baris ${row + down + 1} kolom ${column + right + 1}: ${tanda.join(', ')}`);
    if (!/\n/.test(teks.trim())) return teks;
    lines += 1;
    return teks.trim().replace(/[ \t]*\n\s*/g, ' ');
  }));
  const more = marks.length > 3 ? `; dan ${marks.length - 3} sel lain` : '';
  const catatan = [
    marks.length ? `Tanda tak terlihat dibuang (${marks.slice(0, 3).join('; ')}${more}).` : '',
    lines ? `Ganti baris di dalam ${lines} sel menjadi spasi.` : '',
  ];
  return { rows: cells, catatan: catatan.filter(Boolean).join(' ') };
}

// The rows of a clipboard; nothing where it holds a single text.
export function baca(clipboard) {
  const html = clipboard.getData('text/html');
  const table = html && new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table) return dariTabel(table);
  const text = clipboard.getData('text/plain');
  return /[\t\n]/.test(text.trimEnd()) ? dariTeks(text) : null;
}

// Merged cells keep their text in the first one; those that it covers are empty.
function dariTabel(table) {
  const rows = [];
  [...table.rows].forEach((row, at) => {
    rows[at] ??= [];
    let column = 0;
    for (const cell of row.cells) {
      while (rows[at][column] !== undefined) column += 1;
      for (let down = 0; down < cell.rowSpan; down += 1) {
        for (let right = 0; right < cell.colSpan; right += 1) {
          rows[at + down] ??= [];
          rows[at + down][column + right] = down || right ? '' : teks(cell);
        }
      }
      column += cell.colSpan;
    }
  });
  const width = Math.max(...rows.map((row) => row.length));
  return rows.slice(0, table.rows.length).map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ''));
}

function teks(cell) {
  const lines = [];
  const walk = (node) => {
    if (node.nodeType === 3) lines.push(node.data);
    else if (node.nodeName === 'BR') lines.push('\n');
    else {
      node.childNodes.forEach(walk);
      if (/^(P|DIV|LI)$/.test(node.nodeName)) lines.push('\n');
    }
  };
  cell.childNodes.forEach(walk);
  const plain = lines.join('').split('\n').map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim());
  return plain.filter(Boolean).join('\n');
}

// Lines with tabs, cells in quotes where they hold line ends.
function dariTeks(text) {
  const rows = [[]];
  let cell = '';
  let quoted = false;
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let at = 0; at < plain.length; at += 1) {
    const c = plain[at];
    if (quoted && c === '"' && plain[at + 1] === '"') { cell += '"'; at += 1; }
    else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && c === '\t') { rows.at(-1).push(cell); cell = ''; }
    else if (!quoted && c === '\n') { rows.at(-1).push(cell); cell = ''; rows.push([]); }
    else cell += c;
  }
  rows.at(-1).push(cell);
  return rows.map((row) => row.map((one) => one.trim()));
}

// Cells as text that Excel and Word take.
export function tulis(rows) {
  const cell = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
