import type { Request } from 'express';
import type { Language } from '../../vocabulary';
import type { PageFrame } from './page';
import type { WebDoor } from './ports';
import type { PageWords } from './words';

/** Makes the frame of a page: in the young person's language, or the browser's while we do not know whose page it is. */
export type FrameFor = (request: Request, language?: Language) => PageFrame;

export function frames(door: Pick<WebDoor, 'exitUrl'>, words: Readonly<Record<Language, PageWords>>): FrameFor {
  return (request, known) => {
    const language = known ?? (request.acceptsLanguages(['en', 'cy']) === 'cy' ? 'cy' : 'en');
    return { language, words: words[language], exitUrl: door.exitUrl };
  };
}
