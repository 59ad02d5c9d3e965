import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
// Not from the package's index: that loads recognizers of seven languages, half a second that nothing here uses.
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import type { Question, Instant } from '../src/vocabulary';
import type { Turn } from './turn';

/** Under this key of a turn's `turnState` the dialogs find what they may speak of. */
export const TURN = Symbol('turn');

/** The turn this dialog runs in. Throws outside of one. */
export function turnOf(dc: DialogContext): Turn {
  const turn = dc.context.turnState.get(TURN) as Turn | undefined;
  if (!turn) throw new Error('a dialog was run outside a turn');
  return turn;
}

/**
 * What follows a step: wait for their words, go to another step, end, or end because these words were meant for
 * somebody else (then they are answered as if nothing had been waiting).
 */
export type Next = 'wait' | 'done' | 'not-mine' | { readonly to: string };

/** A named step: what it asks on entering (it may ask nothing and move on), and what it does with the answer. */
export interface Step<Notes> {
  readonly ask: (turn: Turn, notes: Notes) => Promise<Next>;
  readonly hear: (turn: Turn, notes: Notes) => Promise<Next>;
  /** The template that puts its question in plainer words, for whoever asks what it means. */
  readonly explain?: string;
}

interface Kept<Notes> {
  flow: number;
  step: string;
  notes: Notes;
  /** When this step was entered, and its question first put. Absent: kept by an earlier release. */
  askedAt?: Instant;
}

/** When the question that waits in this kept state of a dialog was first put; null: nobody noted it. */
export function askedAtOf(state: unknown): Instant | null {
  return (state as Partial<Kept<object>> | undefined)?.askedAt ?? null;
}

/**
 * A conversation of named steps. The state holds the step's name and the flow's version, never an index, so that a
 * deploy in the middle of a conversation finds its place again: a step added or moved changes nothing, and one
 * that is gone (or a raised version, for a step whose meaning changed) restarts kindly instead of throwing.
 */
export abstract class StepDialog<Notes extends object = object> extends Dialog {
  protected abstract readonly flow: number;
  protected abstract readonly first: string;
  /** Whether its question is put again after an interruption; not where asking twice would press. */
  readonly asksAgain: boolean = false;
  /** What a bare "yes" behind its questions answers; null where it may be about what they told, or nothing is asked. */
  readonly asks: Question | null = null;
  protected abstract readonly steps: Readonly<Record<string, Step<Notes>>>;

  override async beginDialog(dc: DialogContext, options?: object): Promise<DialogTurnResult> {
    const { now } = turnOf(dc).facts;
    const kept: Kept<Notes> = { flow: this.flow, step: this.first, notes: { ...options } as Notes, askedAt: now };
    this.instance(dc).state = kept;
    return this.follow(dc, { to: this.first });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const kept = this.instance(dc).state as Kept<Notes>;
    const step = kept.flow === this.flow ? this.steps[kept.step] : undefined;
    const turn = turnOf(dc);
    if (step && this.asks !== null && kept.askedAt !== undefined && !turn.hearSince(kept.askedAt)) {
      return this.sayItCameLate(dc, turn);
    }
    return step ? this.follow(dc, await step.hear(turn, kept.notes)) : this.restart(dc);
  }

  /** Asks again what it waits for, after something else was answered in between. */
  async askAgain(dc: DialogContext): Promise<void> {
    const kept = this.instance(dc).state as Kept<Notes>;
    const step = kept.flow === this.flow ? this.steps[kept.step] : undefined;
    await (step ? this.follow(dc, await step.ask(turnOf(dc), kept.notes)) : this.restart(dc));
  }

  /** The question it waits on in plainer words; null where there are none. */
  explanation(dc: DialogContext): string | null {
    const kept = this.instance(dc).state as Kept<Notes>;
    return this.steps[kept.step]?.explain ?? null;
  }

  /** All of it was written before the question that waits, and reached us behind it: it answers something else. */
  private async sayItCameLate(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    await turn.say('came-late');
    if (this.asksAgain) await this.askAgain(dc);
    return Dialog.EndOfTurn;
  }

  private async restart(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc);
    turn.wish({ wish: 'dialog-restarted', dialog: this.id });
    await turn.say('dialog-restarted');
    return this.beginDialog(dc);
  }

  private async follow(dc: DialogContext, next: Next): Promise<DialogTurnResult> {
    const kept = this.instance(dc).state as Kept<Notes>;
    let now = next;
    while (typeof now === 'object') {
      const step = this.steps[now.to];
      if (!step) throw new Error(`dialog "${this.id}" has no step "${now.to}"`);
      kept.step = now.to;
      kept.askedAt = turnOf(dc).facts.now;
      now = await step.ask(turnOf(dc), kept.notes);
    }
    return now === 'wait' ? Dialog.EndOfTurn : dc.endDialog(now);
  }

  private instance(dc: DialogContext) {
    if (!dc.activeDialog) throw new Error(`dialog "${this.id}" is not on the stack`);
    return dc.activeDialog;
  }
}
