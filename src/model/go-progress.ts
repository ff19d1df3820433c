/** What may stand behind `go: ` when nothing failed, word by word. cmd/go/internal/modget, modload, toolchain, work. */
// biome-ignore format: read by its groups, not one text a line
export const goProgressTexts: readonly string[] = [
  'downloading', 'finding', 'found', 'added', 'upgraded', 'downgraded', 'removed', 'creating new', 'warning', 'to add', 'extracting',
  'no module dependencies', 'no dependencies to vendor', 'to switch to the latest', 'copying requirements from', 'trying upgrade to',
  'accepting indirect upgrade', 'default toolchain set', 'upgrading toolchain', 'switching from', 'toolchain upgrade needed',
  'not generating in packages', 'failed to trim cache', 'failed to remove work dir', 'stripping unprintable',
];

/** All of it, as a part of a pattern. */
export const goProgress = [
  ...goProgressTexts,
  'module \\S+ is deprecated|(?:ignoring|dropping) requirement on excluded|ignoring package \\S+ which exists',
  '-(?:d|f|i|fix|insecure) flag is (?:a no-op|deprecated)|read full module graph\\.$',
  'using (?:local toolchain|go1)|\\S+ requires go >= \\S+; switching to|writing (?:stat|go\\.mod) cache',
].join('|');
