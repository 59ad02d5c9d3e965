import type { ConcernSummary } from '../../src/record/views/types';
import { lineHistory, summary, wholeCase } from './harness/cases';
import { useDesk } from './harness/desk';

const desk = useDesk();

const DO_NOT_RING = 'Do not ring or text this phone';
const NOT_THE_FAMILY = 'Do not contact family or community';

const carer = {
  name: 'Dawn Reed',
  relation: 'mother',
  phone: '+441632960010',
  knowsAboutService: true,
  mayBeContacted: true,
};

function given(more: Partial<ConcernSummary>): void {
  desk.house.cases = [wholeCase({ summary: summary(more) })];
  const youngPeople = desk.house.roster.youngPeople.map((one) =>
    one.id === 'kayla' ? { ...one, carers: [carer] } : one,
  );
  desk.house.roster = { ...desk.house.roster, youngPeople };
}

const read = async (path: string, reader = 'amira') => (await desk.site.signedInAs(reader)).get(path);

describe('whom nobody may ring', () => {
  test.each([
    '/staff/people/kayla',
    '/staff/people/kayla/sheet',
    '/staff/people/kayla/write',
    '/staff/work/concern-kayla',
  ])('%s says both while the concern is open', async (path) => {
    given({ doNotRing: true, doNotTellFamily: true });
    const { text } = await read(path);
    expect(text).toContain(DO_NOT_RING);
    expect(text).toContain(NOT_THE_FAMILY);
  });

  test('the page of a code word says what it means and which way is safe, and takes it for no kind of words', async () => {
    given({ doNotRing: true });
    const { roster } = desk.house;
    const youngPeople = roster.youngPeople.map((one) => ({ ...one, secondSafeWay: 'A note through the library' }));
    desk.house.roster = { ...roster, youngPeople };
    const { text } = await read('/staff/work/concern-kayla');
    expect(text).toMatch(/Kayla used the code word, which means: I am in danger\./);
    expect(text).toContain('Use the second safe way only: A note through the library.');
    expect(text).toMatch(/Why you were told .*Immediate Kayla used the code word/);
  });

  test('the sheet says nothing of it when nothing is open, and their carer is one press away', async () => {
    given({ doNotRing: true, doNotTellFamily: true, closedAt: '2026-11-22T23:50:00.000Z' });
    const { text, html } = await read('/staff/people/kayla/sheet');
    expect(text).not.toContain(DO_NOT_RING);
    expect(text).not.toContain(NOT_THE_FAMILY);
    expect(text).toContain('May be contacted Yes');
    expect(html).toContain('href="tel:+441632960010"');
  });

  test('the sheet does not offer a family that may be the danger, whatever the roster says of it', async () => {
    given({ doNotTellFamily: true });
    const { text, html } = await read('/staff/people/kayla/sheet');
    expect(text).toContain('May be contacted No');
    expect(html).not.toContain('tel:+441632960010');
  });

  test('the sheet says that somebody else may hold the phone', async () => {
    desk.house.histories.set('kayla', lineHistory({ notTheirsAt: '2026-11-20T10:00:00.000Z' }));
    expect((await read('/staff/people/kayla/sheet')).text).toContain('Somebody else may hold the phone');
  });
});
