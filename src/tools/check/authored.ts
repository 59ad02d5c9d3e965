import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readAges } from '../../authored/ages';
import { readContacts, unverified } from '../../authored/contacts';
import { readPathways } from '../../authored/pathways';
import type { Fault } from '../../authored/readYaml';
import { readRoster } from '../../authored/roster/readRoster';
import { readRetention } from '../../authored/retention';
import { readDisclosureRules } from '../../authored/rules';
import { lockFaults } from '../../authored/lock';
import { readPages } from '../../authored/pageWords';
import { drafts, readTemplates } from '../../authored/templates';
import type { RetentionTerms } from '../../retention';
import type { Instant } from '../../vocabulary';
import { overdueReviews } from './overdueReviews';

/** What is wrong with one part of what people wrote, and what somebody should look at before long. */
export interface Checked {
  readonly part: string;
  /** How much was read, in a word or two ("212 templates"). */
  readonly read: string;
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

/** Checks the rules of disclosure, and whose review is overdue. */
export function checkRules(root: string, now: Instant): Checked {
  const folder = join(root, 'escalation-rules/disclosures');
  const read = readDisclosureRules(folder);
  return {
    part: 'rules',
    read: read.ok ? `${read.rules.rules.length} rules` : 'not usable',
    faults: read.ok ? [] : under('escalation-rules/disclosures', read.faults),
    warnings: overdueReviews(root, 'escalation-rules/disclosures', now),
  };
}

/** Checks the pathways, and whose review is overdue. */
export function checkPathways(root: string, now: Instant): Checked {
  const read = readPathways(join(root, 'escalation-rules/pathways'));
  return {
    part: 'pathways',
    read: read.ok ? `${read.pathways.rows.length} rows` : 'not usable',
    faults: read.ok ? [] : under('escalation-rules/pathways', read.faults),
    warnings: overdueReviews(root, 'escalation-rules/pathways', now),
  };
}

/** Drafts are no fault here (practice sends them); what differs from its lock is. */
export function checkTemplates(root: string): Checked {
  const folder = join(root, 'templates');
  const { book, faults } = readTemplates(folder);
  const { templates } = book;
  const chat = readPages(folder);
  const waiting = [...drafts(templates), ...drafts(chat.pages)];
  return {
    part: 'templates',
    read: `${templates.length} templates, ${chat.pages.length} pages of the chat`,
    faults: [...faults, ...chat.faults, ...lockFaults(folder, { templates, pages: chat.pages })],
    warnings:
      waiting.length === 0
        ? []
        : [{ file: 'templates', line: 1, says: `${waiting.length} are drafts, which live does not send` }],
  };
}

/** An expired number is a warning: it is no longer sent, and everything else goes on. */
export function checkContacts(root: string, now: Instant): Checked {
  const { contacts, faults } = readContacts(join(root, 'escalation-rules/contacts'));
  const today = now.slice(0, 10);
  return {
    part: 'contacts',
    read: `${contacts.length} contacts`,
    faults,
    warnings: unverified(contacts, today).map(({ id, verifiedBy, expiresOn }) => ({
      ...placeOf(root, id),
      says: verifiedBy === 'draft' ? `${id}: no named person has rung it` : `${id}: its check ran out on ${expiresOn}`,
    })),
  };
}

/** They hold though they are a draft: each of them only adds care. */
export function checkAges(root: string, now: Instant): Checked {
  const file = 'escalation-rules/ages.yaml';
  const read = readAges(join(root, file));
  const says = [
    ...(read.ok && read.ages.approvedBy === 'draft' ? ['a draft: nobody has approved it by name'] : []),
    ...(read.ok && read.ages.reviewBy < now.slice(0, 10) ? [`its review was due by ${read.ages.reviewBy}`] : []),
  ];
  return {
    part: 'ages',
    read: read.ok ? 'what age changes' : 'not usable',
    faults: read.ok ? [] : read.faults,
    warnings: says.map((one) => ({ file, line: 1, says: one })),
  };
}

/** A draft is a warning: live keeps everything until somebody approves it by name. */
export function checkRetention(root: string, now: Instant): Checked {
  const name = 'escalation-rules/retention.yaml';
  const { terms, faults } = readRetention(join(root, name));
  const says: string[] = [];
  if (terms === null && faults.length === 0) says.push('there is none: nothing is ever destroyed');
  if (terms?.approvedBy === 'draft') says.push('a draft: live destroys nothing until approvedBy holds a name');
  if (terms !== null && terms.reviewBy < now.slice(0, 10)) says.push(`its review was due by ${terms.reviewBy}`);
  return {
    part: 'retention',
    read: terms === null ? 'no terms' : `how long is kept: ${sayTerms(terms)}`,
    faults,
    warnings: says.map((one) => ({ file: name, line: 1, says: one })),
  };
}

/** The shortest terms of each class, in a line. */
function sayTerms({ chat, notes, concerns, leavers, unknownNumbers, staffTexts, backups }: RetentionTerms): string {
  return [
    `conversation ${chat.years} y`,
    `notes ${notes.years} y`,
    `concerns to age ${concerns.untilAge}`,
    `leavers' numbers ${leavers.contactYears} y, names ${leavers.nameYears} y`,
    `unknown numbers ${unknownNumbers.years} y`,
    `texts of staff ${staffTexts.years} y`,
    `backups ${backups.days} days`,
  ].join(', ');
}

/** A duty uncovered within 72 hours is a fault; later gaps are warnings. */
export function checkRosterFile(file: string, now: Instant): Checked {
  const read = readRoster(file, now);
  if (!read.ok) return { part: 'roster', read: 'not usable', faults: read.faults, warnings: [] };
  const { practitioners, youngPeople } = read.roster;
  return {
    part: 'roster',
    read: `${practitioners.length} practitioners, ${youngPeople.length} young people`,
    faults: read.gaps,
    warnings: read.warnings,
  };
}

function under(folder: string, faults: readonly Fault[]): readonly Fault[] {
  return faults.map((fault) => ({ ...fault, file: join(folder, fault.file) }));
}

function placeOf(root: string, id: string): Pick<Fault, 'file' | 'line'> {
  const folder = 'escalation-rules/contacts';
  for (const name of readdirSync(join(root, folder))) {
    const lines = readFileSync(join(root, folder, name), 'utf8').split('\n');
    const index = lines.findIndex((line) => line.trim() === `- id: ${id}`);
    if (index >= 0) return { file: join(folder, name), line: index + 1 };
  }
  return { file: folder, line: 1 };
}
