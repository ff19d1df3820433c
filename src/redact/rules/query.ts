import type { RedactionRule } from '../rule.ts';

// Go's JSON encoder writes & as \u0026, HTML as &amp;, and a query inside a query escapes it.
const before = '(?:[?&;#]|\\\\u0026|&amp;|%26|%3f|%2526|%253f)';
const equals = '(?:=|%3d|%253d)';

/** Signed addresses: whoever has the whole address has the file. Names are those of the services' own documentation. */
export const queryRules: readonly RedactionRule[] = [
  {
    name: 'query',
    near: [
      'token',
      'sig=',
      'sig%',
      'signature',
      'credential',
      'key',
      'accessid',
      'policy',
      'hmac',
      'jwt',
      'auth',
      'pass=',
      'pass%',
      'passw',
      'pwd',
      'secret',
      'assertion',
      'verifier',
      'art-api',
    ],
    shape:
      /(?:[?&;#]|u0026|%26|%3f|%2526|%253f)[\w.-]{0,40}(?:token|sig|signature|credential|key|keyid|accessid|policy|pair-id|hmac|jwt|auth|pass|password|passwd|pwd|secret|assertion|verifier|art-api|__)(?:=|%3d|%253d)/i,
    pattern: () =>
      new RegExp(
        `${before}(?:${[
          'x-amz-(?:signature|security-token|credential)', // AWS Signature Version 4
          'x-goog-(?:signature|credential)', // Google Cloud Storage
          'awsaccesskeyid',
          'googleaccessid',
          'sig', // Azure shared access signature
          'signature', // CloudFront, AWS Signature Version 2, Google V2
          'policy', // CloudFront
          'key-pair-id',
          'hmac',
          '(?:access|private|job|refresh|id|auth|oauth|session|security|csrf|jwt|deploy|personal)[_-]?token',
          'token',
          'jwt',
          '_?api[_-]?key',
          'key',
          'auth',
          'pass(?:word|wd)?',
          'pwd',
          'secret',
          'client_secret',
          'assertion',
          'code_verifier',
          'x-jfrog-art-api',
          '__token__',
        ].join('|')})${equals}(?<secret>[^&\\s"'\`<>\\\\;%]{1,4000}(?:%(?!26|2526)[0-9a-f]{2}[^&\\s"'\`<>\\\\;%]{0,2000}){0,400})`,
        'dgi',
      ),
    except: /^(?:\d{1,3}|v?\d+\.\d+(?:\.\d+)?)$/,
  },
];
