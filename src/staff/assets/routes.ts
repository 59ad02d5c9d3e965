import { readFileSync } from 'node:fs';
import path from 'node:path';
import express, { type Router } from 'express';
import { loadStyles } from '../web/styles';

/** The few files the pages need, read once. They say nothing of anybody, so they alone may be kept by a browser. */
export function assets(): Router {
  const own = (file: string): string => readFileSync(path.join(__dirname, file), 'utf8');
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    'govuk.css': ['css', loadStyles()],
    'desk.css': [
      'css',
      ['frame', 'work', 'words', 'pictures', 'pages', 'print'].map((part) => own(`css/${part}.css`)).join('\n'),
    ],
    'clocks.js': ['js', own('clocks.js')],
  };
  const router = express.Router();
  router.get('/assets/:file', (req, res, next) => {
    const found = files[req.params.file];
    if (found === undefined) return next();
    res.set('Cache-Control', 'public, max-age=3600').type(found[0]).send(found[1]);
  });
  return router;
}
