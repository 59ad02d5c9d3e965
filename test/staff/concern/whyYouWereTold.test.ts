import type { Because } from '../../../src/vocabulary';
import { assessed, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const desk = useDesk();

test('a mood that falls over check-ins is told in words: the last number alone says nothing', async () => {
  const because: Because = {
    rule: 'falling-mood',
    evidence: '3',
    where: 'message',
    span: { start: 0, end: 1 },
    level: 'worry',
    kinds: [],
    steps: ['mood fell over 3 check-ins: 7, 5, 3 of 10', 'worry: a mood that keeps falling'],
  };
  const assessment = { ...assessed('m2', '3', '3'), level: 'worry' as const, kinds: [], because: [because] };
  desk.house.cases = [wholeCase({ assessments: [assessment] })];
  const { text } = await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla');
  expect(text).toMatch(/Why you were told Worry Mood fell over 3 check-ins: 7, 5, 3 of 10/);
});
