import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A line that a real program printed when it failed, and what failed. */
export interface FailedLine {
  readonly cause: string;
  readonly text: string;
}

const words = ['alpha', 'bravo', 'charlie', 'delta', 'echo', 'foxtrot', 'golf', 'hotel', 'india', 'juliett'];

type Run = readonly [cause: string, argv: readonly string[], line?: RegExp];

// One failure each; `name` differs from run to run. Where the telling line is not the first, a pattern says which one it is.
function runs(name: string, number: number, folder: string): Run[] {
  return [
    ['git-pathspec', ['git', 'checkout', name]],
    ['git-no-repository', ['git', 'clone', '-q', `/nowhere/${name}`, `${folder}/new`]],
    ['git-revision', ['git', 'log', `${name}..x`]],
    ['git-option', ['git', 'log', `--${name}`]],
    ['git-command', ['git', name]],
    ['make-no-rule', ['make', name]],
    ['make-separator', ['make', '-f', `${name}.mk`]],
    ['sh-command', ['sh', '-c', `${name}-tool`]],
    ['cat-no-file', ['cat', `/nowhere/${name}/x.txt`]],
    ['cp-no-file', ['cp', `/nowhere/${name}`, folder]],
    ['mkdir-no-folder', ['mkdir', `/proc/self/${name}/x`]],
    ['tar-no-file', ['tar', 'xf', `${name}.tar`]],
    ['gzip-format', ['gzip', '-dc', `${name}.mk`]],
    ['kill-no-process', ['sh', '-c', `kill ${4_000_000 + number}`]],
    ['dd-no-space', ['dd', 'if=/dev/zero', 'of=/dev/full', `count=${number + 1}`]],
    ['chown-no-user', ['chown', name, folder]],
    ['test-integer', ['sh', '-c', `[ ${name} -eq 3 ]`]],
    ['node-no-module', [process.execPath, '-e', `require('${name}')`], /^Error: /],
    ['node-json', [process.execPath, '-e', `JSON.parse('${number}{')`], /^SyntaxError: /],
    ['node-refused', [process.execPath, '-e', `require('net').connect(${number + 1}, '127.0.0.1')`], /^Error: /],
    ['go-no-file', ['go', 'run', `${name}.go`]],
    ['go-tool', ['go', name]],
    ['gcc-no-file', ['gcc', `${name}.c`]],
    ['gcc-undeclared', ['gcc', '-c', `${name}u.c`], / error: /],
    ['npm-script', ['npm', 'run', name], /Missing script/],
  ];
}

/**
 * Runs programs of this machine so that they fail, each several times with other names. Programs that are not there are left out.
 * @param times of each failure
 */
export async function failedLines(times: number): Promise<FailedLine[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'modwhy-clusters-'));
  await execute('git', ['init', '-q', folder]);
  writeFileSync(path.join(folder, 'package.json'), '{}');
  const lines: FailedLine[] = [];
  const missing = new Set<string>();
  for (let number = 0; number < times; number++) {
    const name = `${words[number % words.length]}${number >= words.length ? number * 7 : ''}`;
    writeFileSync(path.join(folder, `${name}.mk`), `all:\n${' '.repeat(2)}${name}\n`);
    writeFileSync(path.join(folder, `${name}u.c`), `int main() { return ${name}; }\n`);
    for (const [cause, [program, ...rest], pattern] of runs(name, number, folder)) {
      // npm and go are slow to start.
      if (missing.has(program!) || (/npm|go/.test(program!) && number % 3 > 0)) continue;
      const printed = await outputOf(program!, rest, folder);
      if (printed === null) missing.add(program!);
      const text = printed?.split('\n').find((line) => (pattern ? pattern.test(line) : line.trim() !== ''));
      if (text) lines.push({ cause, text });
    }
  }
  return lines;
}

async function outputOf(program: string, argv: readonly string[], cwd: string): Promise<string | null> {
  try {
    const { stdout, stderr } = await execute(program, [...argv], {
      cwd,
      timeout: 20_000,
      env: { ...process.env, LC_ALL: 'C', GOFLAGS: '', GOTOOLCHAIN: 'local' },
    });
    return stderr + stdout;
  } catch (error) {
    const { code, stderr, stdout } = error as NodeJS.ErrnoException & { stderr: string; stdout: string };
    return code === 'ENOENT' ? null : stderr + stdout;
  }
}
