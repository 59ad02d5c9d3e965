import { join } from 'node:path';
import { readAges } from '../../authored/ages';
import { readClassifier } from '../../authored/classifier';
import { readContacts, unverified } from '../../authored/contacts';
import type { Fault } from '../../authored/readYaml';
import { lockFaults } from '../../authored/lock';
import { readPages } from '../../authored/pageWords';
import { drafts, readTemplates } from '../../authored/templates';
import { readPathways } from '../../authored/pathways';
import { readRetention } from '../../authored/retention';
import { readDisclosureRules } from '../../authored/rules';
import type { Instant } from '../../vocabulary';
import { sayFault } from '../service/authoredHouse';
import type { Missing } from './missing';

/** Most faults named one by one; `check` names all. */
const NAMED = 5;

/** What people wrote and nobody has approved, or that cannot be read: rules, pathways, templates, contacts. */
export function missingWords(root: string, now: Instant): readonly Missing[] {
  return [
    ...sayFaults('Rules or pathways have faults', ruleFaults(root)),
    ...sayFaults('Templates have faults', templateFaults(root)),
    ...missingApproval(root),
    ...missingContacts(root, now),
  ];
}

/** Faults that keep rules, pathways, ages, contacts or terms of keeping from being used. */
export function ruleFaults(root: string): readonly Fault[] {
  const rules = readDisclosureRules(join(root, 'escalation-rules/disclosures'));
  const classifier = readClassifier(join(root, 'escalation-rules/classifier/weights.json'));
  const pathways = readPathways(join(root, 'escalation-rules/pathways'));
  const ages = readAges(join(root, 'escalation-rules/ages.yaml'));
  const contacts = readContacts(join(root, 'escalation-rules/contacts'));
  return [
    ...(rules.ok ? [] : rules.faults),
    ...(classifier.ok ? [] : classifier.faults),
    ...(pathways.ok ? [] : pathways.faults),
    ...(ages.ok ? [] : ages.faults),
    ...contacts.faults,
    ...readRetention(join(root, 'escalation-rules/retention.yaml')).faults,
  ];
}

/** Faults that keep templates, or the words of the chat's page, from being used. */
export function templateFaults(root: string): readonly Fault[] {
  const folder = join(root, 'templates');
  return [...readTemplates(folder).faults, ...readPages(folder).faults];
}

/** Drafts, and wording that is not as it was approved. */
export function missingApproval(root: string): readonly Missing[] {
  const folder = join(root, 'templates');
  const { templates } = readTemplates(folder).book;
  const { pages } = readPages(folder);
  const waiting = drafts(templates);
  const approve =
    'A named safeguarding approver reads each, then: npm run -s templates -- approve --approver "Full Name"';
  return [
    ...(waiting.length === 0
      ? []
      : [{ what: `${waiting.length} templates are drafts nobody has approved.`, give: approve }]),
    ...sayFaults('Wording is not as it was approved', lockFaults(folder, { templates, pages }), approve),
    ...drafts(pages).map(({ file }) => ({
      what: `The words of the chat’s page, templates/${file}, are a draft nobody has approved.`,
      give: `${approve} page`,
    })),
  ];
}

function missingContacts(root: string, now: Instant): readonly Missing[] {
  const { contacts } = readContacts(join(root, 'escalation-rules/contacts'));
  return unverified(contacts, now.slice(0, 10)).map(({ id, verifiedBy, expiresOn }) => ({
    what:
      verifiedBy === 'draft'
        ? `The contact ${id} has been checked by nobody.`
        : `The contact ${id} expired on ${expiresOn}.`,
    give:
      'Ring it (999 is looked up, never rung to try it); in escalation-rules/contacts write who did in verifiedBy, ' +
      'when in verifiedOn, until when that holds in expiresOn.',
  }));
}

function sayFaults(
  what: string,
  faults: readonly Fault[],
  give = 'npm run -s check names each with its file and line.',
) {
  if (faults.length === 0) return [];
  const named = faults.slice(0, NAMED).map((fault) => `\n    ${sayFault(fault)}`);
  const more = faults.length > NAMED ? `\n      and ${faults.length - NAMED} more` : '';
  return [{ what: `${what}:${named.join('')}${more}`, give }];
}
