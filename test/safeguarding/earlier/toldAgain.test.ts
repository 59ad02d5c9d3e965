import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();

describe('a text that tells again what was told before', () => {
  it.each([
    'it happened again',
    'he did it again',
    'its still going on',
    'last night was worse',
    'same as last time',
    'um it happened again yesterday',
  ])('is as grave as that was, and of the same kind: %s', (text) => {
    const verdict = judge(text, { before: ['my dad hit me'] });
    expect([verdict.level, verdict.kinds]).toEqual(['urgent', ['physical-abuse']]);
    expect(verdict.because.map(({ where }) => where)).toContainEqual({ before: 0 });
    const [anew] = verdict.because;
    expect(anew?.where).toBe('message');
    expect(text.slice(anew?.span.start, anew?.span.end)).toBe(anew?.evidence);
    expect(anew?.evidence).not.toBe('');
  });

  it.each(['i have to see him on wednesday', 'im scared to see him tomorrow', 'i dont want to be with him'])(
    'is as grave where who did it is still to be faced: %s',
    (text) => {
      const judged = judge(text, { before: ['sam makes me sit on his lap and rubs my leg'], staff: ['Sam'] });
      expect([judged.level, judged.about]).toEqual(['urgent', 'practitioner']);
    },
  );

  it('is a matter of life where that was', () =>
    expect(judge('i did it again', { before: ['ive just taken all my tablets'] }).level).toBe('immediate'));

  it('is danger now where whoever hurt them is back', () => {
    const verdict = judge('hes back', { before: ['my dad hit me'] });
    expect([verdict.level, verdict.kinds]).toEqual(['immediate', ['physical-abuse']]);
  });

  it('is a worry where that was one', () =>
    expect(judge('same again today', { before: ['my brother pushed me'] }).level).toBe('worry'));

  it.each([
    ['behind an answer', ['my dad hit me', 'yeah']],
    ['behind something else', ['my dad hit me', 'i got a B in maths']],
    ['behind itself', ['my dad hit me', 'it happened again']],
  ])('is heard %s', (_, before) => expect(judge('it happened again', { before }).level).toBe('urgent'));

  it.each([
    'i have to see him on wednesday',
    'same again',
    'hes back',
    'and my sister too',
    'she does it as well',
    'its still going on',
  ])('says nothing where nothing was told: %s', (text) =>
    expect(judge(text, { before: ['mum made lasagne'] }).level).toBe('none'),
  );

  it.each([
    'i missed the bus again',
    'im back at school monday',
    'same time as last week?',
    'me and my sister had pizza too',
  ])('is not what only has the same words: %s', (text) =>
    expect(judge(text, { before: ['my dad hit me'] }).level).toBe('none'),
  );

  it('is no part of what was told, where only its "again" would be', () => {
    const before = ['my coach touched my leg under the table'];
    expect(judge('maths again', { before }).level).not.toBe('urgent');
  });

  it('asks for somebody where it speaks of one', () =>
    expect(judge('hes back', { before: ['i cut myself'] }).because.map(({ where }) => where)).not.toContainEqual({
      before: 0,
    }));
});

describe('a text that tells it of another as well', () => {
  it.each(['and my sister too', 'my little brother gets it as well', 'he does it to my sister too'])(
    'names another at risk: %s',
    (text) => expect(judge(text, { before: ['my dad hit me'] })).toMatchObject({ level: 'urgent', about: 'other' }),
  );

  it.each(['my mum does it as well', 'so does my uncle'])('or another who does it: %s', (text) =>
    expect(judge(text, { before: ['my dad hit me'] })).toMatchObject({ level: 'urgent', kinds: ['physical-abuse'] }),
  );

  it('speaks only of what was said just before', () =>
    expect(judge('and my sister too', { before: ['my dad hit me', 'can i come bowling'] }).level).toBe('none'));
});

it('whoever was accused is accused still', () => {
  const verdict = judge('he did it again', { before: ['sam touched me'], staff: ['Sam'] });
  expect(verdict).toMatchObject({ level: 'urgent', about: 'practitioner', meant: { names: ['Sam'] } });
});
