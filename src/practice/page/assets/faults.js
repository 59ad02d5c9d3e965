import { ask } from './ask.js';
import { make } from './dom.js';

const CHOICES = [
  {
    name: 'api',
    label: 'The service’s requests',
    options: [
      ['up', 'are answered'],
      ['busy', 'are turned away: too many (429)'],
      ['down', 'meet a carrier that is down (503)'],
      ['silent', 'are never answered'],
      ['takes-silently', 'are done, but never answered'],
    ],
  },
  {
    name: 'fate',
    label: 'Texts to phones',
    options: [
      ['delivered', 'arrive'],
      ['undelivered', 'are not delivered'],
      ['failed', 'fail'],
    ],
  },
  {
    name: 'receipts',
    label: 'Receipts come',
    options: [
      ['prompt', 'promptly'],
      ['late', 'a minute late'],
      ['lost', 'never'],
      ['repeated', 'twice'],
      ['out-of-order', 'in the wrong order'],
    ],
  },
  {
    name: 'webhooks',
    label: 'Texts from phones are brought',
    options: [
      ['once', 'once'],
      ['twice', 'twice'],
    ],
  },
];

/** The panel where somebody makes the carrier difficult, and puts it right again. */
export function createFaults() {
  const form = document.getElementById('faults');
  const word = document.getElementById('carrier-state');
  const selects = new Map(CHOICES.map(({ name, options }) => [name, select(name, options)]));
  const only = select('only', [['', 'everybody']]);
  const right = make('button', { type: 'button', is: 'quiet', text: 'Put everything right', on: { click: putRight } });
  const forget = make('button', {
    type: 'button',
    is: 'quiet',
    text: 'Forget every text and call',
    on: { click: () => ask('forget') },
  });
  form.append(
    ...CHOICES.map(({ name, label }) => make('label', {}, label, selects.get(name))),
    make('label', {}, 'This goes for', only),
    make('p', { is: 'carrier-acts' }, right, forget),
  );
  form.addEventListener('change', apply);

  function select(name, options) {
    return make('select', { name }, ...options.map(([value, words]) => make('option', { value, text: words })));
  }

  function apply() {
    const chosen = Object.fromEntries(CHOICES.map(({ name }) => [name, selects.get(name).value]));
    return ask('faults', { ...chosen, only: only.value === '' ? null : only.value });
  }

  function putRight() {
    return ask('faults', {});
  }

  function offerNumbers(phones) {
    const options = [
      ['', 'everybody'],
      ...phones.filter(({ phone }) => phone !== null).map(({ phone, name }) => [phone, `${name} only`]),
    ];
    if (only.options.length === options.length) return;
    only.replaceChildren(...options.map(([value, words]) => make('option', { value, text: words })));
  }

  function update({ faults, phones }) {
    offerNumbers(phones);
    for (const [name, box] of selects) box.value = faults[name];
    only.value = faults.only ?? '';
    const wrong = CHOICES.filter(({ name, options }) => faults[name] !== options[0][0]).length;
    word.textContent = wrong === 0 ? 'all well' : `${wrong} ${wrong === 1 ? 'fault' : 'faults'} on`;
    word.classList.toggle('is-wrong', wrong > 0);
  }

  return { update };
}
