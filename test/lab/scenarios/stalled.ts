import { appGoMod, corpLib, HEALTHY, importing, PUBLIC } from '../modules.ts';
import { scenarios } from '../scenario.ts';

const page = '<meta name="go-import" content="corp.example.com/lib git https://git.corp.example.com/lib.git">';
const answered = { host: 'corp.example.com', path: '?go-get=1', answer: { status: 200, type: 'text/html', body: page } } as const;
const files = { 'go.mod': appGoMod(corpLib), 'app.go': importing(corpLib.path) };

/** Servers that take a request and stop. Go itself waits for ever for most of them, so that somebody else has to end it. */
export const stalled = scenarios(
  {
    name: 'proxy-stalled-body',
    title: 'the proxy stops in the middle of a zip, and the CI system ends the job; nothing in the log says why',
    files: HEALTHY,
    world: { modules: PUBLIC, answers: [{ host: 'proxy.golang.org', path: '.zip', answer: { spoil: 'stall' } }] },
    command: ['go', 'mod', 'download'],
    // As a limit of minutes does on GitHub.
    under: 'timeout 3 "$@"; code=$?; [ $code = 124 ] && echo "Error: The operation was canceled."; exit $code',
    expect: { verdict: 'not-module', cause: 'not-module.infra' },
  },
  {
    name: 'git-server-stalls',
    title: 'the git server takes the request and sends nothing, and git has a limit',
    files,
    home: { '.gitconfig': '[http]\n\tlowSpeedLimit = 1000\n\tlowSpeedTime = 2\n' },
    world: { modules: PUBLIC, answers: [answered, { host: 'git.corp.example.com', path: '/info/refs', answer: { act: 'hang' } }] },
    goEnv: { GOPRIVATE: 'corp.example.com' },
    command: ['go', 'mod', 'tidy'],
    expect: { cause: 'network.stalled-no-timeout', host: 'git.corp.example.com' },
  },
);
