import { join } from 'node:path';
import { readAuthoredHouse } from '../../../src/app/service/authoredHouse';
import { readRoster } from '../../../src/authored/roster/readRoster';
import { createRehearsalCarrier } from '../../../src/tools/rehearse/carrier';
import { openTheatre } from '../../../src/tools/rehearse/openTheatre';

const ROOT = join(__dirname, '../../..');
const AT = '2026-11-24T15:00:00.000Z';

test('a rehearsal on a machine that is slow plays the same: no limit of real time ends its transactions', async () => {
  const read = readRoster(join(ROOT, 'src/practice/organisation.yaml'), AT);
  if (!read.ok) throw new Error('the practice roster cannot be read');
  const theatre = await openTheatre({
    house: readAuthoredHouse(ROOT),
    roster: read.roster,
    at: AT,
    seed: 'slow',
    carrier: createRehearsalCarrier,
    onError: (error) => {
      throw error;
    },
  });
  const slow = theatre.record.transaction(
    async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return (await tx.roster.snapshot()).organisation.name;
    },
    { timeoutMs: 1 },
  );
  await expect(slow).resolves.toBe('Harbour Youth');
  await theatre.close();
});
