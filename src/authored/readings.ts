import { join } from 'node:path';
import { classifierReading } from './classifier';
import { contactsReading } from './contacts';
import { pagesReading } from './pageWords';
import { pathwaysReading } from './pathways';
import { keepReading, type Kept } from './readBefore';
import { retentionReading } from './retention';
import { rulesReading } from './rules';
import { templatesReading } from './templates';

/** Reads everything that is authored below `root`, as the build does; gives what to keep, by name. */
export function keepReadings(root: string, rooms: Readonly<Record<string, string>>): readonly Kept[] {
  return [
    keepReading(classifierReading, join(root, 'escalation-rules/classifier/weights.json'), rooms),
    keepReading(rulesReading, join(root, 'escalation-rules/disclosures'), rooms),
    keepReading(pathwaysReading, join(root, 'escalation-rules/pathways'), rooms),
    keepReading(contactsReading, join(root, 'escalation-rules/contacts'), rooms),
    keepReading(retentionReading, join(root, 'escalation-rules/retention.yaml'), rooms),
    keepReading(templatesReading, join(root, 'templates'), rooms),
    keepReading(pagesReading, join(root, 'templates'), rooms),
  ];
}
