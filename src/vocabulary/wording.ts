import type { OutgoingClass } from './delivery';
import type { Language } from './people';
import type { CommitmentKind } from './record';

/** A moment's approved wording as `templates/<language>/<audience>/<id>.yaml` holds it. */
export interface Template {
  readonly id: string;
  readonly version: number;
  readonly language: Language;
  readonly audience: 'young-person' | 'staff';
  readonly class: OutgoingClass | 'staff';
  /** "draft" until a named safeguarding approver has signed it: live refuses drafts. */
  readonly approver: string;
  readonly approvedOn: string;
  /** Wording by channel and style; `ordinary` must be there, the others fall back to it by the house style's rules. */
  readonly text: {
    readonly ordinary: string;
    readonly web?: string;
    readonly discreet?: string;
    /** What goes unasked, or late, in place of the ordinary form. */
    readonly neutral?: string;
    /** Staff only: what a call says, and an e-mail with its subject. `ordinary` is the text message. */
    readonly voice?: string;
    readonly email?: string;
    readonly subject?: string;
  };
  /** Every {placeholder} with a sample value: what the template tests render. */
  readonly placeholders: Readonly<Record<string, string>>;
  /** Promises this wording makes ("{lead} will read it by {time}"), recorded and watched. */
  readonly commits: readonly CommitmentKind[];
  readonly file: string;
}

/** All templates of a running service, frozen. */
export interface TemplateBook {
  readonly version: string;
  readonly templates: readonly Template[];
}

export const PAGE_WORDS = [
  'frontTitle',
  'front',
  'frontSignIn',
  'title',
  'exit',
  'exitHint',
  'exitTwoMore',
  'exitOneMore',
  'exitNow',
  'exitExpired',
  'about',
  'aboutText',
  'messages',
  'youSaid',
  'weSaid',
  'write',
  'answers',
  'send',
  'sending',
  'tryAgain',
  'showNew',
  'waiting',
  'showWaiting',
  'notSent',
  'tooOften',
  'tooLong',
  'nothingWritten',
  'noConnection',
  'connected',
  'cleared',
  'keptForLater',
  'cannotShow',
  'closed',
  'linkOver',
  'broken',
  'checkWord',
  'checkWordSend',
  'checkWordWrong',
  'checkWordTooOften',
  'checkWordHelp',
] as const;
/** One of the words that stand on the chat's page beside the messages. `{number}` in it is the number for texts. */
export type PageWord = (typeof PAGE_WORDS)[number];

/** Every word of the chat's page in one language. */
export type PageWords = Readonly<Record<PageWord, string>>;

/** The words of the chat's page as `templates/<language>/web/page.yaml` holds them, and who approved them. */
export interface ChatPage {
  readonly language: Language;
  readonly version: number;
  /** "draft" until a named safeguarding approver has signed it. */
  readonly approver: string;
  readonly approvedOn: string;
  readonly words: PageWords;
  readonly file: string;
}
