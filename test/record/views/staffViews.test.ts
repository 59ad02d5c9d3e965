import { staffBook } from '../../../src/record/doors/staffBook';
import { staffViews } from '../../../src/record/views';
import { later, type Concern, type Line, type Notice } from '../../../src/vocabulary';
import { aConcern, aDelivery, aMessage, aPractitioner, aRoster, aYoungPerson } from '../../harness/people';
import { describeRecords, START } from '../../harness/record';

const after = (seconds: number): string => later(START, seconds * 1000);

describeRecords('what the staff pages read', (record) => {
  const inTx: ReturnType<typeof record>['record']['transaction'] = (work) => record().record.transaction(work);
  const views = () => staffViews(record());

  /** Robin writes twice; the second message opens a concern that Amira is told of by text. */
  async function aCase(over: Partial<Concern> = {}): Promise<Line> {
    return inTx(async (tx) => {
      await tx.roster.replace(
        aRoster({ youngPeople: [aYoungPerson(), aYoungPerson({ id: 'noor', phone: '+447700900103' })] }),
      );
      const line = await tx.lines.lockFor({ by: 'phone', phone: '+447700900101' }, START, 'line');
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1, text: 'u up?' }));
      await tx.messages.keep(aMessage(line, { id: 'm2', seq: 2, text: 'he hit me', receivedAt: after(20) }));
      await tx.lines.save({ ...line, lastSeq: 2, lastHeardAt: after(20) });
      await tx.concerns.add(aConcern(line, { id: 'c1', messages: ['m2'], openedAt: after(20), ...over }));
      await tx.notices.add(notice('n1', 'amira', after(21)));
      await tx.deliveries.add(
        aDelivery({ practitioner: 'amira' }, { id: 'd1', notice: 'n1', concern: 'c1', state: 'delivered' }),
      );
      await tx.deliveries.add(
        aDelivery(
          { line: line.id },
          { id: 'd2', concern: 'c1', state: 'sent', createdAt: after(30), text: 'Thank you.' },
        ),
      );
      return line;
    });
  }

  function notice(id: string, practitioner: string, madeAt: string, over: Partial<Notice> = {}): Notice {
    const made = { step: 'lead-first', attempt: 1, by: 'sms', code: id.toUpperCase(), withdrawnAt: null } as const;
    return { id, concern: 'c1', practitioner, as: 'duty-lead', madeAt, ...made, ...over };
  }

  test('an open concern is listed with who was told, its clocks and where it stands on its line', async () => {
    await aCase({ hiddenFrom: ['sam'] });
    const [summary] = await views().openConcerns();
    expect(summary).toMatchObject({
      id: 'c1',
      youngPerson: 'robin',
      holder: 'amira',
      excluded: ['sam'],
      messages: ['m2'],
      firstSeq: 2,
      lastSeq: 2,
      told: [{ practitioner: 'amira', as: 'duty-lead', at: after(21), withdrawnAt: null }],
    });
    expect(await views().concernsByReference('K7R')).toEqual([summary]);
  });

  test('somebody told twice was told from the first, and is told until every notice is taken back', async () => {
    await aCase();
    await inTx((tx) => tx.notices.add(notice('n2', 'amira', after(60), { attempt: 2 })));
    await inTx((tx) => tx.notices.withdraw('c1', 'amira', after(90)));
    await inTx((tx) => tx.notices.add(notice('n3', 'amira', after(100), { attempt: 3 })));
    const [again] = await views().openConcerns();
    expect(again!.told).toEqual([{ practitioner: 'amira', as: 'duty-lead', at: after(21), withdrawnAt: null }]);
    await inTx((tx) => tx.notices.withdraw('c1', 'amira', after(120)));
    const [gone] = await views().openConcerns();
    expect(gone!.told[0]!.withdrawnAt).toBe(after(120));
  });

  test('what answered its words is in a case too, though it was said of no concern; what was asked an hour later is not', async () => {
    const line = await aCase();
    await inTx(async (tx) => {
      const given = (id: string, seconds: number, text: string) =>
        aDelivery({ line: line.id }, { id, concern: null, state: 'sent', createdAt: after(seconds), text });
      await tx.deliveries.add(given('d0', 10, 'Thanks for texting.'));
      await tx.deliveries.add(given('d3', 40, 'Call 999 now.'));
      await tx.deliveries.add(given('d4', 3700, 'How are you today?'));
    });
    const whole = await views().concern('c1');
    expect(whole!.thread.map((item) => item.text)).toEqual(['he hit me', 'Thank you.', 'Call 999 now.']);
  });

  test('a case is whole: its own words in order, our answers, notices with their state, decisions, marks', async () => {
    await aCase();
    const referral = {
      by: 'amira',
      madeAt: after(600),
      written: { sent: false, dueAt: after(9000) },
      awareBy: 'amira',
      awareAt: after(60),
      reasonForDelay: null,
    } as const;
    const decision = {
      concern: 'c1',
      by: 'amira',
      at: after(700),
      referred: true,
      to: 'Police',
      reference: 'CR1',
      reason: 'hit at home',
      toldYoungPerson: 'no',
      whyNotTold: 'asleep',
      referral,
    } as const;
    await inTx((tx) => tx.concerns.decide(decision));
    const book = staffBook(record());
    await book.markVerdict({ concern: 'c1', by: 'amira', verdict: 'right', note: 'plain as day' }, after(800));
    const whole = await views().concern('c1');
    expect(whole!.thread.map((item) => [item.from, item.text, item.state])).toEqual([
      ['young-person', 'he hit me', null],
      ['service', 'Thank you.', 'sent'],
    ]);
    expect(whole!.notices).toMatchObject([{ practitioner: 'amira', by: 'sms', state: 'delivered' }]);
    expect(whole!.decisions).toEqual([decision]);
    expect(whole!.marks).toEqual([{ by: 'amira', at: after(800), verdict: 'right', note: 'plain as day' }]);
    expect(whole!.history).toMatchObject([{ name: 'verdict-marked', at: after(800) }]);
    expect(await views().concern('nothing')).toBeNull();
  });

  test('a closed concern leaves the open list, and is found among those closed since', async () => {
    await aCase();
    const closed = { at: after(900), by: 'amira', outcome: 'o', reason: 'r', toldYoungPerson: 't' };
    await inTx(async (tx) => tx.concerns.save({ ...(await tx.concerns.get('c1'))!, closed }));
    expect(await views().openConcerns()).toEqual([]);
    expect((await views().closedConcerns(after(800))).map((one) => one.id)).toEqual(['c1']);
    expect(await views().closedConcerns(after(901))).toEqual([]);
  });

  test('a line is read whole, and a caseload has a row for each person asked for, also one who never wrote', async () => {
    await aCase();
    const history = await views().history('robin');
    expect(history!.thread.map((item) => item.text)).toEqual(['u up?', 'he hit me', 'Thank you.']);
    expect(history!.concerns.map((one) => one.id)).toEqual(['c1']);
    expect(await views().history('noor')).toBeNull();
    expect(await views().caseload(['noor', 'robin'])).toMatchObject([
      { youngPerson: 'noor', line: null, lastHeardAt: null },
      { youngPerson: 'robin', line: 'line', lastHeardAt: after(20) },
    ]);
  });

  test('a view ends before the first message that could mean somebody, and for nobody else', async () => {
    await aCase();
    const ended = {
      line: 'line',
      name: 'view-ended',
      at: after(25),
      data: { practitioner: 'sam', message: 'm2' },
    } as const;
    await inTx((tx) => tx.events.append(ended));
    await inTx((tx) => tx.events.append({ ...ended, at: after(50), data: { practitioner: 'sam', message: 'm1' } }));
    expect(await views().viewEndsOf('sam')).toEqual([{ line: 'line', beforeSeq: 1, at: START }]);
    expect(await views().viewEndsOf('amira')).toEqual([]);
  });

  test('"not them" ends a view at the message that asked, until it is taken back', async () => {
    const line = await aCase();
    await inTx(async (tx) => {
      const asked = { undo: false, who: ['sam'] };
      await tx.events.append({ line: line.id, name: 'not-them-asked', at: after(20), data: asked });
      await tx.lines.save({ ...(await tx.lines.lock(line.id)), notThem: ['sam'] });
    });
    expect(await views().viewEndsOf('sam')).toEqual([{ line: 'line', beforeSeq: 2, at: after(20) }]);
    await inTx(async (tx) => tx.lines.save({ ...(await tx.lines.lock(line.id)), notThem: [] }));
    expect(await views().viewEndsOf('sam')).toEqual([]);
  });

  test('what the pages write is read back, and each leaves its event', async () => {
    await aCase();
    const book = staffBook(record());
    await book.recordEntry({ practitioner: 'amira', did: 'staff-signed-in' }, after(90));
    await book.letKnow({ concern: 'c1', by: 'amira', practitioners: ['sam', 'jo'] }, after(100));
    await book.letKnow({ concern: 'c1', by: 'amira', practitioners: ['jo'] }, after(110));
    await book.keepApart({ concern: 'c1', by: 'sam', pressed: 'taken-on' }, after(120));
    const glass = { practitioner: 'sam', youngPerson: 'robin', reason: 'police are at the door', at: after(130) };
    await book.openGlass({ ...glass, until: after(3730) });
    await book.recordRead(
      { by: 'sam', page: 'concern', concern: 'c1', line: 'line', youngPerson: 'robin', throughGlass: true },
      after(140),
    );
    const [summary] = await views().openConcerns();
    expect(summary).toMatchObject({
      mayKnow: ['jo'],
      keptApart: [{ by: 'sam', pressed: 'taken-on', at: after(120) }],
    });
    expect(await views().glassOpenedBy('sam', after(3700))).toEqual([{ ...glass, until: after(3730) }]);
    expect(await views().glassOpenedBy('sam', after(3730))).toEqual([]);
    expect(await views().glassOpenedSince(after(130))).toEqual([{ ...glass, until: after(3730) }]);
    expect(await views().glassOpenedSince(after(131))).toEqual([]);
    const events = await record().db.all<{ name: string }>('select name from events where chain_id = $1 order by n', [
      'line',
    ]);
    expect(events.map((event) => event.name)).toEqual([
      'may-know-recorded',
      'may-know-recorded',
      'act-kept-apart',
      'glass-broken',
      'case-read-break-glass',
    ]);
  });

  test('what a concern asked of people is counted from its notices, the lists it stood in, and its marks', async () => {
    const line = await aCase();
    await staffBook(record()).markVerdict({ concern: 'c1', by: 'amira', verdict: 'wrong', note: '' }, after(50));
    const data = { concern: 'c1', practitioner: 'sam', until: after(40), delivery: 'd9' };
    await inTx((tx) => tx.events.append({ line: line.id, name: 'digest-sent', at: after(40), data }));
    expect(await views().load(after(0))).toMatchObject([
      {
        concern: { id: 'c1' },
        notices: [{ practitioner: 'amira', by: 'sms', at: after(21) }],
        digests: [{ practitioner: 'sam', text: 'd9', at: after(40) }],
        verdicts: ['wrong'],
      },
    ]);
    expect(await views().load(after(60))).toEqual([]);
  });

  test('leave added on a page is in the next roster, with whoever added it and when', async () => {
    await inTx((tx) => tx.roster.replace(aRoster({ practitioners: [aPractitioner({ leave: [] })], shifts: [] })));
    await views().roster();
    const leave = { from: '2026-12-01', to: '2026-12-05' };
    await staffBook(record()).addLeave({ practitioner: 'sam', leave, by: 'sam' }, START);
    const added = { by: 'sam', at: START };
    expect((await views().roster()).practitioners[0]!.leave).toEqual([{ ...leave, added }]);
  });
});
