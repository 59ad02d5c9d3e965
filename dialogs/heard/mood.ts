import { plain } from './plain';

/** Each number's words, at its own place: English first, then Welsh with what its sounds become. */
const WORDS: readonly string[] = [
  'zero|nil|nought|dim|sero',
  'one|un',
  'two|dau|ddau|dwy',
  'three|tri|dri|tair',
  'four|pedwar|bedwar|pedair',
  'five|pump|bump',
  'six|chwech|chwe',
  'seven|saith',
  'eight|wyth',
  'nine|naw',
  'ten|deg|ddeg',
];
const NUMBER = `(-?\\d+(?:\\.\\d+)?|${WORDS.join('|')})`;
const OF = ' ?(?:/|out of|of|on|allan o|o) ?';
const OUT_OF_TEN = `(?:${OF}(?:10|ten|ddeg)(?!\\S))`;
/** Words that may stand around a bare number without changing that it is the answer. */
const BEFORE = `(?:(?:${[
  "it's|its|i'm|im|i'd say|id say|i would say|say|i guess|i think|i feel|i'd give it|id give it|give it|i'd rate it|rate it",
  "my|the|today's|todays|mood|number|num|rating|score|level|is|was|be|maybe|prob|probs|probably|possibly|honestly|tbh|ngl",
  'about|abt|around|round|bout|roughly|nearly|almost|closer to|more|kinda|kind of|sort of|like|only|just|still|back to|same',
  'feeling|feel|today|tonight|now|a|an|at|on|solid|strong|low|high|um|umm|er|erm|hmm|oh|well|ok|okay|lol|hi|hey|hello|so',
  "tua|rhyw|dim ond|fel|dw i'n|hwyliau|heddiw|efallai|tuag at",
].join('|')}) )*`;
const AFTER = `(?: (?:${[
  '(?:and|an|n) a (?:half|bit)|i guess|i think|i suppose|i reckon|i would say|or something|something like that|for me|as usual',
  "ish|tbh|ngl|honestly|lol|haha|maybe|prob|probs|probably|really|rn|now|right now|atm|at the moment|or so|kinda|i'd say|id say",
  'today|tonight|this (?:morning|afternoon|evening)|again|still|tho|though|innit|fr|bro|mate|man|sir|miss|same as (?:always|before|usual|last time)',
  "idk|idk why|dunno|dunno why|not sure why|don't know why|dont know why|please|pls|thanks|thx|ty|x+|heddiw|nawr|diolch|rwan",
].join('|')}))*`;
/** What a reason for the number begins with. */
const REASON = `(?:${[
  "cos|cuz|coz|bcs|bc|because|cause|since|after|when|but|and|so|as|tbh|idk|i|i'm|im|i've|ive|my|the|it|it's|its|was|not|had",
  "been|got|went|did|didn't|didnt|can't|cant|don't|dont|he|she|they|we|this|that|why|everyone|everything|nobody|no one",
  'nothing|mum|dad|school|today|achos|oherwydd|ond',
].join('|')})`;

const BARE = new RegExp(`^${BEFORE}${NUMBER}(?:ish)?${OUT_OF_TEN}?${AFTER}$`);
const OUT_OF_FIVE = new RegExp(`^${BEFORE}([0-5]|zero|one|two|three|four|five)${OF}(?:5|five)${AFTER}$`);
const TWO = new RegExp(
  `^${BEFORE}(?:between )?${NUMBER}(?: ?(?:or|to|/|-|and|maybe|or maybe|neu) ?| )${NUMBER}(?:ish)?${AFTER}$`,
);
/** "2 no wait 3": the last one is what they mean. */
const CORRECTED = new RegExp(
  `^${BEFORE}${NUMBER}${OUT_OF_TEN}?(?: (?:no|nah|na|wait|hang on|actually|i mean|i meant|sorry|oops|or|make (?:it|that)|scrap that|lol))+ ${BEFORE}${NUMBER}(?:ish)?${OUT_OF_TEN}?${AFTER}$`,
);
const SCALED = new RegExp(`(?:^| )${NUMBER}${OUT_OF_TEN}(?: |$)`);
const LEADING = new RegExp(`^${BEFORE}${NUMBER}(?:ish)?${OUT_OF_TEN}? ${REASON}(?: |$)`);
/** Where one thing said ends and the next begins: "4, school was rubbish", "bad day... like a 2". */
const CLAUSES = /[,;:!?\n]+(?=\s|$)|\.+(?=\s|$)|\s[-\u2013\u2014]+\s/;

/** The mood in an answer to "0 to 10?". */
export interface HeardMood {
  readonly outOfTen: number;
  /** The number as they put it, for words of ours that name it: "2/5" is never answered with "a 4". */
  readonly said: string;
  /** They said more than the number: why, most likely. */
  readonly withMore: boolean;
}

/**
 * "7", "seven", "mood 2", "6/10", "2/5", "bout a 4", "4 cos of school". Of two numbers the lower, but of "2 no wait 3"
 * the last. Null when there is none, or the number clearly counts something else ("2 detentions").
 */
export function hearMood(text: string): HeardMood | null {
  if (/(?:^|\s)[-\u2212]\s?\d/.test(text) && !/\d\s?[-\u2212]/.test(text)) return null;
  const said = plain(text.replace(/(?<=\d)\s?[-\u2013]\s?(?=\d)/g, '/'));
  const alone = numberAlone(said);
  if (alone) return alone;
  const found = SCALED.exec(said) ?? LEADING.exec(said);
  if (found) return outOfTen(valueOf(found[1]), true);
  const clauses = text.split(CLAUSES).filter((one) => one.trim() !== '');
  const [number] = [clauses[0], clauses.at(-1)].flatMap((one) => numberAlone(plain(one ?? '')) ?? []);
  return number && clauses.length > 1 ? { ...number, withMore: true } : null;
}

function numberAlone(said: string): HeardMood | null {
  const ofFive = OUT_OF_FIVE.exec(said);
  if (ofFive) return { outOfTen: 2 * valueOf(ofFive[1]), said: `${valueOf(ofFive[1])}/5`, withMore: false };
  const bare = BARE.exec(said);
  if (bare) return outOfTen(valueOf(bare[1]), false);
  const two = TWO.exec(said);
  const corrected = two ? null : CORRECTED.exec(said);
  if (corrected) return outOfTen(valueOf(corrected[2]), false);
  return two && outOfTen(Math.min(valueOf(two[1]), valueOf(two[2])), false);
}

function valueOf(word = ''): number {
  const inWords = WORDS.findIndex((words) => words.split('|').includes(word));
  return inWords < 0 ? Number(word) : inWords;
}

/** A half counts as the lower whole: 6.5 is "at least 6". Outside the scale it is no answer. */
function outOfTen(value: number, withMore: boolean): HeardMood | null {
  if (value < 0 || value > 10) return null;
  return { outOfTen: Math.floor(value), said: String(Math.floor(value)), withMore };
}
