import { join, resolve } from 'node:path';
import { projectRoot } from '../app/projectRoot';
import { printFaults } from '../authored/readYaml';
import { systemClock } from '../clock';
import {
  checkAges,
  checkContacts,
  checkPathways,
  checkRetention,
  checkRosterFile,
  checkRules,
  checkTemplates,
  type Checked,
} from './check/authored';
import { checkLive } from './check/live';
import { printNewKeys } from './check/newKeys';
import { proveChannels } from './check/prove';
import { NotUnderstood, runTool } from './tool';

const HELP = `Usage: npm run -s check [-- --roster FILE]
       npm run -s check -- live
       npm run -s check -- prove
       npm run -s check -- new-keys

Without a word: everything people wrote (rules, pathways, templates and their lock, contacts, ages, terms of keeping, the roster), every
fault with file and line. The roster is the practice one unless another is named. Warnings do not fail.
live       what this installation still needs before it may go live, and how to give each thing. Settings, carrier, mail
           server, record, rota, contacts, wording, emergency sheets. A first go-live refuses until this passes.
prove      texts and rings both leads and managers of the next 72 hours and waits for their answers: a channel counts as
           proven by a real reply in the last 30 days. Needs the settings of live; end it with Ctrl-C.
new-keys   prints a fresh key ring for KEYS or KEYS_FILE. Keep it safe and apart from backups: words sealed by it open
           with nothing else.

  --roster FILE   the roster to check
  --root DIR      the folder that holds templates/ and escalation-rules/ (default: this project)

Exit codes: 0 nothing at fault, 1 faults or things missing, 2 not understood.
`;

const OPTIONS = { roster: { type: 'string' }, root: { type: 'string' } } as const;

/** The `check` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  return runTool(argv, { help: HELP, options: OPTIONS }, async ({ values, words: [word, ...more] }) => {
    if (more.length > 0) throw new NotUnderstood(`"${more[0]}" means nothing here.`);
    if (word === undefined) return checkAuthored(resolve(values.root ?? projectRoot()), values.roster);
    if (word === 'live') return checkLive();
    if (word === 'prove') return proveChannels();
    if (word === 'new-keys') return printNewKeys();
    throw new NotUnderstood(`"${word}" is nothing that can be checked.`);
  });
}

function checkAuthored(root: string, roster = join(root, 'src/practice/organisation.yaml')): number {
  const now = systemClock.now();
  const all = [
    checkRules(root, now),
    checkPathways(root, now),
    checkTemplates(root),
    checkContacts(root, now),
    checkAges(root, now),
    checkRetention(root, now),
    checkRosterFile(roster, now),
  ];
  all.forEach(print);
  const faults = all.flatMap((one) => one.faults).length;
  const warnings = all.flatMap((one) => one.warnings).length;
  process.stdout.write(`${faults === 0 ? 'Nothing at fault' : `${faults} at fault`}, ${warnings} to look at.\n`);
  return faults === 0 ? 0 : 1;
}

function print({ part, read, faults, warnings }: Checked): void {
  process.stdout.write(`${part}: ${read}${faults.length === 0 ? '' : `, ${faults.length} at fault`}\n`);
  if (faults.length > 0) process.stdout.write(`${indented(printFaults(faults))}\n`);
  if (warnings.length > 0) process.stdout.write(`${indented(printFaults(warnings), 'warning: ')}\n`);
}

function indented(lines: string, mark = ''): string {
  return lines.replace(/^/gm, `  ${mark}`);
}
