import { createAssessor } from '../../src/safeguarding';
import { fuzz } from '../../src/tools/rules/fuzz';
import { houseRules, houseWeights } from './support/houseRules';
import { labelledMessages } from './support/labelledMessages';

/** Every eightieth message, whoever wrote it: some 1,300, always the same. */
const sample = labelledMessages().labelled.filter((_, index) => index % 80 === 0);
const shifts = fuzz(createAssessor(houseRules(), houseWeights()), sample, 7);

/**
 * Not yet at the bar of 1 % rises; these may only become better. Measured on what rules and classifier
 * hear together, which is half as much again as the rules by themselves heard when these were first written down.
 */
const NOT_YET: Readonly<Record<string, { fell: number; rose: number }>> = {
  'split in 2': { fell: 0.02, rose: 0.06 },
  'split in 3': { fell: 0.02, rose: 0.07 },
};
const BAR = { fell: 0.02, rose: 0.01 };
/** What chance alone may add in so small a sample. */
const LEEWAY = 0.01;

describe('rules and classifier hear the same thing written otherwise', () => {
  it.each(shifts.map((shift) => [shift.perturbation, shift] as const))(
    '%s',
    (name, { heard, fell, leftAlone, rose }) => {
      const bar = NOT_YET[name] ?? BAR;
      expect(heard).toBeGreaterThan(400);
      expect(fell / heard).toBeLessThanOrEqual(bar.fell + LEEWAY);
      expect(rose / leftAlone).toBeLessThanOrEqual(bar.rose + LEEWAY);
    },
  );
});
