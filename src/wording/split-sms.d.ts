/** The package ships no types: only what is used here. */
declare module 'split-sms' {
  export function split(text: string): { characterSet: 'GSM' | 'Unicode'; parts: readonly unknown[]; length: number };
}
