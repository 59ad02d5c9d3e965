import { play, wishes } from './rows';
import { LATE, TUESDAY, Talk, assessed, concern, opened } from './talk';

const fresh = opened(TUESDAY.now, 'urgent', ['physical-abuse']);
const told = { concern: concern(TUESDAY.now) };

test.each([
  'cant talk he is reading over my shoulder',
  "can't talk now mums here",
  'cant text she is sat next to me',
  'shes looking at my phone',
  'dad is watching me',
  'dont txt back',
  'dont reply hes here',
  "mae o'n darllen dros fy ysgwydd",
  "paid a thecstio'n ôl",
])('whoever writes "%s" is answered in little for this conversation', async (words) => {
  const talk = new Talk();
  await talk.says(words);
  const heard = await talk.says('he hits me', { ...told, fresh });
  expect(heard.texts[0]).not.toMatch(/telling us|fault|999|safe|HELP/);
  expect(heard.templates[0]).toBe('after-urgent-lead');
});

test.each(['he reads me stories', 'she is watching tv', 'my dad is here', 'i cant talk to my mum', 'dont tell my mum'])(
  '"%s" is nobody reading along',
  async (words) => {
    const talk = new Talk();
    await talk.says(words);
    const heard = await talk.says('he hits me', { ...told, fresh });
    expect(heard.texts.join(' ')).toMatch(/999/);
  },
);

test('nobody who is watched is asked to tell more', async () => {
  await play(new Talk(), [['cant talk he is reading over my shoulder', ['open-goodbye', 'limits-line']]]);
});

test('what reads along hears nothing of limits in full, and they stay owed in full', async () => {
  const talk = new Talk({ ...TUESDAY, limits: { lastFullAt: null, dueInFull: true } });
  const heard = await talk.says('cant talk he is reading over my shoulder');
  expect(heard.texts.join(' ')).not.toMatch(/tell Sam|isn't safe|999/);
  expect(wishes(heard, 'limits-shown')).toMatchObject([{ form: 'line' }]);
});

test.each(['dont txt back', 'please dont reply', 'dont text me now hes here', 'paid ag ateb', 'dont answer'])(
  '"%s" alone is not answered, and the question of safety waits as before',
  async (words) => {
    const talk = new Talk();
    await talk.says('he hits me', { ...told, fresh });
    const heard = await talk.says(words, told);
    expect([heard.templates, heard.wishes]).toEqual([[], []]);
    const asked = { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null };
    await play(talk, [
      ['1', ['safe-yes-waits'], { concern: concern(TUESDAY.now, { safeNow: asked, willReadBy: null }) }],
    ]);
  },
);

test('new danger is answered, whatever else stands in the message', async () => {
  const immediate = opened(LATE.now, 'immediate', ['physical-abuse']);
  const heard = await new Talk(LATE).says('dont txt back', { ...told, fresh: immediate }, assessed('immediate'));
  expect(heard.texts[0]).toMatch(/^Call 999 now/);
});

test('who is not to be texted any more hears how to end it', async () => {
  const talk = new Talk();
  await talk.says('hi');
  await play(talk, [
    ['stop texting me', ['can-stop']],
    ['dont text me anymore', ['can-stop']],
  ]);
});
