import type { Report } from '../model/report.ts';
import { renderNdjson } from '../report/ndjson.ts';
import { renderText } from '../report/text.ts';
import { wantsColor } from './color.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** One report in the format that was asked for. Formats that are rarer than text are loaded when needed. */
export async function render(report: Report, options: Options, io: Pick<Io, 'env' | 'stdoutIsTerminal' | 'columns'>): Promise<string> {
  if (options.format === 'json') return (await import('../report/json.ts')).renderJson(report);
  if (options.format === 'lines') return (await import('../report/lines.ts')).renderLines(report, options.language);
  if (options.format === 'markdown') return (await import('../report/markdown.ts')).renderMarkdown(report, { language: options.language });
  if (options.format === 'html') return (await import('../report/html/report-page.ts')).reportHtml(report, options);
  if (options.format === 'sarif') return (await import('../report/sarif.ts')).renderSarif(report, options.language);
  if (options.format === 'junit') return (await import('../report/junit.ts')).renderJunit(report, options.language);
  if (options.format === 'github') return (await import('../report/github.ts')).renderGithub(report, options.language);
  if (options.format === 'gitlab') return (await import('../report/gitlab.ts')).renderGitlab(report, options.language);
  if (options.format === 'ndjson') return renderNdjson(report);
  const terminal = options.output === null && io.stdoutIsTerminal;
  const width = terminal ? io.columns : undefined;
  const text = renderText(report, {
    color: wantsColor(options.color, io.env, terminal),
    ascii: options.ascii,
    verbose: options.verbose,
    language: options.language,
    ask: options.command === 'explain',
    ...(width === undefined ? {} : { width }),
  });
  if (!options.waterfall) return text;
  const { renderWaterfall } = await import('../report/waterfall/text.ts');
  const color = wantsColor(options.color, io.env, terminal);
  return `${text}\n${renderWaterfall(report, { width, ascii: options.ascii, color, language: options.language })}`;
}
