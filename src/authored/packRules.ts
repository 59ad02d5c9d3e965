import { z } from 'zod';
import type { DisclosureRules } from '../safeguarding/rules';
import { asText, fromText } from './asText';

/** Rules as the build keeps them: forty thousand words on a line each, and all else as text. */
const Packed = z.object({ ordinaryWords: z.string(), others: z.custom<Uint8Array>(ArrayBuffer.isView) });

/** What is kept of rules, to be read fast: as objects they took longer to read than all else that is authored. */
export function packRules({ ordinaryWords, ...others }: DisclosureRules): z.infer<typeof Packed> {
  return { ordinaryWords: [...ordinaryWords].join('\n'), others: asText(others) };
}

/** What `packRules` was given. */
export function unpackRules(packed: unknown): DisclosureRules {
  const { ordinaryWords, others } = Packed.parse(packed);
  return {
    ...(fromText(others) as Omit<DisclosureRules, 'ordinaryWords'>),
    ordinaryWords: new Set(ordinaryWords.split('\n')),
  };
}
