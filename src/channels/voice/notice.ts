import type { DeliveryId, Language } from '../../vocabulary';
import type { NoticeAddresses } from './addresses';
import { askForKey, askForPin, hearAgain, sayAndEnd } from './documents';

/** The filled words of one notice's call. */
export interface NoticeWords {
  readonly language: Language;
  /** "... To take it on, press 1, then your own four numbers. To pass it on, press 2. To hear this again, press 3." */
  readonly notice: string;
  /** For a machine: neutral, whoever plays it back. */
  readonly answerphone: string;
  /** Null where key 1 is enough: nothing is taken on by it. */
  readonly askPin: string | null;
  readonly wrongPin: string;
  /** Nothing was pressed, or the four numbers were wrong too often: the message still waits for somebody. */
  readonly nothingDone: string;
}

/** What a notice's call needs of the acts. Each answer is filled words, so that what is said is what happened. */
export interface NoticeActs {
  /** Null when there is nothing to be told any more (withdrawn, or nobody's): the call then rings off. */
  words(delivery: DeliveryId): Promise<NoticeWords | null>;
  /** Whether these are the called practitioner's own four numbers. */
  checkPin(delivery: DeliveryId, pin: string): Promise<boolean>;
  takeOn(delivery: DeliveryId): Promise<string>;
  passOn(delivery: DeliveryId): Promise<string>;
}

/** How often a notice is read to somebody who presses nothing, and how often wrong numbers may be tried. */
const HEARINGS = 2;
const PIN_ATTEMPTS = 3;

/** The moments of a notice's call; each gives the document the carrier plays next. */
export function createNoticeCall(acts: NoticeActs) {
  async function withWords(delivery: DeliveryId, then: (words: NoticeWords) => Promise<string> | string) {
    const words = await acts.words(delivery);
    return words === null ? sayAndEnd() : then(words);
  }
  const spoken = (words: NoticeWords, text: string) => ({ language: words.language, text });

  return {
    /** Somebody, or something, picked up. */
    pickedUp: (delivery: DeliveryId, hearing: number, byMachine: boolean, addresses: NoticeAddresses) =>
      withWords(delivery, (words) =>
        byMachine
          ? sayAndEnd(spoken(words, words.answerphone))
          : askForKey(spoken(words, words.notice), hearing, addresses),
      ),

    /** A key was pressed, or none (''). */
    key: (delivery: DeliveryId, hearing: number, key: string, addresses: NoticeAddresses) =>
      withWords(delivery, async (words) => {
        switch (key) {
          case '1':
            return words.askPin === null
              ? sayAndEnd(spoken(words, await acts.takeOn(delivery)))
              : askForPin([spoken(words, words.askPin)], 1, addresses);
          case '2':
            return sayAndEnd(spoken(words, await acts.passOn(delivery)));
          case '':
            if (hearing >= HEARINGS) return sayAndEnd(spoken(words, words.nothingDone));
            return hearAgain(hearing + 1, addresses);
          default:
            return hearAgain(hearing, addresses);
        }
      }),

    /** Four numbers were pressed, or fewer, or none (''). */
    pin: (delivery: DeliveryId, attempt: number, pin: string, addresses: NoticeAddresses) =>
      withWords(delivery, async (words) => {
        const pressed = pin !== '';
        if (pressed && (await acts.checkPin(delivery, pin))) {
          return sayAndEnd(spoken(words, await acts.takeOn(delivery)));
        }
        if (attempt >= PIN_ATTEMPTS) return sayAndEnd(spoken(words, words.nothingDone));
        const again = [pressed ? words.wrongPin : null, words.askPin].filter((text) => text !== null);
        return askForPin(
          again.map((text) => spoken(words, text)),
          attempt + 1,
          addresses,
        );
      }),
  };
}
