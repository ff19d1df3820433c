import type { RedactionRule } from '../rule.ts';

// What a name of a secret ends with. A longer name, such as TOKEN_URL or SECRET_NAME, is about something else.
const words = [
  'token',
  'passw(?:or)?d',
  'passphrase',
  'passcode',
  '(?<=_)pass',
  '(?<=[;&?_-])(?<!OLD)pwd',
  'secret',
  '(?:api|access|secret|private|signing|encryption|encrypt|account|shared|auth|master|admin|license|webhook|subscription|deploy|application|app|storage|service_account|hmac|ssh|gpg|rsa|publish)[_.-]?key',
  'accesskey',
  'secretkey',
  'secret_?access_?key',
  'sharedaccesssignature',
  'sas_?(?:token|url)?(?<=[_-]sas|sas_?(?:token|url))',
  'credentials?',
  'client_?secret',
  '_auth',
  'authtoken',
  'auth_?config',
  '_pat',
  'identitytoken',
  'registrytoken',
  'key-data',
  '_dsn',
];
const suffix = '(?:_?(?:\\d{1,3}|b64|base64|value|prod|dev|staging|test|ci|ro|rw|old|new))?';
const key = `(?:${words.join('|')})${suffix}`;
// Made when a line needs it.
const upper = () =>
  `(?:${words.map((word) => word.replace(/(?<!\\)[a-z]+(?!\])/g, (part) => part.toUpperCase())).join('|')})${suffix.toUpperCase().replace('\\D', '\\d')}`;
const near = [
  'token',
  'passw',
  'passp',
  'passc',
  '_pass',
  'pwd',
  'secret',
  'key',
  'sas',
  'sharedaccess',
  'credential',
  '_auth',
  'auth_config',
  'authconfig',
  '_pat',
  '_dsn',
];

const quotedValue = (number: number) => `"(?<secret${number}>[^"\\n]{1,8000})(?:"|$)|'(?<secret${number + 1}>[^'\\n]{1,8000})(?:'|$)`;
// A number alone counts something; a path of our own flags names a file.
const except =
  /^(?:\d{1,4}|-----BEGIN.*|(?:true|false)\].*|(?:id|type|src|env|name|target|file)=.*|\/(?:run|etc|home|root|tmp|var|usr|builds|go|workspace|github)\/.*|~\/.*|file:.*|(?:projects|arn:aws):?\/?.*|authorization:?|(?:is|was|not|and|or|in|for|the|a|an|to|has|of|on|with|from|required|invalid|missing|expired|expected|unexpected|authentication|denied|failed|error|unbound|parameter|variable|EOF|found|string|int|bool|byte|object|array|number))$/i;

/** `NAME=value` and what other languages write for it. */
export const assignmentRules: readonly RedactionRule[] = [
  {
    // Shells, env files, docker's -e and --build-arg, PowerShell, cmd, .npmrc, credential protocol, connection strings, TOML.
    name: 'assignment',
    near,
    shape: /=/,
    pattern: () =>
      new RegExp(
        `${key}\\\\{0,3}["'}\\]]{0,2}[ \\t]{0,20}(?::=|\\?=|\\+=|=>|=)[ \\t]{0,20}(?:\\$?\\\\{1,3}["'](?<secret>[^"'\\n\\\\]{1,8000})|\\$?${quotedValue(2).replaceAll('$?', '')}|(?<secret4>[^\\s"',;&|)(\`=<>{}\\\\](?:[^\\s"',;&|)\`<>\\\\]|&(?![\\w.-]{1,40}=)){0,8000}))`,
        'dgi',
      ),
    except,
  },
  {
    // GitHub Actions prints the environment of a step so, Compose and Kubernetes files have it so.
    name: 'upper-colon',
    near,
    shape: /:[ \t]/,
    pattern: () =>
      new RegExp(`(?<![a-z])${upper()}["']?[ \\t]{0,3}:[ \\t]{1,20}(?:${quotedValue(1)}|(?<secret3>[^\\s"',;&|)\`<>]{1,8000}))`, 'dg'),
    except,
  },
  {
    // YAML and the like: the value ends the line.
    name: 'yaml',
    near,
    shape: /:[ \t]/,
    pattern: () =>
      new RegExp(
        `(?:^|[{,|>\\]]|[Z\\d][ \\t]|^-)[ \\t]{0,40}(?:- )?["']?(?:[\\w./-]{0,80}[_./-])?(?:[a-z]{1,20})?(?:${key})["']?[ \\t]{0,3}:[ \\t]{1,20}(?:${quotedValue(1)}|(?<secret3>[^\\s"',;&|)(\`<>{}\\[\\]]{1,8000}))(?=[ \\t]{0,20}(?:$|#|[,}\\r]))`,
        'dgi',
      ),
    except,
  },
  {
    // Within other text only a value with letters and digits, since prose has these words too: "unexpected token: foo".
    name: 'colon',
    near,
    shape: /:[ \t]/,
    pattern: () =>
      new RegExp(
        `(?:(?<![A-Za-z])|(?<=[a-z_.-]))${key}["']?[ \\t]{0,3}:[ \\t]{1,20}["']?(?<secret>(?=[^\\s]{0,200}\\d)(?=[^\\s]{0,200}[A-Za-z])[^\\s"',;&|)(\`<>{}\\[\\]]{8,8000})`,
        'dgi',
      ),
    except:
      /^(?:v?\d+\..*|go\d.*|\d+[a-z]{1,3}|\/.*|.*\.(?:go|mod|sum|ya?ml|json|txt)(?::\d+.*)?|https?:.*|-----BEGIN.*|[a-z]+(?:-[a-z\d]+)*\d?)$/,
  },
  {
    // JSON, Python, Ruby, and JSON inside JSON.
    name: 'json',
    near: [...near, '"auth', "'auth", '"pass', "'pass"],
    shape: /["']\s{0,20}(?::|=>)/,
    pattern: () =>
      new RegExp(
        `(?:${key}|(?<=["'])auth|(?<=["'])private_key|(?<=["'])pass)(\\\\{0,7}["'])\\s{0,20}(?::|=>)\\s{0,20}\\\\{0,7}["'](?<secret>(?:[^"'\\n\\\\]|\\\\{1,3}[nrtu/]){1,16000})(?=\\\\{0,7}["']|$)`,
        'dgi',
      ),
    except,
  },
  {
    // Go's %+v of a struct, and headers of a map.
    name: 'go-struct',
    near: ['token:', 'password:', 'passwd:', 'secret:', 'key:', 'pass:'],
    shape: /[a-z]:[^\s]/i,
    // Names in small letters are prose, too: their value has letters and digits.
    pattern: () =>
      /(?:(?<=[{[ ])(?:[a-z]{1,20})?(?:[tT]oken|[pP]assword|[pP]asswd|[sS]ecret|[aA]piKey|[aA]ccessKey):(?<secret3>(?!v\d)(?=[^\s"',;)}\]\\]{0,200}\d)(?=[^\s"',;)}\]\\]{0,200}[A-Za-z])[^\s"',;)}\]\\({:/[]{8,8000})|(?:Token|Password|Passwd|Secret|APIKey|ApiKey|AccessKey|PrivateKey|SecretAccessKey|AuthToken|\bPass):(?:\\{0,3}"(?<secret>[^"\\\s]{1,8000})\\{0,3}"|(?<secret2>[^\s"',;)}\]\\[({:][^\s"',;)}\]\\]{3,8000})))/dg,
    except,
  },
  {
    // XML: NuGet, Maven, .NET.
    name: 'xml',
    near: ['password', 'token', 'secret', 'key', 'passphrase'],
    pattern: () =>
      /(?:<(?:[\w.-]{0,40}(?:password|passphrase|token|secret|apikey))>(?<secret>[^<\s]{1,4000})<|key="(?:ClearTextPassword|Password|[\w.-]{0,40}(?:token|secret|apikey))"\s{1,5}value="(?<secret2>[^"]{1,4000})")/dgi,
  },
  {
    // What a CI system is told to hide, and what a prompt was answered with.
    name: 'mask',
    near: ['::add-mask::', 'issecret=true', "password for '", 'password:'],
    pattern: () =>
      /(?:::add-mask::(?<secret>[^\r\n]{1,8000})|##vso\[task\.setvariable [^\]]{0,300}issecret=true[^\]]{0,100}\](?<secret2>[^\r\n]{1,8000})|password for '[^']{1,300}':[ \t]{1,5}(?<secret3>\S{1,1000}))/dgi,
    except: /^terminal$/,
  },
];
