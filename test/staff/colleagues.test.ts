import { HOUR_MS, later } from '../../src/vocabulary';
import { useDesk } from './harness/desk';
import { NOW } from './harness/roster';

const PATH = '/staff/colleagues';

const desk = useDesk();

const text = (id: string, words: string, level: 'none' | 'urgent' = 'none', by = 'sam') => ({
  id,
  by,
  text: words,
  level,
  at: later(NOW, -HOUR_MS),
});

test('what a colleague texted that was no reply code is read by whoever looks over the work, and by nobody else', async () => {
  desk.house.colleagueTexts = [
    text('t1', 'she told me <b>her dad</b> hits her', 'urgent'),
    text('t2', 'am on the train'),
  ];
  for (const practitioner of ['amira', 'mo']) {
    const page = await (await desk.site.signedInAs(practitioner)).get(PATH);
    expect(page.status).toBe(200);
    expect(page.text).toMatch(/Sam.*May not wait.*her dad.*hits her/);
    expect(page.text).toMatch(/am on the train/);
    expect(page.html).not.toContain('<b>her dad</b>');
    expect(page.text.match(/May not wait/g)).toHaveLength(1);
  }
  const page = await (await desk.site.signedInAs('sam')).get(PATH);
  expect(page.status).toBe(404);
});

test('a text that names its reader is shown to the other leads only', async () => {
  desk.house.colleagueTexts = [text('t1', 'i think AMIRA shouted at her')];
  expect((await (await desk.site.signedInAs('amira')).get(PATH)).text).not.toContain('shouted');
  expect((await (await desk.site.signedInAs('mo')).get(PATH)).text).toContain('shouted');
});

test('why somebody opened pages that are not theirs is read by whoever looks over the work', async () => {
  const glass = { practitioner: 'sam', youngPerson: 'kayla', reason: 'the police are <b>at the door</b>' };
  desk.house.glass = [{ ...glass, at: later(NOW, -HOUR_MS), until: NOW }];
  const page = await (await desk.site.signedInAs('amira')).get(PATH);
  expect(page.text).toMatch(/Sam read about Kayla.*the police are.*at the door/);
  expect(page.html).not.toContain('<b>at the door</b>');
  expect((await (await desk.site.signedInAs('sam')).get(PATH)).status).toBe(404);
});

test.each([
  ['names its reader', { reason: 'she says Amira shouted at her' }, {}],
  ['is of a young person its reader is kept from', {}, { conflicts: ['amira'] }],
])('a reason that %s is shown to the other leads only', async (_what, more, person) => {
  const { roster } = desk.house;
  const apart = roster.youngPeople.map((one) => (one.id === 'kayla' ? { ...one, ...person } : one));
  desk.house.roster = { ...roster, youngPeople: apart };
  const glass = { practitioner: 'sam', youngPerson: 'kayla', reason: 'she rang me in tears', ...more };
  desk.house.glass = [{ ...glass, at: later(NOW, -HOUR_MS), until: NOW }];
  expect((await (await desk.site.signedInAs('amira')).get(PATH)).text).not.toContain('Kayla');
  expect((await (await desk.site.signedInAs('mo')).get(PATH)).text).toContain('Kayla');
});

test('reading it is recorded', async () => {
  await (await desk.site.signedInAs('amira')).get(PATH);
  expect(desk.house.askedFor('recordRead')).toContainEqual(
    expect.objectContaining({ by: 'amira', page: 'colleagues' }),
  );
});
