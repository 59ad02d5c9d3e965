/** Asks the practice carrier to do something; resolves to whether it did. */
export async function ask(path, body = {}) {
  const response = await fetch(`practice/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.ok;
}

/** Everything there is to show. */
export async function readState() {
  const response = await fetch('practice/state', { cache: 'no-store' });
  if (!response.ok) throw new Error(`The practice carrier answered ${response.status}.`);
  return response.json();
}
