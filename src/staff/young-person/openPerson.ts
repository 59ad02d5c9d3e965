import type { Request, Response } from 'express';
import type { YoungPerson } from '../../vocabulary';
import type { LineHistory } from '../../record/views/types';
import type { CaseRead } from '../ports';
import type { Eye } from '../need-to-know/eye';
import type { Relation } from '../need-to-know/relate';
import { eyeOf, type Desk } from '../web/desk';

export interface OpenedPerson {
  readonly eye: Eye;
  readonly youngPerson: YoungPerson;
  readonly relation: Relation;
  /** Already cut to what this reader may see; null when nothing was ever written. */
  readonly history: LineHistory | null;
}

/** The only way to a young person's papers: need to know, the cut, and the read recorded. Null: answered already. */
export async function openPerson(
  desk: Desk,
  req: Request<{ id: string }>,
  res: Response,
  page: CaseRead['page'],
): Promise<OpenedPerson | null> {
  const eye = eyeOf(res);
  const youngPerson = eye.youngPerson(req.params.id);
  const relation = youngPerson === null ? null : eye.relationTo(youngPerson);
  if (youngPerson === null || relation === null) {
    desk.notHere(req, res);
    return null;
  }
  const history = await desk.views.history(youngPerson.id);
  const read = {
    by: eye.reader.id,
    page,
    concern: null,
    line: history?.line ?? null,
    youngPerson: youngPerson.id,
    throughGlass: relation === 'broke-glass',
  };
  await desk.book.recordRead(read, eye.now);
  return { eye, youngPerson, relation, history: history === null ? null : eye.seeHistory(history, relation) };
}
