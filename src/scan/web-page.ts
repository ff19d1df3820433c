/** So many bytes of a page say what it is. */
export const pageStart = 1 << 16;

/** Whether a server says that it sends HTML. */
export function isWebPage(type: string | undefined): boolean {
  return /^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type ?? '');
}

// A field for a password (HTML, 4.10.5.1.6), or the form that sends a browser to another server to sign in (SAML 2.0 bindings, 3.5.4; OpenID
// Connect, form_post).
const passwordField = /<input\b[^>]{0,500}\btype\s{0,5}=\s{0,5}["']?password\b/i;
const signInForm = /<input\b[^>]{0,500}\bname\s{0,5}=\s{0,5}["']?(?:SAMLRequest|SAMLResponse|id_token|RelayState)\b/i;
// Pages that only a script fills say it in their title.
const title = /<title\b[^>]{0,200}>\s{0,200}(?:sign in\b|log in\b|登录|登入)/i;

/** Whether a page is one to sign in. @param start its first bytes */
export function isSignIn(start: Uint8Array): boolean {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.byteLength, pageStart)).toString();
  return [passwordField, signInForm, title].some((pattern) => pattern.test(text));
}
