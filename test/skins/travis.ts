import { eachLine, type Run, type Skin } from './matrix/skin.ts';

const clear = '\r\x1b[0K';
const time = '0a1b2c3d';

const script = ({ command, output, exitCode }: Run) =>
  [
    `travis_fold:start:git.checkout${clear}travis_time:start:${time}${clear}$ git clone --depth=50 https://github.com/northwind/app.git northwind/app`,
    "Cloning into 'northwind/app'...",
    `travis_time:end:${time}:start=1767323045000000000,finish=1767323046000000000,duration=1000000000,event=checkout${clear}travis_fold:end:git.checkout${clear}`,
    `travis_time:start:${time}${clear}$ ${command}`,
    output.trimEnd(),
    `travis_time:end:${time}:start=1767323046000000000,finish=1767323047000000000,duration=1000000000,event=script${clear}\x1b[31;1mThe command "${command}" exited with ${exitCode}.\x1b[0m`,
    '',
    `travis_fold:start:after_script${clear}travis_time:start:${time}${clear}$ ./report.sh`,
    'go: warning: "all" matched no packages',
    `travis_time:end:${time}:start=1767323047000000000,finish=1767323048000000000,duration=1000000000,event=after_script${clear}travis_fold:end:after_script${clear}`,
    '',
    `Done. Your build exited with ${exitCode}.`,
    '',
  ].join('\n');

export const skins: readonly Skin[] = [
  { name: 'Travis CI', dialects: ['travis'], place: 'ci', dress: script },
  {
    name: 'Travis CI, install',
    dialects: ['travis'],
    place: 'ci',
    dress: ({ command, output, exitCode }) =>
      `travis_fold:start:install.1${clear}travis_time:start:${time}${clear}$ ${command}\n${output}travis_time:end:${time}:start=1,finish=2,duration=1,event=install${clear}\n\x1b[31;1mThe command "${command}" failed and exited with ${exitCode} during .\x1b[0m\n\nYour build has been stopped.\n`,
  },
  {
    name: 'Travis CI, marks whose escapes are lost',
    dialects: ['travis'],
    place: 'ci',
    dress: (run) => eachLine(script(run).replaceAll(clear, ''), (text) => text),
  },
];
