import { firstName, type PractitionerId, type Roster, type YoungPersonId } from '../../vocabulary';

/** Whoever holds a phone in a simulation. */
export type Player =
  | { readonly is: 'young-person'; readonly id: YoungPersonId; readonly name: string; readonly phone: string | null }
  | { readonly is: 'practitioner'; readonly id: PractitionerId; readonly name: string; readonly phone: string | null }
  | { readonly is: 'stranger'; readonly id: string; readonly name: string; readonly phone: string };

/** Everybody of the roster, young people first. */
export function playersOf({ youngPeople, practitioners }: Roster): readonly Player[] {
  return [
    ...youngPeople.map((one): Player => ({ is: 'young-person', ...called(one) })),
    ...practitioners.map((one): Player => ({ is: 'practitioner', ...called(one) })),
  ];
}

/** By roster id, first name, or a number nobody on the roster has; null when it is none of these. */
export function findPlayer(players: readonly Player[], who: string): Player | null {
  const wanted = who.trim().toLowerCase();
  const number = who.replace(/[\s()-]/g, '');
  const found =
    players.find(({ id, phone }) => id === wanted || phone === number) ??
    players.find(({ name }) => name.toLowerCase() === wanted);
  if (found) return found;
  if (!/^\+[1-9]\d{7,14}$/.test(number)) return null;
  return { is: 'stranger', id: number, name: number, phone: number };
}

function called(one: { readonly id: string; readonly name: string; readonly phone: string | null }) {
  return { id: one.id, name: firstName(one), phone: one.phone };
}
