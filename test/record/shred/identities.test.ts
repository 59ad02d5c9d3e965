import { later, type IdentityTerms, type OutlivedIdentities } from '../../../src/vocabulary';
import { aConcern, aDelivery, aMessage, aPractitioner, aRoster } from '../../harness/people';
import { staffViews } from '../../../src/record/views';
import { describeRecords, START } from '../../harness/record';

const DAY = 86_400_000;
const LATER = later(START, DAY);
const ALL_BEFORE: IdentityTerms = {
  contactsBefore: LATER,
  namesBefore: LATER,
  youngPeopleBefore: LATER,
  staffTextsBefore: LATER,
  weightyTextsBefore: START,
};
const NOTHING: OutlivedIdentities = { contacts: [], names: [], youngPeople: [], staffReplies: [], textsToStaff: [] };
const WITHOUT_SAM = aRoster({
  practitioners: [aPractitioner({ id: 'amira', name: 'Amira Lee', phone: '+447700900202' })],
});

describeRecords('who people were, and what outlives it', (record) => {
  const inTx: ReturnType<typeof record>['record']['transaction'] = (work) => record().record.transaction(work);

  /** Sam has left the roster; Robin, his young person, has not. */
  async function samHasLeft(): Promise<void> {
    await inTx((tx) => tx.roster.replace(aRoster()));
    await inTx((tx) => tx.pins.set('sam', '2468'));
    await inTx((tx) => tx.roster.replace(WITHOUT_SAM));
    await inTx((tx) => tx.retention.noticeLeavers(START));
  }

  const find = () => inTx((tx) => tx.retention.identitiesBefore(ALL_BEFORE));
  const sam = () =>
    record().db.one(
      `select name_sealed is not null as name, phone_sealed is not null as phone, email_sealed is not null as email,
         exists (select from practitioner_pins where practitioner_id = 'sam') as pin
       from practitioners where id = 'sam'`,
    );

  test('a practitioner who left, with no part in anything, leaves a row and an id', async () => {
    await samHasLeft();
    const outlived = await find();
    expect(outlived).toEqual({ ...NOTHING, contacts: ['sam'], names: ['sam'] });
    await inTx((tx) => tx.retention.destroyIdentities(outlived));
    expect(await sam()).toEqual({ name: false, phone: false, email: false, pin: false });
    expect(await find()).toEqual(NOTHING);
  });

  test('whoever left is read by name until it is destroyed, and nobody else is among the leavers', async () => {
    const leavers = () => staffViews(record()).leavers();
    await inTx((tx) => tx.roster.replace(aRoster()));
    expect([...(await leavers()).practitioners]).toEqual([]);
    await samHasLeft();
    expect([...(await leavers()).practitioners.keys()]).toEqual(['sam']);
    expect([...(await leavers()).practitioners.values()]).toEqual([aPractitioner().name]);
    await inTx(async (tx) => tx.retention.destroyIdentities(await tx.retention.identitiesBefore(ALL_BEFORE)));
    expect([...(await leavers()).practitioners]).toEqual([]);
  });

  test('whoever is here, or came back meanwhile, keeps name and number', async () => {
    await samHasLeft();
    const outlived = await find();
    await inTx((tx) => tx.roster.replace(aRoster()));
    expect(await find()).toEqual(NOTHING);
    await inTx((tx) => tx.retention.destroyIdentities(outlived));
    expect(await sam()).toEqual({ name: true, phone: true, email: true, pin: true });
  });

  test('an open concern keeps how to reach whoever had a part in it, and its words keep their name', async () => {
    await samHasLeft();
    await inTx(async (tx) => {
      const line = await tx.lines.lockOf('robin', START, 'l1');
      await tx.concerns.add(aConcern(line, { id: 'c1', hiddenFrom: ['sam'] }));
    });
    expect(await find()).toEqual(NOTHING);
    const concern = await inTx((tx) => tx.concerns.get('c1'));
    const closed = { at: START, by: 'amira', outcome: 'Supported', reason: 'unfounded', toldYoungPerson: 'yes' };
    await inTx((tx) => tx.concerns.save({ ...concern!, closed }));
    expect(await find()).toEqual({ ...NOTHING, contacts: ['sam'] });
    await record().db.all('update concerns set closing_sealed = null');
    expect(await find()).toEqual({ ...NOTHING, contacts: ['sam'], names: ['sam'] });
  });

  test('somebody marked as having left loses their number while the roster still names them', async () => {
    const left = aPractitioner({ leftAt: START });
    await inTx((tx) => tx.roster.replace(aRoster({ practitioners: [left, ...WITHOUT_SAM.practitioners] })));
    const outlived = await find();
    expect(outlived).toEqual({ ...NOTHING, contacts: ['sam'] });
    await inTx((tx) => tx.retention.destroyIdentities(outlived));
    const { practitioners } = await inTx((tx) => tx.roster.snapshot());
    expect(practitioners[0]).toMatchObject({ id: 'sam', name: 'Sam Okoro', phone: null, email: null });
  });

  test('a young person who left is somebody as long as any word of theirs is kept', async () => {
    await inTx(async (tx) => {
      await tx.roster.replace(aRoster());
      const line = await tx.lines.lockOf('robin', START, 'l1');
      await tx.messages.keep(aMessage(line, { id: 'm1', seq: 1 }));
      await tx.roster.replace(aRoster({ youngPeople: [] }));
      await tx.retention.noticeLeavers(START);
    });
    expect(await find()).toEqual(NOTHING);
    await record().db.all('update messages set text_sealed = null, words_salt = null');
    const outlived = await find();
    expect(outlived).toEqual({ ...NOTHING, youngPeople: ['robin'] });
    await inTx((tx) => tx.retention.destroyIdentities(outlived));
    const gone = 'name_sealed is null and phone_sealed is null and sheet_sealed is null and phone_hash is null';
    expect(await record().db.one(`select ${gone} as gone from young_people`)).toEqual({ gone: true });
    expect(await inTx((tx) => tx.retention.lookAt('l1'))).toMatchObject({ bornOn: null });
  });

  test('texts of staff and to staff go, but not one a rule heard something in, nor one about a concern that is kept', async () => {
    await inTx(async (tx) => {
      await tx.roster.replace(aRoster());
      const line = await tx.lines.lockOf('robin', START, 'l1');
      const reply = { practitioner: 'sam', understood: false, receivedAt: START } as const;
      await tx.staffReplies.keep({ ...reply, id: 'r1', providerId: 'SM1', text: 'running late', level: 'none' });
      await tx.staffReplies.keep({ ...reply, id: 'r2', providerId: 'SM2', text: 'he was hit', level: 'urgent' });
      await tx.concerns.add(aConcern(line, { id: 'c1' }));
      const gone = { dueAt: null, state: 'delivered' } as const;
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { ...gone, id: 'd1' }));
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { ...gone, id: 'd2', concern: 'c1' }));
      await tx.deliveries.add(aDelivery({ practitioner: 'sam' }, { id: 'd3' }));
    });
    const outlived = await find();
    expect(outlived).toEqual({ ...NOTHING, staffReplies: ['r1'], textsToStaff: ['d1'] });
    await inTx((tx) => tx.retention.destroyIdentities(outlived));
    const left = await record().db.all<{ id: string }>(
      `select id from staff_replies where text_sealed is not null
       union all select id from deliveries where text_sealed is not null order by id`,
    );
    expect(left.map(({ id }) => id)).toEqual(['d2', 'd3', 'r2']);
  });

  test('while any legal hold stands, nobody of the staff is forgotten', async () => {
    await samHasLeft();
    const hold = { id: 'h1', youngPerson: 'robin', placedBy: 'amira', placedAt: START, reason: 'a claim' };
    await inTx((tx) => tx.retention.placeHold(hold));
    expect(await find()).toEqual(NOTHING);
  });

  test('an unknown number goes with the last of its words, and writing again it is somebody new', async () => {
    const sender = { by: 'phone', phone: '+447700900300' } as const;
    const line = await inTx(async (tx) => {
      const unknown = await tx.lines.lockFor(sender, START, 'l1');
      await tx.messages.keep(aMessage(unknown, { id: 'm1', seq: 1 }));
      await tx.concerns.add(aConcern(unknown, { id: 'c1', messages: ['m1'] }));
      return unknown;
    });
    const outlived = { line: line.id, chatBefore: LATER, notesBefore: LATER, numberBefore: LATER, concerns: [] };
    const kept = { ...outlived, keeps: [{ concern: 'c1', from: START, to: null }] };
    expect(await inTx((tx) => tx.retention.destroy(kept))).toMatchObject({ messages: 0, numbers: 0 });
    const concern = await inTx((tx) => tx.concerns.get('c1'));
    const closed = { at: START, by: 'amira', outcome: 'Supported', reason: 'spoke', toldYoungPerson: 'yes' };
    await inTx((tx) => tx.concerns.save({ ...concern!, closed }));
    const over = { ...outlived, concerns: ['c1'], keeps: [] };
    expect(await inTx((tx) => tx.retention.destroy(over))).toMatchObject({ messages: 1, concerns: 1, numbers: 1 });
    expect(await inTx((tx) => tx.lines.read(line.id))).toMatchObject({ unknownPhone: null });
    expect((await inTx((tx) => tx.retention.linesWithWordsBefore(LATER, '', 10))).found).toEqual([]);
    expect((await inTx((tx) => tx.lines.lockFor(sender, LATER, 'l2'))).id).toBe('l2');
  });
});
