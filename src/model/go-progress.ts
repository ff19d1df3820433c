/** What may stand behind `go: ` when nothing failed, as a part of a pattern. cmd/go/internal/modget, modload, toolchain, work. */
export const goProgress = [
  'downloading|finding|found|added|upgraded|downgraded|removed|creating new|warning|to add|extracting|no module dependencies|no dependencies to vendor',
  'module \\S+ is deprecated|to switch to the latest|(?:ignoring|dropping) requirement on excluded|ignoring package \\S+ which exists|copying requirements from',
  '-(?:d|f|i|fix|insecure) flag is (?:a no-op|deprecated)|trying upgrade to|accepting indirect upgrade|read full module graph\\.$',
  'default toolchain set|upgrading toolchain|using (?:local toolchain|go1)|switching from|\\S+ requires go >= \\S+; switching to|toolchain upgrade needed',
  'not generating in packages|failed to trim cache|failed to remove work dir|writing (?:stat|go\\.mod) cache|stripping unprintable',
].join('|');
