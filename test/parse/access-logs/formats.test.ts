import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isAccessLog, readAccessLog } from '../../../src/parse/access-logs/access-log.ts';
import { requestKey } from '../../../src/parse/access-logs/request-key.ts';
import { createThinner } from '../../../src/parse/access-logs/thin.ts';

const at = Date.UTC(2026, 10, 21, 20, 49, 46);
const mod = 'example.com/ash/@v/v1.0.0.mod';
const base = { line: 1, method: 'GET', key: mod, status: 200, id: null, upstream: null, aborted: false };

describe('what each server writes', () => {
  test.each([
    [
      'combined',
      `10.0.0.7 - - [21/Nov/2026:21:49:46 +0100] "GET /${mod} HTTP/1.1" 200 512 "-" "Go-http-client/2.0"`,
      { ...base, at, precision: 1000, moment: 'either', ms: null },
    ],
    [
      'nginx with its own fields',
      `10.0.0.7 - ci [21/Nov/2026:20:49:46 +0000] "GET /${mod} HTTP/1.1" 502 157 "-" "Go-http-client/1.1" rt=30.001 us=504 request_id=5f2c9a7e1b3d4c60a1b2c3d4e5f60718`,
      { ...base, status: 502, at, precision: 1000, moment: 'end', ms: 30001, upstream: 504, id: '5f2c9a7e1b3d4c60a1b2c3d4e5f60718' },
    ],
    [
      'nginx, client gone',
      `10.0.0.7 - - [21/Nov/2026:20:49:46 +0000] "GET /${mod} HTTP/1.1" 499 0 "-" "Go-http-client/1.1"`,
      { ...base, status: 499, at, precision: 1000, moment: 'either', ms: null, aborted: true },
    ],
    [
      'Nexus',
      `10.0.0.7 - ci [21/Nov/2026:20:49:46 +0000] "GET /repository/go-proxy/${mod} HTTP/1.1" 200 - 512 38 "Go-http-client/1.1" [qtp1417854124-209]`,
      { ...base, at, precision: 1000, moment: 'end', ms: 38 },
    ],
    [
      'Artifactory 7',
      `2026-11-21T20:49:46.120Z|40ea218a769325db|10.0.0.7|ci|GET|/api/go/go-virtual/${mod}|200|-1|512|38|Go-http-client/1.1`,
      { ...base, at: at + 120, precision: 1, moment: 'end', ms: 38, id: '40ea218a769325db' },
    ],
    [
      'Artifactory 6',
      `20261121204946|38|REQUEST|10.0.0.7|ci|GET|/api/go/go-virtual/${mod}|HTTP/1.1|200|512`,
      { ...base, at, precision: 1000, moment: 'end', ms: 38 },
    ],
    [
      'Squid',
      `${at / 1000}.120     38 10.0.0.7 TCP_MISS_ABORTED/200 512 GET http://goproxy.corp.test/${mod} - HIER_DIRECT/10.0.0.9 text/plain`,
      { ...base, at: at + 120, precision: 1, moment: 'end', ms: 38, aborted: true },
    ],
    [
      'Athens, plain',
      `time="2026-11-21T20:49:46Z" level=info msg="incoming request" http-method=GET http-path=/${mod} http-status=200 request-id=7f0c0001-0000-4000-8000-000000000000`,
      { ...base, at, precision: 1000, moment: 'end', ms: null, id: '7f0c0001-0000-4000-8000-000000000000' },
    ],
    [
      'Caddy',
      `{"level":"info","ts":${at / 1000}.12,"logger":"http.log.access","msg":"handled request","request":{"method":"GET","host":"goproxy.corp.test","uri":"/${mod}"},"duration":0.038,"status":200}`,
      { ...base, at: at + 120, precision: expect.any(Number), moment: 'end', ms: 38 },
    ],
    [
      'Traefik',
      `{"DownstreamStatus":502,"Duration":38000000,"OriginStatus":502,"RequestMethod":"GET","RequestPath":"/${mod}","StartUTC":"2026-11-21T20:49:46.12Z"}`,
      { ...base, status: 502, at: at + 120, precision: 10, moment: 'start', ms: 38, upstream: 502 },
    ],
    ['goproxyio', `2026/11/21 20:49:46 0.038s 200 /${mod}`, { ...base, at, precision: 1000, moment: 'end', ms: 38 }],
  ])('%s', (_, line, request) => {
    expect(readAccessLog([line])?.requests).toEqual([request]);
  });
});

test('what asks for the same has the same key, whatever stands before it', () => {
  for (const [url, key] of [
    [`https://goproxy.corp.test/${mod}`, mod],
    [`https://ci:x@artifactory.corp.test/artifactory/api/go/go-virtual/${mod}?x=1`, mod],
    ['/repository/go/github.com/%21north/wind/@v/list', 'github.com/!north/wind/@v/list'],
    ['https://proxy.example.com/example.com/ash/@latest', 'example.com/ash/@latest'],
    ['https://goproxy.corp.test/sumdb/sum.golang.org/lookup/example.com/ash@v1.0.0', 'lookup/example.com/ash@v1.0.0'],
    ['https://sum.golang.org/lookup/example.com/ash@v1.0.0', 'lookup/example.com/ash@v1.0.0'],
    ['https://example.com/ash?go-get=1', null],
    ['/favicon.ico', null],
  ] as const)
    expect([url, requestKey(url)]).toEqual([url, key]);
});

describe('what is none', () => {
  test.each([
    ['an access log without a request for a module', '10.0.0.7 - - [21/Nov/2026:20:49:46 +0000] "GET / HTTP/1.1" 200 5 "-" "-"'],
    ['a go log', 'go: example.com/ash@v1.0.0: reading https://goproxy.corp.test/example.com/ash/@v/v1.0.0.mod: 404 Not Found'],
    ['a build log with one request', `$ make\nok\nok\n2026/11/21 20:49:46 0.038s 200 /${mod}\nok`],
    ['nothing', ''],
  ])('%s', (_, text) => {
    expect(readAccessLog(text.split('\n'))).toBeNull();
  });

  test('whatever bytes: no error, and lines that are there', () => {
    const piece = fc.constantFrom(
      '[21/Nov/2026:20:49:46 +0000]',
      ' "GET /',
      mod,
      ' HTTP/1.1" ',
      '200 ',
      '{"',
      '":',
      '}',
      '|',
      '=',
      '\n',
      `${at}`,
      ' - ',
      'rt=',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 60 }), (parts) => {
        const lines = parts.join('').split('\n');
        for (const { line, key } of readAccessLog(lines)?.requests ?? []) expect(requestKey(lines[line - 1]!) ?? key).toBeTruthy();
      }),
    );
  });
});

describe('a log that is too large to be held', () => {
  const others = '10.0.0.8 - - [21/Nov/2026:20:49:46 +0000] "GET /icon.png HTTP/1.1" 200 5 "-" "-"\n'.repeat(2000);
  const wanted = `10.0.0.7 - - [21/Nov/2026:20:49:47 +0000] "GET /${mod} HTTP/1.1" 200 5 "-" "é"\n`;

  test('keeps what asks for modules, with its lines and offsets, in any chunks', () => {
    const bytes = Buffer.from(`${others}${wanted}${'x'.repeat(40_000)}\n${wanted}`);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60_000 }), { minLength: 1, maxLength: 8 }), (sizes) => {
        const thinner = createThinner();
        for (let from = 0, turn = 0; from < bytes.length; turn++) {
          const size = sizes[turn % sizes.length]!;
          thinner.push(bytes.subarray(from, from + size));
          from += size;
        }
        const { lines, offsets, at } = thinner.end()!;
        const kept = lines.flatMap((line, index) => (at(index).includes('@v') ? [{ line, offset: offsets[index], text: at(index) }] : []));
        expect(kept).toEqual([
          { line: 2001, offset: others.length, text: wanted.trimEnd() },
          { line: 2003, offset: others.length + Buffer.byteLength(wanted) + 40_001, text: wanted.trimEnd() },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  test('of a growing number of lines the last ones stay', () => {
    const thinner = createThinner(10);
    thinner.push(Buffer.from(wanted.repeat(95)));
    const { lines, seen } = thinner.end()!;
    expect([lines, seen]).toEqual([[86, 87, 88, 89, 90, 91, 92, 93, 94, 95], 95]);
  });

  test('also where they lie in many blocks', () => {
    const thinner = createThinner(20_000);
    const line = (index: number) => `10.0.0.7 - - [21/Nov/2026:20:49:47 +0000] "GET /${mod}?${index} HTTP/1.1" 200 5 "-" "é"`;
    for (let index = 1; index <= 90_000; index++) thinner.push(Buffer.from(`${line(index)}\n`));
    const { lines, seen, at } = thinner.end()!;
    expect([lines.length, lines[0], lines.at(-1), seen]).toEqual([20_000, 70_001, 90_000, 90_000]);
    for (const [index, number] of lines.entries()) if (at(index) !== line(number)) expect(at(index)).toBe(line(number));
  });

  test('what is no access log is known by its beginning', () => {
    const thinner = createThinner();
    thinner.push(Buffer.from('go: downloading example.com/ash v1.0.0\n'.repeat(4000)));
    expect(thinner.wanted).toBe(false);
    expect(isAccessLog(['go: downloading'])).toBe(false);
  });
});
