// What was copied elsewhere, as rows of cells: a table of Excel, Word or a web page, or lines with tabs.

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
  return plain.filter(Boolean).join(' ');
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
    else cell += c === '\n' ? ' ' : c;
  }
  rows.at(-1).push(cell);
  return rows.map((row) => row.map((one) => one.trim()));
}

// Cells as text that Excel and Word take.
export function tulis(rows) {
  const cell = (text) => (/["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}
