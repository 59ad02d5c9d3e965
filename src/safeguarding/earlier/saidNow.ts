import type { Assessment, Because } from '../../vocabulary/concerns';
import type { Compiled } from '../reading/compile';
import type { Reading } from '../reading/reading';
import { isBareAnswer } from './answersUs';

/**
 * A verdict whose every reason stands in an earlier text. "please help", "tonight too", "i wasnt joking" say that it is
 * so now: they are given a reason of their own, so that they open again what was decided or closed. Only a closed list
 * says nothing anew: retractions, pleas for secrecy, and bare answers.
 */
export function saidNow(assessment: Assessment, text: string, reading: Reading, compiled: Compiled): Assessment {
  const [first] = assessment.because;
  if (first === undefined || saysNothingAnew(text, reading, compiled)) return assessment;
  const anew: Because = {
    ...first,
    evidence: text,
    where: 'message',
    span: { start: 0, end: text.length },
    steps: [...first.steps, 'told before, and said to be so now'],
  };
  return { ...assessment, because: [anew, ...assessment.because] };
}

function saysNothingAnew(text: string, reading: Reading, { assertion }: Compiled): boolean {
  const isSaid = (owner: number): boolean => reading.matchesOf(owner).length > 0;
  if (isSaid(assertion.goesOn)) return false;
  return isBareAnswer(text) || isSaid(assertion.carries) || isSaid(assertion.pleads);
}
