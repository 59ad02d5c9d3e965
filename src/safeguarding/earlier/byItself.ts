import { atLeast, compareLevels, type Assess, type Assessment, type ToAssess } from '../../vocabulary/concerns';
import { goesOn, MOST_CHARACTERS_IN_ALL, MOST_EARLIER_PARTS } from './unfinished';

/**
 * What stands before a text may make it graver and never less grave: two texts about pizza, and likeness heard a
 * disclosure behind them no longer, one in six. Each text is therefore heard by itself too, and the graver verdict
 * stands; whoever is accused where it stands stays accused.
 *
 * What goes on in the middle of a sentence is no text by itself: "i keep a bag", "for my cousin under". Where it
 * is grave, and read as one with the beginning of its sentence it is not, a worry is left of it. `inPlace`: the
 * verdict on it behind what stands before. `judge` judges one text where it stands.
 */
export function heardByItself(input: ToAssess, inPlace: Assessment, judge: Assess): Assessment {
  const from = beginningOf(input);
  if (from < input.before.length) return asItGoesOn(input, from, inPlace, judge);
  if (inPlace.level === 'immediate' || from === 0) return inPlace;
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

/** The place, among all texts, of the one that begins the sentence the last one ends. */
function beginningOf({ text, before }: ToAssess): number {
  const texts = [...before, text];
  const last = before.length;
  const isPart = (at: number): boolean =>
    goesOn(texts[at - 1] as string, texts[at] as string) &&
    texts.slice(at - 1).join(' ').length <= MOST_CHARACTERS_IN_ALL;
  let from = last;
  while (from > Math.max(0, last - MOST_EARLIER_PARTS) && isPart(from)) from -= 1;
  return from;
}

function asItGoesOn(input: ToAssess, from: number, inPlace: Assessment, judge: Assess): Assessment {
  const { before, text } = input;
  if (input.asked || !atLeast(inPlace.level, 'urgent')) return inPlace;
  const together = judge({ ...input, text: [...before.slice(from), text].join(' '), before: before.slice(0, from) });
  if (atLeast(together.level, 'urgent')) return inPlace;
  const because = inPlace.because.map((reason) =>
    atLeast(reason.level, 'urgent')
      ? {
          ...reason,
          level: 'worry' as const,
          steps: [...reason.steps, 'a worry, read as one with how its sentence began'],
        }
      : reason,
  );
  return { ...inPlace, level: 'worry', because };
}
