import { ask } from './ask.js';
import { icon, make } from './dom.js';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];

/** The call that is going on at one phone: it rings, is picked up, speaks, waits for keys. */
export function createCall(person) {
  const status = make('p', { is: 'call-state', role: 'status' });
  const spoken = make('div', {
    is: 'spoken',
    'aria-live': 'polite',
    tabindex: '0',
    'aria-label': `What ${person.name} hears`,
  });
  const pickUps = make(
    'div',
    { is: 'pick-ups' },
    act('Answer', 'is-yes', () => pickUp('answer')),
    act('Decline', 'is-no', () => pickUp('decline')),
    act('Let the answerphone take it', 'is-plain', () => pickUp('answerphone')),
  );
  const keypad = make(
    'div',
    { is: 'keypad', role: 'group', 'aria-label': `Keypad of ${person.name}` },
    ...KEYS.map((key) => make('button', { type: 'button', text: key, on: { click: () => press(key) } })),
  );
  const hangUp = act('Hang up', 'is-no', () => ask(`calls/${going.sid}/hang-up`));
  const element = make(
    'section',
    { is: 'call', 'aria-label': `Call with ${person.name}`, hidden: true },
    make('span', { is: 'call-sign', 'aria-hidden': 'true' }, icon('call')),
    status,
    spoken,
    pickUps,
    keypad,
    hangUp,
  );
  element.addEventListener('keydown', ({ key }) => {
    if (KEYS.includes(key) && !keypad.hidden) void press(key);
  });
  let going = null;
  let heard = 0;

  function act(words, is, then) {
    return make('button', { is: `call-act ${is}`, type: 'button', text: words, on: { click: then } });
  }
  function pickUp(how) {
    return ask(`calls/${going.sid}/pick-up`, { how });
  }
  function press(key) {
    return ask(`calls/${going.sid}/keys`, { keys: key });
  }

  function update(state) {
    const mine = ({ from, to, endedAt, status: now }) =>
      endedAt === null && now !== 'queued' && [from, to].includes(person.phone);
    const call = person.phone === null ? undefined : state.calls.find(mine);
    element.hidden = call === undefined;
    if (call === undefined) return;
    if (going?.sid !== call.sid) {
      heard = 0;
      spoken.replaceChildren();
    }
    going = call;
    const ringing = call.status === 'ringing';
    element.classList.toggle('is-ringing', ringing);
    tell(stateOf(call, ringing));
    pickUps.hidden = !ringing;
    keypad.hidden = ringing || call.answeredBy !== 'human';
    keypad.classList.toggle('is-awaited', call.waitsForKeys);
    hangUp.hidden = ringing;
    for (const { by, text } of call.heard.slice(heard)) {
      spoken.append(
        make('p', { is: by === 'phone' ? 'pressed' : 'said', text: by === 'phone' ? `Pressed ${text}` : text }),
      );
      spoken.scrollTop = spoken.scrollHeight;
    }
    heard = call.heard.length;
    spoken.hidden = heard === 0;
  }

  function tell(words) {
    if (status.textContent !== words) status.textContent = words;
  }

  return { element, update };
}

function stateOf(call, ringing) {
  if (ringing) return 'The service is ringing';
  if (call.answeredBy === 'machine_end_beep') return 'The answerphone is recording';
  if (call.waitsForKeys) return 'On the call: press a key';
  // Words stand here as soon as they are begun, and take as long as a voice does: "Goodbye" is not yet the end.
  return call.heard.length === 0 ? 'On the call' : 'On the call: this is being said';
}
