import type { Skin } from './matrix/skin.ts';

const crlf = (text: string): string => text.replaceAll('\n', '\r\n');

/** Windows PowerShell 5.1 makes a record of the first line of stderr. */
function record(command: string, output: string): string {
  const [first = '', ...rest] = output.split('\n');
  const where = ['At line:1 char:1', `+ ${command}`, `+ ${'~'.repeat(command.length)}`];
  const kind = [
    '    + CategoryInfo          : NotSpecified: (:String) [], RemoteException',
    '    + FullyQualifiedErrorId : NativeCommandError',
    ' ',
  ];
  return [`go : ${first}`, ...where, ...kind, ...rest].join('\n');
}

export const skins: readonly Skin[] = [
  {
    name: 'cmd',
    dialects: ['shell'],
    dress: ({ command, output, exitCode }) =>
      crlf(
        `Microsoft Windows [Version 10.0.26100.1742]\n\nC:\\src\\app>${command}\n${output}\nC:\\src\\app>echo %ERRORLEVEL%\n${exitCode}\n\nC:\\src\\app>\n`,
      ),
  },
  {
    name: 'PowerShell 7',
    dialects: ['shell'],
    dress: ({ command, output, exitCode }) =>
      `PS C:\\src\\app> ${command}\n${output}PS C:\\src\\app> $LASTEXITCODE\n${exitCode}\nPS C:\\src\\app> \n`,
  },
  {
    name: 'Windows PowerShell transcript',
    dialects: ['powershell', 'shell'],
    dress: ({ command, output, exitCode }) =>
      crlf(
        `**********************\nWindows PowerShell transcript start\nStart time: 20261121100000\nUsername: CORP\\dev\n**********************\n` +
          `Transcript started, output file is C:\\ci\\t.txt\nPS C:\\src\\app> ${command}\n${record(command, output)}PS C:\\src\\app> $LASTEXITCODE\n${exitCode}\n` +
          '**********************\nWindows PowerShell transcript end\nEnd time: 20261121100100\n**********************\n',
      ),
  },
];
