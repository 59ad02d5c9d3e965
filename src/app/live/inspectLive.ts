import { mkdirSync } from 'node:fs';
import { systemClock } from '../../clock';
import type { Config } from '../../config';
import { openRecord, type OpenRecord } from '../../record';
import { openKeysOf } from '../keyRingText';
import { findMissing, modelKeyIgnored } from './findMissing';
import { leadsWithoutNumbers } from '../missing/leadsWithoutNumbers';
import type { PractitionerId } from '../../vocabulary';
import type { Missing } from '../missing/missing';
import { COVERED_HOURS } from '../missing/missingPeople';
import { hasUsableKeys } from '../missing/missingSettings';

export interface Inspected {
  readonly missing: readonly Missing[];
  /** Worth knowing; nothing to refuse a go-live for. */
  readonly noted: readonly string[];
}

/** What the gate would say of these settings, without starting the service. Opens the record when it has its keys. */
export async function inspectLive(config: Config): Promise<Inspected> {
  const now = systemClock.now();
  if (!hasUsableKeys(config)) {
    const missing = await findMissing({ config, record: null, now });
    return { missing: [...missing, NOT_LOOKED_INTO], noted: noteOptOut(config) };
  }
  const open = await openIt(config);
  try {
    await open.migrate();
    const { record } = open;
    const noted = [
      ...((await modelKeyIgnored(config, record)) ? [MODEL_KEY_IGNORED] : []),
      ...noteOptOut(config),
      ...(await leadsWithoutNumbers(record, now)).map(sayNoNumbers),
    ];
    return { missing: await findMissing({ config, record, now }), noted };
  } finally {
    await open.close();
  }
}

/** They are set on a page of the running service, so a first go-live cannot wait for them. */
function sayNoNumbers(lead: PractitionerId): string {
  return `${lead} leads or is manager in the next ${COVERED_HOURS} hours and has no four numbers: on a call they can take nothing on. They set them on the staff pages, under their own numbers.`;
}

const MODEL_KEY_IGNORED = 'ANTHROPIC_API_KEY is set and ignored: the roster’s organisation has no modelApproval.';

function noteOptOut({ twilioMessagingServiceSid }: Config): readonly string[] {
  if (twilioMessagingServiceSid !== null) return [];
  return [
    'TWILIO_MESSAGING_SERVICE_SID is not set: the carrier then takes a lone "end", "quit" or "cancel" for STOP, and lets nothing more through to that young person.',
  ];
}

const NOT_LOOKED_INTO: Missing = {
  what: 'The record could not be looked into: rota, channels and emergency sheets are not checked yet.',
  give: 'Give its keys and, for Postgres, its address; then run this again.',
};

function openIt(config: Config): Promise<OpenRecord> {
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  const where = config.databaseUrl ? { url: config.databaseUrl } : { dataDir: config.dataDir };
  return openRecord({ ...where, keys: openKeysOf(config), clock: systemClock });
}
