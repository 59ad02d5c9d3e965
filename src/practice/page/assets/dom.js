/**
 * Makes an element. `given` holds its class (`is`), words (`text`), listeners (`on`) and, under their own names,
 * attributes; an attribute that is null or false is left out.
 */
export function make(tag, given = {}, ...children) {
  const element = document.createElement(tag);
  const { is, text, on, ...attributes } = given;
  if (is) element.className = is;
  if (text !== undefined) element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  for (const [event, listener] of Object.entries(on ?? {})) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== null));
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

const SHAPES = {
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  sound: 'M12 4a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3zM6 11a6 6 0 0 0 12 0M12 17v3',
  call: 'M6 4h3l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z',
  send: 'M4 12l16-8-6 16-3-7z',
  open: 'M14 5h5v5M19 5l-8 8M11 6H6v12h12v-5',
};

/** A small drawing; always beside words or under an accessible name, so it is hidden from readers. */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', SHAPES[name]);
  svg.append(path);
  return svg;
}

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/;

/** Words with their web addresses made into links. */
export function linked(words) {
  return words
    .split(ADDRESS)
    .map((part, index) =>
      index % 2 === 0 ? part : make('a', { href: part, target: '_blank', rel: 'noreferrer', text: part }),
    );
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** "23:40", for people and for machines. */
export function timeOf(iso) {
  return make('time', { datetime: iso, text: clock.format(new Date(iso)) });
}
