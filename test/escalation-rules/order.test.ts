import { parse } from 'yaml';

import { Frame, Rule } from '../../src/safeguarding/rules';
import { filesUnder } from '../house/sources';

const FOLDER = 'escalation-rules/disclosures';

/** Rules and frames as they are written: a file, an id, and the fields in the order of the file. */
const written = filesUnder(FOLDER)
  .filter(({ path }) => path.endsWith('.yaml'))
  .flatMap(({ path, text }) => {
    const { rules, frames } = parse(text) as Record<'rules' | 'frames', { id: string }[] | undefined>;
    const shape = Object.keys(rules ? Rule.shape : Frame.shape);
    return (rules ?? frames ?? []).map((one) => ({ where: `${path}: ${one.id}`, fields: Object.keys(one), shape }));
  });

test('whoever reads one rule or frame finds the same field at the same place in all others', () => {
  const inOrder = (fields: readonly string[], shape: readonly string[]) =>
    shape.filter((field) => fields.includes(field));
  const astray = written.filter(({ fields, shape }) => fields.join() !== inOrder(fields, shape).join());
  expect(astray.map(({ where, fields }) => `${where}: ${fields.join(' ')}`)).toEqual([]);
  expect(written.length).toBeGreaterThan(300);
});
