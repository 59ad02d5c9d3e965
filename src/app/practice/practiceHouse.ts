import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readRoster } from '../../authored/roster/readRoster';
import { issueWebLink } from '../../channels/web/session/issueWebLink';
import { isPort, type Environment } from '../../config';
import type { PracticeOptions } from '../../practice/settings';
import { staffSessionStore } from '../../record/doors/staffSessions';
import { webSessionStore } from '../../record/doors/webSessions';
import { DAY_MS, later, type Practitioner, type Roster } from '../../vocabulary';
import { publicUrl, type House } from '../house/openHouse';
import { projectRoot } from '../projectRoot';

const HOST = '127.0.0.1';
/** An account nobody has, the same on every machine: it opens nothing but the stand-in on this one. */
const ACCOUNT = `AC${createHash('sha256').update('practice account').digest('hex').slice(0, 32)}`;
const TOKEN = createHash('sha256').update('practice token').digest('hex').slice(0, 32);
const MESSAGING_SERVICE = `MG${createHash('sha256').update('practice messaging service').digest('hex').slice(0, 32)}`;
const NUMBER = '+447700900100';
const STRANGER = '+447700900999';
/** Everybody's four numbers in practice, shown on the phones page. */
const PIN = '1234';
const LINKS_LAST_MS = 30 * DAY_MS;

/** The settings of practice: this machine alone, and a carrier of our own. What is set already stays. */
export function practiceEnvironment(env: Environment): Environment {
  const port = portFor(env['PORT'], '8080');
  const practicePort = portFor(env['PRACTICE_PORT'], '8090');
  return {
    PORT: port,
    PRACTICE_PORT: practicePort,
    PUBLIC_BASE_URL: `http://${HOST}:${port}`,
    TWILIO_ACCOUNT_SID: ACCOUNT,
    TWILIO_AUTH_TOKEN: TOKEN,
    TWILIO_NUMBER: NUMBER,
    TWILIO_MESSAGING_SERVICE_SID: MESSAGING_SERVICE,
    TWILIO_API_URL: `http://${HOST}:${practicePort}`,
    SMTP_URL: `smtp://${HOST}:${Number(practicePort) + 1}`,
    EMAIL_FROM: 'Between Visits <notices@practice.example>',
    ...env,
    MODE: 'practice',
  };
}

/** The port our own addresses are made over. One that is malformed is one fault, and the addresses are not blamed too. */
function portFor(given: string | undefined, usual: string): string {
  const said = given?.trim();
  return said && isPort(said) ? said : usual;
}

export interface PracticePlace {
  readonly label: string;
  readonly url: string;
}

/** The links of one practice start: they are made anew each time. */
export interface PracticeLinks {
  readonly chats: readonly (PracticePlace & { readonly id: string })[];
  readonly desks: readonly (PracticePlace & { readonly id: string })[];
}

/** Puts the invented organisation into the record, with a rota that covers now, and makes everybody's links. */
export async function settlePractice(house: House): Promise<{ roster: Roster; links: PracticeLinks }> {
  const now = house.clock.now();
  const read = readRoster(join(projectRoot(), 'src/practice/organisation.yaml'), now, 'organisation.yaml');
  if (!read.ok) throw new Error(read.faults.map(({ file, line, says }) => `${file}:${line} ${says}`).join('\n'));
  const { roster } = read;
  await house.open.record.transaction(async (tx) => {
    await tx.roster.replace(roster);
    for (const { id } of roster.practitioners) await tx.pins.set(id, PIN);
  });
  return { roster, links: await makeLinks(house, roster) };
}

async function makeLinks(house: House, roster: Roster): Promise<PracticeLinks> {
  const now = house.clock.now();
  const door = {
    publicUrl: publicUrl(house.config),
    clock: house.clock,
    sessions: webSessionStore(house.open.db, () => house.ids.next()),
  };
  const desk = staffSessionStore(house.open.db);
  const chats = [];
  for (const person of roster.youngPeople) {
    const { url } = await issueWebLink(door, person.id, LINKS_LAST_MS);
    chats.push({ id: person.id, label: person.name, url });
  }
  const desks = [];
  for (const one of roster.practitioners) {
    const { token } = await desk.issuePracticeLink(one.id, now, later(now, LINKS_LAST_MS));
    const url = `${publicUrl(house.config)}/staff/practice/${token}`;
    desks.push({ id: one.id, label: `${one.name}, ${describe(one, roster)}`, url });
  }
  return { chats, desks };
}

/** A pair's buddy has no role of their own in the roster: the young people they stand by say so. */
function describe(one: Practitioner, roster: Roster): string {
  const isBuddy = roster.youngPeople.some((person) => person.buddy === one.id);
  if (isBuddy && one.roles.includes('other')) return 'buddy';
  const roles = one.roles.map((role) => role.replaceAll('-', ' ')).join(', ');
  return one.volunteer ? `${roles}, volunteer` : roles;
}

/**
 * Loads the practice carrier in a process of its own, while the invented organisation moves in. It ends with this one,
 * whatever ends it; a Ctrl-C is not for it, since the service closes first and may have texts on their way.
 */
export function loadPracticeCarrier(): ChildProcess {
  const server = join(__dirname, '../../practice/server.js');
  return fork(server, { detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

/** Starts the loaded carrier with everybody's phones. Resolves when it answers. */
export function startPracticeCarrier(
  carrier: ChildProcess,
  house: House,
  roster: Roster,
  links: PracticeLinks,
): Promise<void> {
  const { config } = house;
  const url = publicUrl(config);
  const options: PracticeOptions = {
    host: HOST,
    port: config.practicePort,
    smtpPort: config.practicePort + 1,
    accountSid: ACCOUNT,
    authToken: TOKEN,
    serviceNumber: NUMBER,
    messagingServiceSid: MESSAGING_SERVICE,
    textsUrl: `${url}/sms/incoming`,
    callsUrl: `${url}/voice/incoming`,
    phones: phonesOf(roster, links),
  };
  return new Promise((resolve, reject) => {
    carrier.once('exit', () =>
      reject(new Error('The practice carrier cannot start: is its port in use? Set PRACTICE_PORT.')),
    );
    carrier.once('message', () => resolve());
    carrier.send(options);
  });
}

function phonesOf(roster: Roster, { chats, desks }: PracticeLinks): PracticeOptions['phones'] {
  const chatOf = (id: string) => chats.filter((one) => one.id === id).map(({ url }) => ({ label: 'Web chat', url }));
  const deskOf = (id: string) => desks.filter((one) => one.id === id).map(({ url }) => ({ label: 'Sign in', url }));
  return {
    organisation: roster.organisation.name,
    phones: [
      { id: 'stranger', name: 'A number nobody knows', who: 'stranger', about: '', phone: STRANGER },
      ...roster.youngPeople.map(({ id, name, phone, language, style }) => ({
        id,
        name,
        who: 'young-person' as const,
        about: [language === 'cy' ? 'writes Welsh' : '', style === 'discreet' ? 'phone may be read' : '']
          .filter(Boolean)
          .join(', '),
        phone,
        links: chatOf(id),
      })),
      ...roster.practitioners.map((one) => ({
        id: one.id,
        name: one.name,
        who: 'practitioner' as const,
        about: `${describe(one, roster)}; presses ${PIN} on a call`,
        phone: one.phone,
        email: one.email,
        links: deskOf(one.id),
      })),
    ],
  };
}
