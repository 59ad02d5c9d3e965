import { compareLevels, type Assess, type Assessment, type ToAssess } from '../../vocabulary/concerns';
import { goesOn } from './unfinished';

/** A text with fewer words may be part of the sentence before it, and sound worse without it. */
const FEWEST_WORDS = 9;

/**
 * Earlier texts may make a text graver, never less grave. (After two texts about pizza the classifier missed one
 * disclosure in six.) So each text is also judged by itself, and the graver verdict stands; whoever is accused in
 * context stays accused. A text that is short, or seems to continue the sentence before it, is judged in context only.
 * `inPlace` is the verdict in context; `judge` judges one text.
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
