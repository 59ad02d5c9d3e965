import { join } from 'node:path';
import { lockFaults, readTemplates } from '../../src/authored/templates';
import { printFaults } from '../../src/authored/readYaml';

const FOLDER = join(__dirname, '../../templates');
const { book, faults } = readTemplates(FOLDER);

test('every template can be read, filled with its samples, and keeps to the house style', () => {
  expect(printFaults(faults)).toBe('');
  expect(book.templates.length).toBeGreaterThan(150);
});

test('every template is as it was locked', () => {
  expect(printFaults(lockFaults(FOLDER, book.templates))).toBe('');
});
