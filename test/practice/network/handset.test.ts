import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Handset } from '../../../src/practice/network/handset';

/** Throws away everything nobody holds, as a process does that has run for a while. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

describe('a practice phone', () => {
  test('that nobody picks up stops ringing, also where the process clears its memory meanwhile', async () => {
    const ringing = new Handset().pickedUp(200);
    await new Promise((resolve) => setImmediate(resolve));
    collectGarbage();
    expect(await ringing).toBeNull();
  });

  test('that is picked up says how, at once', async () => {
    const handset = new Handset();
    const ringing = handset.pickedUp(60_000);
    handset.pickUp('decline');
    expect(await ringing).toBe('decline');
  });

  test('that is hung up waits for nothing more', async () => {
    const handset = new Handset();
    const keys = handset.keys(1, '', 60_000);
    handset.hangUp();
    expect([await keys, handset.hungUp]).toEqual(['', true]);
  });
});
