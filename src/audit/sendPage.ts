/** The account texts are sent from. */
export interface CarrierAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** Our number, E.164. */
  readonly from: string;
  /** Where the carrier's REST interface is. */
  readonly apiUrl: string;
}

const ANSWER_WITHIN_MS = 10_000;

/** Sends one fixed text to each number. Gives how many the carrier took; a number it refuses does not stop the others. */
export async function sendPage(account: CarrierAccount, numbers: readonly string[], text: string): Promise<number> {
  const sent = await Promise.allSettled(numbers.map((to) => sendOne(account, to, text)));
  return sent.filter((one) => one.status === 'fulfilled' && one.value).length;
}

async function sendOne({ accountSid, authToken, from, apiUrl }: CarrierAccount, to: string, text: string) {
  const answer = await fetch(`${apiUrl}/2010-04-01/Accounts/${accountSid}/Messages.json`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}` },
    body: new URLSearchParams({ To: to, From: from, Body: text }),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  });
  await answer.body?.cancel();
  return answer.ok;
}
