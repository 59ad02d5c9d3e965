import { join } from 'node:path';
import { readTemplates } from '../../src/authored/templates';

const { book } = readTemplates(join(__dirname, '../../templates'));
const toYoungPeople = book.templates.filter((one) => one.audience === 'young-person');
const english = toYoungPeople.filter((one) => one.language === 'en');
const welsh = new Map(toYoungPeople.filter((one) => one.language === 'cy').map((one) => [one.id, one]));

/** What ships in Welsh from the start, by family; everything else may fall back to English, and that is on record. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  limits: /^(?:limits-(?:full|line)|rules|private|ask$|sentence-(?:checks|on-call|nobody))/,
  'check-in':
    /^(?:check-in|mood|low-mood|going-well|not-going-well|would-like|last-goal|for-the-visit|heading-|note-|explain-|how-was-this|no-more-questions|dialog-restarted|sentence-(?:next|in-now|can-read))/,
  'after a disclosure':
    /^(?:after-|safe-|second-line|advice-|helplines|nobody-on-call|ending-life|read-(?!unknown)|told-|next-|still-have|we-are-late|who-(?:has-it|else)|spoke-late|goes-further|gone-further|emergency-asked|will-ring|telling-|cannot-delete|could-not-read|held-while|open-worry)/,
  immediate: /^immediate/,
  HELP: /^(?:help|person-|sentence-talk)/,
  STOP: /^(?:stopped|started-again)/,
};

test.each(Object.entries(FAMILIES))('every moment of %s is written in Welsh', (_, family) => {
  const moments = english.map((one) => one.id).filter((id) => family.test(id));
  expect(moments.length).toBeGreaterThan(1);
  expect(moments.filter((id) => !welsh.has(id))).toEqual([]);
});

test('Welsh promises what English promises, in texts of the same kind', () => {
  const other = english.filter(({ id, class: kind, commits }) => {
    const same = welsh.get(id);
    return same && (same.class !== kind || String(same.commits) !== String(commits));
  });
  expect(other.map((one) => one.id)).toEqual([]);
});

test('no Welsh word whose form follows from the letter after it stands before a slot: "a Sam", but "ac Alun"', () => {
  const CHANGES = /(?<![\p{L}'])(?:ac?|âg?|ag|gydag?|nag?|yr?|tuag?)\s+\{\w+\??\}/iu;
  const wrong = book.templates
    .filter((one) => one.language === 'cy')
    .flatMap((one) => Object.values(one.text).flatMap((text) => CHANGES.exec(text)?.[0].concat(' in ', one.id) ?? []));
  expect(wrong).toEqual([]);
});
