import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

// caarlos0/log, logger.go: indentation, a sign, the message, fields; a field of several lines stands behind bars.
const entry = /^ *(•|⨯) (.*)$/s;
const firstField = / [a-z]\w{0,30}=/;
const field = / {1,60}(error|output|message|cmd|hook|binary|file|status|target)=/g;
// Lists have the same signs, so one of these must be seen first. cmd/release.go, cmd/build.go, internal/pipe.
const known =
  /^(?:starting (?:release|build|check)|releasing\.\.\.|building(?:\.\.\.| binaries)|loading (?:config file|environment variables)|getting and validating git state|parsing tag|setting defaults|running before hooks|checking distribution directory)/;
const spoken = new Set(['error', 'output', 'message']);
const opener = /^ +(?:error|output|message)=$/;
const bar = /^ *│ (.*)$/s;
const failed = /^(?:release|build|command|check|publish|announce|.{1,30}) failed(?: after [\w.]+)?$/;
// internal/pipe/before and internal/shell: the failed command, its end, its output.
const hook =
  /^(?:hook failed: |failed to build for \S{1,80}: |shell: '.{0,200}': ){0,2}(?:.{1,200}?: )?exit status (\d+)(?:: |; output: |$)/s;

/** goreleaser: what failed, and its output, on one line or below it. */
export const goreleaser: Dialect = {
  name: 'goreleaser',
  signs: ['•', '⨯'],
  create() {
    let seen = false;
    let after = false;
    return {
      read(line) {
        const { text } = line;
        const match = text.includes('•') || text.includes('⨯') ? entry.exec(text) : null;
        if (!match) {
          if (!after) return false;
          if (opener.test(text)) return markHeading(line);
          const row = bar.exec(text);
          if (row) line.text = row[1]!;
          // Older versions write the rest of the output as it is.
          line.late = true;
          return true;
        }
        const [message, ...fields] = splitFields(match[2]!);
        seen ||= known.test(message!) || (match[1] === '⨯' && failed.test(message!) && message!.includes(' after '));
        if (!seen) return false;
        after = match[1] === '⨯';
        if (!after) return markHeading(line, match[2]!);
        if (!failed.test(message!)) {
          line.text = [message, ...fields].join('\n');
          return true;
        }
        const said = fields.join('\n');
        const end = hook.exec(said);
        line.text = said === '' ? message! : `${message}\n${end ? said.slice(end[0].length) : said}`;
        return markExit(line, end ? Number(end[1]) : null);
      },
    };
  },
};

/** The message, and the values of the fields that hold words of programs. */
function splitFields(text: string): string[] {
  const end = text.search(firstField);
  if (end < 0) return [text.trim()];
  const fields = text.slice(end).split(field);
  const said = fields.filter((_, index) => index > 0 && spoken.has(fields[index - 1]!));
  return [text.slice(0, end).trim(), ...said.map((value) => value.trim()).filter((value) => value !== '')];
}
