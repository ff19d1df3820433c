import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restored, show } from './show.ts';

const log = [
  '$ go mod download',
  'go: downloading github.com/northwind/widgets v0.9.4',
  'go: github.com/northwind/widgets@v0.9.4: verifying module: github.com/northwind/widgets@v0.9.4: reading https://sum.golang.org/lookup/github.com/northwind/widgets@v0.9.4: 410 Gone',
  '\tserver response:',
  '\tnot found: github.com/northwind/widgets@v0.9.4: invalid version: git ls-remote -q origin in /tmp/vcs/0a: exit status 128:',
  "\t\tfatal: could not read Username for 'https://github.com': terminal prompts disabled",
  'make: *** [Makefile:4: deps] Error 1',
];
const plain = log.join('\n');
const each = (change: (text: string, index: number) => string): string => log.map(change).join('\n');

/** Broken after so many columns, where a tab fills up to the next multiple of eight. */
function folded(width: number): string {
  return each((text) => {
    let out = '';
    let column = 0;
    for (const character of text) {
      const next = character === '\t' ? column + 8 - (column % 8) : column + 1;
      if (next > width) out += '\n';
      column = next > width ? 1 : next;
      out += character;
    }
    return out;
  });
}

// Each way to paste the same log; all of them must give it back.
test.for<readonly [string, string]>([
  ['as it is', plain],
  ['a quote', each((text) => `> ${text}`)],
  ['a quote in a quote', each((text) => `>> ${text}`)],
  ['a spaced quote in a quote', each((text) => `> > ${text}`)],
  ['a bar', each((text) => `| ${text}`)],
  ['numbers with a colon', each((text, index) => `${index + 1}: ${text}`)],
  ['grep -n', each((text, index) => `${index + 1}${index === 2 ? ':' : '-'}${text}`)],
  ['numbers with a bar', each((text, index) => `${String(index + 8).padStart(4)} | ${text}`)],
  ['cat -n', each((text, index) => `${String(index + 1).padStart(6)}\t${text}`)],
  ['numbers with a space', each((text, index) => `${index + 1} ${text}`)],
  ['numbers glued', each((text, index) => `${index + 1}${text}`)],
  ['numbers on lines of their own', each((text, index) => `${index + 1}\n${text}`)],
  ['seconds of BuildKit', each((text, index) => `${(index * 0.41 + 9).toFixed(index === 2 ? 2 : 3)} ${text}`)],
  ['a comment', each((text) => `# ${text}`)],
  ['a comment of Go', each((text) => `// ${text}`)],
  ['a quote with numbers', each((text, index) => `> ${index + 1}: ${text}`)],
  ['carets for escapes', each((text) => `^[[31m${text.replaceAll('\t', '^I')}^[[0m`.replace(/^\^\[\[31m(\^I+)/, '$1^[[31m'))],
  ['escapes of JSON', each((text) => `\\u001b[31m${text}\\u001b[0m`)],
  ['escapes of C', each((text) => `\\x1b[1;31m${text}\\x1b[m`)],
  ['pictures of escapes', each((text) => `␛[31m${text}␛[0m`)],
  ['escapes that were lost', each((text) => `[31m${text}[0m`)],
  ['cat -A', each((text) => `${text.replaceAll('\t', '^I')}$`)],
  ['HTML', each((text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll("'", '&#39;').replaceAll('>', '&gt;'))],
  ['HTML, escaped twice', each((text) => text.replaceAll("'", '&amp;#39;'))],
  ['unseen characters', each((text) => `\ufeff${text.replace(': ', ':\u200b ')}`)],
  ['other spaces', each((text) => text.replaceAll(' ', '\u00a0'))],
  ['JSON', JSON.stringify({ status: 'failed', output: plain })],
  ['JSON of several lines', JSON.stringify({ status: 'failed', output: plain }, null, 2).split('\n')[2]!],
  ['JSON in JSON', JSON.stringify({ body: JSON.stringify(plain).slice(1, -1) })],
  ['two characters for a line end', plain.replaceAll('\n', '\\n').replaceAll('\t', '\\t')],
  ['a terminal of 80 columns', each((text) => (text.match(/.{1,80}/g) ?? []).join('\n'))],
  ['fold -w 80', folded(80)],
  ['fold -w 75', folded(75)],
  ['a console of 100 columns', each((text) => (text.match(/.{1,100}/g) ?? []).join('\n'))],
  ['a terminal of 120 columns', each((text) => (text.match(/.{1,120}/g) ?? []).join('\n'))],
])('%s', ([, pasted]) => {
  // Where tabs end is not what is asked here, but a row that starts with one must be what it was.
  expect(restored(pasted)).toBe(plain);
});

test('a mail: quoted, and filled at 72 columns', () => {
  const mail = [
    'On Mon, 16 Nov 2026 Alice wrote:',
    '> $ go build ./...',
    '> go: github.com/northwind/widgets@v0.9.4: verifying module:',
    '> github.com/northwind/widgets@v0.9.4: reading',
    '> https://sum.golang.org/lookup/github.com/northwind/widgets@v0.9.4: 410',
    '> Gone',
    '> $ go env',
    'Did you set it?',
  ];
  expect(show(mail.join('\n'))).toMatchInlineSnapshot(`
    "forms: quoted wrapped
    1 | On Mon, 16 Nov 2026 Alice wrote:
    2 | $ go build ./...
    3 | go: github.com/northwind/widgets@v0.9.4: verifying module: github.com/northwind/widgets@v0.9.4: reading
    5 | https://sum.golang.org/lookup/github.com/northwind/widgets@v0.9.4: 410 Gone
    7 | $ go env
    8 | Did you set it?"
  `);
});

// Two lines of about one length look filled; the second is what go says to the first.
test.each([
  'directory ../tally outside main module or its selected dependencies',
  'no required module provides package northwind.test/kit; to add it:',
  'package northwind.test/kit/cmd/gen is not a main package',
  'stat /home/ada/shop/services/orders/cmd: directory not found',
])('a command of about the width of a mail, and %s', (said) => {
  const typed = "$ go list -f '{{.ImportPath}}' ./services/orders/internal/northwind/sub";
  expect(typed).toHaveLength(71);
  expect(show(`${typed}\n${said}`)).toBe(`forms: \n1 | ${typed}\n2 | ${said}`);
});

test('a message that somebody made bold is no title', () => {
  const message = 'go: failed to create cache directory /go/pkg/mod/cache: mkdir /go: permission denied';
  const missing = 'main.go:3:8: no required module provides package github.com/northwind/tally; to add it:';
  const post = ['**What happened?**', `**${message}**`, `**${missing}**`, '**go is not happy**'];
  expect(show(post.join('\n'))).toBe(`forms: markup\n1 | \n2 | ${message}\n3 | ${missing}\n4 | `);
});

test('a title that is the message', () => {
  const message = "Error: failed to load modules: module 'northwind' not found";
  const post = [`## ${message}`, '### go is not happy', '## Error: no'];
  expect(show(post.join('\n'))).toBe(`forms: markup\n1 | ${message}\n2 | \n3 | `);
});

test('inline code that goes over lines', () => {
  const head = 'package example.com/shop/a';
  const circle = '    imports example.com/shop/a: import cycle not allowed';
  const post = ['I got', `\`${head}`, `${circle}\``, 'why?'];
  expect(show(post.join('\n'))).toBe(`forms: markup\n1 | I got\n2 | ${head}\n3 | ${circle}\n4 | why?`);
  const other = [`\`${head}`, 'and the `go.sum` file', `${circle}\``];
  expect(show(other.join('\n'))).toBe(`forms: \n${other.map((line, index) => `${index + 1} | ${line}`).join('\n')}`);
});

test('a post with Markdown, HTML and an indented block', () => {
  const post = [
    '### What did you do?',
    'I ran this:',
    '',
    '    $ go build ./...',
    '    go: updates to go.mod needed; to update it:',
    '    \tgo mod tidy',
    '',
    '**What did you expect?**',
    '```console',
    'go: a',
    '```',
    '<details><summary>log</summary>',
    '<pre><code>go: example.com/a@v1.0.0: &quot;x&quot;',
    '</code></pre>',
    '`go: example.com/b@v1.0.0: missing`',
    'The `go.sum` file is there.',
  ];
  expect(show(post.join('\n'))).toMatchInlineSnapshot(`
    "forms: web-text markup indented
    1 | 
    2 | I ran this:
    3 | 
    4 | $ go build ./...
    5 | go: updates to go.mod needed; to update it:
    6 | \\tgo mod tidy
    7 | 
    8 | 
    9 | 
    10 | go: a
    11 | 
    12 | <details><summary>log</summary>
    13 | go: example.com/a@v1.0.0: \\"x\\"
    14 | 
    15 | go: example.com/b@v1.0.0: missing
    16 | The \`go.sum\` file is there."
  `);
});

test('what Go itself indents stays as it is', () => {
  const text =
    'go: updates to go.mod needed; to update it:\n\tgo mod tidy\n\nx.go:2:20: no required module provides package a.b/c; to add it:\n\n\tgo get a.b/c\n';
  expect(restored(text)).toBe(text);
});

test('a quote of a session on Windows', () => {
  const quote = [
    '> PS C:\\src> go build',
    '> go : go: a.test/b@v1.0.0: reading ',
    '> https://proxy.test/a: 403 Forbidden',
    '> At line:1 char:1',
  ];
  expect(restored(quote.join('\n'))).toBe(quote.map((line) => line.slice(2)).join('\n'));
});

test('chats', () => {
  const chat = [
    '[10:02] alice: go: example.com/a@v1.0.0: 404 Not Found',
    '[10:02:33 AM] Bob Smith: what?',
    '[21/11/2026, 10:03] Alice: go: b',
    '21.11.26, 10:03 - Alice: go: c',
    '10:04 <alice> go: d',
    '<@alice> go: e',
    'Alice Smith  10:05 AM',
    'go: f',
    'alice — Today at 10:06',
    'go: g',
    '[10:07:01] go: downloading example.com/a v1.0.0',
    'note: it is 10:08',
  ];
  expect(show(chat.join('\n'))).toMatchInlineSnapshot(`
    "forms: chat
    1 | go: example.com/a@v1.0.0: 404 Not Found
    2 | what?
    3 | go: b
    4 | go: c
    5 | go: d
    6 | go: e
    7 | 
    8 | go: f
    9 | 
    10 | go: g
    11 | [10:07:01] go: downloading example.com/a v1.0.0
    12 | note: it is 10:08"
  `);
});

test('lines pasted as one, and rows of a console', () => {
  const text = [
    'go: downloading example.com/a v1.0.0 go: downloading example.com/b v1.2.0 go: example.com/b@v1.2.0: reading https://proxy.golang.org/x: 410 Gone make: *** [Makefile:3: deps] Error 1',
    `C:\\src>go build${' '.repeat(80)}main.go:7:2: example.com/b@v1.2.0: dial tcp: lookup proxy.golang.org: no such host${' '.repeat(30)}`,
  ];
  expect(show(text.join('\n'))).toMatchInlineSnapshot(`
    "forms: one-line
    1 | go: downloading example.com/a v1.0.0
    1 | go: downloading example.com/b v1.2.0
    1 | go: example.com/b@v1.2.0: reading https://proxy.golang.org/x: 410 Gone
    1 | make: *** [Makefile:3: deps] Error 1
    2 | C:\\\\src>go build
    2 | main.go:7:2: example.com/b@v1.2.0: dial tcp: lookup proxy.golang.org: no such host"
  `);
});

test('a list, and quotes of a word processor', () => {
  const text = [
    'My errors:',
    '- go: example.com/a@v1.0.0: unrecognized import path “example.com/a”',
    '• go: example.com/b@v1.0.0: x',
    '- and no more',
    'He said “no”.',
  ];
  expect(show(text.join('\n'))).toMatchInlineSnapshot(`
    "forms: web-text bulleted
    1 | My errors:
    2 | go: example.com/a@v1.0.0: unrecognized import path \\"example.com/a\\"
    3 | go: example.com/b@v1.0.0: x
    4 | and no more
    5 | He said “no”."
  `);
});

// What looks like one of the forms and is a plain log.
test.for([
  '# example.com/app/a\na.go:1:2: undefined: x\n# example.com/app/b\nb.go:1:2: undefined: y',
  '  10 |     COPY . .\n  11 | >>> RUN go build ./...\n  12 |     CMD app',
  '2026-01-02T03:04:05.1Z go: downloading example.com/a v1.0.0\n2026-01-02T03:04:06.1Z ##[error]Process completed with exit code 1.',
  '#26 18.21 go: downloading example.com/a v1.0.0\n#26 18.24 go: downloading example.com/b v1.0.0',
  '{"Action":"output","Output":"go: x\\n"}\n{"Action":"output","Output":"go: a\\ngo: b\\n"}',
  'go: open C:\\new\\table: The system cannot find the path',
  'panic: x\n\n1: goroutine\n2: other',
  '=== RUN   TestA\n    a_test.go:7: got “x” & "y"\n--- FAIL: TestA (0.00s)',
  'x509: “corp.test” certificate is not trusted',
  'go: example.com/a@v1.0.0: Get “https://x.test”: "x"',
  'go: errors parsing go.mod:\ngo.mod:3: unknown directive: reqire\ngo.mod:4: unknown directive: x',
  `go: ${'x'.repeat(76)}\ngo: example.com/a@v1.0.0: missing`,
  `go: example.com/a@v1.0.0: ${'x'.repeat(60)} 404 Not Found\nAt line:1 char:1`,
  `go: example.com/a@v1.0.0: ${'x'.repeat(40)} 404 Not Found\nnote: module requires Go 1.20`,
  'go: a\n\t/src/go/build.go:91 +0x14f0 fp=0xc000490fd8\ncmd/go/internal/a.b(0x1)\n\t/src/go/build.go:92 +0x14f0 fp=0xc000490fd9\nruntime.goexit()\n',
  `${'x'.repeat(80)}\nnext line of a program that is plain\nand another`,
  'verifying example.com/a@v1.0.0: checksum mismatch\n\tdownloaded: h1:a=\n\tgo.sum:     h1:b=\n\nSECURITY ERROR\nThis download does NOT match an earlier download recorded in go.sum.\nThe bits may have been replaced on the origin server, or an attacker may\nhave intercepted the download attempt.',
  'go: a\n<snip>\n[10:02:11] go: b\n<nil> <nil>',
  'warning: a  b                         c\nok  \texample.com/a\t0.1s',
])('stays as it is: %s', (text) => {
  expect(show(text).split('\n')[0]).toBe('forms: ');
});

test('any text: never more lines of the input, in order, and again the same', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...log,
      '',
      '```',
      '### x',
      '> go: a',
      '1: go: b',
      '[10:02] a: go: c',
      '    go: d',
      '\\n',
      '"go: e\\nf"',
      '&quot;',
      '^[[0m',
      'x'.repeat(80),
    ),
    fc.string({ maxLength: 90 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (texts) => {
      const pasted = texts.join('\n');
      const rows = show(pasted).split('\n').slice(1);
      const numbers = rows.map((row) => Number.parseInt(row, 10));
      expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      expect(show(pasted)).toBe(show(pasted));
    }),
    { numRuns: 300 },
  );
});

test('a French program puts other spaces before its colons; a web page puts them anywhere', () => {
  expect(show('make\u00a0: *** [Makefile:10\u00a0: construire] Erreur 1\nfatal\u00a0: \u00ab\u00a0x\u00a0\u00bb')).not.toContain(
    'web-text',
  );
  expect(show('fatal\u00a0:\u00a0repository\u00a0not\u00a0found')).toContain('web-text');
});

const refused =
  'go: module github.com/northwind/widgets: Get "https://proxy.golang.org/github.com/northwind/widgets/@v/list": dial tcp 192.0.2.7:443: connectex: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.';

test('a sentence of Windows shows by itself where a window has broken it', () => {
  const from = refused.indexOf('connectex');
  for (let at = from; at < refused.length - 2; at++) {
    const first = refused.slice(0, at);
    expect(restored(`${first}\n${refused.slice(at)}\nmake: *** [deps] Error 1`)).toBe(`${refused}\nmake: *** [deps] Error 1`);
    if (first.endsWith(' ')) expect(restored(`${first.trimEnd()}\n${refused.slice(at)}`)).toBe(refused);
  }
  const thrice = refused.replace('443: connect', '443: \nconnect').replace('time, or', 'time, \nor');
  expect(restored(thrice)).toBe(refused);
});

test.for([
  `${refused}\nconnectex: A connection attempt failed`,
  'read tcp 192.0.2.8:5000->192.0.2.7:443: wsarecv: An existing connection\nwas told to go',
  'the connected party: connect\nex: A connection attempt failed because the connected party did not properly respond',
  'dial tcp 192.0.2.7:443: \nconnect: connection refused',
])('no broken sentence: %s', (text) => {
  expect(show(text).split('\n')[0]).toBe('forms: ');
});
