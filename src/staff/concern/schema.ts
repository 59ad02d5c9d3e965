import { z } from 'zod';
import { VERDICTS } from '../../record/views/types';

export const actForm = z.object({ act: z.enum(['taken-on', 'contacted', 'passed-on'], 'Choose what you did') });

export const verdictForm = z.object({
  verdict: z.enum(VERDICTS, 'Choose right, wrong or unclear'),
  note: z.string().trim().max(1000, 'Keep this under 1,000 characters').default(''),
});
