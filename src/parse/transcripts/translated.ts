// What wget 1.21 and the C library say in Chinese and German, and the English words that the decoders know. Longer ones stand before what they hold.
const phrases: readonly (readonly [said: string, english: string])[] = [
  ['正在连接 ', 'Connecting to '],
  ['正在解析主机 ', 'Resolving '],
  ['已发出 HTTP 请求，正在等待回应...', 'HTTP request sent, awaiting response...'],
  ['失败：', 'failed: '],
  ['已连接。', 'connected.'],
  ['长度：', 'Length: '],
  ['位置：', 'Location: '],
  ['[跟随至新的 URL]', '[following]'],
  ['拒绝连接', 'Connection refused'],
  ['连接超时', 'Connection timed out'],
  ['超时', 'timed out'],
  ['连接被对方重设', 'Connection reset by peer'],
  ['未知的名称或服务', 'Name or service not known'],
  ['域名解析暂时失败', 'Temporary failure in name resolution'],
  ['Verbindungsaufbau zu ', 'Connecting to '],
  ['Auflösen des Hostnamens ', 'Resolving '],
  ['HTTP-Anforderung gesendet, auf Antwort wird gewartet …', 'HTTP request sent, awaiting response...'],
  [' … ', '... '],
  ['… ', '... '],
  ['fehlgeschlagen: ', 'failed: '],
  ['verbunden.', 'connected.'],
  ['Länge: ', 'Length: '],
  ['Platz: ', 'Location: '],
  ['[folgend]', '[following]'],
  ['Verbindungsaufbau abgelehnt', 'Connection refused'],
  ['Die Wartezeit für die Verbindung ist abgelaufen', 'Connection timed out'],
  ['Wartezeit abgelaufen', 'timed out'],
  ['Die Verbindung wurde vom Kommunikationspartner zurückgesetzt', 'Connection reset by peer'],
  ['Der Name oder der Dienst ist nicht bekannt', 'Name or service not known'],
  ['Temporärer Fehler bei der Namensauflösung', 'Temporary failure in name resolution'],
];
const heads = [
  ...['正在连接 ', '正在解析主机 ', '已发出 HTTP 请求，', '长度：', '位置：'],
  ...['Verbindungsaufbau zu ', 'Auflösen des Hostnamens ', 'HTTP-Anforderung gesendet, ', 'Länge: ', 'Platz: '],
  ...['telnet: ', 'ping: '],
];
// Nearly no line begins with one of these, so that nearly none is looked at.
const firsts = new Set(heads.map((head) => head.charCodeAt(0)));

/** A line of wget, telnet or ping in English, where it is in another language that is known; any other line as it is. */
export function inEnglish(text: string): string {
  if (!firsts.has(text.charCodeAt(0)) || !heads.some((head) => text.startsWith(head))) return text;
  let english = text;
  for (const [said, words] of phrases) if (english.includes(said)) english = english.replaceAll(said, words);
  return english;
}
