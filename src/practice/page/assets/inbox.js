import { linked, make, timeOf } from './dom.js';

/** The e-mails of one practitioner, newest first. */
export function createInbox(person) {
  const list = make('ol', { is: 'emails' });
  const empty = make('p', { is: 'nothing', text: 'No e-mail yet.' });
  const element = make(
    'div',
    { is: 'face-of-phone inbox', tabindex: '0', 'aria-label': `E-mail of ${person.name}` },
    empty,
    make('div', { role: 'log', 'aria-label': `New e-mail for ${person.name}` }, list),
  );
  const drawn = new Map();
  let tellCount = () => {};

  function update(state) {
    const address = person.email.toLowerCase();
    const own = state.emails.filter(({ to }) => to.some((one) => one.toLowerCase() === address));
    for (const email of own) {
      if (drawn.has(email.id)) continue;
      drawn.set(email.id, drawEmail(email));
      list.prepend(drawn.get(email.id));
    }
    for (const [id, node] of drawn) if (!own.some((email) => email.id === id)) node.remove();
    empty.hidden = own.length > 0;
    tellCount(own.length);
    return own.map(({ id }) => id);
  }

  return { element, update, onCount: (listener) => (tellCount = listener) };
}

function drawEmail({ from, subject, text, at }) {
  return make(
    'li',
    { is: 'email' },
    make('h4', { text: subject }),
    make('p', { is: 'small' }, from, ' · ', timeOf(at)),
    make('div', { is: 'words' }, ...linked(text)),
  );
}
