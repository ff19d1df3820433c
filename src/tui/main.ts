import type { Report } from '../model/report.ts';
import { renderText } from '../report/text.ts';
import type { Session } from '../session/types.ts';

export interface ScreenOptions {
  readonly session: Session;
  readonly report: Report;
  readonly name: string;
  readonly color: boolean;
  readonly ascii: boolean;
}

/** Shows one report until the reader leaves; for now as text. @returns the exit code */
export async function runScreen({ report, color, ascii }: ScreenOptions): Promise<number> {
  process.stdout.write(renderText(report, { color, ascii }));
  return 0;
}
