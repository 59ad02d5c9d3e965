/** Makes the checkout ready to run: packages as the lock file says, dist/ as src/ says. */
import { install } from './install.mjs';

try {
  await install();
  const { build } = await import('../build.mjs');
  await build();
} catch (error) {
  process.stderr.write(`\n${error.message}\n`);
  process.exitCode = 1;
}
