import type { Roster } from '../../vocabulary';
import type { Script } from './script';

/** What a script asks of people whom this roster does not have, or who cannot do it; one line a fault. */
export function checkCast(script: Script, roster: Roster): readonly string[] {
  return [...checkYoungPerson(script, roster), ...checkSteps(script, roster)];
}

function checkYoungPerson({ youngPerson, channel }: Script, roster: Roster): readonly string[] {
  if (typeof youngPerson !== 'string') {
    return channel === 'web' ? ['youngPerson an unknown number has no web chat: use channel sms'] : [];
  }
  const person = roster.youngPeople.find((one) => one.id === youngPerson);
  if (!person) return [`youngPerson the roster has no young person "${youngPerson}"`];
  const canText = channel === 'web' || person.phone !== null;
  return canText ? [] : [`youngPerson "${youngPerson}" has no phone on the roster: use channel web`];
}

function checkSteps({ steps, youngPerson }: Script, roster: Roster): readonly string[] {
  return steps.flatMap((step, index) => {
    const at = `steps.${index}`;
    if (step.step === 'check-in-due' && typeof youngPerson !== 'string') {
      return [`${at} nobody of the roster to check in with`];
    }
    if (step.step !== 'replies' && step.step !== 'does') return [];
    const isThere = roster.practitioners.some((one) => one.id === step.practitioner);
    return isThere ? [] : [`${at}.practitioner the roster has no practitioner "${step.practitioner}"`];
  });
}
