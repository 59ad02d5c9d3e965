import { readState } from './ask.js';
import { createFaults } from './faults.js';
import { make } from './dom.js';
import { createPhone } from './phone.js';

const ROOMS = [
  ['outside', 'Young people and unknown numbers', ['young-person', 'stranger']],
  ['staff', 'Practitioners', ['practitioner']],
];

const rooms = document.getElementById('rooms');
const organisation = document.getElementById('organisation');
const linkState = document.getElementById('link-state');
const faults = createFaults();
const phones = new Map();
let drawnList = '';

/** Draws the phones anew only when the list of people has changed: half-written texts must stay. */
function drawRooms(people) {
  const list = JSON.stringify(people);
  if (list === drawnList) return;
  drawnList = list;
  phones.clear();
  rooms.replaceChildren(...ROOMS.map((room) => drawRoom(room, people)).filter((room) => room !== null));
  if (people.length === 0)
    rooms.append(make('p', { is: 'notice', text: 'No phones yet. They come when the service has started.' }));
}

function drawRoom([id, title, kinds], people) {
  const here = kinds.flatMap((who) => people.filter((person) => person.who === who));
  if (here.length === 0) return null;
  const cards = here.map((person) => {
    const phone = createPhone(person, countUnread);
    phones.set(person.id, phone);
    return phone.element;
  });
  return make(
    'section',
    { is: 'room', 'aria-labelledby': `room-${id}` },
    make('h2', { id: `room-${id}`, text: title }),
    make('div', { is: 'phones' }, ...cards),
  );
}

function countUnread() {
  const unread = [...phones.values()].reduce((sum, phone) => sum + phone.unread(), 0);
  document.title = unread === 0 ? 'Practice phones' : `(${unread}) Practice phones`;
}

function show(state) {
  organisation.textContent = state.organisation === '' ? '' : `${state.organisation}, ${state.serviceNumber}.`;
  drawRooms(state.phones);
  for (const phone of phones.values()) phone.update(state);
  faults.update(state);
  countUnread();
}

/** One reading at a time; what changes meanwhile is read right after. */
let reading = false;
let behind = false;
async function refresh() {
  behind = true;
  if (reading) return;
  reading = true;
  while (behind) {
    behind = false;
    try {
      show(await readState());
      tellLink('Up to date', false);
    } catch {
      tellLink('The practice carrier does not answer', true);
    }
  }
  reading = false;
}

function tellLink(words, broken) {
  if (linkState.textContent !== words) linkState.textContent = words;
  linkState.classList.toggle('is-broken', broken);
}

const changes = new EventSource('practice/changes');
changes.addEventListener('changed', refresh);
changes.addEventListener('error', () => tellLink('Connection lost, trying again', true));
