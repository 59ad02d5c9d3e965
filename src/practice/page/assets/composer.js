import { ask } from './ask.js';
import { icon, make } from './dom.js';

/** Where somebody writes from their phone, sends a picture or a voice note, or rings the service. */
export function createComposer(person) {
  const box = make('textarea', {
    rows: '1',
    maxlength: '10000',
    placeholder: 'Text message',
    'aria-label': `Text from ${person.name}`,
    enterkeyhint: 'send',
  });
  const refused = make('p', {
    is: 'trouble',
    role: 'alert',
    hidden: true,
    text: 'That could not be sent. Is practice still running?',
  });

  async function send(contentTypes = []) {
    const body = box.value;
    if (body.trim() === '' && contentTypes.length === 0) return;
    box.value = '';
    fit();
    const sent = await ask('texts', { from: person.phone, body, contentTypes }).catch(() => false);
    refused.hidden = sent;
    if (!sent) box.value = body;
  }

  function fit() {
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight + 2, 120)}px`;
  }

  box.addEventListener('input', fit);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void send();
  });

  const tool = (name, drawing, act) =>
    make(
      'button',
      { is: 'tool', type: 'button', 'aria-label': `${name}, ${person.name}`, on: { click: act } },
      icon(drawing),
      name,
    );

  return make(
    'form',
    {
      is: 'composer',
      'aria-label': `Phone of ${person.name}`,
      on: {
        submit: (event) => {
          event.preventDefault();
          void send();
        },
      },
    },
    box,
    make('button', { is: 'send', 'aria-label': `Send, ${person.name}` }, icon('send')),
    make(
      'p',
      { is: 'tools' },
      tool('Picture', 'picture', () => send(['image/jpeg'])),
      tool('Voice note', 'sound', () => send(['audio/amr'])),
      tool('Ring', 'call', () => ask('calls', { from: person.phone })),
    ),
    refused,
  );
}
