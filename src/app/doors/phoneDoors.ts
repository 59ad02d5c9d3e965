import type { Router } from 'express';
import { createSmsRouter } from '../../channels/sms/router';
import { createVoiceRouter } from '../../channels/voice/router';
import type { House } from '../house/openHouse';

/** The doors the carrier knocks at: texts, calls, and what became of ours. None without an account to verify by. */
export function createPhoneDoors(house: House, onRefused: () => void): Router[] {
  const { config, acts, clock } = house;
  const { publicBaseUrl, twilioAuthToken: authToken } = config;
  if (!publicBaseUrl || !authToken) return [];
  const carrier = { publicBaseUrl, authToken, onRefused, now: () => clock.now(), receipt: acts.recordReceipt };
  // Only a messaging service has the organisation's own list of words; a bare number has the carrier's.
  const optOutSet = config.twilioMessagingServiceSid === null ? 'default' : 'advanced';
  const texts = createSmsRouter({ ...carrier, optOutSet, receive: acts.receiveFromPhone });
  const calls = createVoiceRouter({
    ...carrier,
    receive: acts.receiveFromPhone,
    recordedLine: acts.answerCaller,
    notice: {
      words: acts.wordsOfCall,
      checkPin: acts.checkPin,
      takeOn: (delivery) => acts.answerCall(delivery, 'takes-on'),
      passOn: (delivery) => acts.answerCall(delivery, 'passes-on'),
    },
  });
  return [texts, calls];
}
