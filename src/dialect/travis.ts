import type { Dialect } from './dialect.ts';
import { addLane, markCommand, markExit, markHeading } from './mark.ts';

// github.com/travis-ci/travis-build, lib/travis/build/bash: travis_fold, travis_time_start, travis_time_finish, travis_cmd,
// travis_result, travis_assert, travis_footer.
const mark = /travis_(fold|time):(start|end):([\w.-]{1,80})/g;
// What is left of the marks where the return and the escape behind them are lost.
const lostMark = /^(?:travis_fold:(?:start|end):[\w.-]{1,80}|travis_time:(?:start:[0-9a-f]{4,16}|end:[\w.:=,-]{1,200}))/;
const ended = /" (?:failed and )?exited with (\d{1,3})(?: during [\w ]{0,40})?\.$/;
const done = /^Done\. Your build exited with (\d{1,3})\.$/;
// What runs when the result is known: https://docs.travis-ci.com/user/job-lifecycle/
const afterwards = /^(?:after_(?:script|failure|success|deploy)|before_cache|cache)\b/;

const maxScript = 100;

/** The job log of Travis CI. */
export const travis: Dialect = {
  name: 'travis',
  signs: ['travis_', 'The command "', 'Your build has been stopped.', 'Done. Your build '],
  create() {
    let lane = '';
    let known = false;
    // A command of several lines is repeated in whole before its end is told.
    let repeats = 0;
    return {
      read(line, raw) {
        let mine = false;
        let starts = false;
        if (raw.includes('travis_')) {
          for (const [, what, way, name] of raw.matchAll(mark)) {
            mine = true;
            if (way === 'start') starts = true;
            if (what === 'fold') lane = way === 'start' && afterwards.test(name!) ? name!.replace(/\.\d+$/, '') : '';
          }
          for (let lost = lostMark.exec(line.text); lost; lost = lostMark.exec(line.text)) line.text = line.text.slice(lost[0].length);
          if (mine && line.text === '') return markHeading(line);
        }
        if (lane !== '') {
          addLane(line, lane);
          line.aside = true;
        }
        const { text } = line;
        // A command whose end is not told has succeeded, or the build would have stopped.
        if (starts && text.startsWith('$ ')) return markCommand(line, text.slice(2), true);
        if (text.startsWith('The command "')) repeats = maxScript;
        if (repeats > 0) {
          repeats--;
          const exit = ended.exec(text);
          if (exit) {
            known = true;
            repeats = 0;
            return markExit(line, Number(exit[1]));
          }
        }
        if (text === 'Your build has been stopped.') return markHeading(line);
        const last = text.startsWith('Done. ') ? done.exec(text) : null;
        // Commands have told it before; what ran since then is no part of it.
        if (last) return known ? markHeading(line) : markExit(line, Number(last[1]));
        return mine || lane !== '';
      },
    };
  },
};
