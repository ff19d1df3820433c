import type { Place } from '../../../model/report.ts';
import type { LogSource } from '../../log/log-source.ts';
import type { Shell } from '../../shell/screen.ts';
import type { Model } from './model.ts';

type OpenedScreen = Parameters<Shell<unknown, unknown>['open']>[0];

/** What the explained log can be asked for beyond its model. */
export interface Subject {
  readonly log: LogSource;
  /** The log's file; null when it came on standard input or from a program. */
  readonly file?: string | null;
  /** The whole report as Markdown, made only when it is asked for. */
  reportText(): string;
  /** The model with the commands of another shell; null: of the place where the build failed. */
  inShell?(shell: Place | null): Model;
  /** The screen of the questions. @param changed told what the answers make of the report */
  questions?(changed: (model: Model) => void): OpenedScreen;
  /** The screen of the bars. */
  waterfall?(): OpenedScreen;
  /** The bars are what the reader came for. */
  readonly waterfallFirst?: boolean;
  /** Formats to save the report in, the first one by default, with what makes the text. */
  readonly formats?: readonly SaveFormat[];
}

export interface SaveFormat {
  readonly name: string;
  /** How files of it end, without the dot. */
  readonly ending: string;
  text(): string | Promise<string>;
}
