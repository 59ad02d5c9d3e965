import { verifyChain } from '../../../src/record/chain/verifyChain';
import { staffViews } from '../../../src/record/views';
import { later, type Line, type Outlived } from '../../../src/vocabulary';
import { aConcern, aDelivery, aMessage, aRoster } from '../../harness/people';
import { describeRecords, START } from '../../harness/record';

const YEARS_ON = '2040-01-01T00:00:00.000Z';
const MINUTE = 60_000;

describeRecords('what is kept, and what is destroyed', (record) => {
  const inTx: ReturnType<typeof record>['record']['transaction'] = (work) => record().record.transaction(work);

  const robinsLine = (): Promise<Line> =>
    inTx(async (tx) => {
      await tx.roster.replace(aRoster());
      return tx.lines.lockOf('robin', START, record().ids.next());
    });

  const destroy = (line: Line, more: Partial<Outlived> = {}) =>
    inTx((tx) =>
      tx.retention.destroy({
        line: line.id,
        chatBefore: YEARS_ON,
        notesBefore: YEARS_ON,
        numberBefore: YEARS_ON,
        concerns: [],
        keeps: [],
        ...more,
      }),
    );

  const textsOf = async (line: Line) =>
    (await inTx((tx) => tx.messages.after(line.id, 0))).map((message) => message.text);

  /** Three messages an hour apart; the second is a concern's. */
  async function threeMessages(): Promise<Line> {
    const line = await robinsLine();
    await inTx(async (tx) => {
      for (const seq of [1, 2, 3]) {
        const receivedAt = later(START, seq * 60 * MINUTE);
        await tx.messages.keep(aMessage(line, { id: `m${seq}`, seq, receivedAt, text: `words ${seq}` }));
      }
      await tx.concerns.add(aConcern(line, { id: 'c1', messages: ['m2'] }));
    });
    return line;
  }

  test('a concern that is kept keeps its messages and what was said in its time; the rest goes', async () => {
    const line = await threeMessages();
    const from = later(START, 170 * MINUTE);
    const counts = await destroy(line, { keeps: [{ concern: 'c1', from, to: null }] });
    expect(counts).toMatchObject({ messages: 1, concerns: 0 });
    expect(await textsOf(line)).toEqual(['', 'words 2', 'words 3']);
  });

  test('what was told to a practitioner goes with its concern: that they spoke, when and whether they were safe stays', async () => {
    const line = await threeMessages();
    const talk = { concern: 'c1', by: 'sam', spokenAt: START, notedAt: START, way: 'by-phone', safe: 'yes' } as const;
    await inTx((tx) => tx.concerns.noteTalk({ ...talk, words: 'at my nan', apart: false }));
    const talks = async () => (await staffViews(record()).concern('c1'))?.talks;
    await destroy(line);
    expect(await talks()).toEqual([{ ...talk, words: 'at my nan', apart: false }]);
    await destroy(line, { concerns: ['c1'] });
    expect(await talks()).toEqual([{ ...talk, words: '', apart: false }]);
  });

  test('the time of a concern ends when it closed', async () => {
    const line = await threeMessages();
    const until = later(START, 130 * MINUTE);
    await destroy(line, { keeps: [{ concern: 'c1', from: START, to: until }] });
    expect(await textsOf(line)).toEqual(['words 1', 'words 2', '']);
  });

  test('a text that has not gone keeps its words, and a concern with one has no end', async () => {
    const line = await threeMessages();
    await inTx(async (tx) => {
      await tx.deliveries.add(aDelivery({ line: line.id }, { id: 'd1', concern: 'c1' }));
      await tx.deliveries.add(aDelivery({ line: line.id }, { id: 'd2', dueAt: null, state: 'delivered' }));
    });
    expect(await destroy(line)).toMatchObject({ texts: 1 });
    const texts = await inTx((tx) => Promise.all(['d1', 'd2'].map((id) => tx.deliveries.get(id))));
    expect(texts.map((one) => one?.text)).toEqual(['Thank you for telling me.', '']);
    expect(await inTx((tx) => tx.retention.lookAt(line.id))).toMatchObject({
      bornOn: '2011-03-04',
      held: false,
      concerns: [{ id: 'c1', underWay: true, closedAt: null }],
    });
  });

  test('a concern is under way while a notice of it waits, and no longer once that has gone', async () => {
    const line = await threeMessages();
    await inTx(async (tx) => {
      await tx.notices.add({
        ...{ id: 'n1', concern: 'c1', practitioner: 'sam', as: 'mentor', step: 'mentor', attempt: 1, by: 'sms' },
        ...{ code: 'K7R', madeAt: START, withdrawnAt: null },
      });
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { id: 'd1', notice: 'n1' }));
    });
    const underWay = async () => (await inTx((tx) => tx.retention.lookAt(line.id))).concerns.map((one) => one.underWay);
    expect(await underWay()).toEqual([true]);
    await inTx(async (tx) => tx.deliveries.save({ ...(await tx.deliveries.get('d1'))!, state: 'sent', dueAt: null }));
    expect(await underWay()).toEqual([false]);
  });

  test('a receipt that comes years late gives a text none of its words back, and the chain still holds', async () => {
    const line = await robinsLine();
    const delivery = aDelivery({ line: line.id }, { id: 'd1', dueAt: null, state: 'sent', neutralText: 'Hi.' });
    await inTx(async (tx) => {
      await tx.deliveries.add(delivery);
      await tx.events.append({ line: line.id, name: 'said-to-young-person', at: START, data: { delivery: 'd1' } });
    });
    await destroy(line);
    await inTx(async (tx) => tx.deliveries.save({ ...(await tx.deliveries.get('d1'))!, state: 'delivered' }));
    expect(await record().db.one('select state, text_sealed, neutral_sealed, words_salt from deliveries')).toEqual({
      state: 'delivered',
      text_sealed: null,
      neutral_sealed: null,
      words_salt: null,
    });
    expect(await verifyChain(record().db, line.id)).toMatchObject({ ok: true });
  });

  test('a note goes with what a check-in said, but not before it was sent', async () => {
    const line = await robinsLine();
    const checkIn = { youngPerson: 'robin', startedAt: START, finishedAt: START, mood: 6, answers: [] };
    await inTx(async (tx) => {
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 }));
      for (const id of ['sent', 'unsent']) {
        await tx.checkIns.start({ ...checkIn, id, date: '2026-11-20', slot: id });
        const note = {
          id: `note-${id}`,
          checkIn: id,
          youngPerson: 'robin',
          to: 'sam',
          text: 'Going well',
          dueAt: START,
        };
        await tx.notes.add({ ...note, sentAt: id === 'sent' ? START : null });
      }
      const answer = { heading: 'going-well', words: 'football', message: 'm1', keptBack: false } as const;
      await tx.checkIns.addAnswer('sent', answer);
    });
    expect(await destroy(line)).toEqual({ messages: 1, texts: 0, answers: 1, notes: 1, concerns: 0, numbers: 0 });
    const notes = await inTx((tx) => Promise.all(['sent', 'unsent'].map((id) => tx.notes.get(`note-${id}`))));
    expect(notes.map((one) => one?.text)).toEqual(['', 'Going well']);
    expect(
      await record().db.one('select mood, words_sealed from check_ins join check_in_answers on check_in_id = id'),
    ).toEqual({
      mood: 6,
      words_sealed: null,
    });
  });

  test('a line with nothing old enough is not looked at, and neither is one whose words are gone', async () => {
    const line = await threeMessages();
    const linesBefore = async (at: string) => (await inTx((tx) => tx.retention.linesWithWordsBefore(at, '', 10))).found;
    expect(await linesBefore(START)).toEqual([]);
    expect(await linesBefore(YEARS_ON)).toEqual([line.id]);
    await destroy(line);
    expect(await linesBefore(YEARS_ON)).toEqual([]);
  });

  test('somebody who has left the roster still has their age, and what is held for everybody is held for them', async () => {
    const line = await robinsLine();
    await inTx((tx) => tx.roster.replace(aRoster({ youngPeople: [] })));
    expect(await inTx((tx) => tx.retention.lookAt(line.id))).toMatchObject({ bornOn: '2011-03-04', held: false });
    const hold = { id: 'h1', youngPerson: null, placedBy: 'sam', placedAt: START, reason: 'an inquiry' };
    await inTx((tx) => tx.retention.placeHold(hold));
    expect(await inTx((tx) => tx.retention.lookAt(line.id))).toMatchObject({ held: true });
    const lifted = { by: 'amira', at: later(START, 1), reason: 'it has ended' };
    expect(await inTx((tx) => tx.retention.liftHold('h1', lifted))).toEqual({ ...hold, lifted });
    expect(await inTx((tx) => tx.retention.lookAt(line.id))).toMatchObject({ held: false });
  });
});
