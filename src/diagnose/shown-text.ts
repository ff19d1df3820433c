import type { Segment, Unit } from '../model/finding.ts';

// git: checkout, commit, log --oneline; the git plugin of Jenkins. What follows is the subject of a commit; a number alone may be a time.
const commitRow =
  /^(?:HEAD is now at [0-9a-f]{7,64} |Previous HEAD position was [0-9a-f]{7,64} |Commit message: "|\[[^\]\n]{1,200} [0-9a-f]{7,64}\] |(?=\d{0,39}[a-f])[0-9a-f]{7,40} (?:\([^)\n]{1,300}\) )?[A-Za-z[("'`])/;
// What opens the text of a commit or a change: its body and its lines are indented, or begin with a sign.
const commitHead = /^(?:commit [0-9a-f]{40}(?:[0-9a-f]{24})?(?: \(.{1,300}\))?$|diff --git |Author: +.{1,200} <|Date: {3})/;
const changeRow = /^[-+](?:go: |verifying |\S{1,200}\.go:\d{1,7}:\d{1,5}: )/;
// Commands that only show what stands in a repository or in a text that people write. A log is shown to be read as one.
const shows =
  /^(?:sudo )?(?:git (?:--no-pager |-C \S{1,200} )?(?:log|diff|show|blame|shortlog|grep)\b[^;&|\n]{0,400}(?: \| (?:cat|head|tail|less)\b[^;&|\n]{0,60})?|(?:cat|bat|head|tail|less|more)(?: -\S{1,20}(?: \d{1,6})?)? [^;&|\n]{0,200}\.(?:md|markdown|rst|adoc|html?|go))$/i;

/** Whether a message stands in a text that was only shown: the subject of a commit, a line of a change. Whoever wrote it may quote what go once said. */
export function isShownText({ text }: Unit): boolean {
  return commitRow.test(text) || commitHead.test(text) || changeRow.test(text);
}

/** Whether the command of a segment shows such texts and does nothing else. */
export function showsTexts({ command }: Segment): boolean {
  return command !== null && shows.test(command.text.trim());
}
