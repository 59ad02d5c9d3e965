import { openRecordAlone, type RecordAlone } from '../app/alone/recordAlone';
import { loadConfig } from '../config';
import { NotUnderstood } from './tool';

/** Opens the record the settings name, and closes it again whatever comes of the work. */
export async function withRecord<T>(work: (record: RecordAlone) => Promise<T>): Promise<T> {
  const record = await openRecordAlone(loadConfig(process.env));
  try {
    return await work(record);
  } finally {
    await record.close();
  }
}

/** The one file a tool is called with. */
export function fileOf(words: readonly string[]): string {
  const [file, ...more] = words;
  if (file === undefined || more.length > 0) throw new NotUnderstood('Name one file.');
  return file;
}
