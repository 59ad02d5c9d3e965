import type { Assessment, CaseNature, ConcernId, Level, Line, Message } from '../../vocabulary';

/** What a message, a joined burst, the second reader or an answer asks a human to take up. */
export interface Raise {
  readonly line: Line;
  readonly message: Message;
  readonly assessment: Assessment;
  readonly nature: CaseNature;
  readonly level: Level;
  /** The young person used their code word. */
  readonly codeWord: boolean;
  /** The open allegation these words go on about: they join it, and accuse nobody anew. */
  readonly goesOnAbout?: ConcernId;
}
