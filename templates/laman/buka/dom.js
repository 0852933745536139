// Elements, announcements, dialogs. Whatever comes from a decree is set as text, never as markup.

export const $ = (id) => document.getElementById(id);

// An element: its attributes (`on…` are listeners, `class`, `dataset`), and what stands in it.
export function el(name, attributes = {}, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (key === 'class') node.className = value;
    else if (key === 'dataset') Object.assign(node.dataset, value);
    else if (key === 'value') node.value = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...inside.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
  return node;
}

export function fill(node, ...inside) {
  node.replaceChildren(...inside.flat(Infinity).filter((one) => one !== null && one !== undefined && one !== false));
  return node;
}

export function button(text, onclick, attributes = {}) {
  return el('button', { type: 'button', onclick, ...attributes }, text);
}

let told = 0;

// Says something to everybody; `bad` stays until the next.
export function kabarkan(text, bad = false) {
  const box = $('kabar');
  box.className = bad ? 'kabar galat' : 'kabar';
  box.textContent = text;
  clearTimeout(told);
  if (!bad) told = setTimeout(() => { box.textContent = ''; box.className = ''; }, 6000);
}

export const galat = (error) => kabarkan(error.message, true);

let count = 0;

// A field with its label. `kind` is `input`, `textarea`, or a list of choices `[value, text]`.
export function field(label, { kind = 'input', value = '', hint = '', type = 'text', required = false, ...rest } = {}) {
  const id = `f${++count}`;
  const described = hint ? `${id}-h` : null;
  const shared = { id, 'aria-describedby': described, required, ...rest };
  let input;
  if (Array.isArray(kind)) {
    input = el('select', shared, kind.map(([own, text]) => el('option', { value: own }, text)));
    input.value = value;
  } else {
    input = el(kind, kind === 'input' ? { type, ...shared } : shared);
    input.value = value;
  }
  const box = el('div', { class: 'isian' }, el('label', { for: id }, label), input,
    hint && el('p', { class: 'petunjuk', id: described }, hint));
  return { box, input };
}

// A dialog that keeps the focus; the promise gives what closed it.
export function dialog(title, body, actions) {
  return new Promise((done) => {
    const id = `d${++count}`;
    const before = document.activeElement;
    // What must be filled in is asked for before anything is done.
    const shut = (value) => {
      const open = value && [...box.querySelectorAll('input, textarea')].find((one) => !one.checkValidity());
      if (open) open.reportValidity();
      else box.close(value);
    };
    const box = el('dialog', { 'aria-labelledby': id, class: 'dialog' },
      el('h2', { id }, title), body,
      el('div', { class: 'tindakan' }, actions.map(([text, value, main]) =>
        button(text, () => shut(value), { class: main ? 'utama' : '' }))));
    const main = actions.find(([, , first]) => first)?.[1];
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.isComposing) return;
      event.preventDefault();
      shut(main);
    });
    box.addEventListener('close', () => { box.remove(); before?.focus?.(); done(box.returnValue); });
    document.body.append(box);
    box.showModal();
  });
}

// A list of findings of a command.
export function temuan(found) {
  return found.length === 0 ? null : el('ul', { class: 'temuan' }, found.map((one) =>
    el('li', { class: one.tingkat },
      el('strong', {}, `${one.tingkat} ${one.kode}`), ' ', one.pesan,
      (one.petunjuk ?? []).map((hint) => el('div', { class: 'petunjuk' }, hint)))));
}
