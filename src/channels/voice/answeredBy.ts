/**
 * Whether the carrier heard a machine pick up. "unknown" counts as a person: the notice holds no content, and a
 * person who hears the answerphone's sentence instead could not take anything on.
 */
export function wasMachine(answeredBy: string | undefined): boolean {
  return answeredBy === 'fax' || (answeredBy?.startsWith('machine') ?? false);
}
