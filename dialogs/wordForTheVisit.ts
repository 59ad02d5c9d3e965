import { plain } from './heard/plain';
import type { Turn } from './turn';

/** "Tell Sam I passed": a message for the mentor, not for us. The name must be theirs, or a word for them. */
export function isWordForTheVisit(text: string, mentor: string | null): boolean {
  const found =
    /^(?:(?:can|could|will) (?:yo)?u |(?:please|pls|plz|yeah|yes|yh|ok|oh|and|also|um|no but|but) )*(?:tell|let) (\p{L}+(?: \p{L}+)?) (?:that |know |about |i |i'm |im |my |we |ive |i've |it )/u.exec(
      plain(text),
    );
  const whom = found?.[1] ?? '';
  return /^(?:my )?(?:mentor|worker|her|him|them)\b/.test(whom) || (mentor !== null && whom.startsWith(plain(mentor)));
}

/** Kept for the next visit in their own words. */
export async function keepForTheVisit(turn: Turn): Promise<void> {
  for (const { text: words, message } of turn.written) turn.wish({ wish: 'word-for-the-visit', words, message });
  await turn.say('word-for-the-visit');
}
