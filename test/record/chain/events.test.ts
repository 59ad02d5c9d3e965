import { anchorHeads, verifyAnchors } from '../../../src/record/chain/anchors';
import { verifyChain } from '../../../src/record/chain/verifyChain';
import { shredWords } from '../../../src/record/shred/shredWords';
import { later, type Event, type Instant, type Outlived } from '../../../src/vocabulary';
import { aDelivery, aMessage, aRoster } from '../../harness/people';
import { describePostgres, describeRecords, START } from '../../harness/record';

/** All words of a line before this moment, with nothing to keep them. */
const allBefore = (line: string, before: Instant): Outlived => ({
  line,
  chatBefore: before,
  notesBefore: before,
  numberBefore: before,
  concerns: [],
  keeps: [],
});

describeRecords('events', (record) => {
  const received = (line: string, message: string): Event => ({
    line,
    name: 'message-received',
    at: START,
    data: { message, channel: 'sms', seq: 1 },
  });

  /** A line with one message and the events of its arrival. */
  async function robinWrote(text = 'he hit me'): Promise<string> {
    return record().record.transaction(async (tx) => {
      await tx.roster.replace(aRoster());
      const line = await tx.lines.lockOf('robin', START, record().ids.next());
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1, text }));
      await tx.events.append(received(line.id, 'm1'));
      await tx.events.append({ line: line.id, name: 'message-assessed', at: START, data: { level: 'urgent' } });
      await tx.events.append({ line: null, name: 'roster-gap-found', at: START, data: { duty: 'lead' } });
      return line.id;
    });
  }

  test('a chain that nobody touched holds', async () => {
    const line = await robinWrote();
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 2 });
    expect(await verifyChain(record().db, null)).toEqual({ ok: true, length: 1 });
  });

  test('transactions at once extend one chain without a gap', async () => {
    const line = await robinWrote();
    await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        record().record.transaction((tx) =>
          tx.events.append({ line: null, name: 'staff-replied', at: START, data: { n } }),
        ),
      ),
    );
    expect(await verifyChain(record().db, null)).toEqual({ ok: true, length: 9 });
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 2 });
  });

  test.each([
    [
      'an event changed',
      `update events set data = '{"level": "none"}' where n = 2 and chain_id <> 'organisation'`,
      'link',
      2,
    ],
    ['a moment changed', `update events set happened_at = '2020-01-01Z' where n = 1`, 'link', 1],
    ['an event taken out', `delete from events where n = 1 and chain_id <> 'organisation'`, 'link', 1],
    ['the last event taken off', `delete from events where n = 2`, 'head', 1],
    ['the salt of words changed', `update messages set words_salt = 'AAAA'`, 'words', 1],
    ['words replaced', `update messages set text_sealed = 's1.test.AAAA'`, 'words', 1],
  ])('%s is found', async (_, tampering, fault, n) => {
    const line = await robinWrote();
    await record().pool.query(tampering);
    expect(await verifyChain(record().db, line)).toEqual({ ok: false, fault, n });
  });

  test('words can be shredded without breaking the chain, and nothing of them stays', async () => {
    const line = await robinWrote();
    await record().inTransaction(({ db }) => shredWords(db, allBefore(line, later(START, 1))));
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 2 });
    const kept = await record().db.all('select text_sealed, words_salt from messages');
    expect(kept).toEqual([{ text_sealed: null, words_salt: null }]);
    const messages = await record().record.transaction((tx) => tx.messages.after(line, 0));
    expect(messages.map((message) => message.text)).toEqual(['']);
  });

  test('a text swapped for its neutral form is still the text the chain speaks of', async () => {
    const line = await robinWrote();
    const delivery = aDelivery({ line }, { id: 'd1', neutralText: 'Hi.' });
    const said = (name: Event['name']): Event => ({ line, name, at: START, data: { delivery: 'd1' } });
    await record().record.transaction(async (tx) => {
      await tx.deliveries.add(delivery);
      await tx.events.append(said('said-to-young-person'));
    });
    await record().record.transaction((tx) => tx.deliveries.save({ ...delivery, state: 'claimed' }));
    expect(await verifyChain(record().db, line)).toMatchObject({ ok: true });
    await record().record.transaction(async (tx) => {
      await tx.deliveries.save({ ...delivery, text: 'Hi.', neutralText: null });
      await tx.events.append(said('swapped-for-neutral'));
    });
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 4 });
  });

  test('anchors hold all heads, and tell when a chain was rewritten from its start', async () => {
    const line = await robinWrote();
    const anchor = () => record().inTransaction(({ db }) => anchorHeads(db, START));
    expect(await anchor()).toMatch(/^[0-9a-f]{64}$/);
    expect(await anchor()).toBeNull();
    await record().record.transaction((tx) => tx.events.append({ ...received(line, 'm1'), at: later(START, 5) }));
    expect(await anchor()).toMatch(/^[0-9a-f]{64}$/);
    expect(await verifyAnchors(record().db)).toEqual({ ok: true, anchors: 2 });

    await record().pool.query(`delete from events where chain_id = '${line}' and n = 3`);
    expect(await verifyAnchors(record().db)).toEqual({ ok: false, n: 2 });
  });

  test('the newest event of a name is found, also one of this very transaction', async () => {
    const line = await robinWrote();
    const asked = (n: number): Event => ({ line, name: 'limits-shown', at: START, data: { form: 'full', n } });
    await record().record.transaction((tx) => tx.events.append(asked(1)));
    const [before, within, other] = await record().record.transaction(async (tx) => {
      const stored = await tx.events.latest(line, 'limits-shown', { form: 'full' });
      await tx.events.append(asked(2));
      return [
        stored,
        await tx.events.latest(line, 'limits-shown'),
        await tx.events.latest(line, 'limits-shown', { form: 'line' }),
      ];
    });
    expect([before, within, other]).toEqual([asked(1), asked(2), null]);
  });

  test('listeners hear a transaction’s events in order, once it has committed, and never of one undone', async () => {
    const heard: string[][] = [];
    const stop = record().record.onCommitted((events) => void heard.push(events.map((event) => event.name)));
    await robinWrote();
    const undone = record().record.transaction(async (tx) => {
      await tx.events.append({ line: null, name: 'stopped', at: START, data: {} });
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await record().record.transaction(async (tx) => {
      await tx.events.append({ line: null, name: 'stopped', at: START, data: {} });
      await tx.savepoint(async () => {
        await tx.events.append({ line: null, name: 'started-again', at: START, data: {} });
        throw new Error('undone');
      });
    });
    stop();
    expect(heard).toEqual([['message-received', 'message-assessed', 'roster-gap-found'], ['stopped']]);
  });
});

describePostgres('events of several connections', (record) => {
  const wrote = (line: string, n: number): Event => ({ line, name: 'message-received', at: START, data: { n } });

  async function robinsLine(): Promise<string> {
    return record().record.transaction(async (tx) => {
      await tx.roster.replace(aRoster());
      const { id } = await tx.lines.lockOf('robin', START, record().ids.next());
      await tx.events.append(wrote(id, 0));
      return id;
    });
  }

  test('whoever had to wait for a line goes on where it was left, at the first try', async () => {
    const line = await robinsLine();
    let times = 0;
    const writers = Array.from({ length: 8 }, (_, n) =>
      record().record.transaction(async (tx) => {
        times += 1;
        await tx.lines.lock(line);
        await tx.events.append(wrote(line, n + 1));
      }),
    );
    await Promise.all(writers);
    expect(times).toBe(8);
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 9 });
  });

  test('an event is in its chain or nowhere: where the chain was not as it was read, all is done again', async () => {
    const line = await robinsLine();
    let times = 0;
    await record().inTransaction(async ({ stores, db }) => {
      times += 1;
      await stores.lines.lock(line);
      await stores.events.append(wrote(line, 1));
      if (times === 1) await db.write(`update chains set head = 'another' where id = $1`, [line]);
    });
    expect(times).toBe(2);
    expect(await verifyChain(record().db, line)).toEqual({ ok: true, length: 2 });
  });
});
