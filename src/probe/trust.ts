import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';

/** The authorities that go trusts: the file of SSL_CERT_FILE in place of the system's, else the system's. crypto/x509, loadSystemRoots. */
export function trustedCertificates(env: Readonly<Record<string, string | undefined>>): string[] {
  if (env.SSL_CERT_FILE && process.platform !== 'win32' && process.platform !== 'darwin') {
    try {
      const text = readFileSync(env.SSL_CERT_FILE, 'utf8');
      return text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
    } catch {
      // go then goes on with the system's folders.
    }
  }
  return getCACertificates('system');
}
