import { atLeast, type Level } from '../../vocabulary';
import type { ColleagueText } from '../../record/views/types';
import { nameOf } from '../words/people';
import type { Eye } from '../need-to-know/eye';
import { namesReader } from './namesReader';

export interface TextRow {
  readonly by: string;
  readonly text: string;
  readonly at: string;
  readonly presses: boolean;
}

const PRESSING: Level = 'urgent';

/**
 * What colleagues texted that was no reply code, as whoever looks over the work may read it. A text that names its
 * reader is not shown to them: it may be about them, and another lead reads it.
 */
export function listTexts(eye: Eye, texts: readonly ColleagueText[]): readonly TextRow[] {
  return texts
    .filter(({ text, by }) => by === eye.reader.id || !namesReader(eye, text))
    .map(({ by, text, at, level }) => ({ by: nameOf(eye, by), text, at, presses: atLeast(level, PRESSING) }));
}
