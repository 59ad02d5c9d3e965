import { WATCHING_SETTINGS } from '../app/audit/watchingSettings';
import { describeSettings, loadConfig, SettingsError, type SettingRow } from '../config';

const HELP = `Usage: npm run -s config

Prints every setting: its value here, whether live needs it, and what it means.
Settings are read from the environment only. Secrets are never printed, only whether they are set.
Exit codes: 0 printed, 1 a setting cannot be used as it is, 2 not understood.
`;

/** Prints the settings of this environment. */
export async function main(argv: string[]): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    process.stdout.write(HELP);
    return 0;
  }
  if (argv.length > 0) {
    process.stderr.write(`"${argv[0]}" means nothing here.\n\n${HELP}`);
    return 2;
  }
  process.stdout.write(`${describeSettings(process.env).map(paragraph).join('\n')}\n`);
  process.stdout.write(`${WATCHING_SETTINGS.map(watching).join('\n')}\n`);
  return warnOfFaults();
}

function paragraph(row: SettingRow): string {
  const value = row.from === 'not set' ? '(not set)' : row.from === 'default' ? `${row.value} (default)` : row.value;
  const needed = row.neededLive === null ? '' : ` [${row.neededLive}]`;
  return `${row.name} = ${value}${needed}\n    ${row.help}\n`;
}

/** Read by their own processes, which must not stop because a setting of the service is at fault. */
function watching({ name, of, help }: (typeof WATCHING_SETTINGS)[number]): string {
  return `${name} = ${process.env[name]?.trim() || '(not set)'} [${of}]\n    ${help}\n`;
}

function warnOfFaults(): number {
  try {
    loadConfig(process.env);
    return 0;
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}
