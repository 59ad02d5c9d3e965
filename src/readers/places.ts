/** What looks like a number, an address or another way to find somebody, in anybody's spelling. */
export interface LooksLike {
  readonly label: 'number' | 'address' | 'email' | 'link' | 'handle' | 'typed';
  readonly pattern: RegExp;
}

/** After a number these make an address of small letters too, unless the words between are those of a sentence. */
const STREET = 'road|rd|street|avenue|ave|lane|crescent|cres|terrace|gardens|mews|grove';
const OF_A_SENTENCE =
  "a|an|the|of|on|in|at|by|to|from|and|or|my|his|her|their|our|your|this|that|down|up|off|me|us|them|am|pm|men|boys|lads|girls|people|kids|miles|min|mins|minutes|hours|days|weeks|months|years|times|o'clock";
/** These are words of every day ("he came too close"): only with capitals throughout. */
const STREET_BY_CAPITALS =
  'Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Way|Court|Ct|Place|Square|Walk|Row|Hill|Park|Rise|View|Gardens';

/**
 * Ages, times, amounts and help lines of three digits stay: "20 paracetamol" and "he is 34" are what a reader must see.
 * Six digits and more are a number of somebody or something.
 */
export const LOOKS_LIKE: readonly LooksLike[] = [
  // Somebody typed what one of our placeholders looks like.
  { label: 'typed', pattern: /\[\p{L}[\p{L}-]*(?:-\d+)?\]/giu },
  { label: 'email', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu },
  { label: 'link', pattern: /\b(?:https?:\/\/|www\.)\S+/giu },
  { label: 'handle', pattern: /(?<!\w)@[\w.]{2,}/gu },
  { label: 'address', pattern: /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/giu },
  {
    label: 'address',
    pattern: new RegExp(
      `\\b(?:flat\\s+\\w+,?\\s+)?\\d{1,4}[a-z]?,?\\s+(?:(?!(?:${OF_A_SENTENCE})\\b)[\\p{L}']+\\s+){1,3}(?:${STREET})\\b`,
      'giu',
    ),
  },
  {
    label: 'address',
    pattern: new RegExp(`\\b\\d{1,4}[a-zA-Z]?,?\\s+(?:\\p{Lu}[\\p{L}']*\\s+){1,3}(?:${STREET_BY_CAPITALS})\\b`, 'gu'),
  },
  { label: 'number', pattern: /\+?\d(?:[\s().-]?\d){5,}/gu },
];
