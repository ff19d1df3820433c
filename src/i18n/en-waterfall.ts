/** The words of the waterfall. Units are symbols, so that columns stay narrow. */
export const waterfall = {
  title: 'waterfall',
  rows: (count: number, left: number) => `${count} ${count === 1 ? 'row' : 'rows'}${left > 0 ? `, ${left} more are not kept` : ''}`,
  none: 'The log shows no request, command, download or error that could be put in order.',
  /** Why times are what they are, for each scale. */
  scale: {
    measured: '',
    log: '',
    derived: 'durations are measured; starts follow the order of the lines',
    none: 'the log has no times: only the order is known',
  },
  setBack: (duration: string) => `here the clock of the log goes back by ${duration}: no times across this`,
  column: { line: 'line', start: 'start', delta: 'delta', toError: 'to error', took: 'took', what: 'what', status: 'got', host: 'asked' },
  firstError: 'first error',
  /** Of a span without an end. */
  open: 'no end',
  silence: (duration: string) => `${duration} nothing`,
  slowest: (shown: number, all: number) => `requests and commands that failed, have no end or took longest: ${shown} of ${all}`,
  again: (attempt: number) => `try ${attempt}`,
} as const;
