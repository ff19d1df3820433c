import type { HtmlTexts } from '../../i18n/en-html.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Evidence, Hypothesis, Incident, Report } from '../../model/report.ts';
import { commandLine } from '../command-line.ts';
import { distinctLines, whereOf } from '../evidence-place.ts';
import { stepTitle, tellsNew } from '../playbook-words.ts';
import { domainText, routeLines } from '../route-summary.ts';
import { causeName, entryOf, shownCode } from '../text-hypothesis.ts';
import { nextCommands } from '../text-unknown.ts';
import { cutToWidth } from '../width.ts';
import { type Content, element, type Markup, prose } from './markup.ts';
import { command, remedyMarkup, stepList } from './report-steps.ts';
import { capital } from './words.ts';

const TEXT_COLUMNS = 2000;
const MOST_SEEN = 20;

/** What the parts of a page about one log are made of. */
export interface Asked {
  /** Guarded. */
  readonly report: Report;
  readonly texts: Texts;
  readonly words: HtmlTexts;
}

/** One problem: its first reading with all that it rests on and what to do, then the others. */
export function incidentSections(incident: Incident, index: number, of: number, asked: Asked): Markup {
  const { texts, words } = asked;
  const ended = incident.command && texts.ended(incident.command.text, incident.command.line, incident.command.exitCode);
  const heading =
    of > 1 ? element('p', { class: 'above' }, words.report.problem(index + 1, of), ended ? `${texts.join.colon}${ended}` : null) : null;
  const [first, ...others] = incident.hypotheses;
  const body =
    !first || incident.verdict === 'unknown'
      ? unknownBody(incident, ended, asked)
      : [leading(first, incident, asked), otherReadings(others, incident, asked)];
  return element('article', { class: 'problem', 'aria-label': words.report.problem(index + 1, of) }, heading, body);
}

function leading(hypothesis: Hypothesis, incident: Incident, asked: Asked): Content {
  const { texts, words } = asked;
  const { remedies, discouraged, contrast } = hypothesis;
  const [remedy, ...more] = remedies;
  const route = routeLines(incident, texts);
  return [
    element('h2', {}, hypothesis.title),
    element('p', { class: 'badges' }, badges(hypothesis, asked)),
    hypothesis.why === '' ? null : element('p', { class: 'why' }, prose(hypothesis.why)),
    element('p', {}, element('strong', {}, words.report.where), ' ', prose(domainText(incident.domain, texts))),
    remedy ? [element('h3', {}, words.report.do), remedyMarkup(remedy, incident.place, asked)] : null,
    more.map((other, index) =>
      element(
        'details',
        {},
        element('summary', {}, `${words.report.also(index + 2)}${texts.join.colon}${other.title}`),
        remedyMarkup(other, incident.place, asked),
      ),
    ),
    playbook(incident, asked),
    titled(
      words.report.discouraged,
      discouraged.map(({ what, because }) => element('li', {}, element('code', {}, what), texts.join.colon, prose(because))),
    ),
    element('h3', {}, words.report.evidence),
    evidenceTable(hypothesis, asked),
    titled(words.report.look, looks(hypothesis, incident, asked)),
    titled(
      words.report.notThis,
      contrast.map(({ against, because, line }) =>
        element(
          'li',
          {},
          causeName(against, texts),
          line === null ? null : texts.join.bracketed(texts.line(line)),
          texts.join.colon,
          because,
        ),
      ),
    ),
    titled(
      words.report.route,
      route.map((line) => element('li', {}, line)),
    ),
  ];
}

function badges(hypothesis: Hypothesis, { texts, words }: Asked): Content[] {
  const { label, transient } = hypothesis;
  return [
    element('span', { class: `label is-${label}` }, texts.label[label]),
    ' ',
    element('code', { class: 'code' }, shownCode(hypothesis)),
    transient ? ` · ${words.history.flaky.transient}` : null,
  ];
}

/** Commands that only look: those that would decide what the log leaves open, then what else is worth a look. */
function looks({ probes }: Hypothesis, { questions = [] }: Incident, { texts }: Asked): Markup[] {
  const asked = new Set(questions.map(({ argv }) => commandLine(argv)));
  return [
    ...questions.map(({ argv, outcomes }) =>
      probe(
        argv,
        outcomes.map(
          ({ outcome, then, leads }) => [outcome, leads ? texts.ask.leads(texts.label[leads.label], leads.title) : then] as const,
        ),
      ),
    ),
    ...probes
      .filter(({ argv }) => !asked.has(commandLine(argv)))
      .map(({ argv, if: outcomes }) =>
        probe(
          argv,
          outcomes.map(({ outcome, then }) => [outcome, then] as const),
        ),
      ),
  ];
}

/** A heading and its list; nothing without items. */
function titled(heading: string, items: readonly Content[]): Content {
  return items.length === 0 ? null : [element('h3', {}, capital(heading)), element('ul', {}, items)];
}

function probe(argv: readonly string[], outcomes: readonly (readonly [string, string])[]): Markup {
  return element(
    'li',
    {},
    command(commandLine(argv)),
    element(
      'ul',
      {},
      outcomes.map(([outcome, then]) => element('li', {}, element('strong', {}, prose(outcome)), ' → ', prose(then))),
    ),
  );
}

function playbook(incident: Incident, { texts, words }: Asked): Content {
  const { playbook: plan, place } = incident;
  if (!plan) return null;
  const due = plan.steps.find(tellsNew(incident));
  return [
    element('h3', {}, `${words.report.steps}${texts.join.colon}${plan.title}`),
    element(
      'ol',
      {},
      plan.steps.map((step) =>
        element(
          'li',
          { class: `step-${step.state}` },
          element('span', { class: 'tag' }, texts.stepState[step.state]),
          ' ',
          stepTitle(step, texts.join.colon),
          step === due ? stepList(step.steps, place, texts) : null,
        ),
      ),
    ),
  ];
}

/** Log lines for and against, the weightiest first, each once. */
function evidenceTable({ evidence }: Hypothesis, { report, texts, words }: Asked): Markup {
  const lines = [true, false].flatMap((side) => distinctLines(evidence.filter((item) => item.for === side)));
  const row = (item: Evidence) => {
    const says = item.says ?? entryOf(item, texts);
    return element(
      'tr',
      { class: item.for ? 'for' : 'against' },
      element('td', { class: 'number' }, element('code', {}, whereOf(item, report.input.name))),
      element('td', {}, item.for ? texts.row.for : texts.row.against),
      element(
        'td',
        {},
        element('pre', {}, cutToWidth(item.text, TEXT_COLUMNS, '…')),
        says ? element('p', { class: 'quiet remark' }, says) : null,
      ),
    );
  };
  const head = [words.report.column.place, words.report.column.weight, words.report.column.text].map((text) =>
    element('th', { scope: 'col' }, text),
  );
  return element('table', { class: 'evidence' }, element('thead', {}, element('tr', {}, head)), element('tbody', {}, lines.map(row)));
}

function otherReadings(hypotheses: readonly Hypothesis[], incident: Incident, asked: Asked): Content {
  const { texts, words } = asked;
  if (hypotheses.length === 0) return null;
  return [
    element('h3', {}, words.report.others),
    hypotheses.map((hypothesis) =>
      element(
        'details',
        { class: 'reading', 'data-print': true },
        element(
          'summary',
          {},
          `${capital(texts.label[hypothesis.label])}${texts.join.colon}${hypothesis.title} `,
          element('code', { class: 'code' }, shownCode(hypothesis)),
        ),
        hypothesis.why === '' ? null : element('p', {}, prose(hypothesis.why)),
        evidenceTable(hypothesis, asked),
        hypothesis.remedies.slice(0, 1).map((remedy) => [element('h4', {}, words.report.do), remedyMarkup(remedy, incident.place, asked)]),
      ),
    ),
  ];
}

function unknownBody(incident: Incident, ended: string | null, asked: Asked): Content {
  const { report, texts, words } = asked;
  const gone = report.input.cut.some(({ line }) => line !== undefined) ? texts.join.afterSentence + texts.unknown.gone : '';
  return [
    element('h2', {}, (ended ? texts.unknown.command(ended) : texts.unknown.nothing) + gone),
    lineTable(words.report.seen, report.unexplained.slice(-MOST_SEEN), asked),
    element('h3', {}, words.report.next),
    element(
      'ul',
      {},
      nextCommands(incident, report, texts).map(({ title, command: typed }) => element('li', {}, title, command(typed))),
      element('li', {}, texts.unknown.steps.raw),
    ),
    otherReadings(incident.hypotheses, incident, asked),
  ];
}

/** Lines of the log below a heading; nothing without lines. */
export function lineTable(heading: string, lines: Report['unexplained'], { words }: Asked): Content {
  if (lines.length === 0) return null;
  const { place, text: named } = words.report.column;
  return [
    element('h3', {}, heading),
    element(
      'table',
      { class: 'evidence' },
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, place), element('th', { scope: 'col' }, named))),
      element(
        'tbody',
        {},
        lines.map(({ line, text }) =>
          element(
            'tr',
            {},
            element('td', { class: 'number' }, element('code', {}, line)),
            element('td', {}, element('pre', {}, cutToWidth(text, TEXT_COLUMNS, '…'))),
          ),
        ),
      ),
    ),
  ];
}
