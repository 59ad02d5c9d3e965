import { shippedJudge } from '../support/houseRules';

const judge = shippedJudge();
const LOW = 'i feel so low and lost lately and crying all the time';
const ASKED = { asked: 'something-else' } as const;

describe('a bare answer to another question than that of safety', () => {
  it.each(['yes', 'yeah lol', 'Nothing.', 'nowt really', 'idk', 'not sure', '4', 'oes', 'dim byd', 'nac oes'])(
    'tells nothing that was told before: %s',
    (text) => {
      for (const before of [LOW, 'just feel flat', 'my dad hit me'])
        expect(judge(text, { before: [before], ...ASKED }).level).toBe('none');
    },
  );

  it('and asked nothing, or whether they are safe, it is judged as it was', () => {
    expect(judge('yes', { before: ['i want to die'] }).level).toBe('urgent');
    expect(judge('no', { before: ['my dad hit me'], asked: 'safe-now' }).level).toBe('immediate');
    expect(judge('not sure', { before: ['my dad hit me'], asked: 'safe-now' }).level).toBe('urgent');
  });

  it.each([
    'yes he did it again',
    'yeah it happened again',
    'no he hit me again',
    'nothing stops him hitting me',
    'not really he still hits me',
    'nothing just my dad hitting me',
    'no i want to die',
    'idk i just want to die',
    'yes i cut myself',
    'yeah and my sister too',
    'maybe ill kill myself',
    'a bit of cutting myself',
    'sort of my uncle touched me',
    'na he raped me',
    'nah my dad battered me',
    'ok but he touched me',
    'fine except my stepdad hits me',
    '4 cos my mum hit me',
    'dunno my brother makes me do sexual stuff',
    'oes mae dad yn bwrw fi',
  ])('beside anything else it is heard with all of it: %s', (text) => {
    const asked = judge(text, { before: ['my dad hit me'], ...ASKED });
    expect(asked).toEqual(judge(text, { before: ['my dad hit me'] }));
    expect(asked.level).not.toBe('none');
  });
});
