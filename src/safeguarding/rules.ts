import { z } from 'zod';
import { KINDS, LEVELS } from '../vocabulary/concerns';

/**
 * What rule authors may write. These schemas are the door: `src/authored/rules.ts` reads the YAML through them, and
 * `createAssessor` takes what comes out. How to write a rule stands in `escalation-rules/README.md`.
 */
const Patterns = z.array(z.string().min(1)).min(1);
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day like 2027-05-31');
const Raised = z.enum(['worry', 'urgent', 'immediate']);
const Signed = { reviewBy: Day, source: z.string().min(3), reviewer: z.string().min(2) };

/** A message a rule must catch, or must leave alone. A plain string stands alone; `staff` defaults to Sam and Priya. */
export const Example = z.union([
  z.string().min(1),
  z.strictObject({
    text: z.string().min(1),
    before: z.array(z.string()).default([]),
    staff: z.array(z.string()).default(['Sam', 'Priya']),
    asked: z.literal('safe-now').optional(),
    under13: z.literal(true).optional(),
    level: z.enum(LEVELS).optional(),
    about: z.enum(['self', 'other', 'practitioner']).optional(),
  }),
]);
export type Example = z.infer<typeof Example>;

/** In the order the fields of a rule are written in. */
export const Rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  why: z.string().min(10),
  level: Raised,
  /** Kinds beside the file's own, or instead of it in a file without one. */
  kinds: z.array(z.enum(KINDS)).optional(),
  about: z.enum(['self', 'other', 'practitioner']).optional(),
  /** Only weak evidence: the reply takes its lighter form. */
  weak: z.boolean().optional(),
  /** A hint: two different hints of one kind rise one level. */
  hint: z.boolean().optional(),
  /** `message`: everything of a set must stand in this message. Default: `window`, the earlier messages too. */
  within: z.enum(['message', 'window']).optional(),
  /** False: "not" in front does not silence it ("i dont feel safe"). */
  negatable: z.boolean().optional(),
  /** Read only as an answer to that question of the service. */
  asked: z.literal('safe-now').optional(),
  /** True: heard only from somebody known to be under 13 (a kiss with somebody of fifteen). */
  under13: z.literal(true).optional(),
  /** A higher level when one of these stands in this message or the two before it. */
  raise: z.array(z.strictObject({ with: Patterns, to: Raised, because: z.string().min(3) })).optional(),
  /** False: no frame excuses it, because a game beside it makes no game of it; its own `unless` says what does. */
  excusable: z.literal(false).optional(),
  /** Said like this it is that, in nine of ten messages no rule writer had read: enough by itself. */
  certainly: Patterns.optional(),
  /** Any one of these is heard: the classifier decides with it, and where none listens it is enough. */
  patterns: Patterns.optional(),
  /** Or all of one set, in any order, over this message and the earlier ones; one at least in this message. */
  together: z.array(z.array(z.string().min(1)).min(2)).optional(),
  /** Silent when one of these stands in the same message. */
  unless: Patterns.optional(),
  reviewBy: Day.optional(),
  source: z.string().min(3).optional(),
  reviewer: z.string().min(2).optional(),
  catches: z.array(Example).min(3),
  leavesAlone: z.array(Example).min(3),
});
export type Rule = z.infer<typeof Rule>;

export const RulesFile = z.strictObject({
  kind: z.enum(KINDS).nullable(),
  ...Signed,
  rules: z.array(Rule).min(1),
});
export type RulesFile = z.infer<typeof RulesFile>;

export const ConceptsFile = z.strictObject({
  ...Signed,
  concepts: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), z.array(z.string().min(1))),
});
export const TextSpeakFile = z.strictObject({ ...Signed, textSpeak: z.record(z.string(), z.string().min(1)) });
/** Languages the rules must know when they meet them; `readable` are those they read all the same. */
export const OtherLanguagesFile = z.strictObject({
  ...Signed,
  readable: z.array(z.string()),
  languages: z.record(z.string(), z.array(z.string().min(1)).min(20)),
});
export type OtherLanguages = Pick<z.infer<typeof OtherLanguagesFile>, 'readable' | 'languages'>;
export const EmojiFile = z.strictObject({ ...Signed, emoji: z.record(z.string(), z.string().regex(/^\/[a-z-]+\/$/)) });

/**
 * Words that only sound alarming. `words` excuses what the pattern itself covers, `sentence` the sentence it stands in;
 * `anticlimax` what the pattern covers, from likeness too (`weighing/anticlimax.ts`).
 */
export const Frame = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  why: z.string().min(10),
  excuses: z.enum(['words', 'sentence', 'anticlimax']),
  /** False (the default for `sentence`): never excuses what is said to happen to the writer. */
  mine: z.boolean().optional(),
  /** Kinds it never excuses: being groomed in a game is not the game. */
  exceptKinds: z.array(z.enum(KINDS)).optional(),
  patterns: Patterns,
  leavesAlone: z.array(Example).min(2),
  catches: z.array(Example).min(1),
});
export type Frame = z.infer<typeof Frame>;
export const FramesFile = z.strictObject({ ...Signed, frames: z.array(Frame).min(1) });

export const AssertionFile = z.strictObject({
  ...Signed,
  /** The closed list of frames that say "it is not so". */
  negators: Patterns,
  /** What looks like a negator and is none ("not gonna lie", "cant stop"). */
  notNegators: Patterns,
  /** Words that stop a negator's reach ("but", "because"). */
  barriers: Patterns,
  /** After the match: not a denial but a change ("doesnt hit me any more"). */
  noLonger: Patterns,
  /** Long ago, or over. Lowers immediate to urgent, never further. */
  past: Patterns,
  /** Retractions, which keep what was said before alive. */
  carries: Patterns,
  /** "please help", "every night", "tonight": keeps it alive too, and says that it is so now. */
  goesOn: Patterns,
  /** Plain answers: they keep it alive too, unless they answer a question of the service. */
  answers: Patterns,
  /** "Not them". Names are taken from the adult the match covers. */
  notThem: Patterns,
  /** An adult of the service who is told, asked, greeted or wanted: a "he" after it is somebody else. */
  spokenTo: Patterns,
  /** "i dont want sam to know": who must not be told is not thereby accused. */
  notToKnow: Patterns,
  /** "hey sam", "sam are you there", "can sam ring me": an adult of the service who is written to. A "he" beside it is not them. */
  greets: Patterns,
  /** "sam knows", "sam was told": an adult of the service who knows, hears or says what somebody else, named in it, does. */
  knowsOf: Patterns,
  /** "i told my worker", "the volunteer asked": an adult of the service, meant by what they are, who does no harm there. */
  onlyTold: Patterns,
  /** "the volunteer keeps", "it was one of yours": an adult of the service, so meant, is said to do something. */
  oursDo: Patterns,
  /** "my dad hits", "my ex sent": somebody outside the service is said to do something. */
  othersDo: Patterns,
  /** "the driver of the school bus": called what ours are called, and another house's. */
  ofAnotherHouse: Patterns,
  /** "it happened again", "hes back": tells again what was told before, whatever that was. */
  tellsAgain: Patterns,
  /** "and my sister too": it is done to another as well. */
  tellsToo: Patterns,
  /** "she does it as well", "so does my dad": another does it. */
  alsoDoes: Patterns,
  /** Whole messages that only ask that somebody is not told, or say that he has gone: what was told before stands. */
  pleads: Patterns,
  /** Whole messages that only ask for a call, or take or decline an offer: they tell nothing, whatever was told before. */
  asksUs: Patterns,
  /** Whole messages that are an ordinary afternoon or a figure of speech, however they begin: "shell kill me i broke her mug". */
  ordinary: Patterns,
  /** Said anywhere beside it, it may be meant. */
  inEarnest: Patterns,
  /** Said anywhere beside an anticlimax, it may be meant: one is looked past only where none of these stands. */
  inTruth: Patterns,
  /** "it was sam": names, after what was told before, who did it. */
  accuses: Patterns,
});
export type Assertion = Omit<z.infer<typeof AssertionFile>, 'reviewBy' | 'source' | 'reviewer'>;

export interface KindRule extends Rule {
  /** The file's kind first. */
  readonly of: readonly (typeof KINDS)[number][];
}

/** Everything the assessor judges by. */
export interface DisclosureRules {
  /** Hash of all of it. */
  readonly version: string;
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly textSpeak: Readonly<Record<string, string>>;
  readonly emoji: Readonly<Record<string, string>>;
  readonly ordinaryWords: ReadonlySet<string>;
  readonly otherLanguages: OtherLanguages;
  readonly frames: readonly Frame[];
  readonly assertion: Assertion;
  readonly rules: readonly KindRule[];
}
