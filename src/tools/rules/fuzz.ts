import { atLeast, type Assess } from '../../vocabulary/concerns';
import type { Labelled } from '../score/labelled';
import { PERTURBATIONS, splitInto } from './perturb';

/** How often writing the same thing otherwise changed what was heard. */
export interface Shift {
  readonly perturbation: string;
  /** Disclosures heard as urgent or more, and how many of them no longer were. */
  readonly heard: number;
  readonly fell: number;
  /** Harmless messages left alone, and how many of them were then judged urgent or more. */
  readonly leftAlone: number;
  readonly rose: number;
}

const PARTS = [2, 3];

/** Judges every message as written and under every perturbation. `seed` decides which word is changed. */
export function fuzz(assess: Assess, messages: readonly Labelled[], seed: number): readonly Shift[] {
  const alarms = (text: string, { before, staff }: Labelled, earlier: readonly string[] = []): boolean =>
    atLeast(assess({ text, before: [...before, ...earlier], staff }).level, 'urgent');
  const disclosures = messages.filter((one) => atLeast(one.level, 'urgent') && alarms(one.text, one));
  const harmless = messages.filter((one) => one.level === 'none' && !alarms(one.text, one));

  const shift = (perturbation: string, heardNow: (one: Labelled, pick: number) => boolean): Shift => ({
    perturbation,
    heard: disclosures.length,
    fell: disclosures.filter((one, index) => !heardNow(one, picked(seed, index))).length,
    leftAlone: harmless.length,
    rose: harmless.filter((one, index) => heardNow(one, picked(seed, index))).length,
  });
  return [
    ...Object.entries(PERTURBATIONS).map(([name, change]) =>
      shift(name, (one, pick) => alarms(change(one.text, pick), one)),
    ),
    ...PARTS.map((count) =>
      shift(`split in ${count}`, (one) => {
        const parts = splitInto(one.text, count);
        return parts.some((part, index) => alarms(part, one, parts.slice(0, index)));
      }),
    ),
  ];
}

/** One line: how often a perturbation lowers what was heard, and raises what was left alone. */
export function printShift({ perturbation, heard, fell, leftAlone, rose }: Shift): string {
  const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
  return `${perturbation.padEnd(24)} falls ${share(fell, heard)} (${fell}/${heard}), rises ${share(rose, leftAlone)} (${rose}/${leftAlone})\n`;
}

/** A number from 0 up to 1, always the same for a seed and a place. */
function picked(seed: number, index: number): number {
  const mixed = Math.imul(index + 1, 0x85ebca6b ^ seed);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
}
