'use strict';
// The live page: the same thread and form as without this script, over the Direct Line addresses. What was said is
// in the page and nowhere else: no storage, no history, no notifications, no title.
(() => {
  const page = document.getElementById('chat');
  const [log, form, text, answers, status, alert] = ['log', 'write', 'text', 'answers', 'status', 'alert'].map((id) =>
    document.getElementById(id),
  );
  const words = JSON.parse(page.dataset.words);
  // What this page called a message stands last in the name the record gives it, so an echo finds its bubble.
  const ownName = (id) => id.split('|').pop();
  const shown = new Set([...log.querySelectorAll('p')].map((bubble) => ownName(bubble.dataset.id)));
  let watermark = page.dataset.watermark;
  let [conversation, socket, timer] = [null, null, null];
  let [failures, lastTyping] = [0, 0];
  let sending = Promise.resolve();
  // What was written and is not known to have arrived, by the page's own name for it, in order.
  const unsent = new Map();
  let over = false;
  // Where to read on: at the first of what came together, and until when more belongs to it.
  let [first, together] = [document.getElementById('end'), 0];

  const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const newId = () =>
    Array.from(window.crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('');
  // A long answer from its beginning: in their own frame or, zoomed in, where everything scrolls together, on the page.
  function readOn() {
    log.scrollTop = first.offsetTop - 16;
    window.scrollTo(0, document.documentElement.scrollHeight);
  }

  // One request, given up after ten seconds, but not when Exit is pressed: what was sent still arrives.
  // Without a conversation, or with a token that is over, it gets one first.
  async function ask(path, body, again = true) {
    if (!conversation) conversation = await call('/tokens/generate', { method: 'POST' });
    try {
      return await call(`/conversations/${conversation.conversationId}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { Authorization: `Bearer ${conversation.token}`, 'Content-Type': 'application/json' },
        body: body && JSON.stringify(body),
      });
    } catch (error) {
      if (error.code !== 'TokenExpired' || !again) throw error;
      conversation = null;
      return ask(path, body, false);
    }
  }

  async function call(path, options) {
    const limit = new window.AbortController();
    const tooLong = setTimeout(() => limit.abort(), 10000);
    try {
      const response = await fetch(`/v3/directline${path}`, { ...options, keepalive: true, signal: limit.signal });
      const answer = await response.json();
      if (!response.ok) throw Object.assign(new Error(), { status: response.status, code: answer.error?.code });
      return answer;
    } finally {
      clearTimeout(tooLong);
    }
  }

  function addBubble(who, id, said) {
    const [bubble, label] = ['p', 'b'].map((tag) => document.createElement(tag));
    bubble.className = who;
    label.textContent = `${who === 'us' ? words.weSaid : words.youSaid} `;
    bubble.append(label, said);
    log.append(bubble);
    shown.add(ownName(id));
    if (who === 'you' || Date.now() > together) first = bubble;
    together = who === 'you' ? 0 : Date.now() + 5000;
    readOn();
    return bubble;
  }

  function receive(set) {
    for (const activity of set.activities) {
      const ours = activity.from.role === 'bot';
      if (!shown.has(ownName(activity.id))) addBubble(ours ? 'us' : 'you', activity.id, activity.text);
      // A question stays open while we say more: the limits may come behind it.
      if (!ours || activity.suggestedActions) offer(activity.suggestedActions?.actions ?? []);
    }
    watermark = set.watermark;
  }

  function offer(actions) {
    answers.hidden = actions.length === 0;
    answers.replaceChildren(
      ...actions.map(({ title, value }) => {
        const button = document.createElement('button');
        Object.assign(button, { name: 'quick', value, textContent: title });
        return button;
      }),
    );
    readOn();
  }

  // Reads what was missed, then listens. While the socket cannot be opened this is polling, every few seconds.
  async function connect() {
    clearTimeout(timer);
    if (over || socket) return;
    try {
      const query = `?watermark=${encodeURIComponent(watermark)}`;
      receive(await ask(`/activities${query}`));
      if (failures > 1) status.textContent = words.connected;
      failures = 0;
      resend();
      listen((await ask(query)).streamUrl);
    } catch (error) {
      if (error.code === 'Cleared' || error.code === 'CheckWord') return clear();
      if (error.status === 401 || error.status === 403) return close();
      failures += 1;
      if (failures > 1) status.textContent = words.noConnection;
      later();
    }
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(connect, Math.min(1000 * 2 ** failures, 15000) * (0.75 + Math.random() / 2));
  }

  function listen(streamUrl) {
    const url = new URL(streamUrl);
    url.host = location.host;
    socket = new WebSocket(url);
    socket.onmessage = ({ data }) => data && receive(JSON.parse(data));
    socket.onclose = ({ code }) => {
      socket = null;
      if (code === 4001) return clear();
      later();
    };
  }

  // Fifteen quiet minutes are over: the page is blank, and writing starts it again.
  function clear() {
    log.replaceChildren();
    shown.clear();
    offer([]);
    status.textContent = words.cleared;
  }

  function close() {
    over = true;
    log.replaceChildren();
    offer([]);
    alert.textContent = words.closed;
  }

  // Three tries under one name, so that a message that did arrive is not a second one. Then it is the writer's choice.
  async function post(activity) {
    for (let tried = 1; ; tried += 1) {
      try {
        return await ask('/activities', activity);
      } catch (error) {
        if (tried === 3 || (error.status && error.status < 500)) throw error;
        await wait(1000 * tried);
      }
    }
  }

  async function send(said, clientActivityID = newId()) {
    alert.textContent = '';
    offer([]);
    const bubble = addBubble('you', clientActivityID, said);
    const note = document.createElement('i');
    note.textContent = words.sending;
    bubble.append(note);
    const activity = { type: 'message', text: said, from: { id: 'young-person' }, channelData: { clientActivityID } };
    const next = () => post(activity);
    unsent.set(clientActivityID, said);
    try {
      // One after the other: the order in which things were written is part of what was said.
      sending = sending.then(next, next);
      const { kept } = await sending;
      unsent.delete(clientActivityID);
      note.remove();
      if (kept) status.textContent = words.keptForLater;
      connect();
    } catch (error) {
      if (error.code === 'CheckWord') return askWord();
      if (error.code === 'Closed' || error.code === 'Unauthorized') close();
      fail(bubble, note, error, () => send(said, clientActivityID));
    }
  }

  // The page that asks for the word keeps whatever has not arrived, and what is written until it is on its way.
  function askWord() {
    text.value = [...unsent.values(), text.value].filter((words) => words.trim()).join('\n');
    unsent.clear();
    text.readOnly = true;
    form.submit();
  }

  function fail(bubble, note, { status: code }, again) {
    // A page cleared while these words were on their way still shows them: nobody else has them.
    if (!over && !bubble.isConnected) log.append(bubble);
    if (!over) alert.textContent = code === 429 ? words.tooOften : code === 413 ? words.tooLong : words.notSent;
    const button = document.createElement('button');
    Object.assign(button, { type: 'button', textContent: words.tryAgain });
    // Nobody refused it: the network lost it, and it goes by itself once that is back, as in their other messages.
    button.dataset.lost = !code;
    button.onclick = ({ isTrusted }) => {
      bubble.remove();
      if (isTrusted) text.focus();
      again();
    };
    note.replaceChildren(button);
    readOn();
  }

  // In the order in which they were written, each under the name it had: what did arrive is not a second one.
  const resend = () => over || log.querySelectorAll('button[data-lost=true]').forEach((lost) => lost.click());

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const pressed = event.submitter?.name === 'quick' ? event.submitter.value : null;
    const said = (pressed ?? text.value).trim();
    if (pressed === null) text.value = '';
    text.focus();
    if (said) send(said);
  });

  text.addEventListener('keydown', (event) => {
    // On a phone's keyboard Enter makes a new line, as it does in its other messages.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !window.matchMedia('(pointer: fine)').matches)
      return;
    event.preventDefault();
    form.requestSubmit();
  });

  // Writing keeps the page from going blank; once a minute is enough to say so.
  text.addEventListener('input', () => {
    if (!conversation || Date.now() - lastTyping < 60000) return;
    lastTyping = Date.now();
    ask('/activities', { type: 'typing', from: { id: 'young-person' } }).then(connect, () => {});
  });

  // A phone that slept may hold a socket that is long dead.
  document.addEventListener('visibilitychange', () => document.hidden || socket?.close());
  for (const then of [resend, connect]) window.addEventListener('online', then);
  document.addEventListener('left', () => {
    over = true;
    clearTimeout(timer);
    socket?.close();
  });

  document.getElementById('refresh').remove();
  readOn();
  connect();
})();
