import type { Dialect } from './dialect.ts';

// As src/i18n has them, in every language.
const header =
  /^\S.*(?:: (?:(?:not )?a Go module failure|it failed, and this log does not say why)|：(?:(?:不是 )?Go 模块的问题|失败了，但这份日志没有说明原因))$/;
const body = /^(?:$|\d+\. | {3}|docs {2}|earlier, |文档 {2}|之前出错，)/;
const verdictEnds = ['failure', 'why', '的问题', '原因'];

/** A report that modwhy has printed into the log before: its quotes of errors are not errors. */
export const own: Dialect = {
  name: 'modwhy',
  signs: ['a Go module failure', 'does not say why', 'Go 模块的问题', '日志没有说明原因'],
  create() {
    let inside = false;
    return {
      read(line) {
        const { text } = line;
        if (verdictEnds.some((end) => text.endsWith(end)) && header.test(text)) inside = true;
        else if (!inside) return false;
        else if (!body.test(text)) {
          inside = false;
          return false;
        }
        line.kind = 'own';
        return true;
      },
    };
  },
};
