import { withinSpan } from '../../rota';
import { firstName, type Roster, type WeeklySlot } from '../../vocabulary';
import type { Fault } from '../readYaml';

type Place = (path: readonly PropertyKey[], says: string) => Fault;

/** What can be read and followed, and was hardly meant: each as a warning, with what to write instead. */
export function findOddities(roster: Roster, place: Place): readonly Fault[] {
  return [
    ...neverAsked(roster, place),
    ...cutAtCommas(roster, place),
    ...sameWords(roster, place),
    ...decidesAlone(roster, place),
  ];
}

/** A check-in outside safe hours is never sent: nobody would notice but the young person. */
function neverAsked({ youngPeople }: Roster, place: Place): Fault[] {
  return youngPeople.flatMap(({ checkIns, safeHours }, index) =>
    checkIns.flatMap((slot: WeeklySlot, nth) =>
      withinSpan(safeHours, slot.at)
        ? []
        : [
            place(
              ['youngPeople', index, 'checkIns', nth],
              `${slot.at} is outside their safe hours, ${safeHours.from}-${safeHours.to}, and would never be asked: ` +
                'write an hour within them, or other safeHours',
            ),
          ],
    ),
  );
}

const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]? *\d[A-Z]{2}\b/i;

/**
 * Without quotes a list in brackets ends an address at each comma: a lead would read half of one to the police at night.
 * What follows an address without a postcode, and has no number of a house itself, is taken for its end.
 */
function cutAtCommas({ youngPeople }: Roster, place: Place): Fault[] {
  return youngPeople.flatMap(({ addresses }, index) => {
    const cut = addresses.findIndex(
      (one, nth) => !one.includes(',') && !/\d/.test(one.replace(POSTCODE, '')) && lacksItsEnd(addresses[nth - 1]),
    );
    if (cut === -1) return [];
    const says =
      'looks like the end of the address before it, cut off at a comma: write an address in quotes, ' +
      'like ["12 Fisher Row, Saltwick"], or each on a line of its own with a - before it';
    return [place(['youngPeople', index, 'addresses', cut], says)];
  });
}

function lacksItsEnd(before: string | undefined): boolean {
  return before !== undefined && !before.includes(',') && !POSTCODE.test(before);
}

/** The check word says that it is they, the code word that somebody is watching. */
function sameWords({ youngPeople }: Roster, place: Place): Fault[] {
  return youngPeople.flatMap(({ checkWord, codeWord }, index) =>
    checkWord !== null && codeWord !== null && bare(checkWord) === bare(codeWord)
      ? [place(['youngPeople', index, 'codeWord'], 'the code word is the check word too: write two different ones')]
      : [],
  );
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** No volunteer decides alone, and who has no phone cannot be rung. */
function decidesAlone({ practitioners, shifts }: Roster, place: Place): Fault[] {
  return practitioners.flatMap((one, index) => {
    const decides = shifts.some(({ practitioner, duty }) => practitioner === one.id && duty !== 'cover');
    if (!decides) return [];
    const at = ['practitioners', index];
    const who = firstName(one);
    return [
      ...(one.volunteer
        ? [place(at, `${who} is a volunteer and leads on the rota: give that duty to somebody employed`)]
        : []),
      ...(one.phone === null
        ? [place(at, `${who} leads on the rota and has no phone to be rung on: write phone`)]
        : []),
    ];
  });
}
