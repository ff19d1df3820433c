// Runs a command in a network of its own: `unshare -rnm node inside-network.ts PLAN COMMAND...`. Nothing leads out of it.
import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dnsAnswer, type NetworkPlan } from './network-plan.ts';

const [planText, ...argv] = process.argv.slice(2);
const plan = JSON.parse(planText!) as NetworkPlan;
const ip = (...words: string[]) => execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'inherit'] });
const folder = mkdtempSync(join(tmpdir(), 'modwhy-lab-net-'));

ip('link', 'set', 'lo', 'up');
if (plan.swallows !== undefined) {
  // What is sent there never comes back, and the kernel gives up after one repetition.
  ip('link', 'add', 'swallow', 'type', 'ifb');
  ip('addr', 'add', `${plan.swallows}/24`, 'dev', 'swallow');
  ip('link', 'set', 'swallow', 'up');
  writeFileSync('/proc/sys/net/ipv4/tcp_syn_retries', '1');
}
const settings = join(folder, 'resolv.conf');
writeFileSync(settings, plan.nameServer === null ? '' : `nameserver ${plan.nameServer ?? '127.0.0.53'}\noptions timeout:1 attempts:1\n`);
execFileSync('mount', ['--bind', settings, '/etc/resolv.conf']);

const server = createSocket('udp4');
server.on('message', (question, from) => {
  const answer = dnsAnswer(plan.names ?? {}, question);
  if (answer) server.send(answer, from.port, from.address);
});
const bridge = createServer((socket) => {
  const outside = connect(plan.bridge!);
  socket.on('error', () => outside.destroy());
  outside.on('error', () => socket.destroy());
  socket.pipe(outside).pipe(socket);
});
if (plan.bridge !== undefined) bridge.listen(443, '127.0.0.1').unref();

server.bind(53, '127.0.0.53', () => {
  const child = spawn(argv[0]!, argv.slice(1), { stdio: 'inherit' });
  child.on('close', (code) => {
    server.close();
    execFileSync('umount', ['/etc/resolv.conf']);
    rmSync(folder, { recursive: true, force: true });
    process.exitCode = code ?? 137;
  });
});
