import { staffBook } from '../../src/record/doors/staffBook';
import { staffViews } from '../../src/record/views';
import type { Practitioner, Roster, Shift } from '../../src/vocabulary';
import { describeRecords } from '../harness/record';
import { STORY_ROSTER } from '../harness/roster';
import { beginStory } from '../harness/story';

const LEAVE = [{ from: '2026-11-16', to: '2026-11-20' }];
const AT = '2026-11-17T10:00:00.000Z';
const NIGHT = '2026-11-17T23:00:00.000Z';

function away(ids: readonly string[], shifts: readonly Shift[] = STORY_ROSTER.shifts): Roster {
  const practitioners = STORY_ROSTER.practitioners.map((one): Practitioner =>
    ids.includes(one.id) ? { ...one, leave: LEAVE } : one,
  );
  return { ...STORY_ROSTER, practitioners, shifts };
}

describeRecords('a colleague on leave', (record) => {
  it('is not asked to cover as coordinator, nor counted on when we are late', async () => {
    const story = await beginStory(record(), { at: AT, roster: away(['bea', 'cora']) });
    await story.texts('amira', 'my dad hit me last night');
    story.ignores('amira');
    await story.passesUntil('2026-11-17T13:00:00.000Z');
    expect([...story.phone('cora'), ...story.phone('cora', 'voice'), ...story.phone('bea')]).toEqual([]);
    expect(story.phone('amira').filter(({ text }) => /Cora|Bea/.test(text))).toEqual([]);
    expect(story.shows('nobody-on-duty').map((one) => one.data['as'])).toEqual(['coordinator']);
  });

  it('is not texted in the night of a danger either', async () => {
    const story = await beginStory(record(), { at: NIGHT, roster: away(['cora']) });
    await story.texts('amira', 'ive taken loads of tablets');
    await story.passes(30);
    expect([...story.phone('cora'), ...story.phone('cora', 'voice')]).toEqual([]);
  });

  it('is not who looks at a picture: whoever leads is, at once', async () => {
    const story = await beginStory(record(), { at: AT, roster: away(['cora']) });
    await story.texts('amira', '', { kind: 'picture' });
    await story.passes(1);
    expect(story.phone('cora')).toEqual([]);
    expect(story.phone('priya')).toHaveLength(1);
  });

  it('does not lead, whatever the rota says: the second is rung in the first minute, and is who is named', async () => {
    const story = await beginStory(record(), { at: AT, roster: away(['priya']) });
    await story.texts('amira', 'ive taken loads of tablets');
    story.hears('amira', /We're ringing Dev now/);
    story.hears('dev', /needs you NOW/);
    story.rings('dev');
    await story.passes(20);
    expect([...story.phone('priya'), ...story.phone('priya', 'voice')]).toEqual([]);
  });

  it('is neither second nor manager nor cover by the rota', async () => {
    const cover = { ...STORY_ROSTER.shifts[0], duty: 'cover', practitioner: 'martin' } as Shift;
    const roster = away(['dev', 'mo', 'martin'], [...STORY_ROSTER.shifts, cover]);
    const story = await beginStory(record(), { at: AT, roster });
    await story.texts('amira', 'ive taken loads of tablets');
    await story.passes(30);
    for (const who of ['dev', 'mo', 'martin']) expect([...story.phone(who), ...story.phone(who, 'voice')]).toEqual([]);
    expect(story.phone('bea').length).toBeGreaterThan(0);
  });

  it('as their own practitioner hears of it by a quiet text, as off duty, and is not counted on', async () => {
    const story = await beginStory(record(), { at: AT, roster: away(['sam']) });
    await story.texts('amira', 'my dad hit me last night');
    story.hears('amira', /Sam is off now and has a message waiting\. Priya, on call, will read/);
    await story.passes(60);
    expect(story.phone('sam')).toHaveLength(1);
    expect(story.phone('sam', 'voice')).toEqual([]);
  });

  it('who is on leave by mistake is there again once it is taken back, and both are on the record', async () => {
    const story = await beginStory(record(), { at: AT, roster: away([]) });
    const [book, [leave]] = [staffBook(record()), LEAVE];
    const sams = { practitioner: 'sam', leave: leave!, by: 'cora' };
    await book.addLeave(sams, AT);
    const [added] = await leaveOf('sam');
    expect(added).toEqual({ ...leave, added: { by: 'cora', at: AT } });
    await book.takeBackLeave({ ...sams, keptUntil: '2026-11-16', because: 'by-mistake' }, AT);
    expect(await leaveOf('sam')).toEqual([{ from: '2026-11-16', to: '2026-11-16', added: { by: 'cora', at: AT } }]);
    await book.takeBackLeave({ ...sams, keptUntil: null, because: null }, AT);
    const data = { practitioner: 'sam', by: 'cora', ...leave, keptUntil: '2026-11-16', because: 'by-mistake' };
    expect(story.shows('leave-added', 'leave-taken-back')).toMatchObject([
      { name: 'leave-added', data: { practitioner: 'sam', by: 'cora', ...leave } },
      { name: 'leave-taken-back', data },
    ]);
    await story.texts('amira', 'my dad hit me last night');
    story.hears('sam', /needs you/);
    await story.passes(10);
    story.rings('sam');
  });

  const leaveOf = async (who: string) =>
    (await staffViews(record()).roster()).practitioners.find(({ id }) => id === who)?.leave ?? [];
});
