import type { RedactionRule } from './rule.ts';
import { assignmentRules } from './rules/assignment.ts';
import { commandRules } from './rules/command.ts';
import { headerRules } from './rules/header.ts';
import { keyRules } from './rules/key.ts';
import { queryRules } from './rules/query.ts';
import { tokenRules } from './rules/token.ts';
import { urlRules } from './rules/url.ts';

/** All rules. Where matches overlap, what they cover together is one secret. */
export const rules: readonly RedactionRule[] = [
  ...keyRules,
  ...urlRules,
  ...queryRules,
  ...headerRules,
  ...assignmentRules,
  ...commandRules,
  ...tokenRules,
];
