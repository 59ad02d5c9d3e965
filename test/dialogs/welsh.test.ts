import type { Facts } from '../../src/vocabulary';
import { Talk, TUESDAY, concern, named, opened } from './talk';

const WELSH = { ...TUESDAY, youngPerson: { ...TUESDAY.youngPerson!, language: 'cy' as const } };
const FIRST = { ...WELSH, limits: { lastFullAt: null, dueInFull: true } };

test('limits, check-in and note are Welsh from the first word to the last', async () => {
  const talk = new Talk(FIRST);
  const heard = [await talk.isDue()];
  for (const words of ['6', 'pel-droed', 'mathemateg', 'cysgu mwy', 'dim byd', 'OK'])
    heard.push(await talk.says(words));
  const said = heard.flatMap((one) => one.say);
  expect(said.length).toBeGreaterThan(6);
  expect(said.filter((one) => one.fellBack).map((one) => one.template)).toEqual([]);
});

test.each<[string, 'urgent' | 'immediate', object]>([
  ['after a disclosure by day', 'urgent', { teller: named('Sam') }],
  ['after a disclosure to the lead', 'urgent', {}],
  ['about an adult of ours', 'urgent', { nature: 'allegation', accused: 'Martin' }],
  ['in danger now', 'immediate', {}],
])('%s is Welsh', async (_, level, more) => {
  const given = { fresh: opened(TUESDAY.now, level, ['physical-abuse'], more), concern: concern(TUESDAY.now) };
  const heard = await new Talk(FIRST).says('geiriau', given);
  expect(heard.say.map((one) => one.language)).toEqual(['cy', 'cy']);
});

test.each(['HELP', 'stop', 'START', 'RULES'])('%s is Welsh', async (word) => {
  const heard = await new Talk(FIRST, 'web').says(word);
  expect(heard.say.map((one) => one.language)).not.toContain('en');
});

test('what is not written in Welsh yet comes in English, and is recorded as fallen back', async () => {
  const heard = await new Talk(WELSH).says('complaint');
  expect(heard.say[0]).toMatchObject({ language: 'en', fellBack: true });
});

/** Words of time, and of sentences that stand inside others, as Welsh has them. */
const WELSH_INSIDE = /\d(?:yb|yh)\b|\bd?dydd\b|\bfory\b|\bhanner\b|\bmae\b|\bnesaf\b/i;
const OPEN: Facts = {
  ...WELSH,
  mentor: named('Sam', false),
  concern: concern(WELSH.now, {
    told: [
      { who: named('Dana'), at: WELSH.now },
      { who: named('Ruth'), at: WELSH.now },
    ],
  }),
};

test.each<[string, Facts]>([
  ['complaint', WELSH],
  ['my data', WELSH],
  ['who', { ...WELSH, mentor: named('Sam', false) }],
  ['person', WELSH],
  ['are you a robot', WELSH],
  ['has sam read it', OPEN],
  ['who did you tell', OPEN],
  ['what happens now', OPEN],
])('"%s" in English has no Welsh time or sentence inside it, nor Welsh an English one', async (words, facts) => {
  const { say } = await new Talk(facts).says(words);
  for (const one of say.filter(({ language }) => language === 'en')) expect(one.text).not.toMatch(WELSH_INSIDE);
  for (const one of say.filter(({ language }) => language === 'cy'))
    expect(one.text).not.toMatch(/\d(?:am|pm)\b| on \w+day/);
  expect(say.some((one) => one.fellBack)).toBe(true);
});
