import type { Dialect } from './dialect.ts';
import { markExit, markHeading } from './mark.ts';

// nix, src/libstore/build/derivation-builder.cc; since 2.29 the reason stands on a line of its own.
const failed = /^(?:error: )?builder for '\S{1,300}\.drv' failed (?:with exit code (\d+)|due to signal \d+ \(.{1,40}\))/;
const reason = /^ +Reason: builder failed (?:with exit code (\d+)|due to signal \d+ \(.{1,40}\))\.$/;
const heading =
  /^(?:this derivation will be built:$|these \d+ derivations will be built:$| {2}\/\S{1,300}\.drv$|error: (?:Cannot build '|build of '.*' failed$|1 dependencies of derivation |\d+ dependencies of derivation )| +For full logs, run\b| +nix log \/\S{1,300}\.drv$| +Output paths:$|copying path '|unpacking source archive |source root is )/;
const building = /^building '\S{1,200}\/[0-9a-z]{32}-(\S{1,200})\.drv'(?: on '.*')?\.\.\.$/;
const announced = /\blast \d+ log lines:$/i;
// Up to 2.3 they stand two spaces to the right, with no sign before them.
const oldTail = /; last \d+ log lines:$/;
// `nix build -L`: the derivation's name, without its version, before each line.
const named = /^([A-Za-z][\w+.-]{0,200})> /;

/** nix-build and `nix build`. The last lines of a failed builder stand, quoted, below the line that says that it failed. */
export const nix: Dialect = {
  name: 'nix',
  signs: ['builder f', "building '/", '.drv', 'derivation'],
  create() {
    const names: string[] = [];
    let after = false;
    let indented = false;
    return {
      read(line) {
        const { text } = line;
        const end = text.includes('builder f') ? (failed.exec(text) ?? reason.exec(text)) : null;
        if (end) {
          after = announced.test(text) || text.endsWith(';') || text.endsWith('.');
          indented = oldTail.test(text);
          return markExit(line, end[1] ? Number(end[1]) : null);
        }
        if (indented) {
          indented = text.startsWith('  ') || text.trim() === '';
          // A quote sign shows that it is a newer nix, which says all this in one line too.
          if (indented && !/^ *>/.test(text)) {
            line.text = text.slice(2);
            line.late = true;
            return true;
          }
        }
        if (after) {
          if (announced.test(text)) return markHeading(line);
          if (/^ *>/.test(text)) {
            line.late = true;
            return true;
          }
          after = text.startsWith(' ') && !text.includes('For full logs');
          if (text.startsWith(' ')) return markHeading(line);
        }
        const drv = text.startsWith("building '/") ? building.exec(text) : null;
        if (drv) {
          names.push(drv[1]!);
          return markHeading(line);
        }
        const match = names.length > 0 ? named.exec(text) : null;
        if (match && names.some((name) => name.startsWith(match[1]!))) {
          line.text = text.slice(match[0].length);
          return true;
        }
        if (heading.test(text) && (after || names.length > 0 || text.includes('.drv') || text.includes('derivation')))
          return markHeading(line);
        return false;
      },
    };
  },
};
