import { setImmediate as othersHaveTheirTurn } from 'node:timers/promises';
import type { Assess } from '../../vocabulary';

/** As long as a text may be. */
const LENGTH = 1_600;
/** Of every sort: harmless, grave and between; misspelt, of one of ours, asked, and in another language. */
const SENTENCES = [
  'we went to the shops and then my cousin came round for tea',
  'my uncle grabs me by the arm and shouts when hes been drinking',
  'cant sleep again keep thinkin about what happend at my dads',
  'is nobodie in tommorow or is it somebody else',
  'lost my bus pass lol mum is going to kill me',
  'he keeps asking for pictures and says he will tell everyone',
  'i feel like everyone would be better off without me',
  'they make me take a bag to the flat and i owe them money',
  'mae mam yn gweiddi arna i bob nos',
  'physics was boring but the match was sick, we won three nil',
  'nobody hurt me and then told me not to say anything!!',
  'why does it always have to be me? idk what to do anymore',
];
/** Two words that are taken for names of adults of the service. */
const STAFF = ['Nobody', 'Somebody'];
/** How often each thing is played before the doors open: played so often, most of it runs as compiled code. */
export const ROUNDS = 6;
const LONG_TEXTS_A_ROUND = 10;

/**
 * Has invented texts judged, long ones and short, until all `rounds` are or it `endsAtMs` on the clock of
 * `performance.now()`. The first long texts of a process take ten times what the thousandth takes, because little of what
 * looks for words is compiled yet; and what was compiled for short ones only is thrown away at the first long one.
 */
export async function warmJudge(assess: Assess, rounds = ROUNDS, endsAtMs = Infinity): Promise<void> {
  const texts = rounds * LONG_TEXTS_A_ROUND;
  for (let text = 0; text < texts && performance.now() < endsAtMs; text += 1) {
    const before = text % 3 === 0 ? [SENTENCES[text % SENTENCES.length] as string] : [];
    for (const said of [longText(text), ...SENTENCES]) assess({ text: said, before, staff: STAFF });
    await othersHaveTheirTurn();
  }
}

/** Begins with another sentence each time, and goes through them in another order. */
function longText(number: number): string {
  const stride = 1 + 2 * (number % 2) + 4 * (number % 3);
  let text = `${number}. `;
  for (let at = number; text.length < LENGTH; at += stride) text += `${SENTENCES[at % SENTENCES.length]}. `;
  return text.slice(0, LENGTH);
}
