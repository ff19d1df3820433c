import { execFileSync } from 'node:child_process';

/** Builds once, so that tests can start `bin/modwhy.js` and load `dist/`. */
export default function setup(): void {
  execFileSync(process.execPath, ['build/build.ts'], { stdio: 'inherit' });
}
