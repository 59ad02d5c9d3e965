import type { Stores } from '../../../src/record';
import { later, type EarlierWords, type Line } from '../../../src/vocabulary';
import { aConcern, aDelivery, aMessage, aRoster } from '../../harness/people';
import { describeRecords, START } from '../../harness/record';

describeRecords('stores', (record) => {
  const inTx: ReturnType<typeof record>['record']['transaction'] = (work) => record().record.transaction(work);

  async function robinsLine(): Promise<Line> {
    return inTx(async (tx) => {
      await tx.roster.replace(aRoster());
      return tx.lines.lockFor({ by: 'phone', phone: '+447700900101' }, START, record().ids.next());
    });
  }

  test('a known number and the web chat of the same young person are one line', async () => {
    const bySms = await robinsLine();
    const byWeb = await inTx((tx) => tx.lines.lockFor({ by: 'web', youngPerson: 'robin' }, START, 'another'));
    expect(byWeb).toEqual(bySms);
    expect(bySms.youngPerson).toBe('robin');
  });

  test('an unknown number has its own line, found again by the number', async () => {
    const phone = '+447700900999';
    const first = await inTx((tx) => tx.lines.lockFor({ by: 'phone', phone }, START, record().ids.next()));
    const again = await inTx((tx) => tx.lines.lockFor({ by: 'phone', phone }, START, record().ids.next()));
    expect(again).toEqual(first);
    expect(first).toMatchObject({ youngPerson: null, unknownPhone: phone });
  });

  test('a line comes back as it was saved, dialog state and all', async () => {
    const line = await robinsLine();
    const saved: Line = {
      ...line,
      lastSeq: 3,
      answeredSeq: 2,
      burstStartedAt: START,
      turnDueAt: '2026-11-20T09:00:12.345Z',
      lastChannel: 'web',
      lastHeardAt: START,
      lastSaidAt: START,
      stoppedAt: START,
      notTheirsAt: START,
      notThem: ['sam'],
      humanInThread: 'amira',
      conversation: { stack: [{ id: 'check-in', said: ['mum shouts "a lot"'] }] },
    };
    await inTx((tx) => tx.lines.save(saved));
    expect(await inTx((tx) => tx.lines.lock(line.id))).toEqual(saved);
  });

  test('the same provider id twice is one message, and the second one is told so', async () => {
    const line = await robinsLine();
    const first = aMessage(line, { id: record().ids.next(), seq: 1, providerId: 'SM1', text: 'he hit me 😔\u0000' });
    const again = aMessage(line, { id: record().ids.next(), seq: 2, providerId: 'SM1' });
    expect(await inTx((tx) => tx.messages.keep(first))).toEqual({ message: first, fresh: true });
    expect(await inTx((tx) => tx.messages.keep(again))).toEqual({ message: first, fresh: false });
  });

  test('a browser id is unique in its own line only', async () => {
    const line = await robinsLine();
    const other = await inTx((tx) => tx.lines.lockFor({ by: 'phone', phone: '+447700900998' }, START, 'l2'));
    const web = { provider: 'web', channel: 'web', providerId: 'c1' } as const;
    await inTx((tx) => tx.messages.keep(aMessage(line, { id: 'm1', seq: 1, ...web })));
    const elsewhere = await inTx((tx) => tx.messages.keep(aMessage(other, { id: 'm2', seq: 1, ...web })));
    expect(elsewhere.fresh).toBe(true);
  });

  test('messages are read in the order they arrived', async () => {
    const line = await robinsLine();
    await inTx(async (tx) => {
      for (const seq of [1, 2, 3, 4]) await tx.messages.keep(aMessage(line, { id: `m${seq}`, seq }));
      await tx.messages.markKeptBack(['m2']);
      await tx.messages.markUnreadable('m3');
    });
    await inTx((tx) => tx.lines.save({ ...line, lastSeq: 4, answeredSeq: 2 }));
    const unanswered = await inTx((tx) => tx.messages.unanswered(line.id));
    expect(unanswered.map((message) => message.id)).toEqual(['m3', 'm4']);
    const after = await inTx((tx) => tx.messages.after(line.id, 1));
    expect(after.map((message) => [message.id, message.keptBack, message.unreadable])).toEqual([
      ['m2', true, false],
      ['m3', false, true],
      ['m4', false, false],
    ]);
    const before = await inTx((tx) => tx.messages.since(line.id, START, { receivedAt: START, seq: 3 }));
    expect(before.map((message) => message.id)).toEqual(['m1', 'm2']);
  });

  test('a message that is kept late stands where it came', async () => {
    const line = await robinsLine();
    const [first, next] = [later(START, 1000), later(START, 2000)];
    await inTx(async (tx) => {
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1, receivedAt: next }));
      await tx.messages.keep(aMessage(line, { id: 'm2', seq: 2, receivedAt: first }));
    });
    const ids = async (read: (tx: Stores) => Promise<readonly EarlierWords[]>) =>
      (await inTx(read)).map(({ id }) => id);
    expect(await ids((tx) => tx.messages.unanswered(line.id))).toEqual(['m2', 'm1']);
    expect(await ids((tx) => tx.messages.allSince(line.id, START))).toEqual(['m2', 'm1']);
    expect(await ids((tx) => tx.messages.since(line.id, START, { receivedAt: next, seq: 1 }))).toEqual(['m2']);
    expect(await ids((tx) => tx.messages.since(line.id, START, { receivedAt: first, seq: 2 }))).toEqual([]);
  });

  test('an assessment comes back with its evidence', async () => {
    const line = await robinsLine();
    const assessment = {
      message: 'm1',
      of: 'message',
      by: 'rules',
      at: START,
      level: 'urgent',
      kinds: ['physical-abuse'],
      about: 'self',
      readable: true,
      unreadableBecause: null,
      weak: false,
      rulesVersion: 'r1',
      because: [
        {
          rule: 'hits-me',
          evidence: 'he hit me',
          where: 'message',
          span: { start: 0, end: 9 },
          level: 'urgent',
          kinds: ['physical-abuse'],
          steps: ['base urgent'],
        },
      ],
      meant: { names: ['Sam'], roleWords: [], unnamed: false },
      notThem: ['Sam'],
    } as const;
    await inTx(async (tx) => {
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 }));
      await tx.messages.assess(assessment);
    });
    expect(await inTx((tx) => tx.messages.assessmentsSince(line.id, START))).toEqual([assessment]);
  });

  test('a concern comes back whole, closed or not, and is due when its case is', async () => {
    const line = await robinsLine();
    await inTx((tx) => tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 })));
    await inTx((tx) => tx.messages.keep(aMessage(line, { id: 'm2', seq: 2 })));
    const concern = aConcern(line, { id: 'c1', messages: ['m1'] });
    await inTx((tx) => tx.concerns.add(concern));
    expect(await inTx((tx) => tx.concerns.lock('c1'))).toEqual({ concern, line });
    expect(await record().record.due(START, 10)).toEqual([{ kind: 'concern', id: 'c1', line: line.id, dueAt: START }]);

    const later = '2026-11-20T10:00:00.000Z';
    const closed = {
      ...concern,
      case: { ...concern.case, dueAt: later },
      messages: ['m1', 'm2'],
      safeNow: { askedAt: START, delivery: 'd1', answer: 'yes' },
      closed: { at: START, by: 'amira', outcome: 'referred', reason: 'told the MASH', toldYoungPerson: 'yes' },
    } as const;
    await inTx((tx) => tx.concerns.save(closed));
    expect(await inTx((tx) => tx.concerns.get('c1'))).toEqual(closed);
    expect(await inTx((tx) => tx.concerns.openOf(line.id))).toEqual([]);
    expect(await inTx((tx) => tx.concerns.allOf(line.id))).toEqual([closed]);
    expect(await record().record.nextDueAt()).toBe(later);
    await inTx((tx) => tx.concerns.save({ ...closed, case: { ...closed.case, dueAt: null } }));
    expect(await record().record.nextDueAt()).toBeNull();
  });

  test('a concern hidden from somebody is in no list of theirs, whoever holds it', async () => {
    const line = await robinsLine();
    await inTx((tx) => tx.concerns.add(aConcern(line, { id: 'c1' })));
    await inTx((tx) => tx.concerns.add(aConcern(line, { id: 'c2', hiddenFrom: ['amira'] })));
    const hers = await inTx((tx) => tx.concerns.openHeldOrToldTo('amira'));
    expect(hers.map((concern) => concern.id)).toEqual(['c1']);
  });

  test('one attempt to reach somebody is one notice, found by its code until it is withdrawn', async () => {
    const line = await robinsLine();
    const notice = {
      id: 'n1',
      concern: 'c1',
      practitioner: 'sam',
      as: 'mentor',
      step: 'first',
      attempt: 1,
      by: 'sms',
      code: 'K7R',
      madeAt: START,
      withdrawnAt: null,
    } as const;
    await inTx(async (tx) => {
      await tx.concerns.add(aConcern(line, { id: 'c1' }));
      expect(await tx.notices.add(notice)).toBe(true);
      expect(await tx.notices.add({ ...notice, id: 'n2' })).toBe(false);
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { id: 'd1', notice: 'n1', concern: 'c1' }));
    });
    expect(await inTx((tx) => tx.notices.byCode('sam', 'k7r'))).toEqual(notice);
    expect(await inTx((tx) => tx.notices.byCode('amira', 'K7R'))).toBeNull();
    expect(await inTx((tx) => tx.notices.latestCodeOf('sam'))).toBe('K7R');
    expect(await inTx((tx) => tx.notices.withdraw('c1', 'sam', START))).toEqual(['d1']);
    expect(await inTx((tx) => tx.notices.byCode('sam', 'K7R'))).toBeNull();
    expect(await inTx((tx) => tx.notices.of('c1'))).toEqual([{ ...notice, withdrawnAt: START }]);
  });

  test('a later delivery of a line waits while an earlier one may still go', async () => {
    const line = await robinsLine();
    const first = aDelivery({ line: line.id }, { id: 'd1', order: 1, neutralText: 'Hi, it is Sam.' });
    const second = aDelivery({ line: line.id }, { id: 'd2', order: 2 });
    await inTx(async (tx) => {
      await tx.deliveries.add(first);
      await tx.deliveries.add(second);
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { id: 'd3' }));
      expect(await tx.deliveries.get('d3')).toMatchObject({ order: 1 });
      expect(await tx.lines.readOfDelivery('d2')).toMatchObject({ id: line.id, youngPerson: 'robin' });
      expect(await tx.lines.readOfDelivery('d3')).toBeNull();
      expect(await tx.deliveries.mustWaitForEarlier('d3', START)).toBe(false);
      expect(await tx.deliveries.mustWaitForEarlier(second.id, START)).toBe(true);
      await tx.deliveries.save({ ...first, state: 'accepted', sid: 'SM9', dueAt: null, acceptedAt: START });
      expect(await tx.deliveries.mustWaitForEarlier(second.id, START)).toBe(false);
    });
    const accepted = { ...first, state: 'accepted', sid: 'SM9', dueAt: null, acceptedAt: START };
    expect(await inTx((tx) => tx.deliveries.ofLine(line.id, START))).toEqual([accepted, second]);
  });

  test('receipts in any order: only what is news changes anything', async () => {
    const receipt = { delivery: 'd1', sid: 'SM1', state: 'sent', errorCode: null, at: START } as const;
    const noted = (rank: number) => inTx((tx) => tx.deliveries.noteReceipt(receipt, rank));
    expect([await noted(2), await noted(2), await noted(1), await noted(3), await noted(3)]).toEqual([
      true,
      false,
      false,
      true,
      false,
    ]);
  });

  test('promises, check-ins, notes and errands are each made once', async () => {
    const line = await robinsLine();
    await inTx(async (tx) => {
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 }));
      const commitment = {
        id: 'p1',
        line: line.id,
        concern: null,
        what: 'will-read',
        who: 'sam',
        dueAt: START,
        keptAt: null,
        admittedAt: null,
      } as const;
      expect([await tx.commitments.add(commitment), await tx.commitments.add({ ...commitment, id: 'p2' })]).toEqual([
        true,
        false,
      ]);
      expect(await tx.commitments.openOf(line.id)).toEqual([commitment]);
      await tx.commitments.save({ ...commitment, keptAt: START });
      expect(await tx.commitments.openOf(line.id)).toEqual([]);

      const answer = { heading: 'goal', words: 'run twice', message: 'm1', keptBack: false } as const;
      const checkIn = {
        id: 'k1',
        youngPerson: 'robin',
        date: '2026-03-29',
        slot: '17:00',
        startedAt: START,
        finishedAt: null,
        mood: null,
        answers: [],
      } as const;
      expect([await tx.checkIns.start(checkIn), await tx.checkIns.start({ ...checkIn, id: 'k2' })]).toEqual([
        true,
        false,
      ]);
      await tx.checkIns.addAnswer('k1', answer);
      const finished = { ...checkIn, mood: 4, finishedAt: START, answers: [{ ...answer, keptBack: true }] };
      await tx.checkIns.save(finished);
      expect(await tx.checkIns.latestOf('robin', 5)).toEqual([finished]);

      const note = {
        id: 'o1',
        checkIn: 'k1',
        youngPerson: 'robin',
        to: 'sam',
        text: 'Going well.',
        dueAt: START,
        sentAt: null,
      };
      expect([await tx.notes.add(note), await tx.notes.add({ ...note, id: 'o2' })]).toEqual([true, false]);
      expect([await tx.notes.get('o1'), await tx.notes.get('o2')]).toEqual([note, null]);

      const errand = { id: 'e1', kind: 'note', subject: 'k1', line: line.id, dueAt: START, doneAt: null } as const;
      expect([await tx.errands.add(errand), await tx.errands.add({ ...errand, id: 'e2' })]).toEqual([true, false]);
      await tx.errands.cancel('note', 'k1', START);
      expect(await tx.errands.lock('e1')).toBeNull();
      expect(await tx.errands.add({ ...errand, id: 'e3' })).toBe(true);
    });
  });
});
