import type { Language, PageWords } from '../../../vocabulary';
import type { ThreadEntry } from '../ports';
import type { QuickReply } from '../thread/quickReplies';
import { openAnswers, readOnFrom } from '../thread/readOn';
import { markup, Markup } from './markup';

/** What every page needs: whose words, in which language, and where Exit leads. */
export interface PageFrame {
  readonly language: Language;
  readonly words: PageWords;
  readonly exitUrl: string;
}

export interface ChatPage extends PageFrame {
  readonly entries: readonly ThreadEntry[];
  readonly watermark: string;
  /** What is in the box: words that could not be sent, so that nobody has to say it twice. */
  readonly draft: string;
  /** True when something said before this live stretch has not been on any page. */
  readonly waiting: boolean;
  /** Names the next message before it is written, so that a form sent twice is one message. */
  readonly clientId: string;
  readonly notice: string | null;
  /** True when the notice is about something that went wrong. */
  readonly alert: boolean;
}

/** The chat: what was said in this live stretch, the buttons for our last question, and the box to write in. */
export function chatPage(page: ChatPage): string {
  const { words } = page;
  const answers = openAnswers(page.entries);
  const from = readOnFrom(page.entries);
  return frame(
    page,
    markup`<main id="chat" data-watermark="${page.watermark}" data-words="${scriptWords(words)}">
      <div id="log" role="log" tabindex="0" aria-label="${words.messages}">
        ${page.entries.slice(0, from).map((entry) => bubble(entry, words))}<span id="end"></span>
        ${page.entries.slice(from).map((entry) => bubble(entry, words))}
      </div>
      ${page.waiting ? waiting(words) : null}
      <form id="write" method="post" action="/chat" autocomplete="off">
        <div>
          <p id="status" role="status">${page.alert ? '' : page.notice}</p>
          <p id="alert" role="alert">${page.alert ? page.notice : ''}</p>
        </div>
        <div id="answers" role="group" aria-label="${words.answers}" ${answers.length ? null : HIDDEN}>
          ${answers.map(answer)}
        </div>
        <input type="hidden" name="clientId" value="${page.clientId}" />
        <label for="text">${words.write}</label>
        <textarea id="text" name="text" rows="2" maxlength="5000">${page.draft}</textarea>
        <button id="send">${words.send}</button>
        <a id="refresh" href="/chat#end">${words.showNew}</a>
      </form>
      <details>
        <summary>${words.about}</summary>
        <p>${words.aboutText}</p>
      </details>
    </main>`,
    markup`<script defer src="/chat/chat.js"></script>`,
  );
}

/** Asks for the check word. Nothing on it says what is behind it; words just written wait in the form. */
export function checkWordPage(page: PageFrame & { readonly problem: string | null; readonly draft: string }): string {
  const { words } = page;
  return frame(
    page,
    markup`<main>
      <form method="post" action="/chat/word" autocomplete="off">
        <p role="alert">${page.problem}</p>
        <input type="hidden" name="draft" value="${page.draft}" />
        <label for="word">${words.checkWord}</label>
        <input
          id="word"
          name="word"
          type="text"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          required
          maxlength="100"
        />
        <button>${words.checkWordSend}</button>
        <p>${words.checkWordHelp}</p>
      </form>
    </main>`,
  );
}

/** A page with one thing to say, for somebody who is not let in. */
export function plainPage(page: PageFrame & { readonly text: string }): string {
  return frame(page, markup`<main><p>${page.text}</p></main>`);
}

/**
 * What whoever types the address alone sees, on a phone that may be anybody's: an ordinary page that is about nothing.
 * No Exit and no title of the chat, which would say that there is one; no style of ours, no script, nothing kept.
 */
export function frontPage({ language, words, signInUrl }: Omit<PageFrame, 'exitUrl'> & { signInUrl: string }): string {
  return markup`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.frontTitle}</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>${words.frontTitle}</h1>
          <p>${words.front}</p>
          <p><a href="${signInUrl}" rel="nofollow noreferrer">${words.frontSignIn}</a></p>
        </main>
      </body>
    </html> `.toString();
}

const HIDDEN = new Markup(' hidden');

/** The hidden Exit link comes first, so that one Tab and Enter are enough anywhere. */
function frame(page: PageFrame, main: Markup, script: Markup | null = null): string {
  const { words } = page;
  const exitWords = JSON.stringify([words.exitTwoMore, words.exitOneMore, words.exitNow, words.exitExpired]);
  return markup`<!doctype html>
    <html lang="${page.language}" data-exit="${page.exitUrl}" data-exit-words="${exitWords}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="color-scheme" content="light dark" />
        <title>${words.title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/chat/chat.css" />
        <script defer src="/chat/exit.js"></script>
        ${script}
      </head>
      <body>
        <header>
          <a id="exit-first" class="exit" href="/exit" rel="nofollow noreferrer">${words.exit}</a>
          <h1>${words.title}</h1>
          <form method="post" action="/exit">
            <button class="exit" aria-describedby="exit-hint">${words.exit}</button
            ><small id="exit-hint">${words.exitHint}</small>
          </form>
          <p id="exit-status" role="status"></p>
        </header>
        ${main}
      </body>
    </html> `.toString();
}

function bubble(entry: ThreadEntry, words: PageWords): Markup {
  const ours = entry.from === 'service';
  const label = markup`<b>${ours ? words.weSaid : words.youSaid} </b>`;
  // Line ends are part of what was said, so nothing may stand between the tags and the words.
  return markup`<p class="${ours ? 'us' : 'you'}" data-id="${entry.id}">${label}${entry.text}</p>`;
}

/** Something came after the page went blank. It is shown when they choose to, not to whoever opens the page. */
function waiting(words: PageWords): Markup {
  return markup`<form id="waiting" method="post" action="/chat/waiting">
    <p>${words.waiting}</p>
    <button>${words.showWaiting}</button>
  </form>`;
}

function answer(reply: QuickReply): Markup {
  return markup`<button name="quick" value="${reply.value}">${reply.title}</button>`;
}

/** The words the script may need, and no others: the page stays small. */
function scriptWords(words: PageWords): string {
  const { youSaid, weSaid, sending, tryAgain, notSent, tooOften, tooLong, noConnection, connected, cleared } = words;
  const { keptForLater, closed } = words;
  return JSON.stringify({
    ...{ youSaid, weSaid, sending, tryAgain, notSent, tooOften, tooLong, noConnection, connected, cleared },
    ...{ keptForLater, closed },
  });
}
