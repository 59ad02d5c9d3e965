import type { Channel, Language, NoticeChannel, Say, Style, Template, TemplateBook } from '../vocabulary';
import { countParts, plainSigns } from './sms';

export type Values = Readonly<Record<string, string>>;

export interface HowToSay {
  readonly language: Language;
  readonly style: Style;
  readonly channel: Channel;
  readonly values: Values;
}

/** A staff text as it goes out; `subject` only for e-mail. */
export interface StaffText {
  readonly template: string;
  readonly templateVersion: number;
  readonly subject: string | null;
  readonly text: string;
}

export interface Wording {
  /** The version of the whole book, as the record keeps it beside what was said. */
  readonly version: string;
  /** A young person's text, filled and counted. Throws for an unknown template or a value nobody gave: that is a bug. */
  fill(id: string, how: HowToSay): Say;
  /** A staff text. `also`: ids of staff templates whose words follow it ("do not ring this phone"). */
  fillStaff(id: string, by: NoticeChannel, values: Values, also?: readonly string[]): StaffText;
  /** The subject of a staff e-mail: neutral, whatever it carries. */
  subjectOf(id: string, values: Values): string;
  /** The language a text truly goes in: English where the wanted one does not have it, and then its times too. */
  languageOf(id: string, wanted: Language): Language;
  /** Every value this template needs, in the language that would be used. */
  placeholdersOf(id: string, language: Language): readonly string[];
}

/** Finds, fills and counts approved wording. Nothing here writes a word of its own. */
export function createWording(book: TemplateBook): Wording {
  const byKey = new Map(book.templates.map((one) => [keyOf(one.audience, one.language, one.id), one]));

  function find(audience: Template['audience'], language: Language, id: string): Template {
    const found = byKey.get(keyOf(audience, language, id)) ?? byKey.get(keyOf(audience, 'en', id));
    if (!found) throw new Error(`no ${audience} template "${id}": add templates/en/${audience}/${id}.yaml`);
    return found;
  }

  return {
    version: book.version,
    fill(id, { language, style, channel, values }) {
      const template = find('young-person', language, id);
      const filled = (words: string) => plainSigns(fillIn(words, values, id));
      const text = filled(formFor(template, channel, style));
      const neutral = neutralOf(template, channel, style);
      return {
        template: id,
        templateVersion: template.version,
        language: template.language,
        fellBack: template.language !== language,
        text,
        neutralText: neutral === null ? null : filled(neutral),
        class: template.class === 'staff' ? 'unasked' : template.class,
        parts: countParts(text),
      };
    },
    fillStaff(id, by, values, also = []) {
      const template = find('staff', 'en', id);
      const texts = [template, ...also.map((extra) => find('staff', 'en', extra))];
      const text = texts.map((one) => plainSigns(fillIn(staffFormFor(one, by), values, one.id))).join(' ');
      const { subject } = template.text;
      return {
        template: id,
        templateVersion: template.version,
        subject: by === 'email' && subject !== undefined ? fillIn(subject, values, id) : null,
        text,
      };
    },
    subjectOf: (id, values) => fillIn(find('staff', 'en', id).text.subject ?? '{org}', values, id),
    languageOf: (id, wanted) => find('young-person', wanted, id).language,
    placeholdersOf: (id, language) => Object.keys(find('young-person', language, id).placeholders),
  };
}

function keyOf(audience: string, language: string, id: string): string {
  return `${audience}/${language}/${id}`;
}

/** Discreet beats the channel: a phone that may be read may be read on a web page too. */
function formFor({ text }: Template, channel: Channel, style: Style): string {
  if (style === 'discreet' && text.discreet !== undefined) return text.discreet;
  return (channel === 'web' ? text.web : undefined) ?? text.ordinary;
}

/**
 * What may go late or unasked. A text of the unasked class is neutral as it stands; the statement of limits is a
 * class of its own, and on an ordinary phone never swapped.
 */
function neutralOf(template: Template, channel: Channel, style: Style): string | null {
  const { text, class: kind } = template;
  if (kind === 'limits' && style === 'ordinary') return formFor(template, channel, style);
  return text.neutral ?? text.discreet ?? (kind === 'unasked' ? text.ordinary : null);
}

function staffFormFor({ text }: Template, by: NoticeChannel): string {
  const forms = { sms: text.ordinary, voice: text.voice, email: text.email } as const;
  return forms[by] ?? text.ordinary;
}

/**
 * Puts the values where the placeholders stand. `{name}` must be given, or it throws: half a sentence never goes
 * out. `{name?}` stands for a whole sentence that may have nothing to say, and then leaves no gap.
 */
export function fillIn(words: string, values: Values, id: string): string {
  return words
    .replace(PLACEHOLDER, (_, name: string, optional: string) => {
      const value = values[name] ?? '';
      if (value === '' && optional === '') throw new Error(`template "${id}": nothing given for {${name}}`);
      return value;
    })
    .replace(/ {2,}/g, ' ')
    .replace(/ +$/gm, '');
}

/** The names of all placeholders in some words. */
export function placeholdersIn(words: string): readonly string[] {
  return [...new Set([...words.matchAll(PLACEHOLDER)].map((match) => match[1] as string))];
}

const PLACEHOLDER = /\{(\w+)(\??)\}/g;
