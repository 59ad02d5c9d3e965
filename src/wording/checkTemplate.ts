import type { Template } from '../vocabulary';
import { fillIn, placeholdersIn } from './fill';
import { lintForYoungPerson, lintNeutral, lintNotice } from './lint';
import { readingAge } from './readingAge';
import { countParts, isGsm7 } from './sms';

/** The longest a text of ours may be, in SMS parts; one more where a letter outside GSM-7 cannot be avoided. */
const MOST_PARTS = 2;
/** Years. The house style asks for nine or below. */
const HIGHEST_READING_AGE = 9;
/** Forms that travel as a text message. */
const SMS_FORMS = ['ordinary', 'discreet', 'neutral'] as const;

/** One thing wrong with a template, with the form it stands in where it stands in one. */
export interface TemplateFault {
  readonly form: keyof Template['text'] | null;
  readonly says: string;
}

/** Everything the house style can check of a template by itself; empty when it is fit for an approver to read. */
export function checkTemplate(template: Template): readonly TemplateFault[] {
  const faults = placeholderFaults(template);
  if (faults.length > 0) return faults;
  return template.audience === 'staff' ? noticeFaults(template) : wordingFaults(template);
}

function placeholderFaults({ text, placeholders, commits }: Template): readonly TemplateFault[] {
  const used = new Set(Object.values(text).flatMap((words) => placeholdersIn(words ?? '')));
  const unknown = [...used].filter((name) => !(name in placeholders));
  const idle = Object.keys(placeholders).filter((name) => !used.has(name));
  const timed = ['time', 'time2', 'date', 'lead', 'mentor', 'who', 'next'].some((name) => used.has(name));
  return [
    ...unknown.map((name) => ({ form: null, says: `{${name}} has no sample value under placeholders` })),
    ...idle.map((name) => ({ form: null, says: `placeholder "${name}" stands nowhere in the text` })),
    ...(commits.length > 0 && !timed ? [{ form: null, says: 'promises something but names nobody and no time' }] : []),
  ];
}

function noticeFaults({ text, placeholders, id }: Template): readonly TemplateFault[] {
  return entriesOf(text).flatMap(([form, words]) =>
    lintNotice(fillIn(words, placeholders, id)).map((says) => ({ form, says })),
  );
}

function wordingFaults(template: Template): readonly TemplateFault[] {
  const { text, placeholders, id, language } = template;
  return entriesOf(text).flatMap(([form, words]) => {
    const filled = fillIn(words, placeholders, id);
    const says = [...lintForYoungPerson(words)];
    if (mustBeNeutral(template, form)) says.push(...lintNeutral(words));
    if ((SMS_FORMS as readonly string[]).includes(form)) says.push(...lengthFaults(filled));
    const age = readingAge(
      fillIn(words, Object.fromEntries(Object.keys(placeholders).map((name) => [name, 'Sam'])), id),
    );
    if (language === 'en' && age > HIGHEST_READING_AGE)
      says.push(`reads at age ${age}, ${HIGHEST_READING_AGE} at most`);
    if (/\?.*\?/s.test(words.replace(/\{\w+\?\}/g, '')) && form !== 'web') says.push('asks two questions');
    return says.map((one) => ({ form, says: one }));
  });
}

function lengthFaults(filled: string): readonly string[] {
  const most = isGsm7(filled) ? MOST_PARTS : MOST_PARTS + 1;
  const parts = countParts(filled);
  return parts > most ? [`${parts} SMS parts with its sample values, ${most} at most`] : [];
}

/** Discreet and neutral forms, and everything unasked, may be read by anybody. 999 stays in an immediate text. */
function mustBeNeutral(template: Template, form: keyof Template['text']): boolean {
  if (template.class === 'immediate' || template.class === 'asked' || template.class === 'limits') return false;
  return form === 'neutral' || (template.class === 'unasked' && form !== 'web');
}

function entriesOf(text: Template['text']): readonly (readonly [keyof Template['text'], string])[] {
  return Object.entries(text) as (readonly [keyof Template['text'], string])[];
}
