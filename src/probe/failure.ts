import type { FactId } from '../model/facts.ts';

/** Why a server was not reached, or did not answer. */
export interface Failure {
  /** Null where the failure proves nothing. */
  readonly fact: FactId | null;
  /** The host that it is about: the server, or the forward proxy on the way. */
  readonly host: string;
  /** A code of the system, or a status line: shown as it is. */
  readonly detail: string;
}

export type Stage = 'connect' | 'tls' | 'answer';

// Codes of connect(2).
const ofConnection: Readonly<Record<string, FactId>> = {
  ECONNREFUSED: 'doctor-connect-refused',
  ETIMEDOUT: 'doctor-connect-timeout',
  ENETUNREACH: 'doctor-no-network',
  EHOSTUNREACH: 'doctor-no-network',
  ENETDOWN: 'doctor-no-network',
  EADDRNOTAVAIL: 'doctor-no-network',
  ECONNRESET: 'doctor-connection-reset',
  EPIPE: 'doctor-connection-reset',
};

// Codes of OpenSSL's verification and of node:tls (doc/api/tls.md, "X509 certificate error codes").
const ofCertificate: Readonly<Record<string, FactId>> = {
  UNABLE_TO_GET_ISSUER_CERT: 'doctor-certificate-unknown',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'doctor-certificate-unknown',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'doctor-certificate-unknown',
  SELF_SIGNED_CERT_IN_CHAIN: 'doctor-certificate-unknown',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'doctor-certificate-unknown',
  CERT_UNTRUSTED: 'doctor-certificate-unknown',
  CERT_HAS_EXPIRED: 'doctor-certificate-expired',
  CERT_NOT_YET_VALID: 'doctor-certificate-early',
  ERR_TLS_CERT_ALTNAME_INVALID: 'doctor-certificate-name',
  ERR_SSL_WRONG_VERSION_NUMBER: 'doctor-not-tls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'doctor-not-tls',
  ERR_SSL_UNEXPECTED_MESSAGE: 'doctor-not-tls',
};

const lateAt: Readonly<Record<Stage, FactId>> = {
  connect: 'doctor-connect-timeout',
  tls: 'doctor-connect-timeout',
  answer: 'doctor-answer-timeout',
};

/** What an error of node's sockets means at a stage of a request. */
export function failureOf(error: Error | 'late', stage: Stage, host: string, limitMs: number): Failure {
  if (error === 'late') return { fact: lateAt[stage], host, detail: `${Math.round(limitMs)} ms` };
  const code = (error as NodeJS.ErrnoException).code ?? '';
  // A name with both families fails with one error for each address.
  const first = code === '' && error instanceof AggregateError ? (error.errors[0] as NodeJS.ErrnoException).code : undefined;
  const shown = code || first || error.message.slice(0, 200);
  const fact = (stage === 'tls' ? ofCertificate[shown] : undefined) ?? ofConnection[shown] ?? null;
  return { fact, host, detail: shown };
}
