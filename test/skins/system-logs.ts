import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const second = (index: number) => String(5 + (index % 50)).padStart(2, '0');
const unit = (run: Run, line: (program: string, text: string, index: number) => string) =>
  `${line('systemd[1]', 'Starting Build the application...', 0)}\n` +
  eachLine(`+ ${run.command}\n${run.output}`, (text, index) => line('build.sh[812]', text, index)) +
  `${line('systemd[1]', `build.service: Main process exited, code=exited, status=${run.exitCode}/FAILURE`, 40)}\n` +
  `${line('systemd[1]', "build.service: Failed with result 'exit-code'.", 40)}\n` +
  `${line('systemd[1]', 'Failed to start Build the application.', 40)}\n`;

export const skins: readonly Skin[] = [
  {
    name: 'journalctl -u',
    dialects: ['syslog'],
    dress: (run) => unit(run, (program, text, index) => `Jan 02 03:04:${second(index)} runner-4 ${program}: ${text}`),
  },
  {
    name: 'rsyslog with ISO times',
    dialects: ['syslog'],
    dress: (run) => unit(run, (program, text, index) => `2026-01-02T03:04:${second(index)}.123456+00:00 runner-4 ${program}: ${text}`),
  },
  {
    name: 'syslog on the wire, RFC 3164',
    dialects: ['syslog'],
    dress: (run) => unit(run, (program, text, index) => `<30>Jan  2 03:04:${second(index)} runner-4 ${program}: ${text}`),
  },
  {
    name: 'syslog on the wire, RFC 5424',
    dialects: ['syslog'],
    dress: (run) =>
      unit(run, (program, text, index) => {
        const [name, process] = program.replace(']', '').split('[');
        return `<30>1 2026-01-02T03:04:${second(index)}.123Z runner-4 ${name} ${process} - [meta x="a \\] b"][o k="1"] \ufeff${text}`;
      }),
  },
  {
    name: 'journalctl -o json',
    dialects: ['journald'],
    dress: (run) =>
      unit(run, (program, text, index) => {
        const [name, process] = program.replace(']', '').split('[');
        const message = index === 1 ? [...Buffer.from(text)] : text;
        return JSON.stringify({
          _PID: process,
          __REALTIME_TIMESTAMP: String(1767323045000000 + index),
          SYSLOG_IDENTIFIER: name,
          MESSAGE: message,
        });
      }),
  },
];
