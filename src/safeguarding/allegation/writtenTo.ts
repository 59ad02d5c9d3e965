import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { isWrittenTo, knowsOfAnother } from '../weighing/antecedent';
import type { Hit } from '../weighing/hits';
import type { Verdict } from '../weighing/levels';

const ALLEGATION = 'allegation-against-staff';

/** "hey sam stop texting me": whoever is written to may be who does it. */
const TO_THEIR_FACE = new Set(['you', 'u', 'ur', 'your', 'youre', 'ya', 'yous', 'stop', 'dont', 'leave', 'why']);

/**
 * Whether the only adults of the service named are those the message is written to ("hey sam", "can sam ring me") or
 * who know what somebody else does ("martin knows my stepdad hits me"), while no rule heard one of them accused and
 * nothing is said to their face. The classifier counts names and hardly notices a greeting.
 */
export function isOnlyWrittenTo(
  { about }: Verdict,
  hits: readonly Hit[],
  reading: Reading,
  compiled: Compiled,
): boolean {
  if (about !== 'practitioner' || hits.some((hit) => hit.about === 'practitioner')) return false;
  const greetings = reading.matchesOf(compiled.assertion.greets);
  const isToTheirFace = reading.tokens.some(
    ({ forms }, at) =>
      at >= reading.judgedFrom &&
      forms.some((form) => TO_THEIR_FACE.has(form)) &&
      !greetings.some(({ start, end }) => start <= at && at < end),
  );
  if (isToTheirFace) return false;
  const named = reading.tags.placesOf(compiled.people.staff);
  const isPassedBy = (place: (typeof named)[number]): boolean =>
    isWrittenTo(place, reading, compiled) || knowsOfAnother(place, reading, compiled);
  return named.length > 0 && named.every(isPassedBy);
}

/** The same verdict, as grave, where it is of an adult of the service of the writer instead. */
export function unaccused(verdict: Verdict): Verdict {
  const because = verdict.because.map((reason) => ({ ...reason, kinds: withoutAllegation(reason.kinds) }));
  return {
    ...verdict,
    about: verdict.about === 'practitioner' ? 'self' : verdict.about,
    kinds: withoutAllegation(verdict.kinds),
    because,
  };
}

function withoutAllegation(kinds: Verdict['kinds']): Verdict['kinds'] {
  return kinds.filter((kind) => kind !== ALLEGATION);
}
