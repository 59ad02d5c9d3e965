import { EventEmitter } from 'node:events';

const HUNG_UP = 'hung-up';

export type Pickup = 'answer' | 'decline' | 'answerphone';

/** What somebody at a practice phone does with one call: picks up, presses keys, hangs up. */
export class Handset {
  private readonly happenings = new EventEmitter();
  private over = false;
  private pickup: Pickup | null = null;
  private pressed = '';

  get hungUp(): boolean {
    return this.over;
  }

  pickUp(how: Pickup): void {
    this.pickup ??= how;
    this.happenings.emit('picked');
  }

  press(keys: string): void {
    this.pressed += keys;
    this.happenings.emit('pressed');
  }

  hangUp(): void {
    this.over = true;
    this.happenings.emit(HUNG_UP);
  }

  /** How the call was picked up; null when nobody did in time, or the caller gave up. */
  async pickedUp(withinMs: number): Promise<Pickup | null> {
    if (this.pickup === null) await this.next('picked', withinMs);
    return this.pickup;
  }

  /** Keys pressed so far are forgotten: a new question has been asked. */
  forgetKeys(): void {
    this.pressed = '';
  }

  /** The keys pressed, up to `count` of them or up to `finishOn`; fewer, or none, when time runs out. */
  async keys(count: number, finishOn: string, withinMs: number): Promise<string> {
    const deadline = Date.now() + withinMs;
    while (!this.hungUp && !isComplete(this.pressed, count, finishOn) && Date.now() < deadline) {
      await this.next('pressed', deadline - Date.now());
    }
    const keys = upTo(this.pressed, finishOn).slice(0, count);
    this.pressed = '';
    return keys;
  }

  /** Waits while something is said; a key or hanging up cuts it short. */
  async listen(forMs: number, keysInterrupt: boolean): Promise<void> {
    if (keysInterrupt && this.pressed !== '') return;
    await this.next(keysInterrupt ? 'pressed' : 'nothing', forMs);
  }

  /** A timer of our own: Node 20 may lose a time limit joined to another signal, and the phone would ring for ever. */
  private next(happening: string, withinMs: number): Promise<void> {
    if (this.hungUp || withinMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        this.happenings.off(happening, end).off(HUNG_UP, end);
        resolve();
      };
      const timer = setTimeout(end, Math.ceil(withinMs));
      this.happenings.on(happening, end).on(HUNG_UP, end);
    });
  }
}

function isComplete(pressed: string, count: number, finishOn: string): boolean {
  return pressed.length >= count || (finishOn !== '' && pressed.includes(finishOn));
}

function upTo(pressed: string, finishOn: string): string {
  return finishOn === '' ? pressed : (pressed.split(finishOn)[0] ?? '');
}
