import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAssessor } from '../../../src/safeguarding';
import { unpack, WeightsFile } from '../../../src/safeguarding/classifier/weights';
import { scoresOf } from '../../../src/tools/score/figures';
import { trainHead } from '../../../src/tools/train/heads';
import { trainingMessages } from '../../../src/tools/train/messages';
import { rowsOf } from '../../../src/tools/train/rows';
import { houseRules } from '../../safeguarding/support/houseRules';
import { labelledMessages } from '../../safeguarding/support/labelledMessages';

/** Judged in this test, and not learnt from. */
const LEFT_OUT = 'heddle';

/** When this fails because the rules find it all by themselves, the classifier has done its work and goes. */
test('on an author it has not read, the classifier finds what the rules miss, at a price the bars allow', () => {
  const rules = houseRules();
  const shipped = WeightsFile.parse(
    JSON.parse(readFileSync(join(__dirname, '../../../escalation-rules/classifier/weights.json'), 'utf8')),
  );
  const { labelled, everyday } = labelledMessages();
  const learnt = labelled.filter(({ author }) => author !== LEFT_OUT);
  const rows = rowsOf(trainingMessages({ labelled: learnt, everyday }, rules), rules);
  const heads = { ...shipped.heads, worry: trainHead('worry', rows), urgent: trainHead('urgent', rows) };
  const leftOut = labelled.filter(({ author }) => author === LEFT_OUT);
  const sharesOf = (assess: Parameters<typeof scoresOf>[2]) =>
    new Map(scoresOf(leftOut, [], assess).figures.map(({ name, share }) => [name, share.share ?? 0]));
  const alone = sharesOf(createAssessor(rules));
  const both = sharesOf(createAssessor(rules, unpack({ ...shipped, heads })));
  const moved = (name: string): number => (both.get(name) ?? 0) - (alone.get(name) ?? 0);

  expect(moved('urgent or immediate judged none')).toBeLessThan(-0.02);
  expect(moved('urgent or immediate seen as such')).toBeGreaterThan(0);
  expect(moved('hard none judged urgent or more')).toBeLessThan(0.02);
  expect(moved('hard none judged worry or more')).toBeLessThan(0.04);
}, 120_000);
