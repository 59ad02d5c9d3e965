import type {
  Assessment,
  Channel,
  CommitmentKind,
  Facts,
  Instant,
  Language,
  Named,
  PractitionerId,
  Said,
  Say,
  Style,
  TurnInput,
  TurnWish,
} from '../src/vocabulary';
import type { Wording } from '../src/wording';
import type { Memory } from './memory';
import { standingValue } from './standingValues';
import type { Values } from './values';

export interface TurnParts {
  readonly input: TurnInput;
  readonly wording: Wording;
  readonly memory: Memory;
  readonly send: (say: Say) => Promise<void>;
}

/**
 * What a dialog has in its hands during one turn: the burst it answers, the facts it may speak of, the memory of
 * this conversation, and two ways to act: `say` an approved template, `wish` for something to be recorded.
 */
export class Turn {
  readonly wishes: TurnWish[] = [];
  facts: Facts;
  readonly memory: Memory;
  readonly wording: Wording;
  readonly channel: Channel;
  /** What they wrote, in the order it came; of it the part that can answer, once a dialog has left out the rest. */
  burst: readonly Said[];
  readonly assessment: Assessment | null;
  /** As the record has them; a choice made in this turn holds from then on. */
  language: Language;
  style: Style;
  /** The dialog they were in is gone since the last turn. */
  lostItsPlace = false;
  /** How many texts this reply has by now. */
  said = 0;
  private readonly send: (say: Say) => Promise<void>;

  constructor({ input, wording, memory, send }: TurnParts) {
    this.facts = input.facts;
    this.memory = memory;
    this.wording = wording;
    this.channel = input.channel;
    this.burst = input.burst;
    this.assessment = input.assessment;
    this.language = input.facts.youngPerson?.language ?? 'en';
    this.style = input.facts.youngPerson?.style ?? 'ordinary';
    this.send = send;
  }

  /** The burst's words as one text. */
  get words(): string {
    return this.written.map((one) => one.text).join('\n');
  }

  /** The messages of the burst that hold words. */
  get written(): readonly Said[] {
    return this.burst.filter((one) => one.text.trim() !== '');
  }

  /**
   * Leaves out what they wrote before this moment: a text that reached us late is no answer to a question put since.
   * False, and nothing left out, where all of it was.
   */
  hearSince(moment: Instant): boolean {
    const since = this.burst.filter(({ at }) => at >= moment);
    if (since.length === 0) return this.burst.length === 0;
    this.burst = since;
    return true;
  }

  /** Says a template. Values not given are the standing ones (names and times of tonight). */
  async say(id: string, values: Values = {}): Promise<Say> {
    const say = this.fill(id, values);
    await this.send(say);
    this.said += 1;
    return say;
  }

  /** A sentence that stands inside another text. */
  sentence(id: string, values: Values = {}): string {
    return this.fill(id, values).text;
  }

  wish(wish: TurnWish): void {
    this.wishes.push(wish);
  }

  commit(what: CommitmentKind, who: PractitionerId | null, by: Instant): void {
    this.wish({ wish: 'commit', what, who, by });
  }

  /** Somebody is not to be named as a reader from here on, as the record will have it after this turn. */
  withhold(firstName: string): void {
    const { mentor, coordinator, lead, second, notThem } = this.facts;
    const meant = [mentor, coordinator, lead, second].flatMap((one) => (one?.firstName === firstName ? [one.id] : []));
    const unless = (one: Named | null) => (one && meant.includes(one.id) ? null : one);
    this.facts = {
      ...this.facts,
      mentor: unless(mentor),
      coordinator: unless(coordinator),
      lead: unless(lead),
      second: unless(second),
      notThem: [...notThem, ...meant],
    };
  }

  private fill(id: string, given: Values): Say {
    const wanted = this.language;
    this.language = this.wording.languageOf(id, wanted);
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(given)) values[name] = typeof value === 'string' ? value : value(this);
    for (const name of this.wording.placeholdersOf(id, this.language)) {
      values[name] ??= standingValue(this, name);
    }
    this.language = wanted;
    return this.wording.fill(id, { language: wanted, style: this.style, channel: this.channel, values });
  }
}
