/**
 * What a young person may be telling us, and how fast a human must know.
 * The levels and kinds are those of the labelled messages the detector is judged by.
 */
import type { Carer } from './people';

/** How fast a human must know, least first. */
export const LEVELS = ['none', 'worry', 'urgent', 'immediate'] as const;
/**
 * - `immediate`: danger to life or of serious harm now or within hours.
 * - `urgent`: a disclosure, or a strong hint, of significant harm or exploitation, not happening this hour.
 * - `worry`: something a trusted adult should hear before or at the next visit.
 * - `none`: ordinary life.
 */
export type Level = (typeof LEVELS)[number];

export const KINDS = [
  'suicide',
  'self-harm',
  'sexual-abuse',
  'sexual-exploitation',
  'online-sexual-harm',
  'criminal-exploitation',
  'physical-abuse',
  'emotional-abuse',
  'neglect',
  'domestic-abuse',
  'missing-or-homeless',
  'violence-or-weapons',
  'honour-based-abuse',
  'radicalisation',
  'substance-emergency',
  'eating-or-mental-health',
  'bullying',
  'allegation-against-staff',
] as const;
/** What the concern is of. One message can hold several kinds. */
export type Kind = (typeof KINDS)[number];

/** Who is at risk; `practitioner` when an adult of the service is the one said to cause harm. */
export type About = 'self' | 'other' | 'practitioner';

/** Where `a` stands against `b`: negative when `a` is lower. */
export function compareLevels(a: Level, b: Level): number {
  return LEVELS.indexOf(a) - LEVELS.indexOf(b);
}

/** Whether `level` is `floor` or higher. */
export function atLeast(level: Level, floor: Level): boolean {
  return compareLevels(level, floor) >= 0;
}

/** The highest of these; `none` of none. */
export function highest(...levels: readonly Level[]): Level {
  return levels.reduce((top, next) => (atLeast(next, top) ? next : top), 'none');
}

/** One reason for a verdict: the rule that spoke, and the words it points at. */
export interface Because {
  readonly rule: string;
  /** The words exactly as the young person wrote them. */
  readonly evidence: string;
  /** Where those words stand: in the message judged, or in the n-th of the earlier ones. */
  readonly where: 'message' | { readonly before: number };
  /** Offsets into that text, end exclusive, UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number };
  readonly level: Level;
  readonly kinds: readonly Kind[];
  /** How the level came to be what it is ("base urgent", "now cue raises to immediate"), in order. */
  readonly steps: readonly string[];
}

/** Which adult of the service a message means, as far as its words say. */
export interface Meant {
  /** Names from the roster that stand as the one who harms, or who is not wanted ("not Martin"). */
  readonly names: readonly string[];
  /** A role word stands for the adult ("my mentor", "the worker", "your staff"). */
  readonly roleWords: readonly string[];
  /** An adult of the service is meant, but neither a known name nor the mentor's role says which. */
  readonly unnamed: boolean;
}

/** What detection says of one message (or one joined burst). Machines may raise it; only a named human lowers. */
export interface Assessment {
  readonly level: Level;
  readonly kinds: readonly Kind[];
  readonly about: About;
  readonly because: readonly Because[];
  /** False when the rules could not read it (another script, an error). Such a message is never `none`. */
  readonly readable: boolean;
  /** Why it could not be read: another script, a message cut off, or an error of our own; null when it was read. */
  readonly unreadableBecause: 'script' | 'cut-off' | 'error' | null;
  /** True when only weak evidence carries the level: the reply takes its lighter form. */
  readonly weak: boolean;
  readonly meant: Meant;
  /** "Not them": the young person asks that somebody not be told, with or without harm. Names as written. */
  readonly notThem: readonly string[];
  /** Hash of the rules that judged. */
  readonly rulesVersion: string;
}

/** Somebody at home by the name the roster has, and what they are to the young person: "Lee Marsh", "stepdad". */
export type NamedCarer = Pick<Carer, 'name' | 'relation'>;

/** Whom a young person may call by name. */
export interface KnownByName {
  /** First names or titles of the adults of the service that this young person knows. */
  readonly staff: readonly string[];
  /** Those at home: what is said of one is heard as of the stepdad, nan or carer they are. */
  readonly carers?: readonly NamedCarer[] | undefined;
}

/** What the service asked last: whether they are safe now, or something else (how it goes, what the note says, a setting). */
export type Question = 'safe-now' | 'something-else';

/** What the assessor is given. `before`: earlier messages of the same young person, oldest first, up to 72 hours. */
export interface ToAssess extends KnownByName {
  readonly text: string;
  readonly before: readonly string[];
  /** The service's own last question, when the message may answer it. */
  readonly asked?: Question | null;
  /** Whether they are known to be under 13: some rules are heard only then. */
  readonly under13?: boolean;
}

/** A sealed-off judge: pure, total, never throws for any text. */
export type Assess = (input: ToAssess) => Assessment;

/**
 * Whether a verdict rests on anything in the message itself. "Yes" and "it was a joke" are judged like the words before
 * them, and tell nothing anew.
 */
export function tellsAnew({ because }: Pick<Assessment, 'because'>): boolean {
  return because.length === 0 || because.some(({ where }) => where === 'message');
}
