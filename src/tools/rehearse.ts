import { beginMemoryRecord } from '../app/alone/beginMemoryRecord';
import { rehearseAll } from './rehearse/rehearseAll';
import { NotUnderstood, runTool } from './tool';

const HELP = `Plays scripts through the whole service, in process, on a fresh record and a clock it moves.

  npm run -s rehearse -- --roster roster.yaml script.json...

A script is {id, at, channel: sms|web, youngPerson: <roster id> | {phone}, steps: [...]}. Steps:
  {says, after?, providerId?}   {picture: true, says?}   {wait: "PT20M"}   {checkInDue: true}
  {practitioner, replies}       ("{code}" is that practitioner's latest code)
  {practitioner, does: "seen"|"takes-on"|"decides"|"contacted"}
Prints one JSON line for everything that happens. Two runs print the same.
Exit codes: 0 played, 1 a script could not be played to its end, 2 something given cannot be read.
`;

/** The `rehearse` tool. Returns the exit code. */
export function main(argv: string[]): Promise<number> {
  const options = { roster: { type: 'string' } } as const;
  return runTool(argv, { help: HELP, options }, ({ values: { roster }, words }) => {
    if (!roster || words.length === 0) throw new NotUnderstood('Name a roster and at least one script.');
    // First of all: other threads work at it while this one loads and reads everything else.
    beginMemoryRecord();
    return rehearseAll(roster, words);
  });
}
