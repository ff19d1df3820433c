import type { Dialect } from './dialect.ts';
import { markCommand, markExit, markHeading } from './mark.ts';

const step = /^(?:\[\d+\/\d+\] )?(?:Step|STEP) \d+\/\d+ ?: ?([A-Z]+)(?: (.*))?$/s;
const layer = /^ ?-+> [0-9a-f]{11,12}$/;
const note = /^ ---> (?:Running in |Using cache|\[Warning\]|\[Error\])/;
const nonZero = /returned a non-zero code: (\d+)\.?$/;
const podman = /^(?:Error: )?(?:error )?building at STEP "RUN .*exit status (\d+)$/;

/** `docker build` before BuildKit, and `podman build`, which writes nearly the same. */
export const docker: Dialect = {
  name: 'docker',
  signs: ['Step ', 'STEP ', ' ---> ', ' returned a non-zero code: ', 'subprocess exited with status '],
  create() {
    let seen = false;
    return {
      read(line) {
        const { text } = line;
        const first = text.charCodeAt(0);
        if (first === 0x53 || first === 0x5b) {
          const match = step.exec(text);
          if (match) {
            seen = true;
            // An instruction starts only when the one before has succeeded.
            return match[1] === 'RUN' ? markCommand(line, runCommand(match[2] ?? ''), true) : markHeading(line);
          }
        }
        if (first === 0x20 && note.test(text)) {
          seen = true;
          return markHeading(line);
        }
        const code = text.includes(' returned a non-zero code: ') ? nonZero.exec(text) : null;
        if (code && text.includes("The command '")) return markExit(line, Number(code[1]));
        if (first === 0x45 || first === 0x65) {
          const built = podman.exec(text);
          if (built) return markExit(line, Number(built[1]));
        }
        if (!seen) return false;
        // buildah with chroot isolation, before the line that counts.
        if (text.startsWith('subprocess exited with status ')) return markHeading(line);
        if (layer.test(text) || text.startsWith('Removing intermediate container ') || text.startsWith('Removed intermediate container '))
          return markExit(line, 0);
        return text.startsWith('Successfully built ') && markExit(line, 0);
      },
    };
  },
};

const runFlags = /^(?:--(?:mount|network|security)=\S+ +)+/;

/** What a RUN instruction runs, without its flags. */
export function runCommand(instruction: string): string {
  return instruction.trim().replace(runFlags, '');
}
