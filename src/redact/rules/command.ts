import type { RedactionRule } from '../rule.ts';

const word = (number: number) =>
  `(?:"(?<secret${number}>[^"\\n]{1,4000})"|'(?<secret${number + 1}>[^'\\n]{1,4000})'|(?<secret${number + 2}>[^\\s"'|;&<>()\`\\\\-][^\\s"'|;&\`]{0,4000}))`;

/** Secrets that are words of a command, and files that commands read them from. */
export const commandRules: readonly RedactionRule[] = [
  {
    name: 'flag',
    near: [
      '-pass',
      '-token',
      '-secret',
      '-api',
      '-key',
      'key',
      'token',
      'passw',
      '-auth',
      '-pat',
      '-pwd',
      'passphrase',
      'secret',
      'credential',
    ],
    shape: /(?<!\w)--?\w[\w-]{0,200}[ \t=]/,
    pattern: () =>
      new RegExp(
        `(?<![\\w])--?(?:[\\w]{1,30}-){0,4}(?:password|passwd|pass|pwd|passphrase|token|secret|api-?key|access-?key|secret-?key|private-?key|secret-access-key|auth-?token|accesstoken|authtoken|apikey|clientsecret|client-secret|pat|credential|account-key|sas-token|connection-string|registrationtoken)(?:[ \\t]{1,5}|=)${word(1)}`,
        'dgi',
      ),
    except:
      /^(?:-.*|(?:id|type|src|env|source|target)=.*|stdin|\d{1,4}|(?:is|not|and|or|for|flag|flags|to|must|was|requires?|in|of|the|with|from)|\/(?:run|etc|home|root|tmp|var|usr)\/.*|[\w.-]{1,60}\.(?:txt|pem|key|json|ya?ml|conf))$/i,
  },
  {
    // curl -u, wget, http; docker login, helm, podman, oras and the like.
    name: 'user-password',
    near: [' -u', '--user', '--proxy-user', '--creds', '--basic-auth', ' -a ', '-creds'],
    pattern: () =>
      /(?:(?<![\w-])(?:-u|-U|--user|--proxy-user|--creds|--src-creds|--dest-creds|--basic-auth|-a)(?:[ \t=]{1,3}|(?=["'\w])))["']?(?<user>[^\s:"'=/<]{1,200}):(?<secret>[^\s"'/:][^\s"']{0,1000})/dg,
    except: /^(?:\d{1,6}(?::\d{1,6})?|(?:staff|root|users?|docker|www-data|nogroup))$/,
  },
  {
    name: 'short-password',
    near: [
      'login',
      'sshpass',
      'mysql',
      'mariadb',
      'ldap',
      'sqlcmd',
      'redis-cli',
      'mongo',
      'openssl',
      'keytool',
      'signtool',
      '7z ',
      'zip -',
      'pass:',
      'htpasswd',
      'psexec',
      'net use',
      'rclone',
      'smbclient',
    ],
    pattern: () =>
      new RegExp(
        `(?:(?:docker|podman|nerdctl|helm|oras|crane|buildah|skopeo|az|oc|ecr|cosign|registry)[^|;&\\n]{0,200}? login[^|;&\\n]{0,200}? -p[ =]?|sshpass[ \\t]{1,3}-p[ \\t]{0,3}|(?:mysql|mysqldump|mysqladmin|mariadb)[^|;&\\n]{0,300}? -p(?=[^\\s])|ldap(?:search|whoami|modify|add)[^|;&\\n]{0,300}? -w[ \\t]{0,3}|sqlcmd[^|;&\\n]{0,300}? -P[ \\t]{0,3}|redis-cli[^|;&\\n]{0,300}? -a[ \\t]{1,3}|mongo(?:sh|dump|restore)?[^|;&\\n]{0,300}? -p[ \\t]{1,3}|-pass(?:in|out)?[ \\t]{1,3}pass:|keytool[^|;&\\n]{0,300}? -(?:store|key)pass[ \\t]{1,3}|signtool[^|;&\\n]{0,300}? /p[ \\t]{1,3}|htpasswd[^|;&\\n]{0,60}? -[a-z]{0,5}b[a-z]{0,5}[ \\t]\\S{1,100}[ \\t]\\S{1,100}[ \\t]{1,3}|(?:7z[arz]?|zip|unzip)[^|;&\\n]{0,100}? -[pP][ \\t]{0,3}(?=[^\\s-]))${word(1)}`,
        'dg',
      ),
  },
  {
    // Git and Go read netrc: the words may stand in any number of lines (GNU inetutils manual, "The .netrc file").
    name: 'netrc',
    near: ['login', 'account'],
    pattern: () =>
      /(?:\b|\\n)login[\s\\]{1,10}(?<user>[^\s\\]{1,200})(?:\s|\\[rnt]){1,10}(?:account\s{1,10}(?<secret2>\S{1,1000})\s{1,10})?(?:password|passwd)\s{1,10}(?<secret>[^\s"'\\][^\s"'\\]{0,3999})/dg,
  },
  {
    name: 'netrc-password',
    near: ['password', 'passwd'],
    pattern: () =>
      /(?:^|\s)(?:machine\s{1,10}\S{1,300}|default|login\s{1,10}\S{1,200}|account\s{1,10}\S{1,200})\s{1,10}(?:password|passwd)\s{1,10}(?<secret>[^\s"'\\]{1,4000})/dg,
  },
  {
    name: 'netrc-line',
    near: ['password', 'account', 'passwd'],
    pattern: () => /^\s{0,20}(?:\S{1,60}Z\s{1,3})?(?:password|passwd|account)\s{1,10}(?<secret>[^\s"'\\]{1,4000})\s{0,10}(?:#.*)?$/dg,
    except: /^(?:is|was|required|authentication|prompt|expired|incorrect|denied)$/,
  },
  {
    // The macro of a netrc file: FTP commands, with a password of their own.
    name: 'netrc-macro',
    near: ['quote', 'user '],
    pattern: () =>
      /^\s{0,20}(?:quote\s{1,5}(?:PASS|pass)\s{1,5}(?<secret>\S{1,1000})|user\s{1,5}\S{1,100}\s{1,5}(?<secret2>\S{1,1000}))\s{0,5}$/dg,
  },
];
