/**
 * Words that put the blame on a child, and what to say instead: 32 pairs in our words, after the Children's Society
 * and NAPAC guide and its partner guides (2022-2024). For templates, notes and staff text only. A young person's own
 * words are never touched.
 */
export interface Pair {
  readonly avoid: RegExp;
  readonly because: string;
  readonly instead: string;
}

const pair = (avoid: RegExp, because: string, instead: string): Pair => ({ avoid, because, instead });

export const VICTIM_BLAMING: readonly Pair[] = [
  pair(
    /\bput(?:s|ting)? (?:him|her|them|your)sel(?:f|ves) at risk\b/i,
    'a child does not make the risk',
    'is being put at risk by ...; the place is unsafe',
  ),
  pair(/\bpromiscuous\b/i, 'it judges the child', 'leave it out; say what the adult did'),
  pair(/\bconsent(?:ed|ing|ual)\b/i, 'a child cannot consent to abuse', 'was coerced or groomed'),
  pair(/\bsmall age gap\b/i, 'it hides who had power', 'give both ages and who had power'),
  pair(/\bsexually active\b/i, 'under 13 it is rape; later it may be coerced', 'say what happened and who did it'),
  pair(
    /\b(?:sexual activity|having sex) with (?:an? )?(?:adult|older)/i,
    'it hides abuse',
    'was sexually abused by ...',
  ),
  pair(
    /\bin a relationship with (?:an? )?(?:adult|older|man)/i,
    'an exploiter is not a partner',
    'the adult who is grooming them; "calls him a boyfriend"',
  ),
  pair(
    /\b(?:contacting|talking to) (?:adults|men|strangers) online\b/i,
    'the adults do the contacting',
    'adults have been contacting the child',
  ),
  pair(
    /\b(?:drugs|gifts|money) in (?:return|exchange) for sex\b/i,
    'it sounds like a trade',
    'is being sexually exploited',
  ),
  pair(
    /\binvolved in (?:CSE|CCE|exploitation|county lines)\b/i,
    'it sounds like a choice',
    'is a victim of exploitation',
  ),
  pair(/\brecruited\b/i, 'it sounds like a job', 'was groomed, criminally exploited'),
  pair(
    /\b(?:drug runner|drug dealing|dealing drugs|became involved in crime)\b/i,
    'somebody makes them do it',
    'is being made to carry or sell',
  ),
  pair(
    /\b(?:goes|going|went|keeps going) back to (?:him|her|them)\b/i,
    'control is not seen',
    'is being controlled or coerced',
  ),
  pair(
    /\b(?:absconds?|absconded|absconding|keeps going missing)\b/i,
    'it blames the child for being moved',
    'is missing; may be moved or under duress',
  ),
  pair(
    /\bget(?:s|ting)? in(?:to)? cars? with (?:men|adults|older)/i,
    'it sounds like a choice',
    'it is not clear why; may be compelled',
  ),
  pair(
    /\b(?:poor|risky|bad) choices?\b|\blifestyle choice\b/i,
    'choices were few',
    'had few safe options; was coerced',
  ),
  pair(/\btrouble ?maker\b/i, 'it names the child, not what happened', 'say what happened and what it may tell us'),
  pair(
    /\bhard to reach\b|\bdisengaged\b|\b(?:won't|will not|refus\w+ to) engage\b/i,
    'the work is ours',
    'we have not yet found what works',
  ),
  pair(
    /\bstreetwise\b|\ba loner\b|\bhow (?:she|he|they) (?:was |were )?dress(?:ed|es)?\b/i,
    'it judges the child',
    'leave it out; say age and facts',
  ),
  pair(/\bgang (?:member|associate|nominal)\b/i, 'a child is exploited by a group', 'child exploited by a group'),
  pair(
    /\b(?:spends?|spending) time with (?:elders|older peers)\b/i,
    'they are sought out',
    'is being targeted by older people',
  ),
  pair(
    /\b(?:sent|sending|shares?|shared) (?:explicit|nude|indecent) (?:pictures|images|photos)\b/i,
    'somebody pressed for them',
    'was pressured to send; an adult got images',
  ),
  pair(/\bchild prostitut(?:e|ion)\b/i, 'there is no such thing', 'sexually exploited child'),
  pair(/\bchild porn(?:ography)?\b/i, 'it is evidence of abuse', 'child sexual abuse material'),
  pair(
    /\bmoney mule\b|\bplugging\b|\bslave\b/i,
    'it names the child as a thing',
    'financially exploited; forced to carry inside the body',
  ),
  pair(/\bhistoric(?:al)? abuse\b/i, 'it is not over for the child', 'non-recent abuse'),
  pair(/\b(?:his|her|their) vulnerabilit(?:y|ies) (?:led|made)\b/i, 'a person did it', 'someone targeted them'),
  pair(
    /\bwhy (?:didn't|did not) (?:he|she|they|you) (?:leave|tell|say)\b|\bmust have known\b/i,
    'fear and control explain it',
    'say what made it hard to leave or tell',
  ),
  pair(
    /\battention[- ]seek\w*\b|\bmanipulative\b/i,
    'it is a need, not a trick',
    'is asking for contact; is distressed',
  ),
  pair(/\b(?:claims|claimed|alleges|alleged) (?:that|to)\b/i, 'it doubts the child', 'says, told us'),
  pair(/\brefused (?:support|help|services?)\b/i, 'it closes the door', 'said no today; will be offered again'),
  pair(/\bmature for (?:his|her|their) age\b/i, 'it makes a child an adult, most often a Black child', 'give the age'),
];

export interface Suggestion {
  readonly words: string;
  readonly because: string;
  readonly instead: string;
  readonly start: number;
}

/** What to say instead, for a worker's or our own text. Suggests; changes nothing. */
export function suggestLanguage(text: string): readonly Suggestion[] {
  return VICTIM_BLAMING.flatMap(({ avoid, because, instead }) => {
    const found = avoid.exec(text);
    return found ? [{ words: found[0], because, instead, start: found.index }] : [];
  }).sort((a, b) => a.start - b.start);
}
