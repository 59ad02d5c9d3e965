import { createInTurn, senderKey, type Clock, type Log } from '../../acts';
import type { Config } from '../../config';
import type { Keys } from '../../keys';
import type { OpenRecord } from '../../record';
import { holdsMessage } from '../../record/views/holdsMessage';
import { openSpool, type Damaged } from '../../spool';
import { DAY_MS, later, MINUTE_MS, type IncomingMessage } from '../../vocabulary';
import { journalFolder } from '../journalFolder';
import type { Acts } from '../service/bindActs';

/**
 * The embedded record survives a killed process, not a power cut. A live installation that runs on it keeps every
 * message of the last day on disk as well, fsynced before it is answered; at start, what the record has lost comes
 * the ordinary way under the provider id it came with.
 */
export interface Journal {
  /** The acts that receive, each message written down first. A disk that refuses is logged: the record still has it. */
  readonly receiving: Pick<Acts, 'receiveMessage' | 'receiveFromPhone'>;
  /** Receives again what the record does not hold. Returns how many those were. */
  replay(): Promise<number>;
  /** What was written a minute ago or longer and cannot be read: the record may have lost it, and nothing gives it back. */
  damaged(): Promise<readonly Damaged[]>;
  /** Takes off the disk what is older than a day. */
  trim(): Promise<void>;
}

interface Parts {
  readonly keys: Keys;
  readonly log: Log;
  readonly clock: Clock;
  readonly config: Pick<Config, 'mode' | 'databaseUrl' | 'dataDir'>;
  readonly acts: Journal['receiving'];
  readonly open: Pick<OpenRecord, 'db'>;
}

/** Null where the record itself survives a power cut (Postgres), or nobody depends on it (practice). */
export function openJournal({ config, keys, log, clock, acts, open }: Parts): Journal | null {
  const folder = journalFolder(config);
  if (folder === null) return null;
  const pages = openSpool({ folder, keys });
  const inTurn = createInTurn();

  async function note(message: IncomingMessage): Promise<void> {
    await pages.keep(message, null).catch((error: unknown) => {
      log.error({ error, provider: message.provider }, 'a message could not be written into the journal');
    });
  }
  const noted =
    <Result>(receive: (message: IncomingMessage) => Promise<Result>) =>
    async (message: IncomingMessage): Promise<Result> => {
      // The disk may write a later page faster: it must not be received before the earlier one.
      await inTurn(senderKey(message.sender), () => note(message));
      return receive(message);
    };

  return {
    receiving: { receiveMessage: noted(acts.receiveMessage), receiveFromPhone: noted(acts.receiveFromPhone) },

    async replay() {
      let lost = 0;
      for (const { message } of await pages.waiting()) {
        if (await holdsMessage(open.db, message)) continue;
        await (message.sender.by === 'phone' ? acts.receiveFromPhone(message) : acts.receiveMessage(message));
        lost += 1;
      }
      if (lost > 0) log.warn({ count: lost }, 'messages the record had lost were received again from the journal');
      return lost;
    },

    damaged: () => pages.damaged(later(clock.now(), -MINUTE_MS)),

    trim: () => pages.removeOlderThan(later(clock.now(), -DAY_MS)),
  };
}
