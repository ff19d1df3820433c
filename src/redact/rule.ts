/** One way in which secrets stand in logs. */
export interface RedactionRule {
  readonly name: string;
  /** Every line with a match has one of these, in small letters, of three characters at least: a rule runs only on such lines. */
  readonly near: readonly string[];
  /** Where the words are on many lines: what such a line has too. It costs little. */
  readonly shape?: RegExp;
  /**
   * Makes the pattern, since most logs need few of them. Flags `dg`. Named groups say what is hidden: `secret…`; `user…`, a name beside a secret; `lone…`, a user without a password, which is mostly a token.
   * It sees one line at a time, and every repetition in it is bounded or over one class of characters, so that its time is linear.
   */
  readonly pattern: () => RegExp;
  /** Values that are no secrets here. */
  readonly except?: RegExp;
}

/** A stretch of a text that must not be shown. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: 'secret' | 'user';
  /** The whole secret of which this is a part, when it goes on elsewhere. */
  readonly whole?: string;
}
