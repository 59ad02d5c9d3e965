import { whyUnreadable } from '../../../src/safeguarding/judging/unreadable';
import { compile } from '../../../src/safeguarding/reading/compile';
import { read } from '../../../src/safeguarding/reading/reading';
import type { ToAssess } from '../../../src/vocabulary/concerns';
import { houseJudge, houseRules } from '../support/houseRules';
import { labelledMessages } from '../support/labelledMessages';

const judge = houseJudge();

describe('a message in a language the rules do not read', () => {
  it.each([
    ['polski', 'boje sie wracac do domu, tata mnie bije'],
    ['romana', 'nu vreau sa merg acasa mi frica de el'],
    ['somali', 'aabahay ayaa igu garaaca habeen kasta'],
    ['shqip', 'babai me rreh cdo nate dhe kam shume frike'],
    ['tieng-viet', 'bo toi danh toi moi ngay'],
    ['urdu', 'mere abbu mujhe roz marte hain'],
    ['panjabi', 'mera pyo menu roz marda hai'],
    ['bangla', 'baba amake proti rate mare'],
    ['arabi', 'ana mish 3ayz arga3 el beit'],
    ['francais', 'mon pere me frappe tous les soirs'],
    ['espanol', 'mi padre me pega todas las noches'],
    ['portugues', 'nao quero ir para casa tenho medo'],
    ['deutsch', 'ich habe angst nach hause zu gehen'],
    ['turkce', 'babam beni her gece dovuyor'],
    ['lietuviu', 'tevas mane musa kiekviena vakara'],
  ])('is never none, and %s is named to whoever reads it', (language, text) => {
    const verdict = judge(text);
    expect(verdict).toMatchObject({ readable: false, unreadableBecause: 'script' });
    expect(verdict.level).not.toBe('none');
    expect(verdict.because.at(-1)?.steps.join()).toContain(language);
  });

  it('is seen in two words when both are that language’s', () =>
    expect(judge('quiero morir')).toMatchObject({ readable: false }));

  it('still goes through the rules: what is said in English in it counts', () => {
    const verdict = judge('mujhe ghar nahi jana dar lagta hai. my dad hit me');
    expect(verdict.level).toBe('urgent');
  });
});

describe('what only looks foreign', () => {
  it.each([
    'ma da skelped me that hard last nite ma ears still ringin dinnae phone him',
    'wagwan fam man like ur boi bare tings gwan on da ends still innit',
    'i fel sooo sda tody idk wht 2 doo abt skool tbhh',
    'dwi ddim yn gwybod beth i wneud mae dad yn gas',
    'hola bestie que pasa lol c u at maccies x',
    'Zofia Kasia Agnieszka n Bartek r comin 2 mine l8r',
    'je suis so done w french homework omg',
  ])('is read: %s', (text) => expect(judge(text).readable).toBe(true));

  it('is at most one in a thousand of every third labelled message and of all everyday ones', () => {
    const compiled = compile(houseRules());
    const isRead = ({ text, before, staff }: ToAssess) =>
      whyUnreadable(text, read(text, before, { staff }, compiled), compiled) === null;
    const { labelled, everyday } = labelledMessages();
    const all = [
      ...labelled.filter((_, index) => index % 3 === 0),
      ...everyday.map(({ text }) => ({ text, before: [], staff: ['Martin', 'Priya'] })),
    ];
    expect(all.filter((message) => !isRead(message)).length / all.length).toBeLessThanOrEqual(0.001);
  });
});
