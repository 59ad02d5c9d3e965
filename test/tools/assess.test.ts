import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { main } from '../../src/tools/assess';

async function run(lines: readonly string[], argv: readonly string[] = []) {
  const out: string[] = [];
  const err: string[] = [];
  const stdin = Readable.from(lines.map((line) => `${line}\n`));
  const code = await main(argv, stdin, { write: (text) => out.push(text) }, { write: (text) => err.push(text) });
  return { code, answers: out.join('').split('\n').filter(Boolean), err: err.join('') };
}

describe('npm run assess', () => {
  it('answers every message on its own line, in order, with rule and evidence', async () => {
    const { code, answers } = await run([
      '{"id":"a","text":"see you at 4"}',
      '{"id":"b","text":"my dad hit me","before":[],"staff":["Sam"]}',
    ]);
    expect(code).toBe(0);
    expect(answers.map((line) => JSON.parse(line))).toEqual([
      { id: 'a', level: 'none', kinds: [], about: 'self', because: [] },
      {
        id: 'b',
        level: 'urgent',
        kinds: expect.arrayContaining(['physical-abuse']),
        about: 'self',
        because: expect.arrayContaining([{ rule: 'hit-in-few-words', evidence: 'my dad hit me' }]),
      },
    ]);
  });

  it('knows those at home by name where they are given, and says what is wrong with them', async () => {
    const message = '"id":"a","text":"lee hit me again"';
    const { answers, err } = await run([
      `{${message},"carers":[{"name":"Lee Marsh","relation":"stepdad"}]}`,
      `{${message},"carers":null}`,
      `{${message},"carers":["Lee Marsh"]}`,
    ]);
    expect(answers.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'urgent', kinds: ['physical-abuse'], about: 'self' },
      { level: 'none' },
    ]);
    expect(err).toMatch(/line 3: carers\.0/);
    expect(err).not.toContain('Marsh');
  });

  it('names a bad line by number, never repeats its words, and answers the others', async () => {
    const { code, answers, err } = await run([
      '{"id":"a","text":"hi"}',
      'secret words',
      '{"id":"c"}',
      '{"id":"d","text":"ok"}',
    ]);
    expect(code).toBe(2);
    expect(answers).toHaveLength(2);
    expect(err).toMatch(/line 2: is not JSON/);
    expect(err).toMatch(/line 3: text.*write it/);
    expect(err).not.toContain('secret');
  });

  it('says of a message in another script that it is unreadable', async () => {
    const { answers } = await run(['{"id":"a","text":"Папа меня бьёт"}']);
    expect(JSON.parse(answers[0] ?? '')).toMatchObject({ level: 'worry', because: [{ rule: 'unreadable' }] });
  });

  it('reads what a spreadsheet or another system writes: a mark before the first line, nothing where nobody is', async () => {
    const ran = await run(['\uFEFF{"id":"a","text":"hi"}', '{"id":"b","text":"hi","before":null,"staff":null}']);
    expect(ran).toMatchObject({ code: 0, err: '', answers: [expect.any(String), expect.any(String)] });
  });

  it.each(['messages.jsonl', '--fast'])('refuses %s, for it reads what is piped in', async (word) => {
    expect(await run([], [word])).toMatchObject({ code: 2, answers: [], err: expect.stringMatching(`^"${word}"`) });
  });

  it('says so when what is piped in breaks off', async () => {
    const err: string[] = [];
    const folder = createReadStream(__dirname);
    const code = await main([], folder, { write: () => true }, { write: (text) => err.push(text) });
    expect({ code, err }).toEqual({ code: 2, err: [expect.stringContaining('is a folder')] });
  });

  it('explains itself', async () => {
    const { code, answers } = await run([], ['--help']);
    expect(code).toBe(0);
    expect(answers.join('\n')).toContain('npm run -s assess');
  });

  it('places the faults of broken rules instead of judging by half of them', async () => {
    const err: string[] = [];
    const code = await main(
      [],
      Readable.from([]),
      { write: () => true },
      { write: (text) => err.push(text) },
      'test/tools/support/broken-rules',
    );
    expect(code).toBe(1);
    expect(err.join('')).toMatch(/suicide\.yaml:\d+: /);
  });
});
