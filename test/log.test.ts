import { createLog, onlyFacts } from '../src/log';

const LINE = '0195f3c2-7a10-7000-8000-000000000001';

describe('onlyFacts', () => {
  test.each([
    ['the id of a row', { line: LINE }],
    ['the id of a thing at the carrier', { sid: `SM${'0a'.repeat(16)}` }],
    ['a level and a kind', { level: 'urgent', kind: 'self-harm' }],
    ['a moment', { dueAt: '2026-11-22T02:30:00.000Z' }],
    ['a route with its placeholders', { method: 'GET', route: '/staff/concerns/:id' }],
    ['a count, a duration, an absence', { count: 3, ms: 12.5, reason: null }],
  ])('keeps %s', (_title, fields) => {
    expect(onlyFacts(fields)).toEqual(fields);
  });

  test.each([
    ['words under a name that is not on the list', { text: 'he hits me' }],
    ['words under a name that is', { reason: 'he hits me' }],
    ['a single word where an id belongs', { message: 'help' }],
    ['a first name where an id belongs', { line: 'amira' }],
    ['a phone number', { code: '447700900001' }],
    ['a phone number with its plus', { reason: '+447700900001' }],
    ['an e-mail address', { reason: 'amira@example.org' }],
    ['a whole object', { event: { text: 'he hits me' } }],
    ['words as a number', { count: 'he hits me' }],
    ['a very long word', { route: `/w/${'x'.repeat(100)}` }],
  ])('drops and counts %s', (_title, fields) => {
    expect(onlyFacts(fields)).toEqual({ dropped: 1 });
  });

  test('reduces an error to its kind, its code and the places it passed through', () => {
    const cause = Object.assign(new TypeError('duplicate key (phone)=(+447700900001)'), { code: '23505' });
    const { error } = onlyFacts({ error: new Error('could not keep "he hits me"', { cause }) }) as {
      error: { name: string; places: string[]; cause: { name: string; code: string } };
    };
    expect(error).toMatchObject({ name: 'Error', cause: { name: 'TypeError', code: '23505' } });
    expect(error.places.length).toBeGreaterThan(0);
    expect(JSON.stringify(error)).not.toMatch(/hits me|447700900001/);
  });

  test('is not fooled by a message that looks like a place in the code', () => {
    const error = new Error('first line\n    at home with him:1:1\n    at night:22:30');
    expect(JSON.stringify(onlyFacts({ error }))).not.toMatch(/home|night/);
  });

  test('says nothing of a thrown thing that is no error', () => {
    expect(onlyFacts({ error: 'he hits me' })).toEqual({ error: { name: 'string' } });
  });
});

describe('createLog', () => {
  test('writes one JSON line with the part of the service, and leaves out what is less severe than asked for', () => {
    const lines: string[] = [];
    const log = createLog({ level: 'warn', part: 'worker', to: { write: (line) => void lines.push(line) } });
    log.info({ line: LINE }, 'quiet is over');
    log.warn({ line: LINE, text: 'he hits me' }, 'a turn was late');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      expect.objectContaining({ severity: 'warn', part: 'worker', line: LINE, dropped: 1, said: 'a turn was late' }),
    ]);
  });
});
