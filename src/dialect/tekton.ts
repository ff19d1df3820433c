import type { Dialect } from './dialect.ts';
import { addLane, markExit, markHeading } from './mark.ts';

// tektoncd/cli, pkg/log/writer.go: `[task : step] ` in the log of a pipeline, `[step] ` in that of a task.
const task = /^\[([\w.-]{1,253}) : ([\w.-]{1,63})\] ?/;
const step = /^\[(?!(?:error|warn|warning|info|debug|trace|fatal|notice|ok|pass|fail|skip|done)\])([a-z0-9][a-z0-9-]{1,62})\] /;
// pkg/log/task_reader.go, pkg/pods/container.go.
const failed =
  /^(?:failed to get logs for task ([\w.-]{1,253}) : )?container step-([\w.-]{1,63}) has failed *(?:: \[.*|with exit code (\d+)\b.*)?$/;
const taskFailed = /^(?:Error: )?task ([\w.-]{1,253}) has failed: (?:"step-[\w.-]{1,63}" exited with code (\d+)\b.*)?/;
// tektoncd/pipeline, cmd/entrypoint.
const entrypoint = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d (?:Entrypoint initialization|Skipping step because a previous step failed)$/;

const mostSteps = 4096;

/** `tkn pipelinerun logs` and `tkn taskrun logs`: a lane for each task. */
export const tekton: Dialect = {
  name: 'tekton',
  signs: [
    'Waiting for logs to be available...',
    ' has failed',
    { near: [' : ', '] '], pattern: /\[(?:[\w.-]{1,253} : |[a-z0-9][a-z0-9-]{1,62}\] )/ },
  ],
  create() {
    // A word in brackets is a step's name only where all lines have one: from the first line on, or on two in a row.
    let first = true;
    let before = '';
    let stepwise = false;
    // The lines that say what failed have no prefix: by the step, or the task, they belong to what that task printed.
    const taskOf = new Map<string, string>();
    const tasks = new Set<string>();
    return {
      read(line) {
        const { text } = line;
        if (text === '') return false;
        const opening = first;
        const last = before;
        first = false;
        before = '';
        if (text.charCodeAt(0) === 0x5b) {
          const whole = task.exec(text);
          const match = whole ?? step.exec(text);
          if (!match) return false;
          before = match[1]!;
          if (!whole && !stepwise && !opening && last !== match[1]) return false;
          stepwise ||= !whole;
          line.text = text.slice(match[0].length);
          if (whole && taskOf.size < mostSteps) {
            taskOf.set(whole[2]!, whole[1]!);
            tasks.add(whole[1]!);
          }
          if (whole) addLane(line, match[1]!);
          return entrypoint.test(line.text) ? markHeading(line) : true;
        }
        if (text === 'Waiting for logs to be available...') return markHeading(line);
        if (!text.includes(' has failed')) return false;
        const [, named, container = '', code] = failed.exec(text) ?? [];
        const [, whole, exit] = taskFailed.exec(text) ?? [];
        if (container === '' && whole === undefined) return false;
        const lane = [named, whole].find((name) => name !== undefined && tasks.has(name)) ?? taskOf.get(container);
        if (lane !== undefined) addLane(line, lane);
        return markExit(line, Number(code ?? exit) || null);
      },
    };
  },
};
