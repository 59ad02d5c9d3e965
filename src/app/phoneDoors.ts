import type { Router } from 'express';
import { createSmsRouter } from '../channels/sms/router';
import { createVoiceRouter } from '../channels/voice/router';
import type { IncomingMessage } from '../vocabulary';
import type { House } from './openHouse';

/** The doors the carrier knocks at: texts, calls, and what became of ours. None without an account to verify by. */
export function createPhoneDoors(house: House, onRefused: () => void): Router[] {
  const { config, acts, clock } = house;
  const { publicBaseUrl, twilioAuthToken: authToken } = config;
  if (!publicBaseUrl || !authToken) return [];
  const carrier = { publicBaseUrl, authToken, onRefused, now: () => clock.now(), receipt: acts.recordReceipt };
  const texts = createSmsRouter({ ...carrier, optOutSet: 'advanced', receive: acts.receiveFromPhone });
  const calls = createVoiceRouter({
    ...carrier,
    receive: acts.receiveFromPhone,
    recordedLine: (caller) => recordedLine(house, caller),
    notice: {
      words: acts.wordsOfCall,
      checkPin: acts.checkPin,
      takeOn: (delivery) => acts.answerCall(delivery, 'takes-on'),
      passOn: (delivery) => acts.answerCall(delivery, 'passes-on'),
    },
  });
  return [texts, calls];
}

/** What a young person hears when they ring: said after the call is kept, so that its last sentence is true. */
async function recordedLine({ ctx }: House, caller: IncomingMessage) {
  const { sender } = caller;
  return ctx.record.transaction(async (tx) => {
    const roster = await tx.roster.snapshot();
    const id = sender.by === 'phone' ? await tx.roster.youngPersonByPhone(sender.phone) : null;
    const person = roster.youngPeople.find((one) => one.id === id);
    const language = person?.language ?? 'en';
    const how = {
      language,
      style: person?.style ?? 'ordinary',
      channel: 'voice',
      values: { service: ctx.serviceName },
    } as const;
    const line = ctx.wording.fill('incoming-call', how);
    return { language: line.language, text: line.text };
  });
}
