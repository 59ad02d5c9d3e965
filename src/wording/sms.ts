import { split } from 'split-sms';

/** What a phone keyboard or a word processor puts in, and the plain sign a text message has for it. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u201a\u2032]/g, "'"],
  [/[\u201c\u201d\u201e\u2033]/g, '"'],
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/\u2026/g, '...'],
  [/[\u00a0\u2007\u202f]/g, ' '],
  [/[\u200b-\u200d\u2060\ufeff]/g, ''],
];

/**
 * Text with its typographer's signs made plain, so that one curly quote does not halve what fits into a part.
 * Letters are never changed: a name outside GSM-7 is not misspelt, it costs a longer text.
 */
export function plainSigns(text: string): string {
  return PLAIN.reduce((plain, [sign, instead]) => plain.replace(sign, instead), text);
}

/** How many SMS parts a text takes: 160/153 characters in GSM-7, 70/67 outside it. */
export function countParts(text: string): number {
  return split(text).parts.length;
}

/** True when every character is in GSM-7 or its extension table. */
export function isGsm7(text: string): boolean {
  return split(text).characterSet === 'GSM';
}
