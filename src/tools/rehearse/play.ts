import { workUntil, type Stage } from '../../app/service/workUntil';
import {
  later,
  SECOND_MS,
  type Concern,
  type IncomingMessage,
  type Milliseconds,
  type Roster,
  type Sender,
} from '../../vocabulary';
import type { Script, Step } from './script';

/** An act of a script that was not done, and why. */
export interface RefusedAct {
  readonly practitioner: string;
  readonly does: string;
  readonly why: string;
}

/** What playing needs besides a stage: who is on the roster, and where to say that an act was refused. */
export interface Cast extends Stage {
  readonly roster: Roster;
  readonly refused: (act: RefusedAct) => void;
}

/** Steps are this far apart unless they say otherwise. */
const BETWEEN_STEPS_MS = 30 * SECOND_MS;
/** After the last step the last burst still gets its answer. */
const LAST_BURST_MS = 45 * SECOND_MS;

/** Plays one script through the whole service: all work due before a step is done first. */
export async function playScript(stage: Cast, script: Script): Promise<void> {
  let now = script.at;
  stage.clock.moveTo(now);
  for (const [index, step] of script.steps.entries()) {
    now = later(now, sinceTheLastMs(step, index));
    await workUntil(stage, now);
    await takeStep(stage, script, step, index);
    await stage.shown();
  }
  await workUntil(stage, later(now, LAST_BURST_MS));
}

/** `after` counts from the step before: the first has none, and is at the script's own time. */
function sinceTheLastMs(step: Step, index: number): Milliseconds {
  const isFirst = index === 0 && step.step !== 'wait';
  return isFirst ? 0 : (step.afterMs ?? BETWEEN_STEPS_MS);
}

async function takeStep(stage: Cast, script: Script, step: Step, index: number): Promise<void> {
  switch (step.step) {
    case 'wait':
      return;
    case 'says':
      return receive(stage, incoming(stage, script, step, index));
    case 'replies':
      return reply(stage, script, step, index);
    case 'does':
      return act(stage, script, step);
    case 'check-in-due':
      if (typeof script.youngPerson !== 'string')
        throw new Error(`${script.id}: nobody of the roster to check in with`);
      return stage.acts.startCheckIn({ youngPerson: script.youngPerson, why: 'now' });
  }
}

/** By the door the channel has: a number may be a practitioner's. */
async function receive({ acts }: Cast, message: IncomingMessage): Promise<void> {
  if (message.channel === 'web') await acts.receiveMessage(message);
  else await acts.receiveFromPhone(message);
}

function senderOf(stage: Cast, script: Script): Sender {
  if (typeof script.youngPerson !== 'string') return { by: 'phone', phone: script.youngPerson.phone };
  const person = stage.roster.youngPeople.find((one) => one.id === script.youngPerson);
  if (!person) throw new Error(`${script.id}: the roster has no young person "${script.youngPerson}"`);
  if (script.channel === 'web') return { by: 'web', youngPerson: person.id };
  if (!person.phone) throw new Error(`${script.id}: "${person.id}" has no phone on the roster: use channel web`);
  return { by: 'phone', phone: person.phone };
}

function incoming(stage: Cast, script: Script, step: Extract<Step, { step: 'says' }>, index: number): IncomingMessage {
  return {
    provider: script.channel === 'web' ? 'web' : 'twilio-sms',
    providerId: step.providerId ?? `${script.id}-${index}`,
    channel: script.channel,
    sender: senderOf(stage, script),
    kind: step.picture ? 'picture' : 'text',
    text: step.says,
    to: null,
    optOut: script.channel === 'sms' ? carrierWord(step.says) : null,
    receivedAt: stage.clock.now(),
  };
}

/** What the carrier acts on by itself, in the advanced set: other words are left to the conversation. */
function carrierWord(text: string): IncomingMessage['optOut'] {
  const word = text.trim().toUpperCase();
  if (word === 'STOP') return 'stop';
  return word === 'START' ? 'start' : null;
}

async function reply(
  stage: Cast,
  script: Script,
  step: Extract<Step, { step: 'replies' }>,
  index: number,
): Promise<void> {
  const { acts, clock } = stage;
  const person = practitionerNamed(stage, script, step.practitioner);
  const code = await stage.record.transaction((tx) => tx.notices.latestCodeOf(person.id));
  const text = step.replies.replaceAll('{code}', code ?? '{no code yet}');
  await acts.receiveStaffReply(person.id, {
    provider: 'twilio-sms',
    providerId: `${script.id}-${index}`,
    channel: 'sms',
    sender: { by: 'phone', phone: person.phone ?? '' },
    kind: 'text',
    text,
    to: null,
    optOut: carrierWord(text),
    receivedAt: clock.now(),
  });
}

function practitionerNamed(stage: Cast, script: Script, id: string) {
  const person = stage.roster.practitioners.find((one) => one.id === id);
  if (!person) throw new Error(`${script.id}: the roster has no practitioner "${id}"`);
  return person;
}

/** A step that could not be done is told like everything else, and the script goes on: so would the evening. */
async function act(stage: Cast, script: Script, step: Extract<Step, { step: 'does' }>): Promise<void> {
  const { acts, clock } = stage;
  const { id: by } = practitionerNamed(stage, script, step.practitioner);
  const concern = await newestConcernFor(stage, script, by);
  if (!concern) return stage.refused({ practitioner: by, does: step.does, why: 'nothing-open' });
  const done =
    step.does === 'decides'
      ? await acts.decide({
          concern: concern.id,
          by,
          at: clock.now(),
          referred: true,
          to: 'rehearsal',
          reference: null,
          reason: 'rehearsal',
          toldYoungPerson: 'yes',
          whyNotTold: null,
        })
      : await acts.acknowledge({ concern: concern.id, by, act: ACTS[step.does], how: 'rehearsal' });
  if (done.result === 'refused') stage.refused({ practitioner: by, does: step.does, why: done.why });
}

const ACTS = { seen: 'seen', 'takes-on': 'taken-on', contacted: 'contacted' } as const;

/**
 * The newest open concern that is not about this practitioner, those they were told of or hold first: the one a
 * rehearsal's step means. Null when none is open to them.
 */
async function newestConcernFor(stage: Cast, script: Script, practitioner: string): Promise<Concern | null> {
  const open = await stage.record.transaction(async (tx) => {
    const known = await tx.concerns.openHeldOrToldTo(practitioner);
    const line = typeof script.youngPerson === 'string' ? await tx.lines.findOf(script.youngPerson) : null;
    return { known, others: line ? await tx.concerns.openOf(line.id) : [] };
  });
  return newestFor(practitioner, open.known) ?? newestFor(practitioner, open.others);
}

function newestFor(practitioner: string, concerns: readonly Concern[]): Concern | null {
  const theirs = concerns.filter((one) => !one.hiddenFrom.includes(practitioner));
  return [...theirs].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1))[0] ?? null;
}
