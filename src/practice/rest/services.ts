import { Router } from 'express';
import type { PracticeSettings } from '../settings';
import { requireLogin } from './account';
import { refuse, REFUSALS } from './errors';

/** The part of Twilio's Messaging API (v1) that the service asks: which numbers a messaging service holds. */
export function messagingServices(settings: PracticeSettings): Router {
  const router = Router();
  router.get('/Services/:sid/PhoneNumbers', requireLogin<{ sid: string }>(settings), (request, response) => {
    const { sid } = request.params;
    if (sid !== settings.messagingServiceSid) return refuse(response, REFUSALS.notFound);
    const url = `https://messaging.twilio.com/v1/Services/${sid}/PhoneNumbers`;
    const held = { service_sid: sid, account_sid: settings.accountSid, phone_number: settings.serviceNumber };
    response.json({
      phone_numbers: [held],
      meta: { key: 'phone_numbers', page: 0, page_size: 50, url, first_page_url: url, next_page_url: null },
    });
  });
  return router;
}
