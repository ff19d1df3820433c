/** What a person answered: an outcome of a question, both by their names. */
export interface Answer {
  readonly question: string;
  /** Null: the person does not know. It says nothing, and is not asked again. */
  readonly outcome: string | null;
  /** The command that was shown, where the answer came from a screen; without it, that of the first problem that has the question. */
  readonly argv?: readonly string[];
}
