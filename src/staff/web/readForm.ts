import type { z } from 'zod';

/** One thing wrong with a form, tied to its field. */
export interface FormError {
  readonly field: string;
  readonly text: string;
}

export type FormRead<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FormError[] };

/** Reads a posted form by its schema: the value, or the first thing wrong with each field. */
export function readForm<T>(schema: z.ZodType<T>, body: unknown): FormRead<T> {
  const read = schema.safeParse(body ?? {});
  if (read.success) return { ok: true, value: read.data };
  const errors = new Map<string, FormError>();
  for (const issue of read.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    if (!errors.has(field)) errors.set(field, { field, text: issue.message });
  }
  return { ok: false, errors: [...errors.values()] };
}
