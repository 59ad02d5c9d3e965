import type { CitedSentence, ToCite } from '../../vocabulary';
import { suggestLanguage } from '../../wording';

const LONGEST_SENTENCE = 240;
/** Fewer letters than this prove nothing: they stand in any message. */
const SHORTEST_QUOTE = 4;

/**
 * The drafted sentences a mentor may see: each cites an answer that is theirs to read and shows its words between
 * quotation marks, exactly as they were written. What stands around the quote must not blame. All else is dropped.
 */
export function keepCitedSentences(
  sentences: readonly CitedSentence[],
  answers: readonly ToCite[],
): readonly CitedSentence[] {
  return sentences.filter(({ text, message, quote }) => {
    const cited = answers.some((one) => one.message === message && one.words.includes(quote));
    const shown = text.includes(`"${quote}"`) || text.includes(`“${quote}”`);
    const around = text.replaceAll(quote, '');
    const short = text.length <= LONGEST_SENTENCE && !/[\r\n]/.test(text);
    return cited && shown && short && quote.trim().length >= SHORTEST_QUOTE && suggestLanguage(around).length === 0;
  });
}
