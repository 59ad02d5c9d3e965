/** What looks like a number, an address or another way to find somebody, in anybody's spelling. */
export interface LooksLike {
  readonly label: 'number' | 'address' | 'email' | 'link' | 'handle' | 'typed';
  readonly pattern: RegExp;
}

const STREET =
  'road|rd|street|st|avenue|ave|lane|ln|close|drive|way|court|ct|crescent|cres|gardens|grove|terrace|place|square|walk|mews|row|hill|park';

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
    pattern: new RegExp(`\\b(?:flat\\s+\\w+,?\\s+)?\\d{1,4}[a-z]?,?\\s+(?:[\\p{L}']+\\s+){1,3}(?:${STREET})\\b`, 'giu'),
  },
  { label: 'number', pattern: /\+?\d(?:[\s().-]?\d){5,}/gu },
];
