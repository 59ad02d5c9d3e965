import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessor } from '../../../src/safeguarding';
import { unpack, WeightsFile } from '../../../src/safeguarding/classifier/weights';
import { scoresOf } from '../../../src/tools/score/figures';
import { trainHead } from '../../../src/tools/train/heads';
import { fromLabelled } from '../../../src/tools/train/messages';
import { rowsOf } from '../../../src/tools/train/rows';
import { houseRules } from '../../safeguarding/support/houseRules';
import { labelledMessages } from '../../safeguarding/support/labelledMessages';

/** Judged, and never learnt from, in this test. */
const UNREAD = 'rowan';

test('on an author it has not read, the classifier moves the bars that count, at a price the bars allow', () => {
  const rules = houseRules();
  const shipped = WeightsFile.parse(
    JSON.parse(readFileSync(join(__dirname, '../../../escalation-rules/classifier/weights.json'), 'utf8')),
  );
  const labelled = labelledMessages();
  const rows = rowsOf(labelled.filter(({ author }) => author !== UNREAD).map(fromLabelled), rules);
  const heads = { ...shipped.heads, worry: trainHead('worry', rows), urgent: trainHead('urgent', rows) };
  const unread = labelled.filter(({ author }) => author === UNREAD);
  const sharesOf = (assess: Parameters<typeof scoresOf>[2]) =>
    new Map(scoresOf(unread, [], assess).figures.map(({ name, share }) => [name, share.share ?? 0]));
  const alone = sharesOf(createAssessor(rules));
  const both = sharesOf(createAssessor(rules, unpack({ ...shipped, heads })));
  const moved = (name: string): number => (both.get(name) as number) - (alone.get(name) as number);

  expect(moved('urgent or immediate seen as such')).toBeGreaterThan(0.02);
  expect(moved('urgent or immediate judged none')).toBeLessThan(-0.03);
  expect(moved('worry seen as worry or more')).toBeGreaterThan(0.02);
  expect(moved('hard none judged urgent or more')).toBeLessThan(0.02);
  expect(moved('hard none judged worry or more')).toBeLessThan(0.06);
}, 60_000);
