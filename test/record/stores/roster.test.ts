import type { Stores } from '../../../src/acts/stores';
import { aRoster, aYoungPerson } from '../../harness/people';
import { describeRecords, START } from '../../harness/record';

describeRecords('the roster', (record) => {
  const inTx: ReturnType<typeof record>['record']['transaction'] = (work) => record().record.transaction(work);

  test('the roster comes back as it was given, and every change moves its version', async () => {
    await inTx((tx) => tx.roster.replace(aRoster()));
    const first = await inTx((tx) => tx.roster.snapshot());
    expect({ ...first, version: 'given' }).toEqual(aRoster());
    await inTx(async (tx) => {
      await tx.roster.saveYoungPerson(aYoungPerson({ style: 'discreet', missingSince: START }));
      await tx.roster.proveChannel('sam', 'sms', START);
      await tx.roster.optOut('amira', START);
    });
    const second = await inTx((tx) => tx.roster.snapshot());
    expect(second.version).not.toBe(first.version);
    expect(second.youngPeople[0]).toMatchObject({ style: 'discreet', missingSince: START });
    expect(second.practitioners.map((one) => [one.provenAt.sms, one.optedOutAt])).toEqual([
      [START, null],
      [null, START],
    ]);
  });

  test('a roster change that is undone is never seen by the next transaction', async () => {
    await inTx((tx) => tx.roster.replace(aRoster()));
    await expect(
      inTx(async (tx) => {
        await tx.roster.saveYoungPerson(aYoungPerson({ name: 'Wrong Name' }));
        await tx.roster.snapshot();
        throw new Error('undone');
      }),
    ).rejects.toThrow('undone');
    await inTx((tx) => tx.roster.saveYoungPerson(aYoungPerson({ style: 'discreet' })));
    const now = await inTx((tx) => tx.roster.snapshot());
    expect(now.youngPeople[0]).toMatchObject({ name: 'Robin Ashby', style: 'discreet' });
  });

  test('numbers find people; a leaver has none', async () => {
    const robinsLine = (tx: Stores) =>
      tx.lines.lockFor({ by: 'phone', phone: '+447700900101' }, START, record().ids.next());
    await inTx((tx) => tx.roster.replace(aRoster()));
    expect((await inTx(robinsLine)).youngPerson).toBe('robin');
    expect(await inTx((tx) => tx.roster.practitionerByPhone('+447700900201'))).toBe('sam');
    const roster = aRoster();
    const left = roster.practitioners.map((one) => ({ ...one, leftAt: START }));
    await inTx((tx) => tx.roster.replace({ ...roster, practitioners: left, youngPeople: [] }));
    expect(await inTx((tx) => tx.roster.practitionerByPhone('+447700900201'))).toBeNull();
    expect((await inTx(robinsLine)).youngPerson).toBeNull();
  });
});
