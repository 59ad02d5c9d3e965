import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WeightsFile } from '../../../src/safeguarding/classifier/weights';

const ROOT = join(__dirname, '../../..');
const shipped = WeightsFile.parse(
  JSON.parse(readFileSync(join(ROOT, 'escalation-rules/classifier/weights.json'), 'utf8')),
);

/**
 * The tool that learnt the shipped weights left every author out in turn and wrote down what rules and classifier then
 * said of them: learning it all again here would take longer than every other test together.
 */
describe('what the shipped weights did on authors they had not learnt from, and no rule writer had read', () => {
  const figures = shipped.leftOut['authors unread by rule writers'] ?? {};
  const figure = (name: string): number => figures[name] ?? NaN;

  /** When the rules find it all by themselves, the classifier has done its work and goes. */
  test('they find what the rules miss, and add few false alarms', () => {
    expect(figure('messages')).toBeGreaterThan(3_000);
    expect(figure('urgentSeen') - figure('urgentSeenByRules')).toBeGreaterThan(0.1);
    expect(figure('harmlessJudgedUrgent') - figure('harmlessJudgedUrgentByRules')).toBeLessThan(0.03);
  });

  test('what is said to be urgent is right at least 80 times in 100', () => {
    expect(shipped.gates.urgent.unheard.precision).toBeGreaterThanOrEqual(0.8);
    expect(shipped.gates.urgent.heard.precision).toBeGreaterThanOrEqual(0.8);
    expect(shipped.gates.immediate.heard.precision).toBeGreaterThanOrEqual(0.8);
  });

  test('they learnt from the labelled messages as these stand here', () => {
    const now = shipped.files.map(({ file }) => ({
      file,
      sha256: createHash('sha256')
        .update(readFileSync(join(ROOT, file)))
        .digest('hex'),
    }));
    expect(shipped.files.map(({ file, sha256 }) => ({ file, sha256 }))).toEqual(now);
  });
});
