import { expect, test } from 'vitest';
import { explain } from '../lab/explain.ts';

const refused =
  'go: github.com/acme/strutil@v1.0.0: Get "http://127.0.0.1:8081/github.com/acme/strutil/@v/v1.0.0.mod": dial tcp 127.0.0.1:8081: connect: connection refused';
const broken =
  '$ go build ./...\n# example.com/app\n./app.go:5:23: cannot use "x" (untyped string constant) as int value in return statement';
const first = async (log: string) => (await explain(log)).incidents.find(({ recovered }) => !recovered)?.hypotheses[0]?.cause;

test.each([
  ['go mod download || true'],
  ['go mod download ||:'],
  ['GOPROXY=http://127.0.0.1:8081 go mod download 2>&1 | tee log || /bin/true;'],
])('%s ends well, whatever go said', async (command) => {
  expect(await first(`$ ${command}\n${refused}\n${broken}\n`)).toBe('not-module.compile-error');
});

test.each([
  ['nothing takes it', 'go mod download'],
  ['what is done instead may fail as well', 'go mod download || go mod vendor'],
  ['a word that only begins so', 'go mod download || truecolor'],
  ['the other way round', 'true || go mod download'],
])('%s', async (_, command) => {
  expect(await first(`$ ${command}\n${refused}\n${broken}\n`)).toBe('network.connect-refused');
});

test('alone, it is what somebody asks about', async () => {
  expect(await first(`$ go mod download || true\n${refused}\n`)).toBe('network.connect-refused');
});
