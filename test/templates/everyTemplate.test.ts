import { join } from 'node:path';
import { lockFaults } from '../../src/authored/lock';
import { readPathways } from '../../src/authored/pathways';
import { readPages } from '../../src/authored/pageWords';
import { printFaults } from '../../src/authored/readYaml';
import { readTemplates } from '../../src/authored/templates';

const FOLDER = join(__dirname, '../../templates');
const { book, faults } = readTemplates(FOLDER);
const chat = readPages(FOLDER);

test('every template can be read, filled with its samples, and keeps to the house style', () => {
  expect(printFaults(faults)).toBe('');
  expect(book.templates.length).toBeGreaterThan(150);
});

test('the words of the chat’s page can be read in both languages', () => {
  expect(printFaults(chat.faults)).toBe('');
});

test('whatever a pathway texts can be said in a call: a channel that fails is followed by the next one', () => {
  const read = readPathways(join(__dirname, '../../escalation-rules/pathways'));
  const steps = read.ok ? read.pathways.rows.flatMap((row) => Object.values(row.steps).flat()) : [];
  const wordings = steps.map(({ wording }) => wording);
  const spoken = book.templates.filter(({ text }) => text.voice !== undefined).map(({ id }) => id);
  expect(spoken).toEqual(expect.arrayContaining([...new Set(wordings)]));
});

test('every template, and every word of the chat’s page, is as it was locked', () => {
  expect(printFaults(lockFaults(FOLDER, { templates: book.templates, pages: chat.pages }))).toBe('');
});
