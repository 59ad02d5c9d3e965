/** What people are called on the pages: those of the roster, and those who have left for as long as their name is kept. */
import { firstName, type PractitionerId, type YoungPersonId } from '../../vocabulary';
import type { Eye } from '../need-to-know/eye';

const NAME_GONE = 'Somebody who has left';

/** "Sam Okafor", "Sam Okafor (has left)"; once the name is destroyed, that somebody has left. */
export function fullNameOf(eye: Eye, id: PractitionerId): string {
  const name = keptName(eye, id);
  return name === null ? NAME_GONE : leftOrNot(eye, id, name);
}

/** "Sam", "Sam (has left)"; the whole name where two are called Sam, so that nobody is taken for another. */
export function nameOf(eye: Eye, id: PractitionerId): string {
  const name = keptName(eye, id);
  if (name === null) return NAME_GONE;
  const first = firstName({ name });
  return leftOrNot(eye, id, isTaken(eye, id, first) ? name : first);
}

/** "Jade Whitby", "Jade Whitby (has left)"; null is the writer of a number nobody knows. */
export function nameOfYoungPerson(eye: Eye, id: YoungPersonId | null): string {
  if (id === null) return 'A number nobody knows';
  const left = eye.leavers.youngPeople.get(id);
  return eye.youngPerson(id)?.name ?? (left === undefined ? NAME_GONE : `${left} (has left)`);
}

function keptName(eye: Eye, id: PractitionerId): string | null {
  return eye.practitioner(id)?.name ?? eye.leavers.practitioners.get(id) ?? null;
}

function leftOrNot(eye: Eye, id: PractitionerId, name: string): string {
  const found = eye.practitioner(id);
  const isHere = found !== null && (found.leftAt === null || found.leftAt > eye.now);
  return isHere ? name : `${name} (has left)`;
}

function isTaken(eye: Eye, id: PractitionerId, first: string): boolean {
  const others = eye.roster.practitioners.filter((one) => one.id !== id).map(({ name }) => name);
  const gone = [...eye.leavers.practitioners].flatMap(([other, name]) => (other === id ? [] : [name]));
  return [...others, ...gone].some((name) => firstName({ name }) === first);
}
