import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

  it('says on its line that a *name has no &name before it, instead of throwing', () => {
    const read = parseYaml('leads:\n  - name: Ada\n    hours: *long\n', Rota, 'rota.yaml');
    if (read.ok) throw new Error('a name that stands for nothing was accepted');
    expect(read.faults.map(({ line }) => line)).toEqual([3]);
    expect(read.faults[0]?.says).toContain('&long');
  });

  it('says that a file is not there instead of throwing', () => {
    const read = readYaml('/nowhere/rota.yaml', Rota);
    expect(read).toMatchObject({ ok: false, faults: [{ file: '/nowhere/rota.yaml', line: 1 }] });
  });

  it.each([
    ['is a folder', 'is a folder: name a file', (file: string) => mkdirSync(file)],
    ['is empty', 'nothing is written in it', (file: string) => writeFileSync(file, '\n')],
    ['is UTF-16', 'save it as UTF-8', (file: string) => writeFileSync(file, Buffer.from('leads: []', 'utf16le'))],
  ])('says what to do when it %s', (_what, says, make) => {
    const folder = mkdtempSync(join(tmpdir(), 'read-yaml-'));
    try {
      make(join(folder, 'rota.yaml'));
      const read = readYaml(join(folder, 'rota.yaml'), Rota);
      expect(read).toMatchObject({ ok: false, faults: [{ line: 1, says: expect.stringContaining(says) }] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads one that was saved with a byte order mark and Windows line ends', () => {
    const read = parseYaml('\uFEFFleads:\r\n  - name: Ada\r\n    hours: 8\r\n', Rota, 'rota.yaml');
    expect(read).toMatchObject({ ok: true, value: { leads: [{ name: 'Ada', hours: 8 }] } });
  });
});
