import type { RecordPort } from '../../acts';
import type { Config } from '../../config';
import type { Instant } from '../../vocabulary';
import { projectRoot } from '../projectRoot';
import type { Missing } from '../missing/missing';
import { missingAnswers } from '../missing/missingAnswers';
import { missingPeople } from '../missing/missingPeople';
import { missingSpool } from '../missing/missingSpool';
import { missingSettings } from '../missing/missingSettings';
import { missingWords } from '../missing/missingWords';

export interface Looked {
  readonly config: Config;
  /** Null when it cannot be opened yet: then it is missing too. */
  readonly record: Pick<RecordPort, 'transaction'> | null;
  readonly now: Instant;
  /** The folder of templates/ and escalation-rules/. */
  readonly root?: string;
}

/** Everything this installation needs before it may go live and does not have. Asks carrier and mail server. */
export async function findMissing({ config, record, now, root = projectRoot() }: Looked): Promise<readonly Missing[]> {
  const roster = await record?.transaction((tx) => tx.roster.snapshot());
  return [
    ...missingSettings(config),
    ...(await missingAnswers(config)),
    ...(await missingSpool(config, now)),
    ...(roster ? missingPeople(roster, now) : []),
    ...missingWords(root, now),
  ];
}

/** A key to a language model without the organisation's recorded approval is ignored: worth knowing, nothing to stop for. */
export async function modelKeyIgnored(config: Config, record: Pick<RecordPort, 'transaction'>): Promise<boolean> {
  if (config.anthropicApiKey === null) return false;
  const { organisation } = await record.transaction((tx) => tx.roster.snapshot());
  return organisation.modelApproval === null;
}
