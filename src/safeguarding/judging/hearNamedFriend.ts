import { compareLevels, type Assess, type Assessment, type Kind, type ToAssess } from '../../vocabulary/concerns';
import { nameParts } from '../reading/staffNames';

const NEAR_ONES =
  'mate|friend|bestie|bezzie|pal|bff|butty|marra|bredrin|cousin|cuz|brother|bro|sister|sis|boyfriend|bf|girlfriend|gf|nephew|niece';
/** What stands between them and one of these is a name, unless it is one of `NO_NAMES` or another deed. */
const DEEDS =
  "is|isnt|isn’t|isn't|was|has|hasnt|hasn’t|hasn't|had|wants|wanna|keeps|gets|got|tried|tries|took|takes|says|said|told|does|did|carries|makes|cut|cuts|ran|sells|sold|sends|sent|goes|went|cant|doesnt|thinks|self|overdosed|starves|stopped|started|owes|needs|lives|hates|might|never|just";
const NAMED = new RegExp(
  `(?<=(?<!\\p{L})(?:my|our|me|a|best|little|big|older|younger|half)\\s+(?:${NEAR_ONES})\\s+)\\p{L}[\\p{L}’'-]{1,14}(?=\\s+(?:${DEEDS})(?!\\p{L}))`,
  'giu',
);
const NO_NAMES = new Set(
  `who that what which there here and or but cos so as if when then also always never not no only just really still even
  actually literally probably maybe sometimes apparently basically finally recently havent arent wont didnt doesnt been being lowkey already once now today group is was has had in from
  at of he she they it i im we you said says told hes shes theyre dog cat mum dad house`.split(/\s+/),
);
const FIRST_PERSON = /(?<!\p{L})(?:i|im|i’m|i'm|ive|id|ill|me|my|mine|we|us|our|myself)(?!\p{L})/giu;

/** What one does to oneself or is drawn into: who is spoken of is who is at risk, and not who does it to another. */
const OF_THEMSELVES: ReadonlySet<Kind> = new Set([
  'suicide',
  'self-harm',
  'eating-or-mental-health',
  'missing-or-homeless',
  'criminal-exploitation',
  'substance-emergency',
]);

/**
 * "my mate lowri is cutting herself": a name between whom it is of and what they do hides the one from the other. The
 * message is heard without it as well, at the same places, and the graver verdict stands. Where nobody but that friend is
 * spoken of, it is they who are at risk. An adult of ours, or somebody at home, is never looked past.
 */
export function hearNamedFriend(input: ToAssess, judge: Assess): Assessment {
  const named = judge(input);
  const text = withoutNames(input);
  if (text === input.text || named.about === 'practitioner') return named;
  const unnamed = judge({ ...input, text });
  if (unnamed.level === 'none' || compareLevels(unnamed.level, named.level) < 0) return named;
  const isAlone = (text.match(FIRST_PERSON) ?? []).length <= 1;
  const isOfThem = unnamed.about === 'self' && isAlone && unnamed.kinds.some((kind) => OF_THEMSELVES.has(kind));
  return {
    ...unnamed,
    about: isOfThem ? 'other' : unnamed.about,
    because: unnamed.because.map((reason) =>
      reason.where === 'message'
        ? { ...reason, evidence: input.text.slice(reason.span.start, reason.span.end) }
        : reason,
    ),
  };
}

/** The names made blank, so that every other word keeps its place. */
function withoutNames({ text, staff, carers = [] }: ToAssess): string {
  const known = new Set([...staff, ...carers.map(({ name }) => name)].flatMap(nameParts));
  return text.replace(NAMED, (word) => {
    const plain = word.toLowerCase().replace(/[’']/gu, '');
    return NO_NAMES.has(plain) || DEEDS.split('|').includes(plain) || known.has(plain) ? word : ' '.repeat(word.length);
  });
}
