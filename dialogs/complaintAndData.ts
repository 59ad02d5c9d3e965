import { DAY_MS, later } from '../src/vocabulary';
import { sayDate } from '../src/wording';
import type { Turn } from './turn';
import type { Speaking } from './values';

/** A complaint or a wish about one's data is answered within this (Data (Use and Access) Act 2025; UK GDPR art. 12). */
const ANSWER_WITHIN_MS = 30 * DAY_MS;

/** Takes up a complaint, or a wish to see, correct or delete: acknowledged with a date, passed to a person. */
export async function takeUp(turn: Turn, what: 'complaint' | 'my-data'): Promise<void> {
  const { facts } = turn;
  const by = later(facts.now, ANSWER_WITHIN_MS);
  const who = facts.coordinator ?? facts.lead ?? facts.second;
  const date = ({ language }: Speaking) => sayDate(by, { zone: facts.timeZone, language });
  turn.wish({ wish: 'person-asked-for' });
  turn.commit('will-text', who?.id ?? null, by);
  await turn.say(what, { who: who?.firstName ?? facts.organisation, date });
}
