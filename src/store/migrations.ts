import type { Connection } from './connection.ts';

/** One step from a version of the schema to the next. Steps are never changed once they were released; new ones are added. */
interface Migration {
  readonly version: number;
  readonly sql: string;
  /** What only PostgreSQL needs, after that. */
  readonly postgres?: string;
}

// {text} sorts by bytes in both databases, so that both answer in the same order. {packed}: rows lie in the order of their key.
// A word is kept once and named by its number; 0 is none. `counted` incidents made their log fail: all figures are about these.
// A kind is all that figures group by. `firsts` has a bit for each set of (verdict, cause, host, module, fingerprint): whether the incident
// is the first of its log with those values, so that adding up never counts a log twice; `template_firsts` is the same with the template.
// The *_tally tables, kind_axis and kind_hours are sums of the rows above, kept in the same transaction. unit: 1 month, 2 day, 3 hour, by their number since 1970;
// bucket -1: without a time. axis: see axes.ts; key 0 is the sum over all keys.
export const migrations: readonly Migration[] = [
  {
    version: 1,
    sql: `
CREATE TABLE word (id {int} PRIMARY KEY, text {text} NOT NULL UNIQUE);
CREATE TABLE scan (id {int} PRIMARY KEY, name {text} NOT NULL UNIQUE, logs {int} NOT NULL);
CREATE TABLE log (
  id {int} PRIMARY KEY, identity {text} NOT NULL UNIQUE, place {int} NOT NULL, source {text} NOT NULL, size {int} NOT NULL, modified {int},
  content {text} NOT NULL, catalog {int} NOT NULL, verdict {int} NOT NULL, error_code {text}, error_message {text}, lines {int} NOT NULL,
  at {int}, clock {text}, job {int} NOT NULL, revision {int} NOT NULL, runner {int} NOT NULL
);
CREATE INDEX log_place ON log (place);
CREATE INDEX log_at ON log (at);
CREATE INDEX log_runner ON log (runner, at);
CREATE INDEX log_job ON log (job, verdict, at);
CREATE INDEX log_revision ON log (job, revision, verdict);
CREATE TABLE scan_log (log {int} NOT NULL, scan {int} NOT NULL, PRIMARY KEY (log, scan)){packed};
CREATE INDEX scan_log_scan ON scan_log (scan, log);
CREATE TABLE log_id (log {int} NOT NULL, word {int} NOT NULL, PRIMARY KEY (log, word)){packed};
CREATE TABLE kind (
  id {int} PRIMARY KEY, fingerprint {int} NOT NULL, verdict {int} NOT NULL, cause {int} NOT NULL, code {int} NOT NULL, module {int} NOT NULL,
  host {int} NOT NULL, template {int} NOT NULL, transient {int} NOT NULL, log_verdict {int} NOT NULL, firsts {int} NOT NULL,
  template_firsts {int} NOT NULL,
  UNIQUE (fingerprint, verdict, cause, code, module, host, template, transient, log_verdict, firsts, template_firsts)
);
CREATE INDEX kind_cause ON kind (cause);
CREATE INDEX kind_code ON kind (code);
CREATE INDEX kind_module ON kind (module);
CREATE INDEX kind_host ON kind (host);
CREATE INDEX kind_template ON kind (template);
CREATE TABLE incident (
  log {int} NOT NULL, position {int} NOT NULL, kind {int} NOT NULL, counted {int} NOT NULL, at {int}, runner {int} NOT NULL, job {int} NOT NULL,
  size {int} NOT NULL, recovered {int} NOT NULL, label {int} NOT NULL, observer {int} NOT NULL, version {int} NOT NULL, path {int} NOT NULL,
  line {int}, text {text}, command {int} NOT NULL, PRIMARY KEY (log, position)
){packed};
CREATE INDEX incident_kind ON incident (kind, at, runner, job, log) WHERE counted = 1;
CREATE INDEX incident_at ON incident (at, kind, runner, job) WHERE counted = 1;
CREATE INDEX incident_runner ON incident (runner, at, kind) WHERE counted = 1;
CREATE INDEX incident_job ON incident (job, at, kind) WHERE counted = 1;
CREATE TABLE kind_tally (
  unit {int} NOT NULL, bucket {int} NOT NULL, kind {int} NOT NULL, logs {int} NOT NULL, bytes {int} NOT NULL, PRIMARY KEY (unit, bucket, kind)
){packed};
CREATE INDEX kind_tally_kind ON kind_tally (kind, unit, bucket, logs, bytes);
CREATE TABLE kind_axis (
  kind {int} NOT NULL, axis {int} NOT NULL, bucket {int} NOT NULL, key {int} NOT NULL, logs {int} NOT NULL, PRIMARY KEY (kind, axis, bucket, key)
){packed};
CREATE TABLE axis_tally (
  axis {int} NOT NULL, unit {int} NOT NULL, bucket {int} NOT NULL, key {int} NOT NULL, logs {int} NOT NULL, transient {int} NOT NULL,
  PRIMARY KEY (axis, unit, bucket, key)
){packed};
CREATE INDEX axis_tally_key ON axis_tally (axis, key, unit, bucket, logs, transient);
CREATE TABLE log_tally (
  unit {int} NOT NULL, bucket {int} NOT NULL, verdict {int} NOT NULL, logs {int} NOT NULL, bytes {int} NOT NULL, PRIMARY KEY (unit, bucket, verdict)
){packed};
`,
  },
  {
    version: 2,
    // SQLite has the sums in the rows of the key. PostgreSQL read a page of the table for each of them.
    sql: '',
    postgres: 'ALTER TABLE kind_axis DROP CONSTRAINT kind_axis_pkey, ADD PRIMARY KEY (kind, axis, bucket, key) INCLUDE (logs);',
  },
  {
    version: 3,
    // Hours of the day were read from the incidents: those of the most frequent modules of a year are millions.
    sql: `
CREATE TABLE kind_hours (
  kind {int} NOT NULL, bucket {int} NOT NULL, hour {int} NOT NULL, logs {int} NOT NULL, PRIMARY KEY (kind, bucket, hour)
){packed};
INSERT INTO kind_hours
SELECT i.kind, {month of i.at}, i.at / 3600000 % 24, count(*) FROM incident i WHERE i.counted = 1 AND i.at >= 0 GROUP BY 1, 2, 3;
`,
    postgres: 'ALTER TABLE kind_hours DROP CONSTRAINT kind_hours_pkey, ADD PRIMARY KEY (kind, bucket, hour) INCLUDE (logs);',
  },
];

// The number of the month since 1970.
const monthOf = {
  sqlite: `(strftime('%Y', i.at / 1000, 'unixepoch') - 1970) * 12 + strftime('%m', i.at / 1000, 'unixepoch') - 1`,
  postgres: `((extract(year FROM to_timestamp(i.at / 1000) AT TIME ZONE 'UTC') - 1970) * 12 + extract(month FROM to_timestamp(i.at / 1000) AT TIME ZONE 'UTC') - 1)::bigint`,
} as const;

/** A statement of the schema as one of the databases has it. */
export function schemaFor(kind: Connection['kind'], sql: string): string {
  const sqlite = kind === 'sqlite';
  return sql
    .replaceAll('{int}', sqlite ? 'INTEGER' : 'BIGINT')
    .replaceAll('{text}', sqlite ? 'TEXT' : 'TEXT COLLATE "C"')
    .replaceAll('{month of i.at}', monthOf[kind])
    .replaceAll('{packed}', sqlite ? ' WITHOUT ROWID' : '');
}
