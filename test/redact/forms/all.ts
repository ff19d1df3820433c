import { assignmentForms } from './assignment.ts';
import { commandForms } from './command.ts';
import { type Form, formsOf } from './form.ts';
import { headerForms } from './header.ts';
import { keyForms } from './key.ts';
import { tokenForms } from './token.ts';
import { urlForms } from './url.ts';

/** Every form in which the tests know secrets to stand. */
export const allForms: readonly Form[] = [
  ...formsOf('token', tokenForms),
  ...formsOf('url', urlForms),
  ...formsOf('header', headerForms),
  ...formsOf('assignment', assignmentForms),
  ...formsOf('command', commandForms),
  ...formsOf('key', keyForms),
];
