import { join } from 'node:path';
import { marksIn } from '../app/alone/markedVerdicts';
import { loadConfig } from '../config';
import { createAssessor } from '../safeguarding';
import { createNearMissFinder } from '../safeguarding/review/nearMisses';
import { explain } from './rules/explain';
import { fuzz, printShift } from './rules/fuzz';
import { judgeFrom, readRules, readVersion } from './judgeFrom';
import { deadRules, labelledIn } from './rules/mutate';
import { review } from './rules/review';
import { tellDifferences } from './rules/tellDifferences';
import { readLabelled } from './score/labelled';
import { CannotGoOn, NotUnderstood, runTool } from './tool';

const HELP = `Looks into the rules that recognise disclosures. No network; only review opens the record.

  npm run -s rules -- explain "text" [--before "earlier text"]... [--staff Sam]...
        what was judged, which rule spoke, on which words, and each step of its level
  npm run -s rules -- diff A B labelled.jsonl...
        what two versions (folders with a disclosures/ inside) judge differently
  npm run -s rules -- fuzz labelled.jsonl...
        how often writing the same thing otherwise (typing errors, capitals, small talk, several messages) changes what is heard
  npm run -s rules -- mutate [--rule ID] [labelled.jsonl...]
        the rules that change nothing: without one of them no labelled message (of test/labelled, when no file is named)
        and none of its own catches is judged otherwise by the rules alone
  npm run -s rules -- review --by ID
        verdicts that staff marked wrong, unclear or missed, newest first, in the words of the young people: which rules
        spoke, and which nearly did. For whoever holds the keys of the record; --by says who reads (a roster id), and
        each concern read is kept as a read. An embedded record must not be in use.
  npm run -s rules -- check
        every fault in the rules, by file and line

Exit codes: 0 done, 1 faults, differences or rules that change nothing found, 2 not understood.
`;

/** Any number would do; the same one each time keeps two runs comparable. */
const SEED = 20261122;

const RULES = join(process.cwd(), 'escalation-rules');
const LABELLED = join(process.cwd(), 'test/labelled');

/** The `rules` tool. Returns the exit code. */
export async function main(argv: string[]): Promise<number> {
  const options = {
    before: { type: 'string', multiple: true },
    staff: { type: 'string', multiple: true },
    by: { type: 'string' },
    rule: { type: 'string' },
  } as const;
  return runTool(argv, { help: HELP, options }, async ({ values, words: [verb, ...rest] }) => {
    switch (verb) {
      case 'explain': {
        const [text] = rest;
        if (text === undefined || rest.length > 1) throw new NotUnderstood('Give one text, in quotation marks.');
        const assessment = judgeFrom(RULES)({ text, before: values.before ?? [], staff: values.staff ?? [] });
        process.stdout.write(explain(assessment));
        return 0;
      }
      case 'diff': {
        const [a, b, ...files] = rest;
        if (!a || !b || files.length === 0)
          throw new NotUnderstood('Name two versions and at least one labelled file.');
        return tellDifferences({ a, b, files }, process.stdout) === 0 ? 0 : 1;
      }
      case 'fuzz': {
        if (rest.length === 0) throw new NotUnderstood('Name at least one labelled file.');
        const { labelled, faults } = readLabelled(rest);
        if (faults.length > 0) throw new CannotGoOn(faults.join('\n'));
        const shifts = fuzz(judgeFrom(RULES), labelled, SEED);
        shifts.forEach((shift) => process.stdout.write(printShift(shift)));
        return 0;
      }
      case 'mutate':
        return mutate(values.rule, rest);
      case 'review': {
        const { by } = values;
        if (by === undefined || rest.length > 0) throw new NotUnderstood('Say who reads (--by).');
        process.stdout.write(await reviewFor(by));
        return 0;
      }
      case 'check':
        if (rest.length > 0) throw new NotUnderstood(`"${rest[0]}" means nothing here.`);
        judgeFrom(RULES);
        process.stdout.write('The rules have no fault.\n');
        return 0;
      default:
        throw new NotUnderstood(verb === undefined ? 'Say what to do.' : `"${verb}" means nothing here.`);
    }
  });
}

function mutate(only: string | undefined, files: readonly string[]): number {
  const messages = labelledIn(files, LABELLED);
  const dead = deadRules(readRules(RULES), messages, {
    only,
    progress: (done, of) => process.stderr.write(`${done} of ${of} messages\n`),
  });
  process.stdout.write(dead.map((id) => `${id}\n`).join(''));
  process.stdout.write(`${dead.length} ${dead.length === 1 ? 'rule changes' : 'rules change'} nothing.\n`);
  return dead.length === 0 ? 0 : 1;
}

async function reviewFor(by: string): Promise<string> {
  const { rules, weights } = readVersion(RULES);
  const marked = await marksIn(loadConfig(process.env), by);
  if (marked === null) throw new CannotGoOn(`No practitioner has the id ${by}.`);
  return review(marked, { judge: createAssessor(rules, weights), nearMisses: createNearMissFinder(rules, weights) });
}
