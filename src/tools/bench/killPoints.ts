import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotGoOn } from '../tool';
import { countRepeats, lacks } from './kill/ended';
import type { Lived } from './kill/life';

export interface Killed {
  readonly points: number;
  /** Names of the points after which something was missing, or a young person got a text twice. */
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/**
 * Kills a real process with SIGKILL at every point of a disclosure's way, from webhook to human act, starts it again on
 * the same folder, and compares what then stands with what stands when nobody is killed. `each` leaves points out.
 */
export async function measureKillPoints(each: number, say: (progress: string) => void): Promise<Killed> {
  const folder = mkdtempSync(join(tmpdir(), 'between-visits-kill-'));
  try {
    const undisturbed = await live(join(folder, 'undisturbed'), null);
    if (undisturbed === null) throw new CannotGoOn('A life nobody ended came to no end.');
    const lost: string[] = [];
    const doubled: string[] = [];
    const tried = undisturbed.points.flatMap((name, at) => (at % each === 0 ? [{ name, at }] : []));
    for (const { name, at } of tried) {
      const place = join(folder, String(at));
      if ((await live(place, at)) !== null) throw new CannotGoOn(`Nobody was killed at point ${at}, ${name}.`);
      const after = await live(place, null);
      if (after === null || lacks(after, undisturbed)) lost.push(`${at} ${name}`);
      // The texts of this way are none of immediate danger: each goes once, whatever happens.
      if (after !== null && countRepeats(after.taken) > 0) doubled.push(`${at} ${name}`);
      rmSync(place, { recursive: true, force: true });
      say(`  killed at ${at + 1} of ${undisturbed.points.length}: ${name}`);
    }
    return { points: tried.length, lost, doubled };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What stood at its end; null when it was killed. */
function live(folder: string, killAt: number | null): Promise<Lived | null> {
  const argv = ['--no-warnings', join(__dirname, 'kill/life.js'), folder, String(killAt ?? 'none')];
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve(null);
      else if (code === 0) resolve(JSON.parse(said) as Lived);
      else reject(new CannotGoOn('A life ended badly: see above.'));
    });
  });
}
