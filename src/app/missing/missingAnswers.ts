import type { Config } from '../../config';
import { createCarrier } from '../service/createCarrier';
import type { Missing } from './missing';

/** The carrier and the mail server, asked for an answer; what is not configured is a missing setting, not a silence. */
export async function missingAnswers(config: Config): Promise<readonly Missing[]> {
  const carrier = createCarrier(config);
  try {
    const { phone, mail } = await carrier.answers();
    return [...sayPhone(phone), ...sayMail(mail)];
  } finally {
    carrier.close();
  }
}

function sayPhone(answer: Awaited<ReturnType<ReturnType<typeof createCarrier>['answers']>>['phone']): Missing[] {
  if (answer === 'refuses us') {
    const give = 'Compare TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN and TWILIO_NUMBER with the carrier’s console.';
    return [{ what: 'The carrier refuses the account or its token.', give }];
  }
  if (answer === 'number not in the service') {
    const give =
      'Compare TWILIO_MESSAGING_SERVICE_SID with the carrier’s console, and put the number into its senders.';
    return [{ what: 'The messaging service does not hold TWILIO_NUMBER.', give }];
  }
  if (answer === 'silent') {
    const give =
      'See that this machine may reach api.twilio.com over https, and whether the carrier reports an outage.';
    return [{ what: 'The carrier does not answer.', give }];
  }
  return [];
}

function sayMail(answers: boolean | null): Missing[] {
  if (answers !== false) return [];
  const give = 'See that SMTP_URL names host, port, login and password as your mail provider gives them.';
  return [{ what: 'The mail server does not answer, or does not let us in.', give }];
}
