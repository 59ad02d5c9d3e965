import { twiml } from 'twilio';
import type { Language } from '../../vocabulary';
import type { NoticeAddresses } from './addresses';

/** Words ready to be spoken. Every one of them comes from a template; none is made here. */
export interface Spoken {
  readonly language: Language;
  readonly text: string;
}

/** The voice that speaks each language. */
const VOICES = {
  en: { language: 'en-GB', voice: 'Polly.Amy' },
  cy: { language: 'cy-GB', voice: 'Polly.Gwyneth' },
} as const;

/** Long enough to put a kettle down; short enough that nobody thinks the line has dropped. */
const KEY_TIMEOUT_SECONDS = 8;
const PIN_DIGITS = 4;

type VoiceDocument = InstanceType<typeof twiml.VoiceResponse>;

/** Says these and rings off. */
export function sayAndEnd(...spoken: readonly Spoken[]): string {
  const document = new twiml.VoiceResponse();
  for (const words of spoken) say(document, words);
  document.hangup();
  return document.toString();
}

/** The notice, with its three keys; no key within the time counts as an answer too. */
export function askForKey(words: Spoken, hearing: number, addresses: NoticeAddresses): string {
  const document = new twiml.VoiceResponse();
  const gather = document.gather({
    input: ['dtmf'],
    numDigits: 1,
    timeout: KEY_TIMEOUT_SECONDS,
    action: addresses.key(hearing),
    actionOnEmptyResult: true,
  });
  say(gather, words);
  return document.toString();
}

/** Asks for the practitioner's own four numbers: a phone on a table is not yet the person. */
export function askForPin(words: readonly Spoken[], attempt: number, addresses: NoticeAddresses): string {
  const document = new twiml.VoiceResponse();
  const gather = document.gather({
    input: ['dtmf'],
    numDigits: PIN_DIGITS,
    timeout: KEY_TIMEOUT_SECONDS,
    action: addresses.pin(attempt),
    actionOnEmptyResult: true,
  });
  for (const spoken of words) say(gather, spoken);
  return document.toString();
}

/** Reads the notice once more. */
export function hearAgain(hearing: number, addresses: NoticeAddresses): string {
  const document = new twiml.VoiceResponse();
  document.redirect(addresses.hearing(hearing));
  return document.toString();
}

function say(to: Pick<VoiceDocument, 'say'>, { language, text }: Spoken): void {
  to.say(VOICES[language], text);
}
