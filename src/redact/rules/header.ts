import type { RedactionRule } from '../rule.ts';

// `Name: value` (curl -v, GIT_CURL_VERBOSE), `"name" = "value"` (GODEBUG=http2debug=2), `"name": "value"` (JSON), `name=[value]` (Go's %v of http.Header is name:[value]).
const means = '\\\\{0,3}["\']?\\]?\\s{0,3}(?:[:=]|=>)\\s{0,3}\\[?\\\\{0,3}["\'\\[]?';
const value = '[^\\s"\'\\\\,;&\\])]{1,8000}';

const names = [
  '(?:private|job|deploy|runner|access|id|csrf|xsrf|session|security|refresh|api)-?token',
  'x-(?:[a-z0-9]{1,20}-){0,4}(?:token|api-?key|access-key|secret|auth|auth-key|password|signature|jwt-assertion)',
  'x-jfrog-art-api(?:key)?',
  'x-registry-auth',
  'x-vault-token',
  'x-nuget-apikey',
  'x-forwarded-(?:access-token|authorization)',
  'dd-(?:api|application)-key',
  'api-?key',
  'circle-token',
  'ocp-apim-subscription-key',
  'x-ms-client-secret',
];

/** Header fields that carry credentials, however the tool that dumped them writes a field. */
export const headerRules: readonly RedactionRule[] = [
  {
    name: 'authorization',
    near: ['authorization'],
    pattern: () =>
      new RegExp(
        `authorization${means}(?:basic|bearer|token|digest|negotiate|ntlm|bot|apikey|aws4-hmac-sha256|sharedkey|splunk|key|oauth|x-auth|hmac|pat|gitlab)(?:\\s{1,3}|%20|\\+|:)(?<secret>(?:[\\w-]{1,30}=(?:\\\\?"[^"\\\\]{0,500}\\\\?"|[^\\s",]{1,500})(?:, ?)?){2,20}|[^\\s"'\\\\\\])]{1,8000}(?:,? ?[\\w-]{1,30}=[^\\s"',]{1,500}|,? ?[\\w-]{1,30}="[^"]{0,500}"){0,20})`,
        'dgi',
      ),
    except: /^(?:realm=|authentication|authorization|token|scheme|auth|header)/i,
  },
  {
    name: 'authorization-bare',
    near: ['authorization'],
    pattern: () => new RegExp(`authorization${means}(?<secret>(?=[^\\s"']{0,200}[\\d=_])[\\w.+/=~-]{16,8000})`, 'dgi'),
    except: /^aws4-hmac-sha256$/i,
  },
  {
    name: 'bearer',
    near: ['bearer', 'basic '],
    pattern: () =>
      /\b(?:bearer(?:\s|%20|\\u0020|:\s?)\s?|basic\s)(?=[A-Za-z.~+/_=-]{0,200}\d|[a-z+/_=-]{0,60}[A-Z])(?<secret>[\w.~+/-]{16,8000}={0,2})/dgi,
    except: /^[A-Za-z]+(?:[-/.][A-Za-z]+)*$/,
  },
  {
    name: 'token-header',
    near: ['token', 'key', 'secret', 'auth', 'x-jfrog-art-api', 'assertion', 'password', 'signature'],
    shape: /[:=]/,
    pattern: () => new RegExp(`(?<![\\w/-])(?:${names.join('|')})${means}(?<secret>${value})`, 'dgi'),
    except:
      /^(?:\d{1,3}|invalid|missing|not|is|was|expired|bad|wrong|unknown|has|cannot|the|a|an|no|unexpected|expected|from|for|required)$/i,
  },
  {
    name: 'cookie',
    near: ['cookie'],
    pattern: () => /cookie\\{0,3}["']?\s{0,3}(?::|=|=>)\s{0,3}\[?\\{0,3}["'[]?(?<secret>[\w!#$%&*+.^`|~-]{1,100}=[^\r\n"'\\\]]{1,8000})/dgi,
  },
  {
    // A cookie file, as git's http.cookiefile and curl have: domain, subdomains, path, secure, expiry, name, value.
    name: 'cookie-file',
    near: ['\ttrue\t', '\tfalse\t'],
    pattern: () => /\t(?:TRUE|FALSE)\t\/\S{0,200}\t(?:TRUE|FALSE)\t\d{1,15}\t\S{1,200}\t(?<secret>\S{1,4000})/dg,
  },
  {
    // HAR: {"name": "Authorization", "value": "..."}, in one line.
    name: 'har-pair',
    near: ['"value'],
    pattern: () =>
      new RegExp(
        `"name\\\\{0,3}"\\s{0,3}:\\s{0,3}\\\\{0,3}"(?:proxy-)?(?:authorization|(?:set-)?cookie|${names.join('|')})\\\\{0,3}"\\s{0,3},\\s{0,3}\\\\{0,3}"value\\\\{0,3}"\\s{0,3}:\\s{0,3}\\\\{0,3}"(?:(?:basic|bearer|token|digest|negotiate|ntlm)\\s+)?(?<secret>[^"\\\\]{1,8000})`,
        'dgi',
      ),
  },
];
