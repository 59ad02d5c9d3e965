import { main } from '../../src/tools/simulate';
import { paper, typed } from './run';

const SESSION = [
  '/press 1',
  '/why',
  'hi',
  'my stepdad hits me when mum is out',
  '/why',
  '/as sam',
  '{code} 1',
  '/seen',
  '/wait 45m',
  '/as leo',
  'hello',
  '/picture',
  '/as nia',
  '/call',
  '/as +447700900999',
  'who is this',
  '/as nobody',
  '/wait soon',
  '/dance',
  '/wait 90d',
  '/and',
  '/AS Nia',
  '/as +44 7700 900999',
  '/quit',
  'never said',
];

/** What was printed after each typed line, by that line. */
function answers(text: string): ReadonlyMap<string, string> {
  const parts = text.split(/^\S+ \d\d:\d\d:\d\d [^ ]+> /m).slice(1);
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)]));
}

describe('simulate', () => {
  let code: number;
  let after: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const out = paper();
    code = await main(['--at', '2026-11-24T15:00:00Z', '--as', 'jade'], typed(...SESSION), out.stream);
    after = answers(out.text());
  });

  test('ends well at /quit', () => {
    expect(code).toBe(0);
    expect([...after.keys()]).not.toContain('never said');
  });

  test('what every phone hears is printed as it happens, with the organisation’s time', () => {
    const lines = after.get('my stepdad hits me when mum is out')?.split('\n') ?? [];
    const heard = lines.flatMap((line) => /^(\S+ \S+) {2}(\w+) \((\S+)\)/.exec(line)?.slice(1, 4).join(' ') ?? []);
    expect(heard).toEqual(['Tue 15:00:15 Priya text', 'Tue 15:00:15 Sam text', 'Tue 15:00:27 Jade text']);
    expect(lines[0]).toMatch(/a concern is opened: urgent/);
  });

  test('/why names the level, the rule, the words it points at and how the level came to be', () => {
    expect(after.get('/why')).toMatch(/^"my stepdad hits me when mum is out"\nurgent, .*physical-abuse/);
    expect(after.get('/why')).toMatch(/\nrule \S+: urgent, because of ".*stepdad hits me.*"\n {4}\S/);
  });

  test('a practitioner replies with their own code, and the young person hears that it was read', () => {
    expect(after.get('{code} 1')).toMatch(/Sam \(text\) .* is yours/);
    expect(after.get('/seen')).toMatch(/Jade \(text\) {2}Sam read your message/);
  });

  test('/wait passes time: nobody decides, so others are told and rung', () => {
    expect(after.get('/wait 45m')).toMatch(/Amira \(call\)/);
  });

  test('web chat, a picture, a call and a number nobody knows are all played', () => {
    expect(after.get('hello')).toContain('Leo (web chat)');
    expect(after.get('/picture')).toContain('Leo (web chat)');
    expect(after.get('/call')).toMatch(/Nia hears: \S/);
    expect(after.get('who is this')).toContain('+447700900999 (text)');
  });

  test.each([
    ['/press 1', 'Nothing has rung Jade.'],
    ['/as nobody', 'Nobody is called "nobody". /who names everybody; a number is written like +447700900999.'],
    ['/wait soon', '"soon" is no span of time: write 20s, 15m, 1h30m or 2d.'],
    ['/wait 90d', 'That is too long to wait at once: 31d at most.'],
    ['/and', 'Write the words after it: /and WORDS.'],
    ['/dance', '/dance means nothing here. /help says what does.'],
  ])('%s is answered with what to do instead', (line, says) => {
    expect(after.get(line)).toBe(`${says}\n`);
  });
});

test('somebody nobody knows is refused with who there is, instead of playing another', async () => {
  const out = paper();
  const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await main(['--as', 'bob'], typed('hi'), out.stream);
  const says = String(stderr.mock.calls[0]?.[0]);
  stderr.mockRestore();
  expect({ code, out: out.text() }).toEqual({ code: 2, out: '' });
  expect(says).toMatch(/^Nobody is called "bob"\. There are jade, /);
});
