import type { Language } from '../i18n/texts.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What decides the language of one run. */
export interface Wishes {
  /** Of the flag `--lang`. */
  readonly flag: string | undefined;
  /** The name of the output format. */
  readonly format: string;
  /** Nothing outside ASCII may be printed. */
  readonly ascii: boolean;
}

// What programs read is the same on every machine.
const forPrograms: ReadonlySet<string> = new Set(['json', 'ndjson', 'sarif', 'junit', 'github', 'gitlab']);

/** The flag, then MODWHY_LANG, then the locale; of what programs read, the flag alone. Chinese cannot be said in ASCII. */
export function chooseLanguage({ flag, format, ascii }: Wishes, env: Environment): Language {
  if (ascii) return 'en';
  if (flag) return flag === 'zh' ? 'zh' : 'en';
  if (forPrograms.has(format)) return 'en';
  if (env.MODWHY_LANG) return env.MODWHY_LANG === 'zh' ? 'zh' : 'en';
  // The console of Linux has no Chinese characters.
  return env.TERM === 'linux' ? 'en' : localeLanguage(env);
}

/**
 * The language of the locale: LC_ALL, LC_MESSAGES, LANG, the first that is set, and LANGUAGE before it where that is not C or POSIX.
 * What we print is UTF-8, so a locale with another character set gets English. Source: gettext, "Locale Environment Variables".
 */
export function localeLanguage(env: Environment): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const [name = '', charset] = locale.replace(/@.*$/, '').split('.');
  if (name === '' || name === 'C' || name === 'POSIX') return 'en';
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) return 'en';
  const wanted = [...(env.LANGUAGE ?? '').split(':'), name].map((one) => /^[A-Za-z]+/.exec(one)?.[0].toLowerCase());
  return wanted.find((one): one is Language => one === 'zh' || one === 'en') ?? 'en';
}

/** The language in which a command line is answered that may not even be understood. */
export function languageOfArguments(argv: readonly string[], env: Environment): Language {
  const end = argv.indexOf('--');
  const own = end < 0 ? argv : argv.slice(0, end);
  const given = (name: string): string | undefined => {
    const at = own.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
    return at < 0 ? undefined : own[at] === name ? own[at + 1] : own[at]!.slice(name.length + 1);
  };
  const ascii = own.includes('--ascii') || /^(?:1|true|yes|on)$/i.test(env.MODWHY_ASCII ?? '');
  return chooseLanguage({ flag: given('--lang'), format: given('--format') ?? env.MODWHY_FORMAT ?? 'text', ascii }, env);
}
