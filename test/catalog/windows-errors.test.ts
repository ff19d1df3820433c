import { describe, expect, test } from 'vitest';
import { leadOf } from './explain-text.ts';

// What FormatMessage gives for the error numbers of Windows, in the languages that it comes in; Go puts the call's name before it.
const refused = [
  'No connection could be made because the target machine actively refused it.',
  '由于目标计算机积极拒绝，无法连接。',
  '無法連線，因為目標電腦拒絕連線。',
  'Es konnte keine Verbindung hergestellt werden, da der Zielcomputer die Verbindung verweigerte.',
  'Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée.',
  '対象のコンピューターによって拒否されたため、接続できませんでした。',
  'No se puede establecer una conexión ya que el equipo de destino denegó expresamente dicha conexión.',
  'Подключение не установлено, т.к. конечный компьютер отверг запрос на подключение.',
  'Nenhuma conexão pôde ser feita porque a máquina de destino as recusou ativamente.',
];
const silent = [
  'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
  '由于连接方在一段时间后没有正确答复或连接的主机没有反应，连接尝试失败。',
  '連線嘗試失敗，因為連線對象有一段時間並未正確回應，或是連線建立失敗，因為連線的主機無法回應。',
  'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat.',
  'Une tentative de connexion a échoué car le parti connecté n’a pas répondu convenablement au-delà d’une certaine durée.',
  '接続済みの呼び出し先が一定の時間を過ぎても正しく応答しなかったため、接続できませんでした。',
  'Se produjo un error durante el intento de conexión ya que la parte conectada no respondió adecuadamente tras un periodo de tiempo.',
  'Попытка установить соединение была безуспешной, т.к. от другого компьютера за требуемое время не получен нужный отклик.',
  'Uma tentativa de conexão falhou porque o componente conectado não respondeu corretamente após um período de tempo.',
];
const cut = [
  'An existing connection was forcibly closed by the remote host.',
  '远程主机强迫关闭了一个现有的连接。',
  '遠端主機已強制關閉一個現存的連線。',
  'Eine vorhandene Verbindung wurde vom Remotehost geschlossen.',
  'Une connexion existante a dû être fermée par l’hôte distant.',
  '既存の接続はリモート ホストに強制的に切断されました。',
  'Se ha forzado la interrupción de una conexión existente por el host remoto.',
  'Удаленный хост принудительно разорвал существующее подключение.',
  'Foi forçado o cancelamento de uma conexão existente pelo host remoto.',
];

const url = 'https://goproxy.northwind.test/northwind.test/ash/@v/v1.4.2';
const dial = (words: string) => `go: northwind.test/ash@v1.4.2: Get "${url}.info": dial tcp 192.0.2.4:443: connectex: ${words}`;
const receive = (words: string) =>
  `go: northwind.test/ash@v1.4.2: read "${url}.zip": read tcp 10.0.0.9:50321->192.0.2.4:443: wsarecv: ${words}`;

describe('S40: a text of Windows is known in every language', () => {
  test.each(refused)('%s', (words) => expect(leadOf(dial(words))).toBe('network.connect-refused'));
  test.each(silent)('%s', (words) => expect(leadOf(dial(words))).toBe('network.connect-timeout'));
  test.each(cut)('%s', (words) => expect(leadOf(receive(words))).toBe('network.connection-reset'));
});

describe('S40: a text that was cut short is known, even in a title', () => {
  test.each([
    ['go get fails: connectex: A connection attempt failed …', 'network.connect-timeout'],
    ['go mod download: dial tcp 192.0.2.4:443: connectex: A connection attempt failed ...', 'network.connect-timeout'],
    ['go mod tidy: wsarecv: An existing connection was forcibly closed …', 'network.connection-reset'],
    ['go install: connectex: No connection could be made because the target…', 'network.connect-refused'],
    [dial('由于目标计算机积极拒绝…'), 'network.connect-refused'],
    [dial('由于连接方在一段时间后没有正确答复…'), 'network.connect-timeout'],
    [receive('远程主机强迫关闭了一个现有…'), 'network.connection-reset'],
  ])('%s', (text, cause) => expect(leadOf(text)).toBe(cause));
});

describe('S40: files that Windows keeps', () => {
  const zip = 'C:\\Users\\ada\\go\\pkg\\mod\\cache\\download\\northwind.test\\ash\\@v\\v1.4.2.zip';
  test.each([
    [`go: open ${zip}: 另一个程序正在使用此文件，进程无法访问。`, 'cache.lock-held'],
    [`go: open ${zip}: The process cannot access the file because it is being used by another process.`, 'cache.lock-held'],
    [`go: write ${zip}: 磁盘空间不足。`, 'env.disk-full'],
    [`go: open ${zip}: 拒绝访问。`, 'env.permission'],
    [`go: open ${zip}: Zugriff verweigert`, 'env.permission'],
    [`go: open ${zip}: Accès refusé.`, 'env.permission'],
    [
      'go: northwind.test/ash@v1.4.2 (replaced by ../ash): reading ..\\ash\\go.mod: open C:\\src\\ash\\go.mod: 系统找不到指定的路径。',
      'resolve.replace-dir-missing',
    ],
  ])('%s', (text, cause) => expect(leadOf(text)).toBe(cause));
});

describe('S40: the same words from a program of its own are no module failure', () => {
  test.each([
    'redis: dial tcp 127.0.0.1:6379: connectex: 由于目标计算机积极拒绝，无法连接。',
    'redis: dial tcp 127.0.0.1:6379: connectex: No connection could be made because the target machine actively refused it.',
    'copy: C:\\work\\a.txt: 拒绝访问。',
  ])('%s', (text) => {
    expect(leadOf(`$ go run .\n${text}\nexit status 1\n`)).not.toMatch(/^(?:network|env|cache)\./);
  });
});
