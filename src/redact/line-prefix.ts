// What CI systems and containers put before each line: it is no part of a text that goes on from the line before.
const prefix = new RegExp(
  `^(?:${[
    '\\d{4}-\\d\\d-\\d\\dT[\\d:.,]{5,20}(?:Z|[+-]\\d\\d:?\\d\\d)?(?: \\d\\d[OE]\\+?)? ?', // GitHub Actions, GitLab, kubectl --timestamps
    '\\[\\d{4}-\\d\\d-\\d\\d[T ][\\d:.,]{5,20}(?:Z|[+-]\\d\\d:?\\d\\d)?\\] ', // Jenkins
    '\\d{4}[-/]\\d\\d[-/]\\d\\d \\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,9})? ', // Go's log package
    '\\[?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?\\]? {1,2}',
    '#\\d{1,4} (?:\\d{1,6}\\.\\d{1,3} )?', // BuildKit
    '[\\w.-]{1,60} {1,20}\\| ', // Compose
    '[^\\t\\n]{1,100}\\t[^\\t\\n]{1,100}\\t\\ufeff?\\d{4}-\\d\\d-\\d\\dT[\\d:.]{5,20}Z ', // gh run view --log
    '[*<>={}] |=> ', // curl -v
  ].join('|')})`,
);

// A container's time within a runner's time, for example.
const mostPrefixes = 3;
const longestPrefix = 300;

/** How many characters at the start of a line are the runner's. */
export function prefixLength(line: string): number {
  // Most lines have none.
  if (!/^[\d[#*<>={}]/.test(line) && !line.includes(' | ') && !line.includes('\t')) return 0;
  let length = 0;
  for (let times = 0; times < mostPrefixes; times++) {
    const more = prefix.exec(length === 0 ? line : line.slice(length, length + longestPrefix))?.[0].length ?? 0;
    if (more === 0) break;
    length += more;
  }
  return length;
}
