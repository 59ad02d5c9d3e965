import { compareLevels, type Assess, type Assessment, type ToAssess } from '../../vocabulary/concerns';
import { goesOn } from './unfinished';

/** Fewer words may be a piece of the sentence before them, and sound worse without it. */
const FEWEST_WORDS = 9;

/**
 * What stands before a text may make it graver and never less grave: two texts about pizza, and likeness heard a
 * disclosure behind them no longer, one in six. A text is therefore heard by itself too, and the graver verdict stands;
 * whoever is accused where it stands stays accused. What is short, or seems to go on with the sentence before it, is
 * judged where it stands and nowhere else. `inPlace`: the verdict on it there. `judge` judges one text where it stands.
 */
export function heardByItself(input: ToAssess, inPlace: Assessment, judge: Assess): Assessment {
  if (inPlace.level === 'immediate' || !isTextByItself(input)) return inPlace;
  const itself = judge({ ...input, before: [] });
  if (compareLevels(itself.level, inPlace.level) <= 0) return inPlace;
  const { about, meant } = inPlace.about === 'practitioner' ? inPlace : itself;
  const isNew = ({ rule }: Assessment['because'][number]): boolean => !itself.because.some((one) => one.rule === rule);
  return {
    ...itself,
    kinds: [...new Set([...itself.kinds, ...inPlace.kinds])],
    about,
    meant,
    notThem: inPlace.notThem,
    because: [...itself.because, ...inPlace.because.filter(isNew)],
  };
}

function isTextByItself({ text, before }: ToAssess): boolean {
  const last = before.at(-1);
  return last !== undefined && text.trim().split(/\s+/).length >= FEWEST_WORDS && !goesOn(last, text);
}
