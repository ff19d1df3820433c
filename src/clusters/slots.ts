/** What differs from log to log, by the name of its slot. */
export type Slot =
  | 'time'
  | 'uuid'
  | 'hash'
  | 'url'
  | 'module'
  | 'ip'
  | 'path'
  | 'host'
  | 'duration'
  | 'size'
  | 'version'
  | 'hex'
  | 'num'
  | 'quoted'
  | 'id';

const lineAndColumn = '(?::\\d{1,7}){0,2}';
// Words with a slash that are no path.
const noPath = '(?!(?:[iI]/[oO]|N/A|and/or|read/write|client/server|TCP/IP|CI/CD|HTTP/\\d|\\d{1,9}/\\d)(?![A-Za-z_/-]))';
const extensions =
  'go|mod|sum|work|c|cc|cpp|cxx|h|hpp|o|a|so|s|rs|py|rb|js|jsx|mjs|cjs|ts|tsx|java|kt|scala|cs|php|swift|sh|bash|ps1|bat|cmd|exe|dll|jar|war|lock|toml|yaml|yml|json|xml|html|css|scss|txt|log|md|proto|sql|tf|hcl|cfg|conf|ini|env|pem|crt|key|tar|gz|tgz|zip|xz|zst|tmp|bin|img|iso|deb|rpm|whl|gradle|properties|csv|patch|diff|mk|cmake|in|out|svg|png';
const topLevel =
  'com|org|net|io|dev|app|cloud|internal|local|lan|corp|intra|test|example|invalid|sh|cn|de|eu|uk|fr|jp|ru|nl|ch|us|in|br|co|ai|edu|gov|xyz|tech|info';

// Tried in this order where a word begins. Every repeat is bounded, and no two that stand side by side take the same character.
export const slots: readonly (readonly [slot: Slot, pattern: string])[] = [
  ['time', '\\d{4}[-/]\\d\\d[-/]\\d\\d(?:[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?)?'],
  [
    'time',
    '(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) {1,2}\\d{1,2},? (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d',
  ],
  ['time', '\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?(?: ?[AP]M)?'],
  ['uuid', '[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}'],
  ['hash', '(?:sha\\d{1,3}|md5|h1)[:=-][A-Za-z0-9+/=]{16,128}'],
  ['url', '[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s"\'<>`]{0,500}[^\\s"\'<>`:;,.)\\]}]'],
  // As scp has it: user@host:path.
  ['url', '[A-Za-z][\\w.-]{0,63}@[A-Za-z][\\w.-]{0,199}:[^\\s"\'`:;,)]{1,300}'],
  ['module', '@?[\\w.~!-]{1,100}(?:/[\\w.~!-]{1,100}){0,20}@(?:v?\\d[\\w.+-]{0,99}\\w|v?\\d|latest|upgrade|patch|main|master)(?!\\w)'],
  ['ip', '\\d{1,3}(?:\\.\\d{1,3}){3}(?:/\\d{1,2})?(?::\\d{1,5})?(?![\\w.]\\w)'],
  ['ip', '\\[[0-9A-Fa-f:]{2,45}(?:%\\w{1,15})?\\](?::\\d{1,5})?'],
  ['ip', '(?:[0-9A-Fa-f]{1,4}:){3,7}[0-9A-Fa-f]{1,4}(?![\\w:])'],
  ['path', `[A-Za-z]:[\\\\/][^\\s"'<>|:*?,;()]{0,300}${lineAndColumn}`],
  ['path', `(?:~|\\.{1,2})?/[^\\s"'\`<>|,;()\\[\\]{}:=]{1,300}${lineAndColumn}`],
  ['path', `\\.{1,2}\\\\[^\\s"'<>|:*?,;()]{1,300}${lineAndColumn}`],
  ['module', '[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,6}(?::\\d{1,5})?(?:/[\\w.~!+-]{1,100}){1,20}'],
  ['path', `${noPath}[\\w.@+-]{1,100}(?:[/\\\\][\\w.@+~-]{1,200}){1,30}/?${lineAndColumn}`],
  ['path', `[\\w+.-]{1,200}\\.(?:${extensions})(?![\\w-]|\\.\\w)${lineAndColumn}`],
  ['host', `(?:[a-z0-9-]{1,63}\\.){1,8}(?:${topLevel})(?![\\w.-]*\\w)(?::\\d{1,5})?`],
  ['host', '(?:[a-z][a-z0-9-]{0,62})(?:\\.[a-z0-9-]{1,63}){0,8}:\\d{2,5}(?![\\w:])'],
  ['duration', '\\d{1,9}(?:\\.\\d{1,9})?(?:ns|µs|us|ms|s|m|h)(?:\\d{1,9}(?:\\.\\d{1,9})?(?:ms|s|m)){0,3}(?![\\w.]\\w|\\w)'],
  ['size', '\\d{1,15}(?:\\.\\d{1,9})? ?(?:[kKMGT]i?B|B|bytes)(?:/s)?(?!\\w)'],
  ['version', '(?:go|v)\\d{1,6}(?:\\.\\d{1,14}){0,3}(?:[-+][\\w.+-]{0,99}\\w)?(?!\\w)'],
  ['version', '\\d{1,6}(?:\\.\\d{1,10}){2,3}(?:[-+~][\\w.+~-]{0,99}\\w)?(?!\\w)'],
  ['hex', '0x[0-9A-Fa-f]{1,32}(?!\\w)'],
  ['hex', '(?=[0-9a-f]{0,63}\\d)(?=[0-9a-f]{0,63}[a-f])[0-9a-f]{7,128}(?![\\w-])'],
  ['num', '\\d{1,40}(?:[.,]\\d{1,40}){0,4}(?![\\w.]\\w|\\w)'],
  // Not the key of a JSON object, whose names say what it is about.
  ['quoted', '"[^\\s"]{1,300}"(?!: ?["[{\\d])'],
  ['quoted', "'[^\\s']{1,300}'"],
  ['quoted', '`[^\\s`]{1,300}`'],
  ['quoted', '[“‘][^\\s”’]{1,300}[”’]'],
];

// Names that have digits and are the same everywhere.
const fixed = new Set(
  'x509 sha1 sha256 sha384 sha512 md5 x86 x86_64 x64 i386 i686 amd64 arm64 arm32 aarch64 win32 win64 utf8 utf-8 utf16 utf-16 ipv4 ipv6 http2 http3 h2 base64 oauth2 python2 python3 pip3 int8 int16 int32 int64 uint8 uint16 uint32 uint64 float32 float64 s3 k8s ed25519 latin1 iso-8859-1 ext4 dns1 l2 i18n e2e p12 pkcs8 pkcs11 tls1 tlsv1 sslv3 log4j'.split(
    ' ',
  ),
);
// `TS2307`, `LNK2019`, `E0432`: the code of a message.
const messageCode = /^[A-Z]{1,10}\d{2,6}$/;

/** A word without what looks counted or drawn by lot: `worker-12`, `x7k2p9q4`. */
export function templateOfWord(word: string): string {
  if (!/\d/.test(word)) return word;
  if (fixed.has(word.toLowerCase()) || messageCode.test(word)) return word;
  if (/^\w+$/.test(word) && (word.length >= 24 || switches(word) >= 4)) return '<id>';
  return word
    .split(/([.-])/)
    .map((part) => (fixed.has(part.toLowerCase()) ? part : switches(part) >= 4 ? '<id>' : part.replace(/\d+/g, '<num>')))
    .join('');
}

/** How often letters and digits follow each other. */
function switches(word: string): number {
  return word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g)?.length ?? 0;
}
