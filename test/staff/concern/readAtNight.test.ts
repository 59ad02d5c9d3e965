import type { Level } from '../../../src/vocabulary';
import { assessed, DISCLOSED, lineHistory, summary, wholeCase } from '../harness/cases';
import { useDesk } from '../harness/desk';

const CONCERN = '/staff/work/concern-kayla';
const desk = useDesk();

/** One message in which several rules heard the same words, each a little more or less of them. */
function heardBy(...heard: readonly (readonly [rule: string, evidence: string, level: Level])[]) {
  const [one] = assessed('m8', DISCLOSED, 'hit me').because;
  const because = heard.map(([rule, evidence, level]) => {
    const start = DISCLOSED.indexOf(evidence);
    return { ...one!, rule, evidence, level, span: { start, end: start + evidence.length } };
  });
  return { ...assessed('m8', DISCLOSED, 'hit me'), because };
}

/** The page without what is folded away. */
async function atFirstSight(path: string, reader = 'amira'): Promise<string> {
  const page = await (await desk.site.signedInAs(reader)).get(path);
  return page.html.replace(/<details[^]*?<\/details>/g, '');
}

describe('why a lead was woken', () => {
  test('is said in the young person’s words, each once and the gravest first; the rules are behind it', async () => {
    const assessments = [
      heardBy(['a', 'in my room', 'worry'], ['b', 'hit me', 'urgent'], ['c', 'mums boyfriend hit me', 'urgent']),
    ];
    desk.house.cases = [wholeCase({ assessments })];
    const html = await atFirstSight(CONCERN);
    const said = [...html.matchAll(/<q>([^<]*)<\/q>/g)].map(([, words]) => words);
    expect(said).toEqual(['mums boyfriend hit me', 'in my room']);
    expect(html).not.toContain('desk-code');
    const whole = (await (await desk.site.signedInAs('amira')).get(CONCERN)).html;
    expect(whole.match(/class="desk-code"/g)).toHaveLength(3);
  });

  test('a failed call is not said as if nobody had been told', async () => {
    const missed = { at: '2026-11-22T23:41:00.000Z', name: 'notice-missed' } as const;
    const history = ['channel-failed', 'not-taken-on'].map((reason) => ({
      ...missed,
      data: { reason, practitioner: 'amira' },
    }));
    desk.house.cases = [wholeCase({ history })];
    const page = await (await desk.site.signedInAs('amira')).get(CONCERN);
    expect(page.text).toContain('Not reached that way: Amira');
    expect(page.text).toContain('Has not taken it on: Amira');
    expect(page.text).not.toContain('Could not be told');
  });

  test('everybody who has seen it stands there, each once, as soon as they had', async () => {
    const seen = (by: string, at: string) =>
      ({ act: 'seen', by, as: 'mentor', at: `2026-11-22T23:${at}:00.000Z` }) as const;
    desk.house.cases = [
      wholeCase({ summary: summary({ acts: [seen('amira', '46'), seen('sam', '47'), seen('amira', '50')] }) }),
    ];
    const page = await (await desk.site.signedInAs('amira')).get(CONCERN);
    expect(page.text).toMatch(/Seen Amira, 11:46pm Sam, 11:47pm Taken on/);
  });

  test('numbers nobody answers at this hour say so', async () => {
    const page = await (await desk.site.signedInAs('amira')).get(CONCERN);
    expect(page.text).toContain('York MASH 01632 960111 Closed now. Weekdays 8:30am to 5pm');
    expect(page.text).toContain('Police 999 Danger now.');
  });
});

describe('a young person’s page', () => {
  test('says what they were told will happen, by whom, and lays no promise on somebody it only told', async () => {
    const one = { id: 'p1', line: 'line-kayla', concern: 'concern-kayla', keptAt: null, admittedAt: null } as const;
    const commitments = [
      { ...one, what: 'will-tell', who: 'sam', dueAt: '2026-11-23T08:00:00.000Z' },
      { ...one, id: 'p2', what: 'will-read', who: 'amira', dueAt: '2026-11-22T23:55:30.000Z' },
    ] as const;
    desk.house.histories = new Map([['kayla', lineHistory({ commitments })]]);
    const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
    expect(page.text).toContain('Kayla was told: Sam hears of it by 8am tomorrow.');
    expect(page.text).toContain('Kayla was told: Amira reads it by 11:55pm.');
  });

  test('does not read as if somebody were missing who is not', async () => {
    const page = await (await desk.site.signedInAs('sam')).get('/staff/people/kayla');
    expect(page.text).toContain('Record that Kayla is missing');
    expect(page.text).not.toMatch(/(?<!Record that )Kayla is missing/);
  });
});
