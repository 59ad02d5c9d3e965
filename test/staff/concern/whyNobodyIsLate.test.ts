import type { LetGoReason } from '../../../src/vocabulary';
import { wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const desk = useDesk();

/** What the page tells of a promise that nobody is late for any more. */
async function toldOf(data: { readonly because?: LetGoReason }): Promise<string> {
  const entry = { at: '2026-11-22T23:41:00.000Z', name: 'commitment-let-go', data } as const;
  desk.house.cases = [wholeCase({ history: [entry] })];
  return (await (await desk.site.signedInAs('amira')).get('/staff/work/concern-kayla')).text;
}

describe('what was promised and is not awaited any more', () => {
  test.each<[LetGoReason, string]>([
    ['called-off', 'Young person does not want it then'],
    ['words-read', 'Read before they were rung'],
    ['texts-ended', 'Texts have ended'],
    ['concern-closed', 'Closed before what they were told of was due'],
    ['left-out', 'Who was to hear of it is left out now'],
  ])('for %s says so', async (because, says) => {
    expect(await toldOf({ because })).toContain(says);
  });

  test('is never put down to the young person without their having said so', async () => {
    expect(await toldOf({ because: 'words-read' })).not.toContain('does not want');
    expect(await toldOf({})).not.toContain('does not want');
  });
});
