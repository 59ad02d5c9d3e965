/**
 * The thread that holds the embedded database of one folder (`embeddedAside.ts` starts it). It begins while the rest of
 * the house is still being loaded, and a long query then keeps no request waiting. Plain CommonJS: a thread starts from
 * a file as it stands, in the tests too.
 *
 * It is asked one thing after the other and answers in that order: `open`, then any number of `say`, then `close`.
 */
const { parentPort } = require('node:worker_threads');

const { PGlite } = require('@electric-sql/pglite');

let db;

const ACTS = {
  async open({ dataDir, parameters }) {
    db = new PGlite({ dataDir, startParams: [...PGlite.defaultStartParams, ...parameters] });
    await db.waitReady;
  },
  /** Bytes of the Postgres protocol in, all bytes of the answer out. */
  async say(bytes) {
    const heard = [];
    // What the database says stands in its own memory, and only until it goes on.
    await db.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (answer) => heard.push(Buffer.from(answer)) });
    return new Uint8Array(Buffer.concat(heard));
  },
  close: () => db.close(),
};

let asked = Promise.resolve();

parentPort.on('message', ({ act, given }) => {
  asked = asked.then(async () => {
    try {
      parentPort.postMessage({ ok: true, value: await ACTS[act](given) });
    } catch (error) {
      parentPort.postMessage({ ok: false, error });
    }
    if (act === 'close') parentPort.close();
  });
});
