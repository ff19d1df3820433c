import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTranscript } from '../../../src/parse/transcripts/transcript.ts';

/** `line what host address detail` of each sighting. */
function seen(text: string): string[] {
  const lines = text.split('\n').map((line, index) => ({ number: index + 1, text: line }));
  return (readTranscript(lines)?.sightings ?? []).map(({ line, what, host, address, detail }) =>
    [line, what, host ?? '-', address ?? '-', ...(detail === null ? [] : [detail])].join(' '),
  );
}

// As curl 7.88, git 2.39, OpenSSL 3.0, wget 1.21, dig 9.18, OpenSSH 9.2, netcat-openbsd, iptables 1.8 and tshark 4.0 printed them, against servers on loopback.
describe('what each program shows', () => {
  test.each<[string, string, string[]]>([
    [
      'curl -v: a login is asked for',
      `$ curl -sv http://goproxy.corp.test:8080/x
*   Trying 192.0.2.10:8080...
* Connected to goproxy.corp.test (192.0.2.10) port 8080 (#0)
> GET /x HTTP/1.1
> Host: goproxy.corp.test:8080
>
< HTTP/1.1 401 Unauthorized
< www-authenticate: Bearer realm="https://auth.corp.test/token",service="go"
`,
      [
        '3 connects goproxy.corp.test 192.0.2.10',
        '7 answers goproxy.corp.test 192.0.2.10 401',
        '8 challenge-bearer goproxy.corp.test 192.0.2.10 Bearer realm="https://auth.corp.test/token",service="go"',
      ],
    ],
    [
      'curl -v: cut before the server spoke',
      `*   Trying 192.0.2.10:443...
* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* Recv failure: Connection reset by peer
* OpenSSL SSL_connect: Connection reset by peer in connection to goproxy.corp.test:443
* Closing connection 0
curl: (35) Recv failure: Connection reset by peer`,
      ['2 connects goproxy.corp.test 192.0.2.10', '4 reset-early goproxy.corp.test 192.0.2.10'],
    ],
    [
      'curl -v: cut after the server had spoken',
      `* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* TLSv1.3 (IN), TLS handshake, Server hello (2):
* Recv failure: Connection reset by peer`,
      ['1 connects goproxy.corp.test 192.0.2.10', '4 reset goproxy.corp.test 192.0.2.10'],
    ],
    [
      'curl -v: not trusted',
      `* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
* TLSv1.3 (IN), TLS handshake, Server hello (2):
* SSL certificate problem: self-signed certificate`,
      [
        '1 connects goproxy.corp.test 192.0.2.10',
        '3 tls-untrusted goproxy.corp.test 192.0.2.10 SSL certificate problem: self-signed certificate',
      ],
    ],
    [
      'curl -k proves nothing about trust',
      `* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
*  issuer: O=Northwind Inspection; CN=root
*  SSL certificate verify result: self-signed certificate (18), continuing anyway.`,
      ['1 connects goproxy.corp.test 192.0.2.10', '3 tls-untrusted goproxy.corp.test 192.0.2.10 O=Northwind Inspection; CN=root'],
    ],
    [
      'curl -v through a forward proxy that refuses: its address is not that of the host',
      `*   Trying 192.0.2.99:3128...
* Connected to proxy.corp.test (192.0.2.99) port 3128 (#0)
> CONNECT proxy.golang.org:443 HTTP/1.1
> Host: proxy.golang.org:443
>
< HTTP/1.1 403 Forbidden
* CONNECT tunnel failed, response 403`,
      ['2 connects proxy.corp.test 192.0.2.99', '6 tunnel-refused proxy.golang.org - 403', '7 tunnel-refused proxy.golang.org - 403'],
    ],
    [
      'curl that takes GOPROXY for a forward proxy',
      '$ curl -v -x "$GOPROXY" https://example.com/\n* Connected to goproxy.corp.test (192.0.2.10) port 443\n< HTTP/1.1 400 Bad Request',
      [],
    ],
    [
      'curl -I',
      '$ curl -sI https://goproxy.corp.test/x\nHTTP/2 302 \nlocation: https://login.corp.test/?x=1\n',
      ['2 answers goproxy.corp.test - 302', '3 redirect goproxy.corp.test - login.corp.test'],
    ],
    [
      'curl -w',
      '$ curl -w "%{http_code} %{url_effective}" https://goproxy.corp.test/x\ncurl: (22) x\n404 https://goproxy.corp.test/x',
      ['3 answers goproxy.corp.test - 404'],
    ],
    [
      'curl -w with the status and a time',
      "$ curl -s -o /dev/null -w '%{http_code} %{time_total}\\n' https://goproxy.corp.test/x\n503 0.523421",
      ['2 answers goproxy.corp.test - 503'],
    ],
    [
      'curl -w with a table of times: connected to nothing',
      `$ curl -s -o /dev/null -m 30 -w @format.txt https://goproxy.corp.test/x
     time_namelookup:  0.004210s
        time_connect:  0.000000s
     time_appconnect:  0.000000s
           http_code:  000
                       ----------
          time_total:  30.002149s`,
      ['7 silent goproxy.corp.test -'],
    ],
    [
      'curl -w with a table of times: an answer',
      `$ curl -s -o /dev/null -w @format.txt https://goproxy.corp.test/x
time_namelookup: 0.001205
time_connect: 0.009912
http_code: 200
time_total: 4.021940`,
      ['4 answers goproxy.corp.test - 200'],
    ],
    ['curl -w of something else', "$ curl -s -w '%{size_download}\\n' https://goproxy.corp.test/x\n503 0.5\ntime_total: 40", []],
    ['curl -sS', 'curl: (6) Could not resolve host: nope.corp.test', ['1 no-such-name nope.corp.test -']],
    [
      'git, GIT_CURL_VERBOSE',
      `21:06:14.911289 http.c:725              == Info:   Trying 192.0.2.10:443...
21:06:14.911382 http.c:725              == Info: Connected to git.corp.test (192.0.2.10) port 443 (#0)
21:06:15.207965 http.c:725              == Info: SSL connection using TLS1.3 / ECDHE_RSA_AES_256_GCM_SHA384
21:06:15.208084 http.c:725              == Info:   issuer: O=Northwind,CN=root
21:06:14.911413 http.c:684              => Send header: GET /x/info/refs?service=git-upload-pack HTTP/1.1
21:06:14.911414 http.c:684              => Send header: Host: git.corp.test
21:06:14.912167 http.c:684              <= Recv header: HTTP/1.1 401 Unauthorized
21:06:14.912171 http.c:684              <= Recv header: www-authenticate: Basic realm="Corp Git"`,
      [
        '2 connects git.corp.test 192.0.2.10',
        '4 tls-done git.corp.test 192.0.2.10 O=Northwind,CN=root',
        '7 answers git.corp.test 192.0.2.10 401',
        '8 challenge-basic git.corp.test 192.0.2.10 Basic realm="Corp Git"',
      ],
    ],
    [
      'openssl s_client: cut before the server spoke',
      '$ openssl s_client -connect goproxy.corp.test:443\nwrite:errno=104\nCONNECTED(00000003)\nno peer certificate available\nSSL handshake has read 0 bytes and written 323 bytes\nVerify return code: 0 (ok)',
      ['3 connects goproxy.corp.test -', '5 reset-early goproxy.corp.test -'],
    ],
    [
      'openssl s_client: whose certificate',
      '$ openssl s_client -connect 192.0.2.10:443 -servername goproxy.corp.test\nCONNECTED(00000003)\nsubject=CN = goproxy.corp.test\nissuer=O = Northwind, CN = root\nSSL handshake has read 1467 bytes and written 403 bytes\nVerify return code: 20 (unable to get local issuer certificate)',
      ['2 connects goproxy.corp.test 192.0.2.10', '6 tls-untrusted goproxy.corp.test 192.0.2.10 O = Northwind, CN = root'],
    ],
    [
      'dig, two name servers',
      `; <<>> DiG 9.18.49 <<>> goproxy.corp.test
;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1
;; QUESTION SECTION:
;goproxy.corp.test.		IN	A
;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)
; <<>> DiG 9.18.49 <<>> @192.0.2.54 goproxy.corp.test
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 2
;; QUESTION SECTION:
;goproxy.corp.test.		IN	A
;; ANSWER SECTION:
goproxy.corp.test.	60	IN	A	192.0.2.10
;; SERVER: 192.0.2.54#53(192.0.2.54) (UDP)
; <<>> DiG 9.18.49 <<>> goproxy.corp.test
;; no servers could be reached`,
      [
        '2 no-such-name goproxy.corp.test - 192.0.2.53',
        '11 resolves goproxy.corp.test 192.0.2.10 192.0.2.54',
        '14 lookup-silent goproxy.corp.test -',
      ],
    ],
    [
      'nslookup',
      "Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\nNon-authoritative answer:\nName:\tgoproxy.corp.test\nAddress: 192.0.2.10\n** server can't find nope.corp.test: NXDOMAIN",
      ['6 resolves goproxy.corp.test 192.0.2.10 192.0.2.53', '7 no-such-name nope.corp.test - 192.0.2.53'],
    ],
    [
      'curl -v with its progress meter, as 2>file keeps it',
      `\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0*   Trying 192.0.2.10:443...
* connect to 192.0.2.10 port 443 failed: Connection refused
* Failed to connect to 192.0.2.10 port 443 after 0 ms: Couldn't connect to server
curl: (7) Failed to connect to 192.0.2.10 port 443 after 0 ms: Couldn't connect to server`,
      ['2 refuses - 192.0.2.10'],
    ],
    ['getent', '$ getent hosts goproxy.corp.test\n192.0.2.10      goproxy.corp.test', ['2 resolves goproxy.corp.test 192.0.2.10']],
    [
      'wget',
      `--2026-11-21 21:06:14--  https://goproxy.corp.test/x
Resolving goproxy.corp.test (goproxy.corp.test)... 192.0.2.10
Connecting to goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443... failed: Connection refused.`,
      ['2 resolves goproxy.corp.test 192.0.2.10', '3 refuses goproxy.corp.test 192.0.2.10'],
    ],
    [
      'wget -S: the status line stands below',
      `--2026-11-22 02:25:28--  http://192.0.2.10:8080/x
Connecting to 192.0.2.10:8080... connected.
HTTP request sent, awaiting response...\x20
  HTTP/1.1 404 Not Found
  Date: Sun, 22 Nov 2026 02:25:28 GMT
2026-11-22 02:25:28 ERROR 404: Not Found.`,
      ['2 connects - 192.0.2.10', '4 answers - 192.0.2.10 404'],
    ],
    [
      'wget in Chinese',
      `--2026-11-21 21:06:14--  https://goproxy.corp.test/x
正在解析主机 goproxy.corp.test (goproxy.corp.test)... 192.0.2.10
正在连接 goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443... 失败：拒绝连接。
正在连接 goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443... 已连接。
已发出 HTTP 请求，正在等待回应... 404 File not found
正在解析主机 nosuch.corp.test (nosuch.corp.test)... 失败：未知的名称或服务。`,
      [
        '2 resolves goproxy.corp.test 192.0.2.10',
        '3 refuses goproxy.corp.test 192.0.2.10',
        '4 connects goproxy.corp.test 192.0.2.10',
        '5 answers goproxy.corp.test 192.0.2.10 404',
        '6 no-such-name goproxy.corp.test 192.0.2.10',
      ],
    ],
    [
      'wget in German',
      `--2026-11-21 21:06:14--  https://goproxy.corp.test/x
Auflösen des Hostnamens goproxy.corp.test (goproxy.corp.test)… 192.0.2.10
Verbindungsaufbau zu goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443 … fehlgeschlagen: Verbindungsaufbau abgelehnt.
Verbindungsaufbau zu goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443 … verbunden.
HTTP-Anforderung gesendet, auf Antwort wird gewartet … 200 OK
Länge: 610 [text/html]`,
      [
        '2 resolves goproxy.corp.test 192.0.2.10',
        '3 refuses goproxy.corp.test 192.0.2.10',
        '4 connects goproxy.corp.test 192.0.2.10',
        '5 answers goproxy.corp.test 192.0.2.10 200',
        '6 html goproxy.corp.test 192.0.2.10 text/html',
      ],
    ],
    [
      'wget -S in Chinese: the status line stands below',
      '--2026-11-22 02:25:28--  http://192.0.2.10:8080/x\n正在连接 192.0.2.10:8080... 已连接。\n已发出 HTTP 请求，正在等待回应... \n  HTTP/1.1 404 Not Found',
      ['2 connects - 192.0.2.10', '4 answers - 192.0.2.10 404'],
    ],
    ['ping in Chinese', 'ping: nosuch.corp.test: 未知的名称或服务', ['1 no-such-name nosuch.corp.test -']],
    ['ping in German', 'ping: nosuch.corp.test: Temporärer Fehler bei der Namensauflösung', ['1 lookup-failed nosuch.corp.test -']],
    ['telnet in Chinese', 'Trying 192.0.2.10...\ntelnet: Unable to connect to remote host: 连接超时', ['2 silent - 192.0.2.10']],
    ['Chinese words that no program of these prints', '正在连接 数据库... 已连接。\n拒绝连接', []],
    [
      'ssh -v',
      'debug1: Connecting to git.corp.test [192.0.2.20] port 22.\ndebug1: Connection established.\ngit@git.corp.test: Permission denied (publickey).',
      ['2 connects git.corp.test 192.0.2.20', '3 ssh-denied git.corp.test 192.0.2.20'],
    ],
    ['nc', 'Connection to goproxy.corp.test 443 port [tcp/https] succeeded!', ['1 connects goproxy.corp.test -']],
    ['nc, refused', 'nc: connect to 192.0.2.10 port 443 (tcp) failed: Connection refused', ['1 refuses - 192.0.2.10']],
    ['telnet', 'Trying 192.0.2.10...\ntelnet: Unable to connect to remote host: Connection timed out', ['2 silent - 192.0.2.10']],
    [
      'ping that nobody answers proves nothing',
      'PING goproxy.corp.test (192.0.2.10) 56(84) bytes of data.\n2 packets transmitted, 0 received, 100% packet loss, time 1020ms',
      ['1 resolves goproxy.corp.test 192.0.2.10'],
    ],
    [
      'tcpdump: RST after the first TLS message',
      `12:00:00.000001 IP 10.0.0.5.51000 > 192.0.2.10.443: Flags [S], seq 1, win 64240, length 0
12:00:00.010001 IP 192.0.2.10.443 > 10.0.0.5.51000: Flags [S.], seq 5, ack 2, win 65160, length 0
12:00:00.010201 IP 10.0.0.5.51000 > 192.0.2.10.443: Flags [P.], seq 1:518, ack 1, win 502, length 517
12:00:00.020201 IP 192.0.2.10.443 > 10.0.0.5.51000: Flags [R], seq 6, win 0, length 0`,
      ['2 connects - 192.0.2.10', '4 reset-early - 192.0.2.10'],
    ],
    [
      'tshark: three SYN, no answer',
      [1, 2, 3].map((n) => `    ${n} ${n}.000000000     10.0.0.5 → 192.0.2.10   TCP 74 49130 → 443 [SYN] Seq=0 Win=65495 Len=0`).join('\n'),
      ['1 silent - 192.0.2.10'],
    ],
    [
      'iptables -L -n -v and -S: a rule about an address, none about networks and what comes in',
      `Chain INPUT (policy ACCEPT)
DROP       6    --  0.0.0.0/0            192.0.2.9             tcp dpt:443
Chain OUTPUT (policy ACCEPT 0 packets, 0 bytes)
    0     0 DROP       6    --  *      *       0.0.0.0/0            192.0.2.10             tcp dpt:443
    0     0 REJECT     0    --  *      *       0.0.0.0/0            198.51.100.0/24         reject-with icmp-port-unreachable
-P OUTPUT ACCEPT
-A OUTPUT -d 192.0.2.11/32 -p tcp -m tcp --dport 443 -j REJECT --reject-with tcp-reset
-A INPUT -s 192.0.2.12/32 -j DROP`,
      ['4 rule-drops - 192.0.2.10', '7 rule-rejects - 192.0.2.11'],
    ],
    ['a go log', 'go: example.com/ash@v1.0.0: Get "https://goproxy.corp.test/x": dial tcp 192.0.2.10:443: connect: connection refused', []],
    ['a build that speaks of connections', 'ok  \texample.com/ash\t0.1s\nConnected to database (192.0.2.3)\nTrying again...', []],
  ])('%s', (_, text, expected) => {
    expect(seen(text)).toEqual(expected);
  });

  test('lines cut off anywhere, out of order and mixed: no error, and every sighting has a line that is there', () => {
    const piece = fc.constantFrom(
      '*   Trying ',
      '192.0.2.10:443...',
      '* Connected to ',
      'a.test (',
      '192.0.2.10) port 443',
      '< HTTP/1.1 401 x',
      '< www-authenticate: ',
      'Basic',
      'CONNECTED(00000003)',
      ';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id',
      '; <<>> DiG 9 <<>> ',
      'IP 1.2.3.4.5 > 6.7.8.9.443: Flags [',
      'S]',
      'R]',
      '\n',
      ' ',
      '=> Send header: ',
      'http.c:1 ',
      'Chain OUTPUT (policy DROP)',
      'DROP 6 -- ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 80 }), (parts) => {
        const text = parts.join('');
        const count = text.split('\n').length;
        for (const row of seen(text)) expect(Number(row.split(' ')[0])).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('lines made to keep a pattern busy take no time', () => {
    for (const unit of ['a', '0', ' ', '-', '0 ', ':', '* Connected to ', '[', 'curl ', '-d 1.1.1.1 ']) {
      const started = performance.now();
      seen(`Chain OUTPUT (policy DROP)\n*   Trying \n${`${unit.repeat(4000 / unit.length)}\n`.repeat(50)}`);
      expect(performance.now() - started).toBeLessThan(1500);
    }
  });
});
