import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { DatabaseGone, openAside } from '../../../src/record/embedded/embeddedAside';
import type { EmbeddedDatabase } from '../../../src/record/embedded/embeddedDatabase';
import { folderPool } from '../../../src/record/embedded/embeddedPool';

/** Works for half a second or so, inside the database alone. */
const LONG = 'select count(*) from generate_series(1, 300000) as a where a % 7 = 3';

describe('the embedded database in a thread of its own', () => {
  let folder: string;
  let db: EmbeddedDatabase;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'aside-'));
    db = await openAside(join(folder, 'record'));
  }, 60_000);
  afterAll(async () => {
    await db.close().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  });

  test('keeps nobody else waiting while it works', async () => {
    let over = false;
    const answer = db.say(query(LONG)).finally(() => (over = true));
    let turns = 0;
    while (!over) {
      turns += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(String(Buffer.from(await answer))).toContain('42857');
    expect(turns).toBeGreaterThan(20);
  });

  test('answers in the order it was asked, large answers whole', async () => {
    const asked = ['1', '2', '3', '4'];
    const answers = await Promise.all(asked.map((digit) => db.say(query(`select repeat('${digit}', 500000)`))));
    asked.forEach((digit, at) => expect(String(Buffer.from(answers[at]!))).toContain(digit.repeat(500_000)));
  });

  test('refuses what is asked once the thread has ended, instead of letting it wait for ever', async () => {
    await db.close();
    await expect(db.say(query('select 1'))).rejects.toThrow(DatabaseGone);
  });

  test('a folder that cannot be used is refused and left unlocked for whoever mends it', async () => {
    const place = join(folder, 'mended-later');
    mkdirSync(place);
    writeFileSync(join(place, 'PG_VERSION'), 'of another time\n');
    await expect(folderPool(place)).rejects.toThrow();
    expect(existsSync(`${place}.lock`)).toBe(false);
  });
});

/** A simple query as the Postgres protocol writes it: kind, length, text, zero. */
function query(text: string): Buffer {
  const message = Buffer.alloc(text.length + 6);
  message.write('Q', 0);
  message.writeInt32BE(text.length + 5, 1);
  message.write(text, 5);
  return message;
}
