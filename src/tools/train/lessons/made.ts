import type { TrainingMessage } from './trainingMessage';

/** One in so many messages is made anew in each way: enough to teach it, too few to teach the makers' hand. */
const TOLD_BEFORE = 2;
const EACH_WAY = 6;
const NAMED = 8;
/** What young people say of the adult they trust beside a disclosure, and authors of single messages seldom do. */
const SPOKEN_TO: readonly ((text: string, adult: string) => string)[] = [
  (text, adult) => `hi ${adult}. ${text}`,
  (text, adult) => `can u tell ${adult} ${text}`,
  (text, adult) => `${text}. can ${adult} ring me`,
  (text, adult) => `${adult} asked me about it and i lied. ${text}`,
  (text, adult) => `${text} only ${adult} knows`,
  (text, adult) => `${adult} said to text if it gets bad. ${text}`,
  (text, adult) => `${text}. i want to talk to ${adult}`,
  (text, adult) => `i told ${adult} already. ${text}`,
  (text, adult) => `${adult} was right. ${text}`,
  (text, adult) => `${text}. will ${adult} be there tomorrow`,
];
const BORNE = ['lol', 'jk', 'haha', 'x', 'idk', 'lmao', 'tbh', 'anyway'];

/**
 * What people do with messages, and authors of single ones do not: told already, wrapped in small talk, with the name
 * of an adult they trust, laughed off. Each keeps its level, and is made only of its own author's words, so that leaving
 * an author out leaves out what was made of them.
 */
export function madeOf(messages: readonly TrainingMessage[]): TrainingMessage[] {
  const alone = messages.filter(({ before }) => before.length === 0);
  const told = alone.filter(({ level }) => level !== 'none');
  const harmless = alone.filter(({ level }) => level === 'none');
  const tellings = byAuthor(told);
  const smallTalk = byAuthor(harmless);
  return [
    ...every(TOLD_BEFORE, 0, harmless).flatMap((message, index) =>
      alreadyTold(message, pick(tellings, message, index)),
    ),
    ...every(EACH_WAY, 0, told).flatMap((message, index) =>
      inSmallTalk(message, pick(smallTalk, message, index), index),
    ),
    ...every(EACH_WAY, 1, harmless).flatMap((message, index) =>
      inSmallTalk(message, pick(smallTalk, message, index), index),
    ),
    ...every(NAMED, 3, told).flatMap(spokenTo),
    ...every(2 * EACH_WAY, 2, told).map(laughedOff),
  ].map((message) => ({ ...message, pair: null, made: true }));
}

/**
 * "see you at 4" after a disclosure is still only "see you at 4". Without these, whoever told once would be told on
 * again by every later text.
 */
function alreadyTold(message: TrainingMessage, earlier: TrainingMessage | undefined): TrainingMessage[] {
  return earlier === undefined ? [] : [{ ...message, before: [earlier.text] }];
}

/** In front, behind, or around: a disclosure between two pleasantries is a disclosure. */
function inSmallTalk(message: TrainingMessage, other: TrainingMessage | undefined, index: number): TrainingMessage[] {
  if (other === undefined) return [];
  const around = [`${other.text}. ${message.text}`, `${message.text}. ${other.text}`, `${message.text} ${other.text}`];
  const text = around[index % around.length] as string;
  return [{ ...message, text, staff: [...new Set([...message.staff, ...other.staff])] }];
}

/**
 * Whoever is named beside a disclosure is hardly ever the one it is about. Without these, a name and a risk were learnt
 * as an allegation, and the adult a young person asked for would have been left out.
 */
function spokenTo(message: TrainingMessage, index: number): TrainingMessage[] {
  const [adult] = message.staff;
  const say = SPOKEN_TO[index % SPOKEN_TO.length];
  if (adult === undefined || say === undefined || message.about === 'practitioner') return [];
  return [{ ...message, text: say(message.text, adult) }];
}

function laughedOff(message: TrainingMessage, index: number): TrainingMessage {
  return { ...message, text: `${message.text} ${BORNE[index % BORNE.length]}` };
}

function every(nth: number, from: number, messages: readonly TrainingMessage[]): readonly TrainingMessage[] {
  return messages.filter((_, index) => index % nth === from);
}

function byAuthor(messages: readonly TrainingMessage[]): ReadonlyMap<string, readonly TrainingMessage[]> {
  const own = new Map<string, TrainingMessage[]>();
  for (const message of messages) {
    const before = own.get(message.author);
    if (before === undefined) own.set(message.author, [message]);
    else before.push(message);
  }
  return own;
}

/** Another message of the same author; none where the only one is the message itself. */
function pick(
  own: ReadonlyMap<string, readonly TrainingMessage[]>,
  { author, text }: TrainingMessage,
  index: number,
): TrainingMessage | undefined {
  const others = own.get(author) ?? [];
  const other = others[(index * 7) % Math.max(1, others.length)];
  return other?.text === text ? undefined : other;
}
