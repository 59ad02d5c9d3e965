import { createWebRouter, type WebRouter } from '../../channels/web';
import { webSessionStore } from '../../record/doors/webSessions';
import { webThreadView } from '../../record/doors/webThread';
import { BASE } from '../../staff/web/desk';
import { publicUrl, type House } from '../house/openHouse';

/** Where Exit this page leads: busy, neutral, and known to everybody (GOV.UK's own default). */
const EXIT_URL = 'https://www.bbc.co.uk/weather';

/** Web chat over the record, the acts and the news of this process. */
export function createWebDoor(house: House): WebRouter {
  const { open, acts, hands, clock, log } = house;
  return createWebRouter({
    publicUrl: publicUrl(house.config),
    exitUrl: EXIT_URL,
    signInUrl: `${BASE}/sign-in`,
    textNumber: house.config.twilioNumber ?? '',
    clock,
    newId: () => house.ids.next(),
    words: house.authored.pages,
    sessions: webSessionStore(open.db, () => house.ids.next()),
    thread: webThreadView(open.db),
    keys: house.keys,
    personOf: (id) => personOf(house, id),
    rateLimit: hands.rateLimit,
    receive: acts.receiveMessage,
    listenForNews: hands.hub.listen,
    log,
  });
}

async function personOf({ open }: House, id: string) {
  const roster = await open.record.transaction((tx) => tx.roster.snapshot());
  const person = roster.youngPeople.find((one) => one.id === id);
  return person ? { language: person.language, checkWord: person.checkWord } : null;
}
