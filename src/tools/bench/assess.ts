import { performance } from 'node:perf_hooks';
import { warmJudge } from '../../app/house/warmJudge';
import type { Assess } from '../../vocabulary';
import { median, ms, percentile, timed, type Figure } from './figure';

const SHORT = [
  'hi',
  'school was alright today',
  'my stepdad hits me when mum is out',
  'not great tbh didnt sleep much',
  'can we do it later im at football',
  'he says he will send my pics to everyone if i dont',
  'lol that maths test nearly killed me',
  '3',
  'i dont want to be here anymore',
  'yeah sam is nice',
];
const LONG = 1_600;

/**
 * Messages a second on one core, the slowest of long ones, and whether twice the words take twice the time: of a judge
 * that has heard what a process on Postgres lets it hear before its doors open, and nothing more.
 */
export async function measureAssess(assess: Assess, quick: boolean): Promise<readonly Figure[]> {
  const judge = (text: string) => assess({ text, before: [], staff: ['Sam', 'Bernadette'] });
  await warmJudge(assess);
  const aSecond = throughput(judge, quick ? 500 : 3_000);
  const runs = quick ? 100 : 1_000;
  const whole = await times(judge, LONG, runs);
  const half = await times(judge, LONG / 2, runs);
  const p99 = percentile(whole, 0.99);
  const growth = median(whole) / median(half);
  return [
    {
      what: 'assessing short messages, one core',
      measured: `${Math.round(aSecond)}/s`,
      beside: `${SHORT.length} kinds of message`,
      bar: '≥ 5,000/s',
      holds: aSecond >= 5_000,
    },
    {
      what: 'assessing 1,600 characters',
      measured: `p99 ${ms(p99)}`,
      beside: `median ${ms(median(whole))}, ${runs} runs, warm as before the doors open`,
      bar: '≤ 5 ms',
      holds: p99 <= 5,
    },
    {
      what: 'twice the words, times as long',
      measured: growth.toFixed(2),
      beside: '800 to 1,600 characters, medians',
      bar: 'linear',
      holds: growth <= 2.6,
    },
  ];
}

function throughput(judge: (text: string) => unknown, forMs: number): number {
  const from = performance.now();
  let judged = 0;
  while (performance.now() - from < forMs) {
    for (const text of SHORT) judge(text);
    judged += SHORT.length;
  }
  return (judged / (performance.now() - from)) * 1_000;
}

async function times(judge: (text: string) => unknown, length: number, runs: number): Promise<number[]> {
  const all: number[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await timed(() => judge(longText(length, run))));
  return all;
}

/** Never the same text twice: nothing may be remembered from the one before. */
function longText(length: number, run: number): string {
  let text = `day ${run}: `;
  for (let at = run; text.length < length; at += 1) text += `${SHORT[at % SHORT.length]}. `;
  return text.slice(0, length);
}
