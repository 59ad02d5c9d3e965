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
  ['are you awake at night', { ...WELSH, mentor: named('Sam', false) }],
  ['when is my next check in', WELSH],
])('"%s" in English has no Welsh time or sentence inside it, nor Welsh an English one', async (words, facts) => {
  const { say } = await new Talk(facts).says(words);
  for (const one of say.filter(({ language }) => language === 'en')) expect(one.text).not.toMatch(WELSH_INSIDE);
  for (const one of say.filter(({ language }) => language === 'cy'))
    expect(one.text).not.toMatch(/\d(?:am|pm)\b| on \w+day/);
  expect(say.some((one) => one.fellBack)).toBe(true);
});

test.each<[string, Facts]>([
  ['person', WELSH],
  ['private', WELSH],
  ['who', { ...WELSH, mentor: named('Sam', false) }],
  ['are you a robot', WELSH],
  ['what did you tell them', OPEN],
  ['has sam read it', OPEN],
  ['who did you tell', OPEN],
  ['what happens now', OPEN],
])('"%s" is answered in Welsh, with nothing English inside it', async (words, facts) => {
  const { say } = await new Talk(facts).says(words);
  expect(say.map((one) => one.fellBack)).not.toContain(true);
  for (const one of say) expect(one.text).not.toMatch(/\d(?:am|pm)\b| on \w+day| is (?:on call|next in|working)/);
});

test.each([
  ["pwy sy'n darllen hwn", 'who'],
  ['ydi hwn yn breifat?', 'private'],
  ['robot wyt ti?', 'robot'],
  ["pryd dwi'n gweld Sam", 'when-next'],
  ['alla i newid i ddydd Mawrth', 'settings-passed-on'],
  ['tecstia fi ar ddydd Llun', 'settings-passed-on'],
  ['gosodiadau', 'settings'],
  ['rheolau', 'rules'],
])('"%s" is understood', async (words, template) => {
  expect((await new Talk(WELSH).says(words)).templates[0]).toBe(template);
});

test.each(['dydd Llun', 'ar dydd Llun', 'ar ddydd Llun', 'yfory', 'ddim nawr'])(
  '"%s" to the mood puts it off',
  async (words) => {
    const talk = new Talk(WELSH);
    await talk.isDue();
    expect((await talk.says(words)).templates).toEqual(['check-in-later']);
  },
);

test('a day named instead of a choice is another time', async () => {
  const talk = new Talk(WELSH);
  const dana = named('Dana');
  await talk.isTold({ concern: 'c1', what: 'will-ring', who: dana, by: dana, at: '2026-11-24T17:00:00.000Z' });
  const { wishes } = await talk.says('ar ddydd Llun plis');
  expect(wishes).toContainEqual(expect.objectContaining({ wish: 'telling-answered', answer: 'another-time' }));
});
