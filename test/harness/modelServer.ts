import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in model does with one asking: an answer, a raw text, a refusal, an error, silence, a broken line. */
export type Answer =
  | { readonly says: object }
  | { readonly raw: string }
  | { readonly refuses: true }
  | { readonly status: number }
  | { readonly silent: true }
  | { readonly breaks: true };

/** One asking as it came over the wire. */
export interface AskedOf {
  readonly system: string;
  /** The masked words, as the model gets them. */
  readonly words: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A language model over real HTTP on this machine, answering as it is told to. */
export class ModelServer {
  readonly asked: AskedOf[] = [];
  private readonly answers: Answer[] = [];

  private constructor(
    private readonly server: Server,
    /** What it says when nothing else was asked for. */
    public otherwise: Answer,
  ) {
    server.on('request', (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response));
  }

  static async start(otherwise: Answer): Promise<ModelServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new ModelServer(server, otherwise);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next askings end like this, in turn. */
  next(...answers: readonly Answer[]): void {
    this.answers.push(...answers);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as AskedOf['body'];
    const [first] = body['messages'] as readonly { readonly content: string }[];
    this.asked.push({ system: String(body['system']), words: first?.content ?? '', body });
    const next = this.answers.shift() ?? this.otherwise;
    if ('silent' in next) return;
    if ('breaks' in next) return void response.destroy();
    if ('status' in next) return send(response, next.status, { type: 'error', error: { type: 'x', message: 'no' } });
    const text = 'says' in next ? JSON.stringify(next.says) : 'raw' in next ? next.raw : '';
    send(response, 200, messageOf(text, 'refuses' in next ? 'refusal' : 'end_turn'));
  }
}

function messageOf(text: string, stop: string): object {
  return {
    id: 'msg_stand_in',
    type: 'message',
    role: 'assistant',
    model: 'stand-in',
    content: text === '' ? [] : [{ type: 'text', text }],
    stop_reason: stop,
    stop_sequence: null,
    usage: { input_tokens: 900, output_tokens: 40 },
  };
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
