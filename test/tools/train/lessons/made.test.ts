import { madeOf } from '../../../../src/tools/train/lessons/made';
import type { TrainingMessage } from '../../../../src/tools/train/lessons/trainingMessage';
import type { Level } from '../../../../src/vocabulary/concerns';

const AUTHORS = ['one', 'two'];

const written = (level: Level, says: string, count: number): TrainingMessage[] =>
  Array.from({ length: count }, (_, at) => ({
    text: `${says} ${at} of ${AUTHORS[at % 2]}`,
    before: [],
    staff: ['Sam'],
    level,
    kinds: [],
    about: 'self',
    author: AUTHORS[at % 2] as string,
    test: 'plain',
    pair: `p${at}`,
    made: false,
  }));

const made = madeOf([...written('urgent', 'he hit me', 48), ...written('none', 'see you at four', 48)]);

describe('what training makes of messages', () => {
  it('puts something told in front of half of the harmless ones, which stay harmless', () => {
    const behind = made.filter(({ before }) => before.length > 0);
    expect(behind).toHaveLength(24);
    for (const { before, text, level } of behind) {
      expect([level, text]).toEqual(['none', expect.stringMatching(/^see you at four/)]);
      expect(before).toEqual([expect.stringMatching(/^he hit me/)]);
    }
  });

  it('keeps the level of a disclosure whatever stands around it, and of small talk with more of it', () => {
    for (const { text, level } of made)
      expect([text, level]).toEqual([text, text.includes('hit me') ? 'urgent' : 'none']);
    const around = made.filter(({ text }) => text.includes('hit me') && text.includes('see you'));
    expect(around.length).toBeGreaterThan(3);
  });

  it('names an adult they trust beside a disclosure, and nobody beside one that accuses somebody', () => {
    const named = (about: TrainingMessage['about']) =>
      madeOf(written('urgent', 'he hit me', 48).map((one) => ({ ...one, about }))).filter(({ text }) =>
        text.includes('Sam'),
      );
    expect(named('self').length).toBeGreaterThan(3);
    expect(named('practitioner')).toEqual([]);
  });

  it('takes every word from one author, so that leaving an author out leaves out what was made of them', () => {
    for (const { author, text, before } of made) {
      const other = AUTHORS.find((one) => one !== author) as string;
      expect([...before, text].join(' ')).not.toContain(`of ${other}`);
    }
  });

  it('counts as made, and as nobody’s twin', () => {
    for (const one of made) expect([one.made, one.pair]).toEqual([true, null]);
  });
});
