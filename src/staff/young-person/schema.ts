import { z } from 'zod';

export const phoneForm = z.object({
  how: z.enum(['face-to-face', 'second-safe-way'], 'Say how you know that they have the phone'),
});

export const missedForm = z.object({
  message: z.string('Choose the message').min(1, 'Choose the message').max(100),
  level: z.enum(['worry', 'urgent', 'immediate'], 'Choose how fast a human must know'),
  reason: z.string('Say what you see in it').trim().min(1, 'Say what you see in it').max(2000),
});
