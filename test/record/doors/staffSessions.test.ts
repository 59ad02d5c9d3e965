import { staffSessionStore } from '../../../src/record/doors/staffSessions';
import { HOUR_MS, later, MINUTE_MS } from '../../../src/vocabulary';
import { describeRecords, START } from '../../harness/record';

const LIMITS = { idleMs: 30 * MINUTE_MS, wholeMs: 12 * HOUR_MS };
const after = (minutes: number): string => later(START, minutes * MINUTE_MS);

describeRecords('staff sessions', (record) => {
  const store = () => staffSessionStore(record().db);

  test('a link lets one person in once', async () => {
    const { token } = await store().issueLink('sam', START);
    expect(await store().lookAtLink(token, after(1))).toBe('sam');
    const both = await Promise.all([store().useLink(token, after(1)), store().useLink(token, after(1))]);
    expect(both.filter((one) => one === 'sam')).toHaveLength(1);
    expect(await store().lookAtLink(token, after(1))).toBeNull();
  });

  test('a link stops working after a quarter of an hour, and when a newer one is made', async () => {
    const { token: old, expiresAt } = await store().issueLink('sam', START);
    expect(expiresAt).toBe(after(15));
    expect(await store().useLink(old, after(15))).toBeNull();
    const { token: newer } = await store().issueLink('sam', after(1));
    expect(await store().useLink(old, after(2))).toBeNull();
    expect(await store().useLink(newer, after(2))).toBe('sam');
  });

  test('a practice link works again and again, and is no one-time link', async () => {
    const { token } = await store().issuePracticeLink('sam', START, after(60));
    expect(await store().practiceLink(token, after(1))).toBe('sam');
    expect(await store().practiceLink(token, after(2))).toBe('sam');
    expect(await store().useLink(token, after(2))).toBeNull();
    expect(await store().practiceLink(token, after(60))).toBeNull();
    const { token: once } = await store().issueLink('sam', START);
    expect(await store().practiceLink(once, after(1))).toBeNull();
  });

  test('a session idles out, and every visit winds it up again', async () => {
    const { token } = await store().open({ practitioner: 'sam', trust: 'full', now: START });
    const session = await store().find(token, after(29), LIMITS);
    expect(session).toMatchObject({ practitioner: 'sam', trust: 'full' });
    expect(await store().find(token, after(58), LIMITS)).toEqual(session);
    expect(await store().find(token, after(89), LIMITS)).toBeNull();
  });

  test('no session outlives its whole length, however busy', async () => {
    const { token } = await store().open({ practitioner: 'sam', trust: 'full', now: START });
    const limits = { idleMs: 30 * MINUTE_MS, wholeMs: 40 * MINUTE_MS };
    expect(await store().find(token, after(25), limits)).not.toBeNull();
    expect(await store().find(token, after(41), limits)).toBeNull();
  });

  test('signing out ends one session, leaving ends them all', async () => {
    const open = () => store().open({ practitioner: 'sam', trust: 'full', now: START });
    const [{ token: phone }, { token: desk }, { token: other }] = [await open(), await open(), await open()];
    await store().close(phone, after(1));
    expect(await store().find(phone, after(1), LIMITS)).toBeNull();
    expect(await store().find(desk, after(1), LIMITS)).not.toBeNull();
    await store().closeAllOf('sam', after(2));
    expect(await store().find(desk, after(2), LIMITS)).toBeNull();
    expect(await store().find(other, after(2), LIMITS)).toBeNull();
  });

  test('no token and no secret stands readable in a row', async () => {
    const { token: link } = await store().issueLink('sam', START);
    const { token: session } = await store().open({ practitioner: 'sam', trust: 'full', now: START });
    await store().enrol('sam', 'JBSWY3DPEHPK3PXP', START);
    const rows = JSON.stringify(
      await Promise.all(
        ['staff_links', 'staff_sessions', 'staff_secrets'].map((table) => record().db.all(`select * from ${table}`)),
      ),
    );
    for (const secret of [link, session, 'JBSWY3DPEHPK3PXP']) expect(rows).not.toContain(secret);
    expect(await store().secretOf('sam')).toBe('JBSWY3DPEHPK3PXP');
  });

  test('an enrolled secret stays until it is forgotten on purpose', async () => {
    await store().enrol('sam', 'FIRST', START);
    await store().enrol('sam', 'SECOND', START);
    expect(await store().secretOf('sam')).toBe('FIRST');
    await store().forgetSecret('sam');
    expect(await store().secretOf('sam')).toBeNull();
  });

  test('a half minute is used once, and never one before it', async () => {
    expect(await store().useStep('sam', 100)).toBe(true);
    expect(await store().useStep('sam', 100)).toBe(false);
    expect(await store().useStep('sam', 99)).toBe(false);
    expect(await store().useStep('sam', 101)).toBe(true);
    expect(await store().useStep('amira', 100)).toBe(true);
  });

  test('tries are counted for one person since a moment, without those taken back', async () => {
    await store().noteTry('sam', START);
    await store().noteTry('sam', after(10));
    const right = await store().noteTry('sam', after(10));
    await store().noteTry('amira', after(10));
    expect(await store().triesOf('sam', START)).toBe(3);
    await store().takeBackTry(right);
    expect(await store().triesOf('sam', START)).toBe(2);
    expect(await store().triesOf('sam', after(5))).toBe(1);
  });

  test('of tries made at once, each is counted by those that come after it', async () => {
    const counts = await Promise.all(
      Array.from({ length: 8 }, async () => {
        await store().noteTry('sam', START);
        return store().triesOf('sam', START);
      }),
    );
    expect(counts.filter((count) => count <= 5).length).toBeLessThanOrEqual(5);
  });
});
