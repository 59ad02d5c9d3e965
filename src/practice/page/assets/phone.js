import { createCall } from './call.js';
import { createComposer } from './composer.js';
import { icon, make } from './dom.js';
import { createInbox } from './inbox.js';
import { createThread } from './thread.js';

const HUES = 6;

/** One practice phone: whose it is, its texts and calls, its e-mail, and where its owner can go. */
export function createPhone(person, onRead) {
  const titleId = `name-${person.id}`;
  const badge = make('span', { is: 'badge', hidden: true });
  const stopped = make('p', { is: 'stopped', text: 'Has stopped texts', hidden: true });
  const thread = person.phone === null ? null : createThread(person);
  const inbox = person.email === null ? null : createInbox(person);
  const call = createCall(person);
  const element = make(
    'article',
    { is: 'phone', 'aria-labelledby': titleId },
    header(person, titleId, badge),
    links(person),
    stopped,
    ...faces(person, thread, inbox),
    person.phone === null ? null : createComposer(person),
    call.element,
  );

  let seen = new Set();
  let arrived = [];

  function markRead() {
    if (arrived.every((id) => seen.has(id))) return;
    seen = new Set(arrived);
    showUnread();
    onRead();
  }
  element.addEventListener('focusin', markRead);
  element.addEventListener('pointerdown', markRead);

  function unread() {
    return arrived.filter((id) => !seen.has(id)).length;
  }

  function showUnread() {
    const count = unread();
    badge.hidden = count === 0;
    badge.replaceChildren(String(count), make('span', { is: 'unseen', text: ' new' }));
    element.classList.toggle('has-news', count > 0);
  }

  function update(state) {
    arrived = [...(thread?.update(state) ?? []), ...(inbox?.update(state) ?? [])];
    call.update(state);
    stopped.hidden = !state.optedOut.includes(person.phone);
    if (element.contains(document.activeElement) && document.hasFocus()) seen = new Set(arrived);
    showUnread();
  }

  return { element, update, unread };
}

function header(person, titleId, badge) {
  const hue = [...person.id].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % HUES;
  return make(
    'header',
    { is: 'phone-top' },
    make(
      'div',
      { is: 'face-holder' },
      make('span', {
        is: `face face-${hue}`,
        text: person.who === 'stranger' ? '?' : person.name.charAt(0),
        'aria-hidden': 'true',
      }),
      badge,
    ),
    make(
      'div',
      { is: 'who' },
      make('h3', { id: titleId, text: person.name }),
      make('p', { text: person.about }),
      make('p', { is: 'number', text: person.phone ?? person.email ?? 'web chat only' }),
    ),
  );
}

function links({ name, links: places }) {
  if (places.length === 0) return null;
  return make(
    'ul',
    { is: 'places', 'aria-label': `Places for ${name}` },
    ...places.map(({ label, url }) =>
      make('li', {}, make('a', { href: url, target: '_blank', rel: 'noreferrer' }, label, icon('open'))),
    ),
  );
}

/** Texts and e-mail share the face of a phone; with only one of them there is nothing to choose. */
function faces(person, thread, inbox) {
  if (thread === null && inbox === null) {
    return [make('p', { is: 'no-phone', text: `${person.name} writes on the web chat.` })];
  }
  if (thread === null || inbox === null) return [(thread ?? inbox).element];
  const tabs = [
    { label: 'Texts and calls', face: thread.element },
    { label: 'E-mail', face: inbox.element },
  ].map(({ label, face }, index) => {
    const tab = make('button', {
      is: 'tab',
      type: 'button',
      role: 'tab',
      id: `tab-${person.id}-${index}`,
      text: label,
    });
    face.setAttribute('role', 'tabpanel');
    face.setAttribute('aria-labelledby', tab.id);
    return { tab, face };
  });
  inbox.onCount((count) => (tabs[1].tab.textContent = count === 0 ? 'E-mail' : `E-mail (${count})`));

  function choose(chosen) {
    for (const { tab, face } of tabs) {
      const on = tab === chosen;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
      face.hidden = !on;
    }
  }
  const bar = make('div', { is: 'tabs', role: 'tablist', 'aria-label': `What ${person.name} sees` });
  for (const { tab } of tabs) {
    tab.addEventListener('click', () => choose(tab));
    bar.append(tab);
  }
  bar.addEventListener('keydown', ({ key }) => {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
    const other = tabs.find(({ tab }) => tab.getAttribute('aria-selected') === 'false').tab;
    choose(other);
    other.focus();
  });
  choose(tabs[0].tab);
  return [bar, ...tabs.map(({ face }) => face)];
}
