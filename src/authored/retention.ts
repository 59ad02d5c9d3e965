import { existsSync } from 'node:fs';
import { retentionSchema, type RetentionTerms } from '../retention';
import { deepFrozen } from './deepFrozen';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

export interface ReadRetention {
  /** Null where there is no file, or one with faults: then nothing is destroyed. */
  readonly terms: RetentionTerms | null;
  readonly faults: readonly Fault[];
}

/** Reads how long words are kept (`escalation-rules/retention.yaml`). A missing file is no fault: all is kept. */
export function readRetention(file: string): ReadRetention {
  return deepFrozen(readBefore(retentionReading, file));
}

export const retentionReading: Reading<ReadRetention> = {
  name: 'retention',
  filesOf: (file) => (existsSync(file) ? [file] : []),
  read: readAll,
};

function readAll(file: string): ReadRetention {
  if (!existsSync(file)) return { terms: null, faults: [] };
  const read = readYaml(file, retentionSchema, 'escalation-rules/retention.yaml');
  return read.ok ? { terms: read.value, faults: [] } : { terms: null, faults: read.faults };
}
