import { linked, make, timeOf } from './dom.js';

/** Where a text to this phone is, in words; a text that is not here yet, or never came, is drawn faintly. */
const ON_THE_WAY = {
  queued: 'on its way',
  sent: 'on its way',
  undelivered: 'did not arrive',
  failed: 'did not arrive',
};

const ENDINGS = {
  completed: 'Call',
  busy: 'Call declined',
  'no-answer': 'Missed call',
  failed: 'Call failed',
  canceled: 'Call cancelled',
};

/** The texts and past calls of one phone, in the order they happened. */
export function createThread(person) {
  const list = make('ol', { is: 'bubbles' });
  const empty = make('p', { is: 'nothing', text: 'No texts or calls yet.' });
  const element = make(
    'div',
    { is: 'face-of-phone thread', tabindex: '0', 'aria-label': `Texts and calls of ${person.name}` },
    empty,
    make('div', { role: 'log', 'aria-label': `New for ${person.name}` }, list),
  );
  const drawn = new Map();

  function update(state) {
    const texts = state.texts.filter(({ from, to }) => from === person.phone || to === person.phone);
    const calls = state.calls.filter(({ from, to, endedAt }) => endedAt !== null && [from, to].includes(person.phone));
    const items = [...texts.map(drawableText), ...calls.map(drawableCall)].sort((a, b) => a.at.localeCompare(b.at));
    const wasAtEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 60;
    let changed = false;
    for (const item of items) changed = place(item) || changed;
    for (const [id, { node }] of drawn) if (!items.some((item) => item.id === id)) node.remove();
    empty.hidden = items.length > 0;
    if (changed && wasAtEnd) element.scrollTop = element.scrollHeight;
    return [
      ...texts.filter(({ to, status }) => to === person.phone && status === 'delivered').map(({ sid }) => sid),
      ...calls.filter(({ status }) => status === 'no-answer').map(({ sid }) => sid),
    ];
  }

  /** Draws an item once, and again only when what it shows has changed. */
  function place({ id, mark, draw }) {
    const before = drawn.get(id);
    if (before?.mark === mark) return false;
    const node = draw(person.phone);
    if (before === undefined) list.append(node);
    else before.node.replaceWith(node);
    drawn.set(id, { mark, node });
    return true;
  }

  return { element, update };
}

function drawableText(text) {
  return {
    id: text.sid,
    at: text.createdAt,
    mark: `${text.status} ${text.trouble}`,
    draw: (phone) => (text.from === phone ? drawOwn(text) : drawReceived(text)),
  };
}

function drawReceived(text) {
  const waiting = ON_THE_WAY[text.status];
  const notes = [text.direction === 'outbound-reply' ? 'answered by the carrier itself' : '', waiting ?? ''];
  return bubble(`bubble from-service${waiting === undefined ? '' : ' is-faint'}`, text, notes, null);
}

function drawOwn(text) {
  return bubble('bubble from-phone', text, [], text.trouble);
}

function bubble(is, text, notes, trouble) {
  const media = text.media.map(({ contentType }) => make('span', { is: 'medium', text: mediumName(contentType) }));
  const words = [timeOf(text.createdAt), ...notes.filter((note) => note !== '').map((note) => ` · ${note}`)];
  const parts = text.segments > 1 ? ` · ${text.segments} parts` : '';
  return make(
    'li',
    { is },
    make('div', { is: 'words' }, ...media, ...linked(text.body)),
    make('p', { is: 'small' }, ...words, parts),
    trouble === null ? null : make('p', { is: 'trouble', text: trouble }),
  );
}

function mediumName(contentType) {
  if (contentType.startsWith('audio/')) return 'Voice note';
  return contentType.startsWith('image/') || contentType.startsWith('video/') ? 'Picture' : 'Something else';
}

function drawableCall(call) {
  return { id: call.sid, at: call.createdAt, mark: call.status, draw: (phone) => drawCall(call, phone) };
}

function drawCall(call, phone) {
  const kind = call.answeredBy === 'machine_end_beep' ? 'Answerphone' : ENDINGS[call.status];
  const title = call.from === phone ? 'Rang the service' : kind;
  const said = call.heard.map(({ by, text }) =>
    make('p', { is: by === 'phone' ? 'pressed' : 'said', text: by === 'phone' ? `Pressed ${text}` : text }),
  );
  const head = [title, ' · ', timeOf(call.createdAt)];
  return make(
    'li',
    { is: 'past-call' },
    said.length === 0
      ? make('p', {}, ...head)
      : make('details', {}, make('summary', {}, ...head), make('div', { is: 'transcript' }, ...said)),
  );
}
