import { houseJudge } from '../support/houseRules';

const judge = houseJudge();

describe('evidence', () => {
  it.each([
    'honestly my dad hit me again last night',
    'MY DAD H1T ME',
    'i don’t know why but my dad hits me',
    '😭 my dad hit me 😭',
  ])('is the words as written, at their place, in "%s"', (text) => {
    const { because } = judge(text);
    expect(because.length).toBeGreaterThan(0);
    for (const { evidence, span, where } of because) {
      expect(where).toBe('message');
      expect(text.slice(span.start, span.end)).toBe(evidence);
      expect(evidence).not.toBe('');
    }
  });

  it('names the steps by which a level came to be', () => {
    const { because } = judge('my dad hit me and hes coming up the stairs, please come');
    expect(because[0]).toMatchObject({
      level: 'immediate',
      steps: ['urgent by the rule', expect.stringContaining('raised to immediate')],
    });
  });
});

describe('negation', () => {
  it.each(['my dad doesnt hit me', 'nobody hit me', 'im not going to kill myself', 'he has never hit me'])(
    'silences only what it denies: %s',
    (text) => expect(judge(text).level).toBe('none'),
  );

  it.each([
    'not gonna lie i want to kill myself',
    'no one would care if i was dead',
    'cant stop cutting myself',
    'no one knows but my dad hits me',
    'he doesnt hit me any more, he used to hit me every night',
  ])('never silences a disclosure that only looks denied: %s', (text) => expect(judge(text).level).not.toBe('none'));
});

describe('signs of one rule in one message', () => {
  it('are found where they stand together, though one of them is said again far away', () => {
    const { level } = judge(
      'got poked in the leg and i cant stand. anyway the bus was late and miss gave out the forms for the trip so i have to bring mine on monday',
    );
    expect(level).toBe('immediate');
  });
});

describe('the window', () => {
  it('joins a disclosure that comes in parts', () => {
    const verdict = judge('hits me', { before: ['my stepdad'] });
    expect(verdict.level).toBe('urgent');
  });

  it('keeps an earlier disclosure alive when it is taken back', () => {
    const verdict = judge('forget it', { before: ['my dad hit me again'] });
    expect(verdict).toMatchObject({
      level: 'urgent',
      because: expect.arrayContaining([
        expect.objectContaining({ where: { before: 0 }, evidence: expect.stringContaining('dad hit me') }),
      ]),
    });
  });

  it.each(['i made that up', 'dont worry about it im fine', 'i was lying', 'pretend i never said anything'])(
    'lets nothing fall by %j',
    (text) => expect(judge(text, { before: ['my dad hit me again'] }).level).toBe('urgent'),
  );

  it('hears nothing in a retraction where nothing was told', () =>
    expect(judge('i made that up', { before: ['had maths today'] }).level).toBe('none'));

  it('does not tell the same thing again for an everyday message later', () => {
    expect(judge('see you at 4', { before: ['my dad hit me again'] }).level).toBe('none');
  });
});

describe('the answer to "safe now?"', () => {
  it.each([
    ['no', 'immediate'],
    ['not sure', 'urgent'],
    ['yes', 'none'],
  ] as const)('reads %s as %s', (text, level) => expect(judge(text, { asked: 'safe-now' }).level).toBe(level));

  it('is read so only when it was asked', () => expect(judge('no').level).toBe('none'));

  it('never lowers what the answer itself discloses', () => {
    expect(judge('yes but my dad hit me', { asked: 'safe-now' }).level).toBe('urgent');
  });

  it.each(['yes', 'yes im ok', 'yeah im fine'])(
    'is no new telling of what was told before, when it says they are: %s',
    (text) => {
      const before = ['my mums boyfriend hit me again last night, my arm is bruised'];
      expect(judge(text, { asked: 'safe-now', before }).level).toBe('none');
      expect(judge('yes every night', { before }).level).toBe('urgent');
    },
  );
});

describe('an adult of the service', () => {
  it('who is said to do harm is named as the roster has him', () => {
    expect(judge('MARTIN touched my leg in the car')).toMatchObject({
      about: 'practitioner',
      meant: { names: ['Martin'], unnamed: false },
    });
  });

  it('known only by a role stays unnamed, unless the role is the mentor’s', () => {
    expect(judge('the volunteer touched my leg in the car').meant).toMatchObject({ names: [], unnamed: true });
    expect(judge('my mentor touched my leg in the car').meant).toMatchObject({
      roleWords: ['my mentor'],
      unnamed: false,
    });
  });

  it.each(['Martin was late again lol', 'can you tell Priya im on my way', 'hi Martin my dad hit me'])(
    'is not accused by being named: %s',
    (text) => expect(judge(text).about).not.toBe('practitioner'),
  );

  it.each([
    ['dont tell martin', ['martin']],
    ['anyone but Martin please', ['Martin']],
    ['see you martin', []],
  ])('asked to be left out: %s', (text, names) => expect(judge(text).notThem).toEqual(names));
});

describe('what rules cannot read', () => {
  it.each([
    ['Папа меня бьёт', 'script'],
    ['أبي يضربني', 'script'],
    ['my dad \ud83d', 'cut-off'],
    ['a'.repeat(10_001), 'cut-off'],
  ] as const)('is never none, and says why (%#)', (text, why) => {
    const verdict = judge(text);
    expect(verdict).toMatchObject({ readable: false, unreadableBecause: why });
    expect(verdict.level).not.toBe('none');
    expect(verdict.because.at(-1)).toMatchObject({ rule: 'unreadable' });
  });

  it('includes its own stumbling: whatever it is handed, it answers', () => {
    const assess = judge as unknown as (text: unknown) => ReturnType<typeof judge>;
    expect(assess(null)).toMatchObject({ level: 'worry', readable: false, unreadableBecause: 'error' });
  });
});
