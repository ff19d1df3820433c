import type { Dialect } from './dialect.ts';
import { runCommand } from './docker.ts';
import { markCommand, markExit, markHeading } from './mark.ts';

// logrus, TextFormatter on a terminal: the level, the seconds since the start, the message padded to 44 columns.
const level = /^(?:PANI|FATA|ERRO|WARN|INFO|DEBU|TRAC)\[(?:\d{4,}|\d{4}-\d\d-\d\dT[\d:]{8}\S{0,10})\] ?/;
const instruction =
  /^(RUN|FROM|COPY|ADD|WORKDIR|ENV|ARG|USER|EXPOSE|CMD|ENTRYPOINT|LABEL|VOLUME|SHELL|HEALTHCHECK|STOPSIGNAL|ONBUILD)(?: (.*))?$/s;
// GoogleContainerTools/kaniko, pkg/executor/build.go, pkg/commands/run.go, pkg/snapshot/snapshot.go.
const snapshot = /^(?:Taking snapshot of |No files (?:were )?changed|No files were changed, )/;
const started = /^(?:Running: \[|Args: \[|args: \[)/;
const failed = /^error building image: .{0,200}waiting for process to exit: (?:exit status (\d+)|signal: .+)$/;

/** A build by kaniko, with its lines in logrus' form for terminals. */
export const kaniko: Dialect = {
  name: 'kaniko',
  signs: ['PANI[', 'FATA[', 'ERRO[', 'WARN[', 'INFO[', 'DEBU[', 'TRAC[', 'error building image: '],
  create() {
    // A snapshot before the command is that of the image below it.
    let running = false;
    return {
      read(line) {
        const match = level.exec(line.text);
        if (match) {
          const text = line.text.slice(match[0].length).trimEnd();
          line.text = text;
          const run = instruction.exec(text);
          if (run?.[1] === 'RUN') {
            running = false;
            return markCommand(line, runCommand(run[2] ?? ''), true);
          }
          running ||= started.test(text);
          if (running && snapshot.test(text)) return markExit(line, 0);
          if (match[0].startsWith('INFO') || match[0].startsWith('DEBU') || match[0].startsWith('TRAC')) return markHeading(line);
          return true;
        }
        const end = line.text.startsWith('error building image: ') ? failed.exec(line.text) : null;
        return end !== null && markExit(line, end[1] ? Number(end[1]) : null);
      },
    };
  },
};
