import { build, exitOf, install, launch, requireNode, StepFailed, say } from './prepare.mjs';

// npm start: from a fresh clone to a running server, and a no-op up to the last line when nothing changed.

requireNode();
try {
  await install();
  await build();
} catch (cause) {
  if (!(cause instanceof StepFailed)) throw cause;
  console.error(cause.message);
  process.exit(cause.status);
}

say('Starting …');
const server = launch(process.execPath, ['dist/main.js'], { env: { NODE_ENV: 'production' } });

// A terminal sends Ctrl-C to the whole group, so the server has it already; a second one would tell it to hurry.
process.on('SIGINT', () => {
  if (!process.stdin.isTTY) server.kill('SIGINT');
});
process.on('SIGTERM', () => server.kill('SIGTERM'));

process.exit(await exitOf(server));
