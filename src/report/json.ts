import type { CacheReport } from '../model/cache.ts';
import type { Report } from '../model/report.ts';
import type { RouteReport } from '../model/route.ts';
import type { TreeReport } from '../model/tree.ts';
import { guardJson } from './guard.ts';

/** The report as one indented JSON object. Ends with a line end. */
export function renderJson(report: Report | RouteReport | TreeReport | CacheReport): string {
  return `${guardJson(JSON.stringify(report, null, 2))}\n`;
}
