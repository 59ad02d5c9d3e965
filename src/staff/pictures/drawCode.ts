import QRCode from 'qrcode';

/** What a phone's camera reads as these words, as SVG markup of our own making. */
export function drawCode(words: string): Promise<string> {
  return QRCode.toString(words, { type: 'svg', margin: 2 });
}
