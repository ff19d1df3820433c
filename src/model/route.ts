import { z } from 'zod';

// Which servers the go command asks for a module: part of a report's incident, and what `modwhy route` says of one module.

const outcome = z.enum(['next', 'fail']);

const credential = z.object({
  kind: z.enum(['url', 'netrc', 'git', 'command']),
  /** Machine, folder or program, never a value. */
  name: z.string(),
  when: z.enum(['first', 'after-4xx']),
});

const via = z.object({
  /** Null: a direct connection. */
  proxy: z.string().nullable(),
  because: z.enum(['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'loopback', 'not set']),
  /** The entry of NO_PROXY. */
  entry: z.string().nullable(),
});

const repository = z.object({
  /** Null where a page at the module's host names it. */
  url: z.string().nullable(),
  host: z.string().nullable(),
  vcs: z.string().nullable(),
  /** What GOVCS says, of git where the tool is not known yet. */
  allowed: z.boolean(),
  rule: z.string(),
  error: z.string().nullable(),
  /** What git makes of the URL by an insteadOf rule. */
  rewritten: z.object({ url: z.string(), host: z.string().nullable(), insteadOf: z.string(), source: z.string() }).nullable(),
});

const routeStop = z.object({
  kind: z.enum(['proxy', 'direct', 'off']),
  host: z.string().nullable(),
  /** The first request. */
  asks: z.string().nullable(),
  via: via.nullable(),
  setting: z.enum(['GOPROXY', 'GOPRIVATE', 'GONOPROXY']),
  pattern: z.string().nullable(),
  onNotFound: outcome,
  onError: outcome,
  /** Of the go command's own requests; git has its own. */
  credentials: z.array(credential),
  /** GOINSECURE covers the module: certificates are not checked, and plain http is tried after https. */
  insecure: z.boolean(),
  repository: repository.nullable(),
  /** It fails before it asks. */
  error: z.string().nullable(),
});

const routeSumdb = z.object({
  asked: z.boolean(),
  because: z.enum(['GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'toolchain', 'file-proxy', 'default']),
  pattern: z.string().nullable(),
  host: z.string().nullable(),
  /** GOPROXY servers are asked first whether they pass it on. */
  throughProxies: z.boolean(),
  via: via.nullable(),
  error: z.string().nullable(),
});

const route = {
  module: z.string(),
  version: z.string().nullable(),
  /** The go command asks nobody, and says this. */
  error: z.string().nullable(),
  stops: z.array(routeStop),
  sumdb: routeSumdb,
};

/** The route of an incident: its settings were seen, in the log or in a file beside it. */
export const incidentRoute = z.object(route);

const setting = z.object({ name: z.string(), value: z.string(), source: z.string() });

/** A route with the settings that it follows from. */
const settledRoute = z.object({
  ...route,
  /** Nobody is asked by commands that know -mod. */
  vendored: z.boolean(),
  settings: z.array(setting),
  /** Values that stand somewhere and do not count. */
  hidden: z.array(setting.extend({ because: z.string() })),
  notes: z.array(z.string()),
});

/** What `modwhy route --format json` prints. */
export const routeReportSchema = z.object({
  schemaVersion: z.literal(1),
  type: z.literal('route'),
  tool: z.object({ name: z.literal('modwhy'), version: z.string() }),
  go: z.object({ version: z.string().nullable(), source: z.string() }),
  now: settledRoute,
  /** With `--what-if`. */
  then: settledRoute.extend({ with: z.array(z.string()), changes: z.array(z.string()) }).nullable(),
  redactions: z.int(),
});

export type RouteStop = z.infer<typeof routeStop>;
export type RouteSumdb = z.infer<typeof routeSumdb>;
export type IncidentRoute = z.infer<typeof incidentRoute>;
export type SettledRoute = z.infer<typeof settledRoute>;
export type RouteReport = z.infer<typeof routeReportSchema>;
