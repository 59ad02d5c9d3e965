import { anchorHeads, verifyAnchors } from '../../../src/record/chain/anchors';
import type { Event } from '../../../src/vocabulary';
import { aRoster } from '../../harness/people';
import { describePostgres, START } from '../../harness/record';

describePostgres('an anchor while somebody writes', (record) => {
  const said = (line: string | null): Event => ({ line, name: 'message-received', at: START, data: {} });
  const anchor = () => record().inTransaction(({ db }) => anchorHeads(db, START), { timeoutMs: 5_000 });
  const bound = () =>
    record().db.all<{ id: string }>('select id from chains where length = anchored_length order by id');

  test('waits for no line: that one is bound by the next anchor, and the others now', async () => {
    const [quiet, written] = ['line-a', 'line-b'];
    await record().record.transaction(async (tx) => {
      await tx.roster.replace(aRoster());
      await tx.lines.lockOf('robin', START, written);
      for (const line of [quiet, written, null]) await tx.events.append(said(line));
    });
    let finish = () => {};
    const isHeld = new Promise<void>((resolve) => (finish = resolve));
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const writing = record().record.transaction(async (tx) => {
      await tx.lines.lock(written);
      await tx.events.append(said(written));
      begin();
      await isHeld;
    });
    await begun;
    expect(await anchor()).not.toBeNull();
    expect((await bound()).map(({ id }) => id)).toEqual([quiet, 'organisation']);
    finish();
    await writing;
    expect(await anchor()).not.toBeNull();
    expect((await bound()).map(({ id }) => id)).toEqual([quiet, written, 'organisation']);
    expect(await verifyAnchors(record().db)).toEqual({ ok: true, anchors: 2 });
  });
});
