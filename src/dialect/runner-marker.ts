import type { Line } from '../model/line.ts';
import { markCommand, markExit, markHeading } from './mark.ts';

// The last one is what nick-fields/retry says of its last attempt (src/index.ts).
const exitCode =
  /(?:^Process completed with exit code|^(?:Error: )?The process '[^']*' failed with exit code|failed with error: .* exit code|^Final attempt failed\. Child_process exited with error code) '?(-?\d+)'?\.?$/;
const exitedWith = /^\S+ exited with code '(-?\d+)'\.?$/;
const stopped = /^The (?:operation was cancell?ed|job (?:was|has been) cancell?ed|job running on .*exceeded the maximum execution time)/;

/** What `##[name]text` means, the same in GitHub Actions and Azure Pipelines. Groups are up to the caller. */
export function readRunnerMarker(line: Line, name: string, text: string): true {
  if (name === 'command') return markCommand(line, text);
  if (name !== 'error' && name !== 'warning') return markHeading(line, text);
  line.text = text;
  if (name === 'warning') return true;
  const code = exitCode.exec(text) ?? exitedWith.exec(text);
  if (code) return markExit(line, Number(code[1]));
  return stopped.test(text) ? markExit(line, null) : true;
}
