import type { Dialect } from './dialect.ts';
import { markHeading } from './mark.ts';

// golang.org/x/tools/go/packages, golist.go: how `go list` ended, and what it said; older ones named its arguments.
const driver = /(?:^|: )(?:err: exit status \d+: stderr: |go \[[^\]\n]{1,400}\]: exit status \d+: )/;
const loadError = / ?: packages\.Load error$/;

/** golangci-lint, gopls, staticcheck and others that load packages with `go list`: its words become lines of their own. */
export const goPackages: Dialect = {
  name: 'go-packages',
  signs: [': exit status ', 'err: exit status '],
  create: () => ({
    read(line) {
      if (!line.text.includes(': exit status ') && !line.text.startsWith('err: exit status ')) return false;
      const match = driver.exec(line.text);
      if (!match) return false;
      const end = match.index + match[0].length;
      const said = line.text.slice(end).replace(loadError, '');
      return markHeading(line, `${line.text.slice(0, end).trimEnd()}\n${said}`);
    },
  }),
};
