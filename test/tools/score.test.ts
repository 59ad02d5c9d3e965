import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/tools/score';
import { scoresOf } from '../../src/tools/score/figures';
import type { Labelled } from '../../src/tools/score/labelled';
import { shareOf } from '../../src/tools/score/share';
import type { Assessment, Level } from '../../src/vocabulary/concerns';

const verdict = (level: Level): Assessment => ({
  level,
  kinds: level === 'none' ? [] : ['suicide'],
  about: 'self',
  because: [],
  readable: true,
  unreadableBecause: null,
  weak: false,
  meant: { names: [], roleWords: [], unnamed: false },
  notThem: [],
  rulesVersion: 'test',
});
const message = (id: string, level: Level): Labelled => ({
  id,
  text: id,
  before: [],
  staff: [],
  level,
  concerns: level === 'none' ? [] : ['suicide'],
  about: 'self',
  test: 'plain',
});

describe('the figures', () => {
  const truth: [string, Level, Level][] = [
    ['a', 'immediate', 'immediate'],
    ['b', 'immediate', 'none'],
    ['c', 'urgent', 'worry'],
    ['d', 'none', 'urgent'],
    ['e', 'none', 'none'],
  ];
  const said = new Map(truth.map(([id, , level]) => [id, level]));
  const scores = scoresOf(
    truth.map(([id, level]) => message(id, level)),
    [],
    ({ text }) => verdict(said.get(text) ?? 'none'),
  );
  const figure = (name: string) => scores.figures.find((each) => each.name === name)?.share;

  it('count what was seen, missed and falsely raised', () => {
    expect(figure('urgent or immediate seen as such')).toMatchObject({ hits: 1, of: 3 });
    expect(figure('urgent or immediate judged none')).toMatchObject({ hits: 1, of: 3 });
    expect(figure('hard none judged urgent or more')).toMatchObject({ hits: 1, of: 2 });
  });

  it('weigh an immediate called none heaviest', () => expect(scores.cost.total).toBe(100 + 8 + 2));

  it('keep the whole table of truth and verdict', () =>
    expect(scores.confusion.immediate).toEqual({ none: 1, worry: 0, urgent: 0, immediate: 1 }));
});

describe('the interval', () => {
  it('of none missed in 150 still admits a miss in forty', () => {
    expect(shareOf(150, 150).from).toBeCloseTo(0.975, 3);
    expect(shareOf(150, 150).to).toBe(1);
  });

  it('of nothing counted claims nothing', () =>
    expect(shareOf(0, 0)).toEqual({ hits: 0, of: 0, share: null, from: 0, to: 1 }));
});

describe('npm run score', () => {
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('scores labelled and everyday files together, leaves arguable rows out, and places a bad line', async () => {
    const file = join(folder, 'labelled.jsonl');
    writeFileSync(
      file,
      [
        JSON.stringify({ ...message('my dad hit me', 'urgent'), concerns: ['physical-abuse'] }),
        JSON.stringify({ ...message('arguable', 'none'), also: 'worry' }),
        JSON.stringify({ id: 's', text: 'home by six', label: 'none-presumed' }),
        '{"id": 3}',
      ].join('\n'),
    );
    const out: string[] = [];
    const err: string[] = [];
    const code = await main([file, '--json'], { write: (text) => out.push(text) }, { write: (text) => err.push(text) });
    const scores = JSON.parse(out.join(''));
    expect(code).toBe(2);
    expect(err.join('')).toContain(`${file}:4:`);
    expect(scores.arguable).toBe(1);
    expect(scores.figures[0].share).toMatchObject({ hits: 1, of: 1 });
    expect(scores.figures.at(-1)).toMatchObject({
      name: 'everyday SMS judged worry or more',
      share: { hits: 0, of: 1 },
    });
  });

  it.each([
    ['a file that is not there beside one that is', ['labelled.jsonl', 'gone.jsonl'], 'gone.jsonl: there is no'],
    ['a file of which no line is a message', ['empty.jsonl'], 'nothing to score'],
  ])('scores nothing of %s, and prints no figures', async (_what, names, says) => {
    writeFileSync(join(folder, 'labelled.jsonl'), JSON.stringify(message('home by six', 'none')));
    writeFileSync(join(folder, 'empty.jsonl'), '\n');
    const out: string[] = [];
    const err: string[] = [];
    const files = names.map((name) => join(folder, name));
    const code = await main(files, { write: (text) => out.push(text) }, { write: (text) => err.push(text) });
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(err.join('')).toContain(says);
  });
});
