import type { Report } from '../../src/model/report.ts';
import type { Session } from '../../src/session/types.ts';
import { logSource } from '../../src/tui/log/log-source.ts';
import { buildModel } from '../../src/tui/screens/explain/build-model.ts';
import { explainScreen } from '../../src/tui/screens/explain/screen.ts';
import { App } from '../../src/tui/shell/app.tsx';
import { glyphsOf } from '../../src/tui/view/glyphs.ts';
import { type ThemeName, themeOf } from '../../src/tui/view/theme.ts';
import { evidence, hypothesis, incident, report, wrongPath } from '../report/sample.ts';
import { recordingWorld, type WorldOptions } from './recording-world.ts';
import { mount } from './terminal.ts';

export const log = [
  '$ go mod download',
  'go: corp.example.com/team/lib@v1.2.3: verifying go.mod: corp.example.com/team/lib@v1.2.3/go.mod: reading https://sum.golang.org/lookup/corp.example.com/team/lib@v1.2.3: 410 Gone',
  '\tserver response: not found: corp.example.com/team/lib@v1.2.3: unrecognized import path "corp.example.com/team/lib"',
];

/** A session that has read these lines; the screen asks it for nothing else. */
export function sessionOf(lines: readonly string[]): Session {
  return {
    addEvidence() {},
    push() {},
    entry() {},
    encoding() {},
    cut() {},
    report: () => report(),
    lines: (from, count) => lines.slice(from - 1, from - 1 + count).map((text, index) => ({ number: from + index, text, kind: 'output' })),
  };
}

/** The private module of the golden answers, with a second cause and a timeline. */
export function privateModule(): Report {
  const event = { at: null, t: null, clock: 'order', lane: '', ms: null } as const;
  return report({
    incidents: [incident({ hypotheses: [hypothesis({ evidence: [evidence(2, log[1]!), evidence(3, log[2]!)] }), wrongPath()] })],
    timeline: [
      { ...event, line: 1, kind: 'command', text: 'go mod download' },
      { ...event, line: 2, kind: 'error', text: log[1]! },
      { ...event, line: 3, kind: 'exit', text: 'exit code 1' },
    ],
  });
}

/** A build in Docker whose log was cut before its reason. */
export function unknownLog(): Report {
  return report({
    verdict: 'unknown',
    input: {
      ...report().input,
      name: 'docker.log',
      lines: 5,
      dialects: ['docker'],
      complete: false,
      cut: [{ limit: 'gzip-truncated', seen: 0, kept: 400 }],
    },
    incidents: [incident({ verdict: 'unknown', hypotheses: [], command: { text: 'make deps', line: 1, exitCode: 2, goVersion: null } })],
    unexplained: [{ line: 4, text: '[output clipped, log limit 1MiB reached]' }],
  });
}

export interface SceneOptions extends WorldOptions {
  readonly lines?: readonly string[];
  readonly session?: Session;
  readonly columns?: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  readonly theme?: ThemeName;
  readonly file?: string;
}

/** The explain screen on a terminal in this process, and what it did to the world. */
export function openScene(shown: Report, options: SceneOptions = {}) {
  const { lines = log, ascii = false } = options;
  const { world, ...did } = recordingWorld(options);
  const model = buildModel(shown, ascii);
  const ui = mount(
    <App
      screen={explainScreen(model, {
        log: logSource(options.session ?? sessionOf(lines), model.lines, ascii),
        file: options.file ?? null,
        reportText: () => 'the report',
        inShell: (shell) => buildModel(shown, ascii, 'en', shell),
        formats: [
          { name: 'text', ending: 'txt', text: () => 'as text' },
          { name: 'markdown', ending: 'md', text: () => 'as markdown' },
        ],
      })}
      look={{ glyphs: glyphsOf(ascii) }}
      theme={themeOf(options.theme ?? 'mono', true)}
      world={world}
      stop={null}
    />,
    options.columns,
    options.rows,
  );
  return { ...ui, ...did };
}
