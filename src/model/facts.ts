// What can be seen in the files that stand beside a log (`src/evidence/kinds.ts`), and between the lines of the log itself. Causes weigh them as they weigh signals,
// and remedies depend on them; none of them is a failure by itself.
export const factIds = [
  // GOPRIVATE (and GONOPROXY, GONOSUMDB) keep the module of the problem from the public servers, or they do not.
  'env-goprivate-covers',
  'env-goprivate-misses',
  'env-goproxy-off',
  'env-gosumdb-off',
  'env-gotoolchain-local',
  // `auto`, or another setting that lets go switch.
  'env-gotoolchain-switches',
  'env-goflags-vendor',
  'env-go111module-off',
  'env-gowork-file',
  // go.mod requires a module that is the module of the problem, or a parent of its package; or none.
  'mod-file-requires',
  'mod-file-requires-none',
  // The package or module of the problem is below the path of this very module.
  'mod-file-own-path',
  // The same, seen in the log: it names other packages of the module, or the file of one.
  'log-own-path',
  // Some of the missing packages are below that path, and others are not.
  'others-than-own-path',
  'mod-file-replaces-with-folder',
  'mod-file-excludes',
  // The go line asks for more than the Go that ran.
  'mod-file-go-newer',
  // The go or toolchain line asks for the very toolchain that the message names.
  'mod-file-toolchain',
  // go.sum has the line that the failed build missed, or it lacks it.
  'sum-file-has-line',
  'sum-file-lacks-line',
  // Two hashes of one version; go takes the first.
  'sum-file-two-hashes',
  // The hash that the failed build read in its go.sum is in this one too, or another one is.
  'sum-file-same-hash',
  'sum-file-other-hash',
  'sum-file-broken',
  // `go mod verify` says it of the module: its zip or folder in the cache was changed, or its hash is gone.
  'verify-zip-modified',
  'verify-dir-modified',
  'verify-ziphash-missing',
  // vendor/modules.txt does not have the module at that version, or the package.
  'vendor-file-lacks',
  // A trace in the log: the request of the message failed there, too; who looked its name up.
  'trace-request-failed',
  'trace-resolver',
  // What `modwhy doctor` learned: of a server that the message names, or of the machine.
  'doctor-name-unknown',
  'doctor-name-failure',
  'doctor-name-timeout',
  'doctor-connect-refused',
  'doctor-connect-timeout',
  'doctor-connection-reset',
  'doctor-no-network',
  'doctor-certificate-unknown',
  'doctor-certificate-expired',
  'doctor-certificate-early',
  'doctor-certificate-name',
  'doctor-not-tls',
  'doctor-forward-auth',
  'doctor-forward-denied',
  'doctor-forward-unreachable',
  'doctor-status-401',
  'doctor-status-403',
  'doctor-status-404',
  'doctor-status-429',
  'doctor-status-5xx',
  'doctor-answer-html',
  'doctor-answer-timeout',
  'doctor-sumdb-unreachable',
  'doctor-goproxy-off',
  'doctor-goproxy-invalid',
  'doctor-disk-full',
  'doctor-cache-not-writable',
  'doctor-cache-read-only',
  'doctor-git-missing',
  // It has another version of the module than go.mod beside it.
  'vendor-file-differs',
  // go.work does not use the folder that the message names, or its go line is the one that is too old.
  'work-file-lacks',
  'work-file-go-older',
  // A given Go (of an image, a CI file, `go version`) is older than what the message asks for.
  'file-go-older',
  // The hosts file sends a host of the problem to the address that was tried.
  'hosts-file-maps',
  // resolv.conf names the server that was asked, or none at all.
  'resolv-file-asked',
  'resolv-file-no-server',
  // netrc has a login for the host, or for others only.
  'netrc-file-has-host',
  'netrc-file-lacks-host',
  // git's configuration sends the host over ssh, or through the proxy that the message names.
  'git-config-to-ssh',
  'git-config-proxy',
  // What a Dockerfile does not have before the go command that needs it.
  'docker-file-no-vendor',
  'docker-file-no-sum',
  'docker-file-no-secret',
  'docker-file-no-git',
  // `go-version: 1.20`, which YAML reads as 1.2.
  'ci-file-go-number',
  'ci-file-cache-fixed',
  'ci-file-two-caches',
  // The same request in a HAR: a page to sign in, or a status.
  'har-sign-in',
  'har-needs-login',
  'har-forbidden',
  'har-proxy-login',
  'har-not-found',
  'har-too-many',
  'har-server-error',
  'har-no-answer',
  // What the access log of a proxy shows of the request that failed: the proxy never got it; the server behind it failed; it answered so itself;
  // its good answer did not arrive; the client had left; something on the way answered in its place.
  'proxy-log-not-reached',
  'proxy-log-upstream',
  'proxy-log-proxy',
  'proxy-log-answered',
  'proxy-log-client-left',
  'proxy-log-changed',
  // What a program shows of the host of the problem, when somebody tried it by hand: src/model/transcript.ts.
  'host-resolves',
  'host-no-such-name',
  'host-lookup-failed',
  'host-lookup-silent',
  'host-connects',
  'host-refuses',
  'host-silent',
  'host-reset-early',
  'host-reset',
  'host-tls-done',
  'host-tls-untrusted',
  'host-tls-expired',
  'host-tls-wrong-name',
  'host-answers',
  'host-html',
  'host-challenge-basic',
  'host-challenge-bearer',
  'host-challenge-other',
  'host-redirect',
  'host-tunnel-refused',
  'host-ssh-denied',
  'host-ssh-host-key',
  'host-rule-drops',
  'host-rule-rejects',
  'host-reached',
  'host-name-disputed',
] as const;

export type FactId = (typeof factIds)[number];
