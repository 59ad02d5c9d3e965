import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong in an authored file, and where the form has nothing of its own to say, what to write instead. */
export function sayIssue(issue: Issue): string {
  const firstWay = issue.code === 'invalid_union' && isOfTheForm(issue) ? issue.errors[0]?.[0] : undefined;
  if (firstWay) return sayIssue(firstWay);
  const hint = isOfTheForm(issue) ? hintFor(issue) : null;
  return hint === null ? issue.message : `${issue.message}: ${hint}`;
}

/** A schema with words of its own has said what to write. */
function isOfTheForm({ message }: Issue): boolean {
  return /^(?:Invalid|Unrecognized|Too small)\b/.test(message);
}

function hintFor(issue: Issue): string | null {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'leave it out, or spell it as the form does (capitals count)';
    case 'invalid_type':
      return issue.message.endsWith('received undefined') ? 'it is missing, write it' : (AS[issue.expected] ?? null);
    case 'too_small':
      return issue.origin === 'array' ? 'write at least one' : 'it may not be empty';
    case 'invalid_format':
      return LIKE[issue.format] ?? null;
    default:
      return null;
  }
}

const AS: Readonly<Record<string, string>> = {
  array: 'write a list, like [this, that]',
  object: 'write fields, like {name: Sam}',
  string: 'write words, in quotes if they look like a number',
  boolean: 'write true or false',
  number: 'write a number',
};

const LIKE: Readonly<Record<string, string>> = {
  date: 'write a day like 2026-03-09',
  datetime: 'write a moment with its offset, like 2026-03-09T11:00:00Z',
  email: 'write an address like sam@example.org',
};
