import { expect, test } from 'vitest';
import { show } from './show.ts';

test('Windows PowerShell wraps the first line of stderr into an error record', () => {
  const log = [
    'PS C:\\src\\app> go build ./... 2>&1 | Tee-Object build.log',
    'go : go: downloading example.com/lib v1.0.0',
    'At line:1 char:1',
    '+ go build ./... 2>&1 | Tee-Object build.log',
    '+ ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
    '    + CategoryInfo          : NotSpecified: (go: downloading...lib v1.0.0:String) [], RemoteException',
    '    + FullyQualifiedErrorId : NativeCommandError',
    ' ',
    '\tserver response: gone',
    'go: example.com/lib@v1.0.0: verifying module: checksum mismatch',
    '\tdownloaded: h1:a',
    'PS C:\\src\\app> $LASTEXITCODE',
    '1',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: powershell shell
    command | go build ./... 2>&1 | Tee-Object build.log
    output | go: downloading example.com/lib v1.0.0
    heading | At line:1 char:1
    heading | + go build ./... 2>&1 | Tee-Object build.log
    heading | + ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
    heading |     + CategoryInfo          : NotSpecified: (go: downloading...lib v1.0.0:String) [], RemoteException
    heading |     + FullyQualifiedErrorId : NativeCommandError
    heading |  
    output | \\tserver response: gone
    output | go: example.com/lib@v1.0.0: verifying module: checksum mismatch
    output | \\tdownloaded: h1:a
    heading | PS C:\\\\src\\\\app> $LASTEXITCODE
    exit =1 | 1"
  `);
});

test('a record whose words the console broke, in a script and in other languages', () => {
  const log = [
    'C:\\Program_Files\\Go\\bin\\go.exe : go: example.com/lib@v1.0.0: reading ',
    'https://sum.golang.org/lookup/example.com/lib@v1.0.0: 410',
    'Gone',
    'At C:\\ci\\build.ps1:12 char:3',
    '+   go build',
    '+   ~~~~~~~~',
    'go : go: a@v1.0.0: 404 Not Found',
    '所在位置 行:1 字符: 1',
    '+ go mod download',
    'go : go: b@v1.0.0: 404 Not Found',
    'In Zeile:1 Zeichen:1',
    '+ go mod download',
    'go: c@v1.0.0: 404 Not Found',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: powershell
    output | go: example.com/lib@v1.0.0: reading https://sum.golang.org/lookup/example.com/lib@v1.0.0: 410 Gone
    heading | 
    heading | 
    heading | At C:\\\\ci\\\\build.ps1:12 char:3
    heading | +   go build
    heading | +   ~~~~~~~~
    output | go: a@v1.0.0: 404 Not Found
    heading | 所在位置 行:1 字符: 1
    heading | + go mod download
    output | go: b@v1.0.0: 404 Not Found
    heading | In Zeile:1 Zeichen:1
    heading | + go mod download
    output | go: c@v1.0.0: 404 Not Found"
  `);
});

test('a record without its place keeps the lines after it', () => {
  expect(show('go : go: x\nerror: y\n\nAt line:1 char:1\n+ go build')).toMatchInlineSnapshot(`
    "dialects: powershell shell
    output | go: x
    output | error: y
    output | 
    output | At line:1 char:1
    command | go build"
  `);
});

test('a transcript, and what PowerShell 7 says of an exit code', () => {
  const log = [
    'Transcript started, output file is C:\\ci\\t.txt',
    '**********************',
    'Windows PowerShell transcript start',
    'Start time: 20261121100000',
    'Username: CORP\\dev',
    '**********************',
    'PS C:\\src> go build',
    "go: go.mod file not found in current directory or any parent directory; see 'go help modules'",
    'NativeCommandExitException: Program "go.exe" ended with non-zero exit code: 1.',
    '**********************',
    'PowerShell transcript end',
    'End time: 20261121100100',
    '**********************',
    '**********************',
    'a banner of somebody else',
  ];
  expect(show(log.join('\n'))).toMatchInlineSnapshot(`
    "dialects: powershell shell
    heading | Transcript started, output file is C:\\\\ci\\\\t.txt
    heading | **********************
    heading | Windows PowerShell transcript start
    heading | Start time: 20261121100000
    heading | Username: CORP\\\\dev
    heading | **********************
    command | go build
    output | go: go.mod file not found in current directory or any parent directory; see 'go help modules'
    exit =1 | NativeCommandExitException: Program \\"go.exe\\" ended with non-zero exit code: 1.
    heading | **********************
    heading | PowerShell transcript end
    heading | End time: 20261121100100
    heading | **********************
    heading | **********************
    output | a banner of somebody else"
  `);
});

test.for(['ratio : 3', 'go : ', 'the go : b', 'cargo : go: x'])('%s is no record', (text) => {
  expect(show(text)).toBe(`dialects: plain\noutput | ${text}`);
});
