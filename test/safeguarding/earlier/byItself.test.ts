import { createAssessor } from '../../../src/safeguarding';
import { heardByItself } from '../../../src/safeguarding/earlier/byItself';
import { goesOn } from '../../../src/safeguarding/earlier/unfinished';
import { atLeast } from '../../../src/vocabulary/concerns';
import { houseRules, houseWeights } from '../support/houseRules';
import { labelledMessages } from '../support/labelledMessages';

const judge = createAssessor(houseRules(), houseWeights());

/** What people text all day; any of it may stand before a disclosure. */
const EVERYDAY = [
  ['ok im at the bus stop now see u in 5', 'can u get milk on the way home pls'],
  ['lol did u watch it last night', 'haha yeah it was so funny'],
  ['Sorry in a meeting, call you later', 'no worries talk tonite'],
  ['what time is training', 'ill bring my boots'],
] as const;

/** Some two hundred of the labelled messages that are grave, stand alone and are whole sentences of nine words or more. */
const grave = labelledMessages()
  .labelled.filter(({ before, level }) => before.length === 0 && atLeast(level, 'urgent'))
  .filter(({ text }) => text.trim().split(/\s+/).length >= 9 && !goesOn('before it', text))
  .filter((_, index) => index % 140 === 0);

describe('a text behind others', () => {
  it.each(EVERYDAY)('is as grave behind "%s" and "%s" as it is by itself', (...before) => {
    const heard = grave.filter(({ text, staff }) => atLeast(judge({ text, before: [], staff }).level, 'urgent'));
    expect(heard.length).toBeGreaterThan(100);
    const lost = heard.filter(({ text, staff }) => !atLeast(judge({ text, before, staff }).level, 'urgent'));
    expect(lost).toEqual([]);
  });

  it('accuses whom it accuses there, and is as grave as by itself', () => {
    const input = { text: 'he hit me when we were alone in the minibus', before: ['sam drove me'], staff: ['Sam'] };
    const meant = { names: ['Sam'], roleWords: [], unnamed: false };
    const inPlace = { ...judge(input), level: 'worry', about: 'practitioner', meant, notThem: ['Priya'] } as const;
    const itself = { ...judge(input), level: 'urgent', about: 'self' } as const;
    const heard = heardByItself(input, inPlace, () => itself);
    expect(heard).toMatchObject({ level: 'urgent', about: 'practitioner', meant, notThem: ['Priya'] });
  });

  it.each([
    ['short', 'for my cousin under', 'i keep a bag'],
    ['the end of a sentence begun before it', 'the rest of them all the way home to shipley', 'he drops me first cos'],
  ])('is judged only where it stands when it is %s', (_, text, before) => {
    const inPlace = judge({ text: 'hi', before: [], staff: [] });
    const heard = heardByItself({ text, before: [before], staff: [] }, inPlace, () => ({
      ...inPlace,
      level: 'urgent',
    }));
    expect(heard).toBe(inPlace);
  });
});
