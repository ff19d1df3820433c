import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Files } from './module-zip.ts';

/** A git repository at `https://HOST/PATH`; one commit each, on main, oldest first. */
export interface Repository {
  readonly host: string;
  readonly path: string;
  readonly commits: readonly { readonly files: Files; readonly tag?: string }[];
  /** `open` (the default), `denied`: 401 whatever is sent, `forbidden`: 403, `missing`: 404, or the one `user:password` that opens it. */
  readonly access?: string;
}

/** Creates the bare repositories below `root`, with dates that never change. */
export function createRepositories(root: string, repositories: readonly Repository[]): void {
  for (const repository of repositories) {
    const folder = folderOf(root, repository);
    mkdirSync(folder, { recursive: true });
    const options = { cwd: folder, env: { PATH: process.env.PATH, HOME: root, GIT_CONFIG_NOSYSTEM: '1' } };
    spawnSync('git', ['init', '-q', '--bare', '-b', 'main', '.'], options);
    spawnSync('git', ['config', 'uploadpack.allowAnySHA1InWant', 'true'], options);
    const imported = spawnSync('git', ['fast-import', '--quiet'], { ...options, input: fastImport(repository) });
    if (imported.status !== 0) throw new Error(`git fast-import: ${imported.stderr}`);
  }
}

function fastImport(repository: Repository): string {
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  return repository.commits
    .map(({ files, tag }, index) => {
      const who = `committer Lab <lab@example.com> ${1704164645 + index} +0000\n`;
      const entries = Object.entries(files).map(([name, text]) => `M 100644 inline ${name}\n${data(text)}`);
      const commit = `commit refs/heads/main\nmark :${index + 1}\n${who}${data(`commit ${index + 1}`)}${entries.join('')}\n`;
      return tag ? `${commit}reset refs/tags/${tag}\nfrom :${index + 1}\n\n` : commit;
    })
    .join('');
}

/** Serves git's smart protocol; false when the request is none of git's. Unknown repositories get 401, as GitHub does. */
export function serveGit(
  root: string,
  repositories: readonly Repository[],
  host: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const url = new URL(request.url ?? '/', `https://${host}`);
  const match = /^\/(.+?)(?:\.git)?(\/info\/refs|\/git-upload-pack)$/.exec(url.pathname);
  if (!match) return false;
  const repository = repositories.find((one) => one.host === host && one.path === match[1]);
  const refused = refusal(repository, request.headers.authorization);
  if (refused) {
    response
      .writeHead(refused, refused === 401 ? { 'www-authenticate': 'Basic realm="Git"' } : {})
      .end(refused === 401 ? 'authenticate' : 'no');
    return true;
  }
  backend(folderOf(root, repository!), match[2]!, url, request, response);
  return true;
}

function refusal(repository: Repository | undefined, authorization: string | undefined): number {
  const access = repository?.access ?? (repository ? 'open' : 'denied');
  if (access === 'forbidden') return 403;
  if (access === 'missing') return 404;
  if (access === 'open') return 0;
  return authorization === `Basic ${Buffer.from(access).toString('base64')}` ? 0 : 401;
}

function backend(folder: string, path: string, url: URL, request: IncomingMessage, response: ServerResponse): void {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
      PATH_INFO: path,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'] ?? '',
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
      GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      REMOTE_ADDR: '127.0.0.1',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => {});
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.on('close', () => {
    const all = Buffer.concat(chunks);
    const end = all.indexOf('\r\n\r\n');
    let status = 200;
    for (const line of all.subarray(0, end).toString().split('\r\n')) {
      const [name = '', value = ''] = line.split(/: ?(.*)/s);
      if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
      else response.setHeader(name, value);
    }
    response.writeHead(status).end(all.subarray(end + 4));
  });
}

function folderOf(root: string, repository: Repository): string {
  return join(root, repository.host, `${repository.path}.git`);
}
