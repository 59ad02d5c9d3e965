import type { RetentionTerms } from '../../retention';
import { readStanding } from '../../record/views/readStanding';
import type { MendingGroup } from '../../staff/ports';
import { missingAnswers } from '../missing/missingAnswers';
import type { Missing } from '../missing/missing';
import { missingPeople } from '../missing/missingPeople';
import { missingSettings } from '../missing/missingSettings';
import { missingSpool } from '../missing/missingSpool';
import { missingWords } from '../missing/missingWords';
import type { House } from '../house/openHouse';
import { projectRoot } from '../projectRoot';
import { sayAuditor, sayChannels, sayRefusedCalls, sayRefusedMessages, sayWork } from './sayStanding';

/**
 * Everything that is broken or missing now, by what it touches, each with how to mend it. It names practitioners, files
 * and settings, never what anybody wrote. Practice is not asked for settings, proofs of channels or an auditor.
 */
export async function findToMend(
  { config, ctx, open, authored }: Pick<House, 'config' | 'ctx' | 'open' | 'authored'>,
  root = projectRoot(),
): Promise<readonly MendingGroup[]> {
  const now = ctx.clock.now();
  const live = config.mode === 'live';
  const roster = await ctx.record.transaction((tx) => tx.roster.snapshot());
  const standing = await readStanding(open.db, now);
  return [
    {
      about: 'messages',
      found: [
        ...(await missingSpool(config, now)),
        ...sayRefusedMessages(standing, roster, now),
        ...sayRefusedCalls(standing, roster, now),
      ],
    },
    { about: 'work', found: [...sayWork(standing, roster, now), ...(live ? sayAuditor(standing, roster, now) : [])] },
    {
      about: 'people',
      found: [...(live ? missingPeople(roster, now) : []), ...sayChannels(standing, roster, now, live)],
    },
    { about: 'settings', found: live ? [...missingSettings(config), ...(await missingAnswers(config))] : [] },
    { about: 'words', found: [...missingWords(root, now), ...missingTerms(authored.retention)] },
  ];
}

function missingTerms(terms: RetentionTerms | null): readonly Missing[] {
  if (terms !== null && terms.approvedBy !== 'draft') return [];
  return [
    {
      what: 'Nobody has approved how long words are kept: live destroys nothing.',
      give: 'The data protection and safeguarding leads read escalation-rules/retention.yaml and write who approved it in approvedBy.',
    },
  ];
}
