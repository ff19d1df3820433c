// Questions that settle what a log leaves open.
export const ask = {
  hint: (questions: number, command: string) =>
    `${command} asks ${questions === 1 ? 'a question' : `${questions} questions`} that would settle it`,
  question: (number: number) => `Question ${number}: what does this show? It only looks, and changes nothing.`,
  /** What an answer leads to. */
  leads: (label: string, title: string) => `then ${label}: ${title}`,
  dontKnow: 'I do not know',
  back: 'back: take the last answer back',
  stop: 'stop asking, show the report',
  choose: (keys: string) => `your answer (${keys}): `,
  again: (keys: string) => `please answer with one of ${keys}`,
  now: (label: string, title: string) => `now ${label}: ${title}`,
  undecided: 'nothing leads now',
  nothing: 'the log decides by itself, or no question would change the answer',
  done: 'no question is left that would change the answer',
  countsNothing: (question: string, log: string) =>
    `--answer ${question}: no problem of ${log} has that question, so the answer counts for nothing`,
} as const;

export const tree = {
  head: {
    log: (name: string) => `What would decide ${name}`,
    symptom: (text: string) => `What would decide: ${text}`,
    signal: (id: string) => `What would decide the message ${id}`,
    cause: (id: string) => `What tells ${id} from what looks like it`,
    way: () => 'What to look at when a module cannot be had, in the order in which go needs it',
  },
  legend: 'A line with ? is a command that only looks; below it what it may show, what that means, and => what then leads.',
  of: (name: string) => `${name}:`,
  decided: 'Nothing that could be asked would change this.',
  none: 'The catalog knows no failure behind this. Give the whole log, or the error line as Go printed it.',
  stage: {
    configured: '1. Is a proxy configured, and for this module?',
    reachable: '2. Can it be reached?',
    credentials: '3. Does it know who asks?',
    direct: '4. What does the repository itself say?',
  },
  playbooks: (titles: readonly string[]) => `step by step in a report: ${titles.join('; ')}`,
} as const;
