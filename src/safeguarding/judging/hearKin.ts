import { compareLevels, type Assess, type Assessment, type ToAssess } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import { calledIn, type CalledAt } from '../reading/kinPlaces';
import { nameParts } from '../reading/staffNames';

const ALLEGATION = 'allegation-against-staff';
const STEP = 'may be an adult of the service, who has the same first name as somebody at home';

/** A name that stands in the message, or in the n-th of the earlier ones. */
interface Called extends CalledAt {
  readonly where: 'message' | { readonly before: number };
}

/**
 * "lee hit me again", where Lee Marsh is the stepdad on the roster. A message that calls somebody at home by name is
 * judged as written, and as if what they are stood there; the graver verdict stands, so that knowing a family lowers
 * nothing. Where an adult of the service has that first name as well it may be them: what is only grave because of the
 * name is an allegation against them, and they do not hear of it.
 */
export function hearKin(input: ToAssess, judge: Assess, compiled: Compiled): Assessment {
  const { carers = [], ...withoutKin } = input;
  const written = judge(withoutKin);
  const called = carers.length === 0 ? [] : allCalled(input, compiled);
  if (called.length === 0) return written;
  const kin = judge(input);
  const isOurs = ({ called: name }: Called): readonly string[] =>
    input.staff.filter((one) => nameParts(one).some((part) => name.split(' ').includes(part) || `${part}s` === name));
  const shared = called.filter((one) => !one.inFull && isOurs(one).length > 0);
  const isOnlyTheirs = shared.length === 0 && called.some((one) => isOurs(one).length > 0);
  if (accuses(written)) return isOnlyTheirs && !accuses(kin) && kin.level !== 'none' ? kin : asGrave(written, kin);
  if (kin.level === 'none' || compareLevels(kin.level, written.level) < 0) return written;
  const heard = withWishes(kin, written);
  if (shared.length === 0 || accuses(kin)) return heard;
  const news = newIn(kin, written);
  const mayBeOurs = shared.filter((one) => restsOn(news, one));
  if (mayBeOurs.length > 0) return accusing(heard, [...new Set(mayBeOurs.flatMap(isOurs))]);
  const isGraver = compareLevels(kin.level, written.level) > 0;
  return isGraver && kin.level !== 'worry' ? heard : written;
}

function allCalled({ text, before, carers = [] }: ToAssess, compiled: Compiled): readonly Called[] {
  const inText = (one: string, where: Called['where']): readonly Called[] =>
    calledIn(one, carers, compiled).map((called) => ({ ...called, where }));
  return [...inText(text, 'message'), ...before.flatMap((one, at) => inText(one, { before: at }))];
}

function accuses({ about }: Assessment): boolean {
  return about === 'practitioner';
}

function asGrave(written: Assessment, kin: Assessment): Assessment {
  return compareLevels(kin.level, written.level) <= 0
    ? written
    : { ...written, level: kin.level, because: [...written.because, ...kin.because] };
}

/** Whom they do not want told stands in the words as written, and so does what could not be read of them. */
function withWishes(kin: Assessment, written: Assessment): Assessment {
  const names = [...new Set([...kin.meant.names, ...written.meant.names])];
  return {
    ...kin,
    readable: kin.readable && written.readable,
    unreadableBecause: written.unreadableBecause ?? kin.unreadableBecause,
    meant: { ...kin.meant, names },
    notThem: [...new Set([...kin.notThem, ...written.notThem])],
  };
}

/**
 * Why it is grave because of a name. "can i tell sam something", "hey sam mum hit me": a worry that only likeness has, or
 * what the words hold anyway, is no reason to keep the mentor from it.
 */
function newIn(kin: Assessment, written: Assessment): Assessment['because'] {
  const isGraver = compareLevels(kin.level, written.level) > 0;
  if (isGraver && kin.level !== 'worry') return kin.because;
  if (kin.level === 'worry' && !isGraver) return [];
  const known = new Set(['classifier', ...written.because.map(({ rule }) => rule)]);
  return kin.because.filter(({ rule }) => !known.has(rule));
}

/** Whether a name stands in the words these reasons point at. */
function restsOn(because: Assessment['because'], { where, start, end }: Called): boolean {
  const isThere = (one: Called['where']): boolean =>
    one === where || (one !== 'message' && where !== 'message' && one.before === where.before);
  return because.some((reason) => isThere(reason.where) && reason.span.start < end && start < reason.span.end);
}

function accusing(kin: Assessment, names: readonly string[]): Assessment {
  return {
    ...kin,
    kinds: [...new Set([ALLEGATION, ...kin.kinds] as const)],
    about: 'practitioner',
    because: kin.because.map((reason) => ({ ...reason, steps: [...reason.steps, STEP] })),
    meant: { names: [...new Set([...names, ...kin.meant.names])], roleWords: [], unnamed: false },
  };
}
