export { loadPack } from './catalog/load.ts';
export { ModwhyError } from './model/error.ts';
export type { Report } from './model/report.ts';
export { renderJson } from './report/json.ts';
export { renderLines } from './report/lines.ts';
export { renderMarkdown } from './report/markdown.ts';
export { renderText } from './report/text.ts';
export { createSession } from './session/session.ts';
export type { Session, SessionOptions } from './session/types.ts';
