import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { NATIONS } from '../vocabulary';
import type { Contact } from '../wording/whoToTalkTo';
import { deepFrozen } from './deepFrozen';
import { readBefore, type Reading } from './readBefore';
import { readYaml, type Fault } from './readYaml';

export type { Contact } from '../wording/whoToTalkTo';

const words = z.string().min(1);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time like 09:30');

const contactSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  name: words,
  for: z.enum(['young-person', 'staff']),
  say: words,
  nations: z.array(z.enum(NATIONS)).min(1),
  opens: z.array(z.strictObject({ days: z.array(z.int().min(1).max(7)).min(1), from: time, to: time })).default([]),
  order: z.int().positive(),
  verifiedBy: words,
  verifiedOn: z.iso.date(),
  expiresOn: z.iso.date(),
  source: words,
  when: words.optional(),
});

const fileSchema = z.strictObject({ contacts: z.array(contactSchema) });

export interface ReadContacts {
  readonly contacts: readonly Contact[];
  readonly faults: readonly Fault[];
}

/** Reads every contact of `folder` (`escalation-rules/contacts`), with every fault by file and line. */
export function readContacts(folder: string): ReadContacts {
  return deepFrozen(readBefore(contactsReading, folder));
}

export const contactsReading: Reading<ReadContacts> = {
  name: 'contacts',
  filesOf: (folder) => namesIn(folder).map((name) => join(folder, name)),
  read: readAll,
};

function namesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

function readAll(folder: string): ReadContacts {
  const contacts: Contact[] = [];
  const faults: Fault[] = [];
  const files = namesIn(folder);
  if (files.length === 0) faults.push({ file: basename(folder), line: 1, says: 'holds no contacts' });
  for (const name of files) {
    const file = join('escalation-rules/contacts', name);
    const read = readYaml(join(folder, name), fileSchema, file);
    if (!read.ok) {
      faults.push(...read.faults);
      continue;
    }
    read.value.contacts.forEach((one, at) => {
      const found = faultsOf(one, contacts);
      faults.push(...found.map((says) => ({ file, line: read.lineOf(['contacts', at]), says })));
      contacts.push(one);
    });
  }
  return { contacts, faults };
}

/** Contacts no named person has checked, or whose check has run out by `today`: live refuses them. */
export function unverified(contacts: readonly Contact[], today: string): readonly Contact[] {
  return contacts.filter((one) => one.verifiedBy === 'draft' || one.expiresOn < today);
}

function faultsOf(one: Contact, earlier: readonly Contact[]): readonly string[] {
  const says: string[] = [];
  if (earlier.some((other) => other.id === one.id)) says.push(`"${one.id}" stands twice`);
  if (one.for === 'staff' && one.when === undefined)
    says.push('says when to use it: practitioners see that beside the number');
  if (one.expiresOn <= one.verifiedOn) says.push('expires before it was checked');
  if (!one.say.startsWith(one.name)) says.push('say begins with the name, so that a discreet text can leave it out');
  if (one.opens.some(({ from, to }) => from >= to)) says.push('opens after it closes: past midnight needs two entries');
  return says;
}
