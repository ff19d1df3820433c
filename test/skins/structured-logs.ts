import { eachLine, type Skin } from './matrix/skin.ts';

const quote = (text: string) => JSON.stringify(text);

export const skins: readonly Skin[] = [
  {
    name: 'logfmt, one row a message',
    dialects: ['structured-log'],
    loses: ['exitCode'],
    dress: ({ command, output }) =>
      eachLine(`+ ${command}\n${output}`, (text) => `time="2026-01-02T03:04:05Z" level=info msg=${quote(text)} job=12`),
  },
  {
    name: 'logfmt, all in one message',
    onOneLine: true,
    dialects: ['structured-log'],
    loses: ['command', 'exitCode'],
    dress: ({ output }) => `level=info msg="build started"\nlevel=error msg=${quote(`build failed: exit status 1\n${output}`)}\n`,
  },
  {
    name: 'JSON with the output as a field',
    onOneLine: true,
    dialects: ['structured-log'],
    loses: ['command', 'exitCode'],
    dress: ({ output }) =>
      `{"level":"info","ts":1767323045.12,"msg":"build started"}\n` +
      `${JSON.stringify({ level: 'error', ts: '2026-01-02T03:04:05Z', msg: 'build failed', stderr: output })}\n`,
  },
];
