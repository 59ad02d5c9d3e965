import type { Because } from '../../../src/vocabulary';
import { assessed, DISCLOSED, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const desk = useDesk();

/** What stands on the page under "why you were told", beside a disclosure that quotes "hit me again". */
async function whyTold(evidence: string, more: Partial<Because>): Promise<string> {
  const because = { ...assessed('m2', evidence, evidence).because[0]!, kinds: [], ...more };
  const assessment = { ...assessed('m3', evidence, evidence), because: [because] };
  desk.house.cases = [wholeCase({ assessments: [assessed('m2', DISCLOSED, 'hit me again'), assessment] })];
  const { text } = await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla');
  return /Why you were told (.*?) Which rules heard it/.exec(text)?.[1] ?? '';
}

test('a mood that falls over check-ins is told in words: the last number alone says nothing', async () => {
  const steps = ['mood fell over 3 check-ins: 7, 5, 3 of 10', 'worry: a mood that keeps falling'];
  const why = await whyTold('3', { rule: 'falling-mood', level: 'worry', steps });
  expect(why).toBe('Urgent hit me again Worry Mood fell over 3 check-ins: 7, 5, 3 of 10');
});

test.each([
  ['safe-now-no', 'immediate', /^Immediate Said no to “are you safe right now\?”: 2 Urgent hit me again$/],
  ['safe-now-unsure', 'urgent', /Urgent Not sure when asked “are you safe right now\?”: 2$/],
] as const)('an answer heard by %s stands beside its question', async (rule, level, says) => {
  expect(await whyTold('2', { rule, level })).toMatch(says);
});
