import type { Facts } from '../../src/vocabulary';
import { play, wishes } from './rows';
import { Talk, TUESDAY, assessed, concern, named, opened } from './talk';

/** A sentence that asks, with "where" in it. */
const ASKS_WHERE = /\bwhere\b[^.!]*\?/i;

const with_ = (more: Partial<NonNullable<Facts['youngPerson']>>): Facts => ({
  ...TUESDAY,
  youngPerson: { ...TUESDAY.youngPerson!, ...more },
});

async function talking(facts: Facts = TUESDAY): Promise<Talk> {
  const talk = new Talk(facts);
  await talk.says('hi');
  return talk;
}

describe('open door', () => {
  test('one invitation, then what becomes of their words and who is there', async () => {
    const heard = await play(new Talk(), [
      ['had a bad day', ['limits-line-open']],
      ['everyone hates me', ['open-heard']],
      ['and its raining', ['open-more']],
      ['ok bye', ['open-goodbye']],
    ]);
    expect(heard[1]?.texts[0]).toContain('Sam is working now');
  });

  test('words that a human should see say so, and ask nothing', async () => {
    await play(await talking(), [
      ['they laugh at me', ['open-worry'], { fresh: opened(TUESDAY.now, 'worry', ['bullying']) }],
    ]);
  });

  test('"it was a joke, delete it" is met calmly and honestly', async () => {
    await play(await talking(), [['it was a joke delete it', ['cannot-delete']]]);
  });

  test('until a concern is decided everything goes to whoever holds it, then the door is open as before', async () => {
    const given = { concern: concern(TUESDAY.now) };
    const nobody = { ...given, lead: null, second: null };
    await play(await talking(), [
      ['1', ['after-more'], given],
      ['hello', ['after-more-nobody'], nobody],
      ['hes shouting', ['immediate-more'], { concern: concern(TUESDAY.now, { level: 'immediate' }) }],
      ['hello', ['open-more'], { concern: concern(TUESDAY.now, { decidedAt: TUESDAY.now }) }],
    ]);
  });
});

describe('not them', () => {
  const notMartin = assessed('none', [], { notThem: ['Martin'] });

  test('is obeyed at once, with who will know and how to undo it', async () => {
    const [heard] = await play(await talking(), [['not Martin pls', ['not-them'], {}, notMartin]]);
    expect(wishes(heard!, 'not-them')).toEqual([{ wish: 'not-them', them: 'Martin' }]);
    expect(heard?.texts[0]).toMatch(/Martin .* Dana will know .* UNDO/);
  });

  test('as the first thing they say: the limits that follow name somebody else as the reader', async () => {
    const notSam = assessed('none', [], { notThem: ['Sam'] });
    const [heard] = await play(new Talk({ ...TUESDAY, limits: { lastFullAt: null, dueInFull: true } }), [
      ['not Sam pls', ['not-them', 'limits-full'], {}, notSam],
    ]);
    expect(heard?.texts[1]).toMatch(/Ruth can read what you text/);
    expect(heard?.texts[1]).not.toMatch(/Sam/);
  });

  test('UNDO takes it back, and means nothing else', async () => {
    const [heard] = await play(await talking(), [['undo', ['not-them-undone'], { notThem: ['sam'] }]]);
    expect(wishes(heard!, 'not-them')).toEqual([{ wish: 'not-them', them: null }]);
    await play(await talking(), [['undo', ['open-heard']]]);
  });
});

describe('somebody else may hold the phone', () => {
  test('a neutral reply that reveals nothing, and nothing more', async () => {
    const fresh = opened(TUESDAY.now, 'urgent', []);
    const facts = { fresh, phoneNotTheirs: true };
    const [heard] = await play(new Talk(), [['this is his dad who are you', ['phone-not-theirs'], facts]]);
    expect(heard?.texts[0]).toBe('OK, thanks for your message.');
    expect(heard?.wishes).toEqual([]);
  });

  test('whatever they ask or answer, until it is known whose hands it is in; danger is answered with 999 alone', async () => {
    const talk = new Talk({ ...TUESDAY, phoneNotTheirs: true });
    for (const says of ['who is this', 'STOP IT', '7', 'note', 'are you a robot']) {
      expect((await talk.says(says)).templates).toEqual(['phone-not-theirs']);
    }
    const heard = await talk.says('he has a knife', { fresh: opened(TUESDAY.now, 'immediate', []) });
    expect(heard.templates).toEqual(['immediate-nobody']);
  });
});

describe('pictures, sound, calls', () => {
  test('a picture is said not to have been opened, and words are asked for', async () => {
    const heard = await new Talk().sends('picture');
    expect(heard.templates).toEqual(['media', 'limits-line']);
    expect(heard.texts[0]).not.toMatch(/delete/);
  });

  test('the recorded line has answered a call', async () => {
    expect((await new Talk(TUESDAY, 'voice').sends('call')).say).toEqual([]);
  });

  test('words no rule could read get a person and a time', async () => {
    const fresh = opened(TUESDAY.now, 'worry', [], { nature: 'could-not-be-assessed' });
    await play(await talking(), [
      ['аб вг', ['could-not-read'], { fresh }],
      ['аб вг', ['could-not-read-nobody'], { fresh: { ...fresh, readBy: null }, lead: null, second: null }],
    ]);
  });
});

describe('missing and back', () => {
  const missing = with_({ missing: true });
  const fresh = opened(TUESDAY.now, 'urgent', ['missing-or-homeless'], { nature: 'missing-person-writes' });
  const given = { fresh, concern: concern(TUESDAY.now) };

  test('glad to hear from them, safe?, what do they need; never where they are', async () => {
    const heard = await play(new Talk(missing), [
      ['hey', ['missing', 'limits-line'], given],
      ['1', ['missing-need'], given],
      ['some food', ['missing-heard'], given],
    ]);
    expect(heard[0]?.texts[0]).toContain('police are looking');
    expect(heard.flatMap((one) => one.texts).join(' ')).not.toMatch(ASKS_WHERE);
    expect(wishes(heard[1]!, 'safe-now-answered')).toHaveLength(1);
  });

  test('not safe is immediate', async () => {
    await play(new Talk(missing), [
      ['hey', ['missing', 'limits-line'], given],
      ['no', ['immediate'], given],
    ]);
  });

  test('"I\'m back" is welcomed, and a talk offered with a person they pick', async () => {
    await play(new Talk(missing), [
      ["I'm back", ['back', 'limits-line'], given],
      ['yes', ['back-offer'], given],
    ]);
  });

  test('"im back" in the middle of a talk is only that', async () => {
    await play(await talking(), [['im back', ['open-heard']]]);
  });
});

describe('a number nobody knows', () => {
  const unknown = { ...TUESDAY, youngPerson: null, mentor: null };
  const given = {
    fresh: opened(TUESDAY.now, 'urgent', ['physical-abuse'], { nature: 'unknown-sender' }),
    concern: concern(TUESDAY.now),
  };

  test('gets the limits and no name of anybody', async () => {
    const heard = await play(new Talk(unknown), [
      ['hi', ['unknown-number', 'limits-unknown']],
      ['its jay', ['unknown-number-more']],
    ]);
    expect(heard.flatMap((one) => one.texts).join()).not.toMatch(/Sam|Dana|Ruth/);
  });

  test('that says at once who it is and whom it knows is not asked for that', async () => {
    const [heard] = await play(new Talk(unknown), [
      ["its jay, sam's my worker, lost my phone", ['unknown-number-more', 'limits-unknown']],
    ]);
    expect(heard?.texts.join()).not.toMatch(/Sam|Jay/);
  });

  test('discloses, and a person on call reads it', async () => {
    const [heard, answered] = await play(new Talk(unknown), [
      ['my uncle hits me', ['unknown-number-urgent', 'limits-unknown'], given],
      [
        'no',
        ['immediate-nobody'],
        { concern: concern(TUESDAY.now, { safeNow: { askedAt: TUESDAY.now, acceptedAt: TUESDAY.now, answer: null } }) },
      ],
    ]);
    expect(heard?.texts[0]).toContain('by 4.15pm');
    expect(wishes(heard!, 'safe-now-asked')).toHaveLength(1);
    expect(wishes(answered!, 'safe-now-answered')).toHaveLength(1);
  });

  test('in danger is told 999 like anybody', async () => {
    const now = { fresh: opened(TUESDAY.now, 'immediate', [], { nature: 'unknown-sender' }) };
    await play(new Talk(unknown), [['hes here', ['immediate-nobody', 'limits-unknown'], now]]);
    const open = { ...now, concern: concern(TUESDAY.now, { level: 'immediate' }) };
    await play(new Talk(unknown), [
      ['hes here', ['immediate-nobody', 'limits-unknown'], open],
      ['near the station', ['immediate-more-nobody'], open],
    ]);
  });
});

describe('stop and start', () => {
  test('STOP on the web says what it does not stop; where the carrier has answered, nothing is said', async () => {
    const heard = await new Talk(TUESDAY, 'web').says('stop');
    expect(heard.templates).toEqual(['stopped']);
    expect(wishes(heard, 'stop-texts')).toHaveLength(1);
    expect((await new Talk().says('STOP', { optOut: 'stop', stopped: true })).say).toEqual([]);
  });

  test('START behind something nobody has decided says who knows of it, answered before or not', async () => {
    const at = TUESDAY.now;
    const safeNow = { askedAt: at, acceptedAt: at, answer: null };
    const open = concern(at, { safeNow, told: [{ who: named('Dana'), at }] });
    await play(new Talk(), [['START', ['started-again', 'limits-line', 'told-who'], { concern: open }]]);
    const decided = { ...open, decidedAt: at };
    await play(new Talk(), [['START', ['started-again', 'limits-line'], { concern: decided }]]);
  });

  test('START begins with the limits', async () => {
    await play(new Talk(), [['START', ['started-again', 'limits-line']]]);
  });
});

describe('my way', () => {
  test.each([
    ['1', 'settings-discreet', { style: 'discreet' }],
    ['2', 'settings-ordinary', { style: 'ordinary' }],
    ['3', 'settings-language', { language: 'cy' }],
    ['english', 'settings-language', { language: 'en' }],
  ])('settings, then %s', async (words, template, prefers) => {
    const heard = await play(await talking(), [
      ['settings', ['settings']],
      [words, [template]],
    ]);
    expect(wishes(heard, 'prefer')).toEqual([{ wish: 'prefer', ...prefers }]);
  });

  test('what needs a person is passed on in their words', async () => {
    const heard = await play(await talking(), [
      ['settings', ['settings']],
      ['fridays not tuesdays', ['settings-passed-on']],
    ]);
    expect(wishes(heard, 'word-for-the-visit')).toMatchObject([{ words: 'fridays not tuesdays' }]);
  });

  test('"my mum reads my phone", said in passing, is enough', async () => {
    const [heard] = await play(await talking(), [['careful my mum reads my phone', ['settings-discreet']]]);
    expect(heard?.texts).toEqual(['OK, done.']);
  });

  test('a language by name is answered in that language', async () => {
    const [heard] = await play(await talking(), [['Cymraeg', ['settings-language']]]);
    expect(heard?.say[0]?.language).toBe('cy');
  });
});

describe('a word for the visit', () => {
  test.each(['tell Sam I passed my test', 'can u tell my mentor that i cant come', 'let her know im ok'])(
    '"%s"',
    async (words) => {
      const [heard] = await play(await talking(), [[words, ['word-for-the-visit']]]);
      expect(wishes(heard!, 'word-for-the-visit')).toMatchObject([{ words, message: 'm2' }]);
    },
  );

  test.each(['tell me about it', 'i told Sam already', 'tell everyone i hate them'])('"%s" is none', async (words) => {
    await play(await talking(), [[words, ['open-heard']]]);
  });
});
