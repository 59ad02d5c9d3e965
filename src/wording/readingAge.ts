/**
 * The age at which a text can be read, in years: the Flesch-Kincaid grade (US Navy, 1975) plus five.
 * Counted, not judged: it sees long words and long sentences, nothing else. Numbers count as one syllable
 * because they are read at a glance; a text of no words has age 0.
 */
export function readingAge(text: string): number {
  const told = text.replace(/(\d)\.(\d)/g, '$1$2');
  const sentences = told.split(/[.!?:\n]+/).filter((part) => /[a-z0-9]/i.test(part));
  const words = told.match(/[a-z0-9][a-z0-9']*/gi) ?? [];
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.max(0, Math.round((grade + 5) * 10) / 10);
}

function syllablesOf(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  if (letters.length <= 3) return 1;
  const spoken = letters.replace(/(?:[^laeiouy]es|[^laeiouydt]ed|[^laeiouy]e)$/, '').replace(/^y/, '');
  return Math.max(1, spoken.match(/[aeiouy]{1,2}/g)?.length ?? 1);
}
