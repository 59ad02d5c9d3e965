import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { COMMITMENT_KINDS, type Template, type TemplateBook } from '../vocabulary';
import { checkTemplate } from '../wording/checkTemplate';
import type { Fault } from './readYaml';
import { deepFrozen } from './deepFrozen';
import { linesOf } from './lock';
import { readBefore, type Reading } from './readBefore';
import { readYaml } from './readYaml';

const LANGUAGES = ['en', 'cy'] as const;
const AUDIENCES = ['young-person', 'staff'] as const;

const words = z.string().min(1);

const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens'),
  version: z.int().positive(),
  class: z.enum(['unasked', 'answer', 'asked', 'immediate', 'limits', 'human', 'staff']),
  approver: words,
  approvedOn: z.iso.date(),
  text: z.strictObject({
    ordinary: words,
    web: words.optional(),
    discreet: words.optional(),
    neutral: words.optional(),
    voice: words.optional(),
    email: words.optional(),
    subject: words.optional(),
  }),
  placeholders: z.record(z.string().regex(/^\w+$/), words),
  commits: z.array(z.enum(COMMITMENT_KINDS)),
});

export interface ReadTemplates {
  readonly book: TemplateBook;
  readonly faults: readonly Fault[];
}

/** Reads every template under `folder` (`<language>/<audience>/<id>.yaml`) with every fault, by file and line. */
export function readTemplates(folder: string): ReadTemplates {
  return deepFrozen(readBefore(templatesReading, folder));
}

export const templatesReading: Reading<ReadTemplates> = { name: 'templates', filesOf, read: readAll };

const FOLDERS = LANGUAGES.flatMap((language) => AUDIENCES.map((audience) => ({ language, audience })));

function filesOf(folder: string): readonly string[] {
  return FOLDERS.flatMap(({ language, audience }) => {
    const place = join(folder, language, audience);
    return filesIn(place).map((name) => join(place, name));
  });
}

function readAll(folder: string): ReadTemplates {
  const faults: Fault[] = [];
  const templates: Template[] = [];
  for (const { language, audience } of FOLDERS) {
    for (const name of filesIn(join(folder, language, audience))) {
      const file = join(language, audience, name);
      const read = readYaml(join(folder, file), templateSchema, join('templates', file));
      if (!read.ok) {
        faults.push(...read.faults);
        continue;
      }
      const template: Template = { ...read.value, language, audience, file };
      const found = [...placeFaults(template), ...checkTemplate(template)];
      faults.push(
        ...found.map(({ form, says }) => ({
          file: join('templates', file),
          line: read.lineOf(form === null ? ['placeholders'] : ['text', form]),
          says: form === null ? says : `${form}: ${says}`,
        })),
      );
      templates.push(template);
    }
  }
  faults.push(...withoutEnglish(templates));
  return { book: { version: versionOf(templates), templates }, faults };
}

/** What no named person has approved: live refuses it. */
export function drafts<Approved extends { readonly approver: string }>(
  wording: readonly Approved[],
): readonly Approved[] {
  return wording.filter((one) => one.approver === 'draft');
}

function filesIn(folder: string): readonly string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
}

function placeFaults(template: Template): readonly { readonly form: null; readonly says: string }[] {
  const says: string[] = [];
  if (!template.file.endsWith(`/${template.id}.yaml`)) says.push(`the id "${template.id}" is not the name of its file`);
  if ((template.audience === 'staff') !== (template.class === 'staff')) {
    says.push(`class "${template.class}" does not go to ${template.audience}`);
  }
  return says.map((one) => ({ form: null, says: one }));
}

/** Another language may lack a moment, which falls back to English and is recorded; English may lack none. */
function withoutEnglish(templates: readonly Template[]): readonly Fault[] {
  const english = new Set(templates.filter((one) => one.language === 'en').map((one) => `${one.audience}/${one.id}`));
  return templates
    .filter((one) => !english.has(`${one.audience}/${one.id}`))
    .map((one) => ({ file: join('templates', one.file), line: 1, says: 'has no English beside it to fall back to' }));
}

function versionOf(templates: readonly Template[]): string {
  return createHash('sha256').update(linesOf(templates)).digest('hex').slice(0, 12);
}
