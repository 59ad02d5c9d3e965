/** What our own words to a young person may never hold, and why. Kept apart from the list for staff text. */
interface Never {
  readonly words: RegExp;
  readonly because: string;
}

const NEVER: readonly Never[] = [
  { words: /\bpromise/i, because: 'nobody promises for somebody else: say who does what by when' },
  { words: /\balways\b/i, because: '"always" cannot be kept' },
  {
    words: /\bnever tell\b|\bwon't tell anyone\b|\b(?:keep|kept) (?:it |this )?secret\b/i,
    because: 'secrecy cannot be offered',
  },
  {
    words: /\bI (?:feel|believe|understand|am|care|promise|know)\b|\bI'm\b/,
    because: 'the service is "we": it is not a person',
  },
  {
    words: /\bwe (?:believe you|love|care about you)\b/i,
    because: 'a machine believes nobody: "we take this seriously"',
  },
  { words: /\bit will (?:all )?be (?:ok|fine|alright)\b/i, because: 'nobody can know that' },
  { words: /\bwhy (?:didn't|did|do|don't) you\b/i, because: '"why" sounds like blame' },
  {
    words: /\byou (?:haven't|have not) (?:replied|answered|texted)\b|\bwe missed you\b|\bstreak\b/i,
    because: 'no guilt',
  },
  {
    words: /\b(?:exploit\w*|victim|traffick\w*|county lines|safeguarding|disclos\w*|perpetrator|grooming|concern)\b/i,
    because: 'words of files, not of a young person',
  },
  { words: /!/, because: 'no exclamation marks: the next text may follow bad news' },
  { words: /\p{Extended_Pictographic}/u, because: 'no emoji from us' },
];

/** What a neutral text may not hold: anybody may be looking at the screen. */
const NOT_NEUTRAL: readonly Never[] = [
  { words: /\b(?:999|111|Childline|Shout|Samaritans|Papyrus|police|HELP)\b/, because: 'a neutral text names no help' },
  {
    words: /\b(?:safe|unsafe|danger|hurt|abuse\w*|suicid\w*|kill\w*|fault|serious\w*|worried|harm\w*)\b/i,
    because: 'a neutral text gives no subject away',
  },
];

/** What a notice to a practitioner may not hold: it is read on a lock screen. */
const NOT_IN_NOTICE: readonly Never[] = [
  {
    words:
      /\b(?:safeguarding|immediate|urgent|worry|concern|disclos\w*|allegation|abuse\w*|harm\w*|suicid\w*|child)\b/i,
    because: 'a notice carries no content, no level and no "safeguarding"',
  },
];

function broken(list: readonly Never[], text: string): readonly string[] {
  return list.flatMap(({ words, because }) => {
    const found = words.exec(text);
    return found ? [`"${found[0]}": ${because}`] : [];
  });
}

export const lintForYoungPerson = (text: string): readonly string[] => broken(NEVER, text);
export const lintNeutral = (text: string): readonly string[] => broken(NOT_NEUTRAL, text);
export const lintNotice = (text: string): readonly string[] => broken(NOT_IN_NOTICE, text);
