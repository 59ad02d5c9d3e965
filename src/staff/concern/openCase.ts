import type { Request, Response } from 'express';
import type { CaseWhole } from '../../record/views/types';
import type { Access } from '../need-to-know/judgeAccess';
import type { Eye } from '../need-to-know/eye';
import { trimCase } from '../need-to-know/trimCase';
import { eyeOf, type Desk } from '../web/desk';

/** A case this reader may see, already cut to what they may see of it. */
export interface OpenedCase {
  readonly eye: Eye;
  readonly whole: CaseWhole;
  readonly access: Exclude<Access, { may: 'nothing' }>;
}

/**
 * The only way to a case: reads it, asks need-to-know, cuts, and records the read. Null when it is not there or not
 * for this reader; the answer has then been sent, and is the same for both.
 */
export async function openCase(desk: Desk, req: Request<{ id: string }>, res: Response): Promise<OpenedCase | null> {
  const eye = eyeOf(res);
  const whole = await desk.views.concern(req.params.id);
  const access = whole === null ? null : eye.accessTo(whole.summary);
  if (whole === null || access === null || access.may === 'nothing') {
    desk.notHere(req, res);
    return null;
  }
  const read = {
    by: eye.reader.id,
    page: 'concern',
    concern: whole.summary.id,
    line: whole.summary.line,
    youngPerson: whole.summary.youngPerson,
    throughGlass: access.as === 'broke-glass',
  } as const;
  await desk.book.recordRead(read, eye.now);
  return { eye, whole: access.may === 'ended' ? trimCase(whole, access.end, eye.reader.id) : whole, access };
}
