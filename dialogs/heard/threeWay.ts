import { asksWhatSafeIs } from './notFollowing';
import { plain } from './plain';

export type ThreeWay = 'yes' | 'no' | 'not-sure';

const YES =
  /^(?:1|y|ye|yes|yea|yeah|yeh|yep|yup|yh|yess+|ya|ofc|of course|i am|yes i am|yeah i am|i'm safe|im safe|safe|i'm ok|im ok|i'm okay|im okay|i'm fine|im fine|all good|all ok|ydw|ydy|iawn|ie)$/;
const NO =
  /^(?:2|n|no|nope|nah|na|nop|no i'm not|no im not|i'm not|im not|not safe|i'm not safe|im not safe|not really|unsafe|no way|nac ydw|nac ydy|nag ydw|naddo)$/;
const NOT_SAFE = /\b(?:not|don't feel|dont feel|never) (?:really |very |that |so )?(?:safe|ok|okay)\b/;
const UNSURE =
  /^(?:3|not sure|im not sure|i'm not sure|unsure|idk|dk|dunno|i dunno|don't know|dont know|i don't know|i dont know|maybe|kinda|kind of|sort of|sorta|i think so|think so|i guess|i guess so|for now|not rn|ddim yn gwybod|ddim yn siwr|efallai)$/;
const TURNS =
  /\b(?:but|not|n't|dont|cant|scared|unless|until|except|only|for now|kind of|sort of|kinda|maybe|think|guess|ond)\b/;

/**
 * An answer to "1 yes, 2 no, 3 not sure", in numbers or free words. A yes or no with anything about it that turns
 * it ("yes but he's back soon", "no im fine") is "not sure": doubt falls towards a human. Null: not an answer; "safe from
 * what?" asks, and is not "safe".
 */
export function hearThreeWay(text: string): ThreeWay | null {
  if (asksWhatSafeIs(text)) return null;
  const said = plain(text);
  if (NOT_SAFE.test(said)) return 'no';
  if (UNSURE.test(said)) return 'not-sure';
  if (YES.test(said)) return 'yes';
  if (NO.test(said)) return 'no';
  // "ok" alone may only mean "read that": it is no answer, and the question is put again.
  const [first = '', ...rest] = said.split(' ');
  if (rest.length === 0 || rest.length > 7) return null;
  if (/^(?:3|idk|dunno)$/.test(first)) return 'not-sure';
  const more = rest.join(' ');
  if (YES.test(first)) return TURNS.test(more) || NO.test(more) ? 'not-sure' : 'yes';
  if (NO.test(first))
    return YES.test(more) || (/\b(?:fine|ok|okay|safe|good|alright)\b/.test(more) && !/\bnot\b/.test(more))
      ? 'not-sure'
      : 'no';
  return null;
}

/** True for a yes, no or not sure with no other words beside it. */
export function isBareAnswer(text: string): boolean {
  if (asksWhatSafeIs(text)) return false;
  const said = plain(text);
  return [YES, NO, UNSURE].some((answer) => answer.test(said));
}
