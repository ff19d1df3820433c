import type { RedactionRule } from '../rule.ts';

// A URL as it stands, inside a URL's query, and inside a query of a query; JSON may write its slashes as `\/`.
const levels = [
  { name: 'plain', colon: ':', slashes: ':(?:\\/\\/|\\\\/\\\\/)', at: '@', near: ['://'], inside: '%' },
  { name: 'escaped', colon: '%3a', slashes: '%3a%2f%2f', at: '%40', near: ['%3a%2f%2f'], inside: '%(?=25)' },
  { name: 'twice-escaped', colon: '%253a', slashes: '%253a%252f%252f', at: '%2540', near: ['%253a%252f%252f'], inside: '%(?=2525)' },
];
const withUser = /:(?:\/\/|\\\/\\\/)[^\s/]{0,600}@|:\/\/[^\s/@:]{1,100}:[^\s@]{1,400}@/;
const stop = '\\s"\'`<>?#&%';

const escapes: RedactionRule[] = levels.slice(1).flatMap(({ name, colon, slashes, at, near, inside }) => [
  {
    name: `url-user-${name}`,
    near,
    pattern: () =>
      new RegExp(
        `${slashes}(?<user>(?:[^${stop}/@:]|${inside}){1,300})${colon}(?<secret>(?:[^${stop}/]|${inside}){1,300})(?:${at})(?=[\\w%[])`,
        'dgi',
      ),
  },
  {
    name: `url-lone-${name}`,
    near,
    pattern: () => new RegExp(`(?<!ssh)${slashes}(?<lone>(?:[^${stop}/@:]|${inside}){1,300})(?:${at})(?=[\\w%[])`, 'dgi'),
  },
]);

/** Users and passwords in URLs (RFC 3986, section 3.2.1), and what stands for them where no scheme is written. */
export const urlRules: readonly RedactionRule[] = [
  {
    // GitHub's old form: the token is the user.
    name: 'url-oauth-basic',
    near: [':x-oauth-basic@'],
    pattern: () => /:\/\/(?<secret>[^\s/@:"'`<>?#]{1,300}):x-oauth-basic@/dgi,
  },
  {
    name: 'url-user',
    near: ['://', ':\\/\\/'],
    shape: withUser,
    pattern: () => /:(?:\/\/|\\\/\\\/)(?<user>[^\s/@:"'`<>?#\\]{0,300}):(?<secret>[^\s/"'`<>?#\\]{1,300})@(?=[\w[($*{<-])/dgi,
    except: /^x{5}$/,
  },
  {
    // A password that is not escaped: Go refuses the URL and prints it (net/url: invalid port, invalid userinfo). A port or a tag is no password.
    name: 'url-user-broken',
    near: ['://', ':\\/\\/'],
    shape: withUser,
    pattern: () =>
      /:\/\/(?<user>[^\s/@:"'`<>?#]{1,100}):(?!\d{1,5}[/?#@])(?<secret>[^\s"'`<>@/]{0,200}[/?#][^\s"'`<>@]{0,200})@(?=[A-Za-z0-9][\w-]{0,60}\.[\w.-])(?!v\d)/dg,
  },
  {
    // Both signs in the password: the last `@` ends it.
    name: 'url-user-hash',
    near: ['://'],
    shape: /:\/\/[^\s/]{1,300}#[^\s/]{0,300}@/,
    pattern: () => /:\/\/(?<user>[^\s/@:"'`<>?#]{1,100}):(?<secret>[^\s/"'`<>]{0,200}#[^\s/"'`<>]{0,200})@(?=[\w[])/dg,
  },
  {
    // Without a user in the URL it is a port that was typed wrongly.
    name: 'url-invalid-port',
    near: ['invalid port'],
    shape: /@[^\s"]{0,300}\\?"?: invalid port/,
    pattern: () => /invalid port \\?":(?<secret>[^"\\]{1,300})\\?" after host/dg,
    except: /^\d{0,6}$/,
  },
  {
    name: 'url-lone',
    near: ['://', ':\\/\\/'],
    shape: withUser,
    pattern: () => /(?<!ssh):(?:\/\/|\\\/\\\/)(?<lone>[^\s/@:"'`<>?#\\]{1,300}):?@(?=[\w[($*{<-])/dgi,
  },
  ...escapes,
  {
    // The line ends within the password: a terminal broke it, or a limit cut it.
    name: 'url-cut',
    near: ['://'],
    shape: /:\/\/[^\s/@:]{1,300}:[^\s/@]{1,300}$/,
    pattern: () =>
      /\b(?:https?|ftps?|socks[45]h?|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/(?<user>[^\s/@:"'`<>?#]{1,300}):(?!\d{0,5}$)(?<secret>[^\s/@"'`<>?#]{1,300})$/dgi,
    except: /[,;|)\]}.…]$/,
  },
  {
    // Proxies are named without a scheme too (golang.org/x/net/http/httpproxy, curl).
    name: 'proxy-user',
    near: ['_proxy', '--proxy', 'http.proxy', 'https.proxy', ' -x '],
    pattern: () =>
      /(?:proxy["']?\s{0,3}[=:]\s{0,3}["']?|--proxy[= ]|-x )(?<user>[^\s/@:"'`<>,]{1,100}):(?<secret>[^\s/"'`<>]{1,200})@(?=[\w[])/dgi,
  },
  {
    // redis://:pw@host is above; host:port/token paths of webhooks: the address is the secret.
    name: 'webhook',
    near: ['hooks.slack.com/', '/api/webhooks/', 'webhook.office.com/'],
    pattern: () =>
      /(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|discord(?:app)?\.com\/api\/webhooks\/\d{5,25}\/|webhook\.office\.com\/webhookb2\/)(?<secret>[\w@:/+-]{16,300})/dgi,
  },
  { name: 'telegram-address', near: ['api.telegram.org/bot'], pattern: () => /api\.telegram\.org\/bot(?<secret>\d{5,15}:[\w-]{16,60})/dgi },
];
