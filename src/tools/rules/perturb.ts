/** Ways a young person may write the same thing otherwise. Each takes a text and a number from 0 up to 1 that picks. */
export const PERTURBATIONS: Readonly<Record<string, (text: string, pick: number) => string>> = {
  typo: (text, pick) => changeWord(text, pick, 5, swapInside),
  'vowels dropped': (text, pick) =>
    changeWord(text, pick, 4, (word) => word[0] + word.slice(1).replace(/[aeiou]/gi, '')),
  leet: (text, pick) => changeWord(text, pick, 4, (word) => word.replace(/[oiea]/g, (unit) => LEET[unit] ?? unit)),
  'spaced letters': (text, pick) => changeWord(text, pick, 4, (word) => [...word].join(' ')),
  elongation: (text, pick) => changeWord(text, pick, 3, (word) => word + (word.at(-1) ?? '').repeat(3)),
  'typographic apostrophes': (text) =>
    text.replace(/'/g, '\u2019').replace(/\b(?:don|can|i|he|she)(?=[tms]\b)/g, (stem) => `${stem}\u2019`),
  capitals: (text) => text.toUpperCase(),
  'trailing lol': (text) => `${text} lol`,
  'trailing jk': (text) => `${text} jk`,
  emoji: (text) => `${text} 😭😭`,
  'small talk around': (text) => `hiya hope ur ok. ${text}. anyway whats for tea`,
  // Emoji stay: nobody speaks them, and in some messages they are all that is said.
  'voice to text': (text) => text.toLowerCase().replace(/[.,;:!?"'()]/g, ''),
};

const LEET: Readonly<Record<string, string>> = { o: '0', i: '1', e: '3', a: '4' };

/** The same words sent as several messages, oldest first. */
export function splitInto(text: string, count: number): readonly string[] {
  const words = text.split(' ');
  const cut = (part: number): number => Math.floor((part * words.length) / count);
  return Array.from({ length: count }, (_, part) => words.slice(cut(part), cut(part + 1)).join(' '));
}

function changeWord(text: string, pick: number, shortest: number, change: (word: string) => string): string {
  const words = [...text.matchAll(/[a-z]+/gi)].filter(([word]) => word.length >= shortest);
  const found = words[Math.floor(pick * words.length)];
  if (found === undefined) return text;
  return text.slice(0, found.index) + change(found[0]) + text.slice(found.index + found[0].length);
}

function swapInside(word: string): string {
  const at = Math.floor(word.length / 2) - 1;
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
