import type { WebSocket } from 'ws';
import type { LineId } from '../../../vocabulary';
import type { WebDoor } from '../ports';
import { admit } from '../session/admit';
import { isLive } from '../session/liveStretch';
import type { Claims } from '../session/tokens';
import { noteShown } from '../thread/noteShown';
import { readThread } from '../thread/readThread';
import { activitySet } from './activities';

/** The page must go blank: fifteen idle minutes, or a check word owed. It can be written on again. */
const CLEARED = 4001;
/** The session has ended: the client asks what it still may, hears that, and shows nothing more. */
const ENDED = 4003;
/** Reading failed; the client comes back with its watermark and nothing is lost. */
const TRY_AGAIN = 1011;

/** One open page. Everything new since its watermark is sent, in order, each thing once. */
export interface Stream {
  /** True when news of this line may be for this page: before its first message a page knows no line. */
  concerns(line: LineId): boolean;
  /** Looks for what is new and sends it. Calls while one is under way lead to one more look. */
  send(): void;
  /** Closes what is dead or no longer live, and looks for news that nobody told us of. */
  beat(): void;
}

/**
 * Keeps one socket up to date with its line, from the watermark `from` on; null: from the start of the live stretch.
 */
export function openStream(door: WebDoor, socket: WebSocket, claims: Claims, from: string | null): Stream {
  let watermark = from;
  let line: LineId | null = null;
  let looking = false;
  let lookAgain = false;
  let answered = true;

  socket.on('pong', () => (answered = true));
  socket.on('error', () => socket.terminate());

  async function look(): Promise<void> {
    const admission = await admit(door, claims.session);
    if (admission.may === 'nothing') {
      socket.close(ENDED);
      return;
    }
    if (admission.may !== 'use' || !isLive(admission.session, door.clock.now())) {
      socket.close(CLEARED);
      return;
    }
    const part = await readThread(door, admission.session, watermark);
    line = part.line;
    if (part.entries.length === 0 || socket.readyState !== socket.OPEN) return;
    socket.send(JSON.stringify(activitySet(claims.session, part)));
    watermark = part.watermark;
    noteShown(door, part.entries);
  }

  async function lookUntilStill(): Promise<void> {
    looking = true;
    try {
      do {
        lookAgain = false;
        await look();
      } while (lookAgain && socket.readyState === socket.OPEN);
    } catch (error) {
      door.log.error({ error, session: claims.session }, 'a web stream could not be read: its page will come back');
      socket.close(TRY_AGAIN);
    } finally {
      looking = false;
    }
  }

  const stream: Stream = {
    concerns: (changed) => line === null || line === changed,
    send() {
      lookAgain = true;
      if (!looking) void lookUntilStill();
    },
    beat() {
      if (!answered) return socket.terminate();
      answered = false;
      socket.ping();
      stream.send();
    },
  };
  stream.send();
  return stream;
}
