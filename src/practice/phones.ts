import { z } from 'zod';

/** A telephone number as the carrier demands it. */
export const E164 = z.string().regex(/^\+[1-9]\d{6,14}$/);

/** One practice phone: somebody of the invented organisation, with what they carry and where they can go. */
const practicePhone = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  who: z.enum(['young-person', 'practitioner', 'stranger']),
  /** A line under the name: "mentor, volunteer", "phone may be read". */
  about: z.string().default(''),
  phone: E164.nullable().default(null),
  email: z.email().nullable().default(null),
  links: z.array(z.strictObject({ label: z.string().min(1), url: z.url() })).default([]),
});

/** Who is on the phones page. Handed in when practice starts, and again whenever the service knows better. */
export const phoneList = z.strictObject({
  organisation: z.string().min(1),
  phones: z.array(practicePhone),
});

export type PhoneList = z.infer<typeof phoneList>;
export type PracticePhone = z.infer<typeof practicePhone>;
