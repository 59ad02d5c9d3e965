import { raiseForAge } from '../../../src/safeguarding';
import type { Assessment, Because } from '../../../src/vocabulary';
import { assessed } from '../../dialogs/talk';

const RULES = { urgentKinds: ['sexual-abuse', 'online-sexual-harm'] } as const;

const because = (kinds: Because['kinds']): Because => ({
  rule: 'r',
  evidence: 'pics',
  where: 'message',
  span: { start: 0, end: 4 },
  level: 'worry',
  kinds,
  steps: ['base worry'],
});

const WORRY = assessed('worry', ['online-sexual-harm', 'bullying'], {
  because: [because(['online-sexual-harm']), because(['bullying'])],
});

test('under 13 a worry of such a kind is urgent, and the reason says why', () => {
  const { level, because: reasons } = raiseForAge(WORRY, 12, RULES);
  expect(level).toBe('urgent');
  expect(reasons.map((one) => [one.level, one.steps.at(-1)])).toEqual([
    ['urgent', 'under 13: urgent'],
    ['worry', 'base worry'],
  ]);
});

test.each<[string, Assessment, number | null]>([
  ['from 13 on', WORRY, 13],
  ['where nobody knows the age', WORRY, null],
  ['what is told of somebody else', { ...WORRY, about: 'other' }, 12],
  ['another kind', assessed('worry', ['bullying']), 12],
  ['what nobody heard anything in', assessed('none', ['sexual-abuse']), 12],
  ['what is immediate already', assessed('immediate', ['sexual-abuse']), 12],
])('it leaves as it is: %s', (_what, assessment, age) => {
  expect(raiseForAge(assessment, age, RULES)).toEqual(assessment);
});
