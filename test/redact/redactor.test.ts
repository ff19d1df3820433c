import { expect, test } from 'vitest';
import { createRedactor } from '../../src/redact/redactor.ts';

// Put together here, so that no scanner takes this file for a leak.
const github = `ghp_${'a1B2'.repeat(9)}`;
const jwt = `eyJ${'hbGciOiJI'}.eyJ${'zdWIiOiIx'}.c2lnbmF0dXJl`;

test.for([
  ['Get "https://bob:hunter2@proxy.example.com/a/@v/list": EOF', 'Get "https://<user-1>:<secret-1>@proxy.example.com/a/@v/list": EOF'],
  [
    'GOPROXY=https://bob:p@ss@one.example,https://two.example,direct',
    'GOPROXY=https://<user-1>:<secret-1>@one.example,https://two.example,direct',
  ],
  ['https://oauth2:hunter2@gitlab.example.com/a.git', 'https://oauth2:<secret-1>@gitlab.example.com/a.git'],
  ['https://hunter2@github.com/a', 'https://<secret-1>@github.com/a'],
  ['https://hunter2:x-oauth-basic@github.com/a', 'https://<secret-1>:x-oauth-basic@github.com/a'],
  ['Authorization: Basic Ym9iOmh1bnRlcjI=', 'Authorization: Basic <secret-1>'],
  ['encoding header "authorization" = "Bearer hunter2"', 'encoding header "authorization" = "Bearer <secret-1>"'],
  ['Proxy-Authorization: Basic Ym9i', 'Proxy-Authorization: Basic <secret-1>'],
  ['PRIVATE-TOKEN: hunter2', 'PRIVATE-TOKEN: <secret-1>'],
  ['Cookie: a=b; c=d', 'Cookie: <secret-1>'],
  ['machine github.com login bob password hunter2', 'machine github.com login <user-1> password <secret-1>'],
  ['  password hunter2', '  password <secret-1>'],
  [`fatal: ${github} is bad`, 'fatal: <secret-1> is bad'],
  [`glpat-${'x'.repeat(20)}`, '<secret-1>'],
  [`npm_${'x'.repeat(36)}`, '<secret-1>'],
  [`AKIA${'A1'.repeat(8)}`, '<secret-1>'],
  [`xoxb-${'1'.repeat(12)}`, '<secret-1>'],
  [`got ${jwt}.`, 'got <secret-1>.'],
  ['GET /a.zip?X-Amz-Signature=abc&X-Amz-Date=1', 'GET /a.zip?X-Amz-Signature=<secret-1>&X-Amz-Date=1'],
  ['/a?sig=abc&access_token=def', '/a?sig=<secret-1>&access_token=<secret-2>'],
  ['export NPM_TOKEN="a b" GOFLAGS=-mod=mod', 'export NPM_TOKEN="<secret-1>" GOFLAGS=-mod=mod'],
  ['  DB_PASSWORD: hunter2', '  DB_PASSWORD: <secret-1>'],
  ['docker login --password hunter2 -u bob', 'docker login --password <secret-1> -u bob'],
  ['{"auth": "Ym9iOmh1bnRlcjI="}', '{"auth": "<secret-1>"}'],
  [
    '-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n-----END RSA PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----\n<secret-1>\n-----END RSA PRIVATE KEY-----',
  ],
  [`${'MIIEpAIBAAKCAQEA'.repeat(3)}x1y2z3A4B5C6D7E8`, '<secret-1>'],
])('hides %s', ([text, expected]) => {
  const redactor = createRedactor();
  const once = redactor.redact(text!);
  expect(once).toBe(expected);
  expect(redactor.redact(once)).toBe(once);
});

test.for([
  'verifying example.com/a@v1.0.0: h1:LzX7hefJvL54yjefDEDHNONDjII0t9xZLPXsUe+TKr0=',
  'h1:eyJ7hefJvL54yjefDEDHNONDjII0t9xZLPXsUe+TKr0=',
  'golang.org/x/net v0.0.0-20200226121028-0de0cce0169b',
  'commit 0123456789abcdef0123456789abcdef01234567',
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  'https://bob:xxxxx@proxy.example.com/a',
  'https://***@github.com/a',
  'ssh://git@github.com/a and git@github.com:a/b.git',
  'https://proxy.golang.org/example.com/a/@v/v1.0.0.zip',
  'https://proxy.example.com:8443/example.com/a/@v/list',
  'https://$USER:$TOKEN@github.com/a',
  'GITHUB_TOKEN: ***',
  'invalid token: expected )',
  'unexpected token = in expression',
  'authorization: denied by policy',
  'password authentication failed for user "bob"',
  'go env -w GOPRIVATE=corp.example.com',
  'server response: bearer authentication is required',
])('leaves %s', (text) => {
  const redactor = createRedactor();
  expect(redactor.redact(text)).toBe(text);
  expect(redactor.count()).toBe(0);
});

test('a secret has one name throughout, also where nothing around it tells', () => {
  const redactor = createRedactor();
  expect(redactor.redact('https://bob:hunter2-and-more@a.example')).toBe('https://<user-1>:<secret-1>@a.example');
  expect(redactor.redact('https://ann:other@a.example https://bob:hunter2-and-more@b.example')).toBe(
    'https://<user-2>:<secret-2>@a.example https://<user-1>:<secret-1>@b.example',
  );
  expect(redactor.redact('login as hunter2-and-more failed')).toBe('login as <secret-1> failed');
  expect(redactor.redact('a text that was cut at hunter2-an')).toBe('a text that was cut at <secret-1>');
  expect(redactor.count()).toBe(4);
});
