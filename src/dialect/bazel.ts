import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

const clock = /^\(\d\d:\d\d:\d\d\) /;
const action = /^ERROR: \S{1,400}:\d+:\d+: .{1,400}? failed:? \(Exit (-?\d+)\)/;
const aborted =
  /^(?:ERROR|FAILED): (?:Analysis of target '.{1,400}' failed; build aborted|Analysis failed|Build did NOT complete successfully|Build failed\. Not running target|.{0,400}; build aborted)/;
const heading =
  /^(?:INFO|WARNING|DEBUG|Loading|Analyzing|Computing main repo mapping|Fetching|Target \/\/.* failed to build$|Use --(?:sandbox_debug|verbose_failures)|Repository rule \w+ defined at:$|ERROR: An error occurred during the fetch of repository )/;
const progress = /^\[[\d,]+ \/ [\d,]+\] /;
// bazelbuild/bazel-gazelle, internal/go_repository.bzl and cmd/fetch_repo: what the go command said stands behind these names.
const fetched = /^(?:ERROR: |Error in fail: ).{0,400}?\b(?:fetch_repo|gazelle): /;
const trace = /^ERROR: .{1,400}: Traceback \(most recent call last\):$/;

/** Bazel with rules_go and Gazelle. An action's output stands below the line that says that it failed. */
export const bazel: Dialect = {
  name: 'bazel',
  signs: [
    'INFO: ',
    'ERROR: ',
    'FAILED: ',
    'Error in fail: ',
    'Computing main repo mapping',
    'Target //',
    ' / ',
    'Loading: ',
    'Analyzing: ',
    'Repository rule ',
    'Use --',
  ],
  create() {
    let place: 'none' | 'output' | 'traceback' = 'none';
    let ended = false;
    return {
      read(line) {
        const text = line.text.charCodeAt(0) === 0x28 ? line.text.replace(clock, '') : line.text;
        if (text.startsWith('ERROR: ') || text.startsWith('FAILED: ')) {
          const code = action.exec(text);
          if (code) {
            place = 'output';
            ended = true;
            return markExit(line, Number(code[1]));
          }
          if (aborted.test(text)) {
            place = 'none';
            const repeats = ended;
            ended = true;
            return repeats ? markHeading(line) : markExit(line, null);
          }
        }
        // What a program that is then run prints comes after it.
        if (text.startsWith('INFO: Build completed successfully, ')) return markExit(line, 0);
        const announced = text.startsWith('ERROR: An error occurred during the fetch of repository ') || trace.test(text);
        if (announced) place = 'traceback';
        if (announced || heading.test(text) || progress.test(text)) {
          if (!announced && place === 'output' && !text.startsWith('Use --')) place = 'none';
          return announced || place !== 'none' || isBazel(text) ? markHeading(line) : false;
        }
        const words = fetched.exec(text);
        if (words) {
          place = 'none';
          line.text = text.slice(words[0].length);
          return true;
        }
        if (place === 'traceback') {
          if (/^[ \t]/.test(text)) return markHeading(line);
          place = 'none';
        }
        if (place === 'output') line.late = true;
        return place === 'output';
      },
    };
  },
};

// Other programs write `INFO: ` too; these are Bazel's own words.
const ownWords =
  /^(?:INFO: (?:Analyzed|Found|Elapsed time|Build|Repository|Invocation ID|Streaming|From|\d+ process)|Computing main repo mapping|Target \/\/|\[[\d,]+ \/ [\d,]+\] |Loading: |Analyzing: |Repository rule |Use --)/;

function isBazel(text: string): boolean {
  return ownWords.test(text);
}
