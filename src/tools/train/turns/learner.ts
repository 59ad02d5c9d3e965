import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { printFaults } from '../../../authored/readYaml';
import { readDisclosureRules } from '../../../authored/rules';
import { readLabelled } from '../../score/labelled';
import { CannotGoOn } from '../../tool';
import { readWordVectors } from '../lessons/vocabulary';
import type { Sources } from './threads';
import { learnTurn, prepareLessons, type Turn } from './turns';

/** A thread of its own (`threads.ts`): asked for turns, answers with what was learnt. */
const { files, rules: folder } = workerData as Sources;
const rules = readDisclosureRules(join(folder, 'disclosures'));
if (!rules.ok) throw new CannotGoOn(printFaults(rules.faults));
const vectors = readWordVectors(join(folder, 'classifier/word-vectors.json'));
const lessons = prepareLessons(readLabelled(files), rules.rules, vectors);

parentPort?.on('message', (turn: Turn) => parentPort?.postMessage(learnTurn(lessons, turn)));
