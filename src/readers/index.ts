/** The optional language model. Off unless there is a key and, at each asking, a recorded approval. */
import type { Reader } from '../acts/ports';
import { createAskModel, type ModelOptions } from './askModel';
import { createNoteDrafter, DRAFTING_PROMPT } from './noteDrafter';
import { createSecondReader, READING_PROMPT } from './secondReader';

export type { ModelOptions } from './askModel';

/** A reader over one model. It keeps nothing but how the last askings went. */
export function createReader(options: ModelOptions): Reader {
  const ask = createAskModel(options);
  return {
    version: `${options.model}/${READING_PROMPT}/${DRAFTING_PROMPT}`,
    read: createSecondReader(ask),
    draft: createNoteDrafter(ask),
  };
}
