import { join } from 'node:path';
import { explain } from './rules/explain';
import { fuzz, printShift } from './rules/fuzz';
import { judgeFrom } from './rules/judgeFrom';
import { tellDifferences } from './rules/tellDifferences';
import { readLabelled } from './score/labelled';
import { NotUnderstood, runTool } from './tool';

const HELP = `Looks into the rules that recognise disclosures. No record, no network.

  npm run -s rules -- explain "text" [--before "earlier text"]... [--staff Sam]...
        what was judged, which rule spoke, on which words, and each step of its level
  npm run -s rules -- diff A B labelled.jsonl...
        what two versions (folders with a disclosures/ inside) judge differently
  npm run -s rules -- fuzz labelled.jsonl...
        how often writing the same thing otherwise (typing errors, capitals, small talk, several messages) changes what is heard
  npm run -s rules -- check
        every fault in the rules, by file and line

Exit codes: 0 done, 1 faults or differences found, 2 not understood.
`;

/** Any number would do; the same one each time keeps two runs comparable. */
const SEED = 20261122;

const RULES = join(process.cwd(), 'escalation-rules');

export async function main(argv: string[]): Promise<number> {
  const options = { before: { type: 'string', multiple: true }, staff: { type: 'string', multiple: true } } as const;
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
        const shifts = fuzz(judgeFrom(RULES), readLabelled(rest).labelled, SEED);
        shifts.forEach((shift) => process.stdout.write(printShift(shift)));
        return 0;
      }
      case 'check':
        judgeFrom(RULES);
        process.stdout.write('The rules have no fault.\n');
        return 0;
      default:
        throw new NotUnderstood(verb === undefined ? 'Say what to do.' : `"${verb}" means nothing here.`);
    }
  });
}
