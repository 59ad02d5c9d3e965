import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { ActResult } from '../ports';
import { REFUSAL_TEXTS } from '../words/names';
import { BASE, type Desk } from './desk';
import { readForm, type FormError } from './readForm';

/** What a view shows; `values` is what the fields of its form start from. */
export type Shown = Readonly<Record<string, unknown>> & { readonly values?: object };

/** The page a form stands on. */
export interface FormPage {
  readonly view: string;
  readonly title: string;
  readonly data: Shown;
}

/** A form in one request: shown, read, refused and done in the same way on every page. What was typed is never lost. */
export interface OpenForm {
  /** `more`: what the view shows this time alone. */
  show(more?: object): void;
  /** What was typed, as its schema reads it. Null: it cannot be read, and the page has been answered saying why. */
  read<T>(schema: z.ZodType<T>): T | null;
  /** One field holds what can be read and cannot be meant. */
  sayWrong(field: string, text: string): void;
  /** What was typed is right, and may not be done, or not now. */
  refuse(text: string, field?: string): void;
  /** What came of it: refused, said at `field`; or done, and on to `next`, a path of these pages. */
  answer(result: ActResult, next: string, field?: string): void;
}

/** A form as it was asked for or sent: whatever comes back to the page, what was typed stands in it. */
export function openForm(desk: Desk, req: Request, res: Response, { view, title, data }: FormPage): OpenForm {
  const typed: unknown = req.method === 'POST' ? req.body : {};
  const values = { ...data.values, ...(typed as object) };
  const showWith = (errors: readonly FormError[], more: object = {}): void =>
    desk.show(req, res, view, title, { ...data, values, errors, ...more });
  const refuse = (text: string, field = 'form'): void => {
    res.status(409);
    showWith([{ field, text }]);
  };
  return {
    show: (more) => showWith([], more),
    read(schema) {
      const form = readForm(schema, typed);
      if (form.ok) return form.value;
      res.status(400);
      showWith(form.errors);
      return null;
    },
    sayWrong(field, text) {
      res.status(400);
      showWith([{ field, text }]);
    },
    refuse,
    answer(result, next, field) {
      if (result.result === 'refused') return refuse(REFUSAL_TEXTS[result.why], field);
      res.redirect(303, `${BASE}${next}`);
    },
  };
}
