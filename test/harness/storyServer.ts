import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createService, type Service, type ServiceParts } from '../../src/app/service/createService';
import { readThread } from '../../src/record/views/readThread';
import { openSpool } from '../../src/spool';
import { later, SECOND_MS, type Instant, type Roster } from '../../src/vocabulary';
import type { TestRecord } from './record';
import { STORY_ROSTER } from './roster';
import { beginStory, type Story } from './story';

/** How the record treats one server: it answers, it is away, or it leaves whoever asks waiting, and then fails them. */
interface Reach {
  away: boolean;
  hangs: { readonly asked: () => void; readonly until: Promise<void> } | null;
}

/** The server a story is played on: it has a disk, and its record can be sent away. */
export interface StoryServer {
  readonly story: Story;
  readonly reach: Reach;
  readonly parts: ServiceParts;
  /** The files that wait on its disk. */
  spooled(): readonly string[];
  /** Another server on the same record, which always answers it; on the same disk, or on one of its own. */
  another(disk: 'shared' | 'own'): Service;
  /** The story's clock stands so many seconds after its beginning. */
  moveTo(seconds: number): void;
  /** Takes away all disks. */
  end(): void;
}

/** Begins a story on a server with a real disk. */
export async function beginOnServer(
  opened: TestRecord,
  at: Instant,
  roster: Roster = STORY_ROSTER,
): Promise<StoryServer> {
  const folders: string[] = [];
  const reach: Reach = { away: false, hangs: null };
  const openDisk = () => {
    const folder = mkdtempSync(join(tmpdir(), 'story-server-'));
    folders.push(folder);
    return folder;
  };
  const disk = openDisk();
  const spoolOn = (folder: string) => openSpool({ folder, keys: opened.keys });
  const made: { parts?: ServiceParts; bare?: ServiceParts } = {};
  const wrap = (bare: ServiceParts): ServiceParts => {
    made.bare = bare;
    made.parts = { ...bare, spool: spoolOn(disk), record: withinReach(bare.record, reach) };
    return made.parts;
  };
  const story = await beginStory(opened, { at, roster, wrap });
  const { parts, bare } = made;
  if (!parts || !bare) throw new Error('a story wraps its parts');
  return {
    story,
    reach,
    parts,
    spooled: () => readdirSync(disk).filter((name) => name.endsWith('.message')),
    another: (which) => createService({ ...bare, spool: spoolOn(which === 'shared' ? disk : openDisk()) }),
    moveTo: (seconds) => story.clock.moveTo(later(at, seconds * SECOND_MS)),
    end: () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })),
  };
}

function withinReach(record: ServiceParts['record'], reach: Reach): ServiceParts['record'] {
  return {
    ...record,
    transaction(work, options) {
      if (reach.hangs !== null) {
        reach.hangs.asked();
        return reach.hangs.until.then(() => Promise.reject(new Error('too slow')));
      }
      if (reach.away) return Promise.reject(new Error('connection refused'));
      return record.transaction(work, options);
    },
  };
}

/** Makes the record hang; `asked` resolves when somebody waits for it, `ends` lets it fail them and answer again. */
export function hang(reach: Reach): { readonly asked: Promise<void>; readonly ends: () => void } {
  let asked = () => {};
  let ends = () => {};
  const waits = new Promise<void>((resolve) => (asked = resolve));
  reach.hangs = { asked, until: new Promise<void>((resolve) => (ends = resolve)) };
  return {
    asked: waits,
    ends: () => {
      reach.hangs = null;
      ends();
    },
  };
}

/** What they sent in the order a page shows it; a call or a picture by its kind. */
export async function shownOf(opened: TestRecord, who: string): Promise<readonly string[]> {
  const line = await opened.record.transaction((tx) => tx.lines.findOf(who));
  const thread = await readThread(opened.db, line!.id);
  return thread.filter(({ from }) => from === 'young-person').map(({ text, kind }) => text || kind);
}

/** The same in the order it was kept. */
export async function keptOf(opened: TestRecord, who: string): Promise<readonly string[]> {
  const line = await opened.record.transaction((tx) => tx.lines.findOf(who));
  const kept = await opened.record.transaction((tx) => tx.messages.after(line!.id, 0));
  return kept.map(({ text, kind }) => text || kind);
}

/** What single messages were judged, verdict by verdict. */
export function levelsOf(story: Story): readonly unknown[] {
  const verdicts = story.shows('message-assessed').filter(({ data }) => data['of'] === 'message');
  return verdicts.map(({ data }) => data['level']);
}
