import { join } from 'node:path';
import { readAges, type WrittenAges } from '../../authored/ages';
import { readClassifier } from '../../authored/classifier';
import { readContacts, type Contact } from '../../authored/contacts';
import { readPages } from '../../authored/pageWords';
import { readPathways } from '../../authored/pathways';
import type { Fault } from '../../authored/readYaml';
import { readRetention } from '../../authored/retention';
import { readDisclosureRules } from '../../authored/rules';
import { readTemplates } from '../../authored/templates';
import type { Pathways } from '../../escalation';
import { createAssessor, judgeVersion } from '../../safeguarding';
import { HouseError } from '../../errors';
import type { RetentionTerms } from '../../retention';
import type { Assess, ChatPage, Language, PageWords, TemplateBook } from '../../vocabulary';

/** Everything the organisation has written that the service acts by, read once at its start and frozen. */
export interface AuthoredHouse {
  readonly assess: Assess;
  readonly rulesVersion: string;
  readonly pathways: Pathways;
  readonly ages: WrittenAges;
  readonly book: TemplateBook;
  /** What stands on the chat's page beside the messages. */
  readonly pages: Readonly<Record<Language, PageWords>>;
  readonly contacts: readonly Contact[];
  /** Null: nobody has written, or (live) approved, how long words are kept; then nothing is destroyed. */
  readonly retention: RetentionTerms | null;
}

/** A start refused because something authored is at fault; each fault with its file and line. */
class AuthoredFaults extends HouseError {
  constructor(readonly faults: readonly Fault[]) {
    super(
      'authored-faults',
      `What is written in templates/ or escalation-rules/ has faults:\n${faults.map(sayFault).join('\n')}`,
    );
  }
}

/** "file:line says". */
export function sayFault({ file, line, says }: Fault): string {
  return `  ${file}:${line} ${says}`;
}

/**
 * Reads rules, classifier, pathways, ages, contacts and terms of keeping below `root`, templates below `templatesRoot`,
 * the words of the chat's page below `pagesRoot`. Throws AuthoredFaults naming every fault.
 */
export function readAuthoredHouse(root: string, templatesRoot = root, pagesRoot = templatesRoot): AuthoredHouse {
  const rules = readDisclosureRules(join(root, 'escalation-rules/disclosures'));
  const classifier = readClassifier(join(root, 'escalation-rules/classifier/weights.json'));
  const pathways = readPathways(join(root, 'escalation-rules/pathways'));
  const ages = readAges(join(root, 'escalation-rules/ages.yaml'));
  const templates = readTemplates(join(templatesRoot, 'templates'));
  const chat = readPages(join(pagesRoot, 'templates'));
  const contacts = readContacts(join(root, 'escalation-rules/contacts'));
  const retention = readRetention(join(root, 'escalation-rules/retention.yaml'));
  const faults = [
    ...(rules.ok ? [] : rules.faults),
    ...(classifier.ok ? [] : classifier.faults),
    ...(pathways.ok ? [] : pathways.faults),
    ...(ages.ok ? [] : ages.faults),
    ...templates.faults,
    ...chat.faults,
    ...contacts.faults,
    ...retention.faults,
  ];
  if (!rules.ok || !classifier.ok || !pathways.ok || !ages.ok || faults.length > 0) throw new AuthoredFaults(faults);
  return {
    assess: createAssessor(rules.rules, classifier.weights),
    rulesVersion: judgeVersion(rules.rules, classifier.weights),
    pathways: pathways.pathways,
    ages: ages.ages,
    book: templates.book,
    pages: inEachLanguage(chat.pages),
    contacts: contacts.contacts,
    retention: retention.terms,
  };
}

/** Every language has its page: one that could not be read is a fault. */
function inEachLanguage(pages: readonly ChatPage[]): AuthoredHouse['pages'] {
  return Object.fromEntries(pages.map(({ language, words }) => [language, words])) as AuthoredHouse['pages'];
}
