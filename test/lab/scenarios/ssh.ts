import { SSH_SERVER } from '../abilities.ts';
import type { Repository } from '../git-server.ts';
import { appGoMod, corpLib, importing, PUBLIC } from '../modules.ts';
import { type Scenario, scenarios } from '../scenario.ts';

const host = 'git.corp.example.com';
const repository: Repository = { host, path: 'lib', commits: [{ files: corpLib.files, tag: corpLib.version }] };
const page = {
  host: 'corp.example.com',
  path: '?go-get=1',
  answer: {
    status: 200,
    type: 'text/html',
    body: `<meta name="go-import" content="corp.example.com/lib git ssh://git@${host}/lib.git">\n`,
  },
};

// ssh takes its files from the home folder in the user database, not from HOME.
const CLIENT = `Host ${host}
  ProxyCommand ${SSH_SERVER} -i -f {home}/server
  HostKeyAlgorithms ssh-ed25519
  UserKnownHostsFile {home}/known_hosts
  GlobalKnownHostsFile /dev/null
  IdentityFile {home}/key
  IdentityAgent none
`;
const SERVER = `HostKey {home}/host-key
AuthorizedKeysFile none
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
PidFile none
`;
const keys = (known: string): string[][] => [
  ['sh', '-c', 'for one in key host-key other-key; do /usr/bin/ssh-keygen -q -t ed25519 -N "" -C lab -f "$HOME/$one" || exit 1; done'],
  ['sh', '-c', known],
];
const knows = (key: string) => `printf '${host} %s\\n' "$(cat "$HOME/${key}.pub")" > "$HOME/known_hosts"`;

function overSsh(name: string, title: string, cause: string, prepare: string[][], wrong: Scenario['wrong']): Scenario {
  return {
    name,
    title,
    files: { 'go.mod': appGoMod(corpLib), 'app.go': importing(corpLib.path) },
    home: { client: CLIENT, server: SERVER },
    world: { modules: PUBLIC, repositories: [repository], answers: [page] },
    goEnv: { GOPRIVATE: 'corp.example.com' },
    env: { GIT_SSH_COMMAND: '/usr/bin/ssh -F {home}/client -o BatchMode=yes' },
    needs: ['ssh-server'],
    // sshd wants no folder of its own from a user who is not root.
    asUser: true,
    prepare,
    command: ['go', 'mod', 'tidy'],
    expect: { cause, host },
    ...(wrong && { wrong }),
  };
}

/** A git server behind ssh: a real sshd, which lets nobody in. */
export const ssh = scenarios(
  overSsh('ssh-key-refused', 'the ssh server accepts none of the keys', 'auth.ssh-publickey', keys(knows('host-key')), [
    { title: 'trust any host key', script: `export GIT_SSH_COMMAND="$GIT_SSH_COMMAND -o StrictHostKeyChecking=no"` },
  ]),
  overSsh('ssh-host-unknown', 'the key of the ssh server is not known here', 'auth.ssh-host-key', keys('true'), [
    { title: 'clean the module cache', script: 'go clean -modcache' },
  ]),
  overSsh('ssh-host-changed', 'the ssh server has another key than before', 'auth.ssh-host-key', keys(knows('other-key')), [
    { title: 'clean the module cache', script: 'go clean -modcache' },
  ]),
);
