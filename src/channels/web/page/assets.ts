import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Router } from 'express';

const FILES = { 'chat.css': 'text/css', 'exit.js': 'text/javascript', 'chat.js': 'text/javascript' } as const;

/** The page's style and scripts, read and compressed once. They are small enough to be sent anew each time. */
export function assetRoutes(): Router {
  const router = Router();
  for (const [name, type] of Object.entries(FILES)) {
    const plain = readFileSync(join(__dirname, 'assets', name));
    const compressed = gzipSync(plain, { level: 9 });
    router.get(`/chat/${name}`, (request, response) => {
      response.type(type).vary('Accept-Encoding');
      if (request.acceptsEncodings('gzip') !== 'gzip') return response.send(plain);
      response.set('Content-Encoding', 'gzip').send(compressed);
    });
  }
  return router;
}
