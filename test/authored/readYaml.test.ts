import { z } from 'zod';
import { parseYaml, printFaults, readYaml } from '../../src/authored/readYaml';

const Rota = z.strictObject({ leads: z.array(z.strictObject({ name: z.string(), hours: z.number() })) });

describe('reading an authored file', () => {
  it('gives the checked value, and the line of any part of it', () => {
    const read = parseYaml('leads:\n  - name: Ada\n    hours: 8\n  - name: Bea\n    hours: 7\n', Rota, 'rota.yaml');
    if (!read.ok) throw new Error(printFaults(read.faults));
    expect(read.value.leads[1]).toEqual({ name: 'Bea', hours: 7 });
    expect(read.lineOf(['leads', 1, 'hours'])).toBe(5);
  });

  it('places every fault on its own line, and a missing key where its parent stands', () => {
    const read = parseYaml('leads:\n  - name: Ada\n    hours: many\n  - name: Bea\n', Rota, 'rota.yaml');
    if (read.ok) throw new Error('a bad file was accepted');
    expect(read.faults.map((fault) => [fault.file, fault.line])).toEqual([
      ['rota.yaml', 3],
      ['rota.yaml', 4],
    ]);
    expect(read.faults[0]?.says).toContain('leads.0.hours');
  });

  it('places a fault of the YAML itself', () => {
    const read = parseYaml('leads:\n  - name: Ada\n   hours: 8\n', Rota, 'rota.yaml');
    if (read.ok) throw new Error('broken YAML was accepted');
    expect(read.faults[0]?.line).toBeGreaterThanOrEqual(2);
  });

  it('says that a file is not there instead of throwing', () => {
    const read = readYaml('/nowhere/rota.yaml', Rota);
    expect(read).toMatchObject({ ok: false, faults: [{ file: '/nowhere/rota.yaml', line: 1 }] });
  });
});
