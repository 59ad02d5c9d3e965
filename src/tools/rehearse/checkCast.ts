import type { Roster } from '../../vocabulary';
import type { Script, ScriptFault } from './script';

/** What a script asks of people whom this roster does not have, or who cannot do it. */
export function checkCast(script: Script, roster: Roster): readonly ScriptFault[] {
  return [...checkYoungPerson(script, roster), ...checkSteps(script, roster)];
}

function checkYoungPerson({ youngPerson, channel }: Script, roster: Roster): readonly ScriptFault[] {
  const fault = (says: string): readonly ScriptFault[] => [{ path: ['youngPerson'], says: `youngPerson ${says}` }];
  if (typeof youngPerson !== 'string') {
    return channel === 'web' ? fault('an unknown number has no web chat: use channel sms') : [];
  }
  const person = roster.youngPeople.find((one) => one.id === youngPerson);
  if (!person) return fault(`the roster has no young person "${youngPerson}"`);
  const canText = channel === 'web' || person.phone !== null;
  return canText ? [] : fault(`"${youngPerson}" has no phone on the roster: use channel web`);
}

function checkSteps({ steps, youngPerson }: Script, roster: Roster): readonly ScriptFault[] {
  return steps.flatMap((step, index): readonly ScriptFault[] => {
    const path = ['steps', index];
    if (step.step === 'check-in-due' && typeof youngPerson !== 'string') {
      return [{ path, says: `${path.join('.')} nobody of the roster to check in with` }];
    }
    if (step.step !== 'replies' && step.step !== 'does') return [];
    const isThere = roster.practitioners.some((one) => one.id === step.practitioner);
    const who = [...path, 'practitioner'];
    return isThere
      ? []
      : [{ path: who, says: `${who.join('.')} the roster has no practitioner "${step.practitioner}"` }];
  });
}
