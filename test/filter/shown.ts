/** What people show of a host with other programs, as these print it, by the program. */
export const lookedAt: Readonly<Record<string, string>> = {
  'curl -v': `curl -sv https://goproxy.corp.test/list
* Host goproxy.corp.test:443 was resolved.
* IPv4: 192.0.2.10
*   Trying 192.0.2.10:443...
* Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
* TLSv1.3 (OUT), TLS handshake, Client hello (1):
* TLSv1.3 (IN), TLS handshake, Server hello (2):
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
*  issuer: O=Corp; CN=Corp Inspection CA
> GET /list HTTP/1.1
> Host: goproxy.corp.test
>
< HTTP/1.1 407 Proxy Authentication Required
< server: squid
< date: Fri, 02 Jan 2026 03:04:05 GMT
< www-authenticate: Basic realm="go"
`,
  'curl -v -o': `${[
    '* Connected to goproxy.corp.test (192.0.2.10) port 443',
    '> GET /list HTTP/1.1',
    '< HTTP/1.1 401 Unauthorized',
    '< www-authenticate: Basic realm="go"',
  ]
    .map((row) => `  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0${row}\n`)
    .join('')}* Connected to goproxy.corp.test (192.0.2.10) port 443
`,
  'curl -I': `curl -I https://goproxy.corp.test/
HTTP/1.1 302 Found
Date: Fri, 02 Jan 2026 03:04:05 GMT
Server: nginx
Via: 1.1 cache
Age: 12
Connection: keep-alive
Location: https://login.corp.test/
Content-Type: text/html; charset=utf-8
`,
  'curl -w':
    "curl -s -o /dev/null -w '%{http_code} %{url_effective}' https://goproxy.corp.test\n503 https://goproxy.corp.test/\nhttp_code=503\ncurl: (22) The requested URL returned error: 503\n",
  'curl (7)': 'curl: (7) Failed to connect to goproxy.corp.test port 443 after 3 ms: Connection refused\n',
  git: `03:04:05.000001 http.c:725              == Info: Connected to goproxy.corp.test (192.0.2.10) port 443 (#0)
03:04:05.000002 http.c:678              => Send header: Host: goproxy.corp.test
03:04:05.000003 http.c:678              <= Recv header: HTTP/1.1 401 Unauthorized
`,
  openssl: `openssl s_client -connect 192.0.2.10:443 -servername goproxy.corp.test
CONNECTED(00000003)
depth=1 O = Corp, CN = Corp Inspection CA
verify error:num=19:self-signed certificate in certificate chain
---
Certificate chain
 0 s:CN = goproxy.corp.test
---
subject=CN = goproxy.corp.test
issuer=O = Corp, CN = Corp Inspection CA
---
No client certificate CA names sent
Peer signing digest: SHA256
Server Temp Key: X25519, 253 bits
---
SSL handshake has read 1500 bytes and written 400 bytes
Verification error: self-signed certificate in certificate chain
---
New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384
Early data was not sent
Verify return code: 19 (self-signed certificate in certificate chain)
---
`,
  'openssl, refused': 'openssl s_client -connect goproxy.corp.test:443\n40E7:error:8000006F\nconnect:errno=111\n',
  dig: `
; <<>> DiG 9.18.49 <<>> goproxy.corp.test
;; global options: +cmd
;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1
;; flags: qr rd ra; QUERY: 1, ANSWER: 6, AUTHORITY: 0, ADDITIONAL: 0

;; QUESTION SECTION:
;goproxy.corp.test.             IN      A

;; ANSWER SECTION:
${[1, 2, 3, 4, 5, 6].map((last) => `goproxy.corp.test.      60      IN      A       192.0.2.${last}`).join('\n')}

;; Query time: 0 msec
;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)
`,
  nslookup: `nslookup goproxy.corp.test
Server:         192.0.2.53
Address:        192.0.2.53#53

Non-authoritative answer:
${[1, 2, 3, 4].map((last) => `Name:   goproxy.corp.test\nAddress: 192.0.2.${last}`).join('\n')}
`,
  'nslookup, none': "** server can't find goproxy.corp.test: NXDOMAIN\n",
  getent: `getent hosts goproxy.corp.test\n${[1, 2, 3, 4, 5, 6].map((last) => `192.0.2.${last}       goproxy.corp.test`).join('\n')}\n`,
  wget: `--2026-01-02 03:04:05--  https://goproxy.corp.test/list
Resolving goproxy.corp.test (goproxy.corp.test)... 192.0.2.10
Connecting to goproxy.corp.test (goproxy.corp.test)|192.0.2.10|:443... connected.
HTTP request sent, awaiting response... 302 Found
Location: https://login.corp.test/ [following]
Length: 1200 (1.2K) [text/html]
ERROR: cannot verify goproxy.corp.test's certificate, issued by 'CN=Corp':
`,
  ssh: `debug1: Connecting to git.corp.test [192.0.2.20] port 22.
debug1: Connection established.
debug1: identity file /home/ada/.ssh/id_ed25519 type 3
kex_exchange_identification: Connection closed by remote host
`,
  nc: `nc: connect to goproxy.corp.test (192.0.2.10) port 443 (tcp) failed: Connection refused
Connection to goproxy.corp.test (192.0.2.10) 443 port [tcp/https] succeeded!
(UNKNOWN) [192.0.2.10] 443 (https) : Connection refused
goproxy.corp.test [192.0.2.10] 443 (https) : Connection timed out
`,
  telnet: `telnet goproxy.corp.test 443
Trying 192.0.2.10...
telnet: Unable to connect to remote host: Connection refused
Trying 192.0.2.10...
Connected to goproxy.corp.test.
Escape character is '^]'.
`,
  ping: 'PING goproxy.corp.test (192.0.2.10) 56(84) bytes of data.\ntraceroute to git.corp.test (192.0.2.20), 30 hops max\nping: x.corp.test: Name or service not known\n',
  tcpdump: `03:04:05.000001 IP 10.0.0.5.51000 > 192.0.2.10.443: Flags [S], seq 1, win 64240, length 0
03:04:06.000001 IP 10.0.0.5.51000 > 192.0.2.10.443: Flags [S], seq 1, win 64240, length 0
03:04:08.000001 IP 10.0.0.5.51000 > 192.0.2.10.443: Flags [S], seq 1, win 64240, length 0
`,
  tshark: `    1 0.000000000     10.0.0.5 → 192.0.2.10   TCP 74 51000 → 443 [SYN] Seq=0 Win=64240 Len=0
    2 0.000100000   192.0.2.10 → 10.0.0.5   TCP 74 443 → 51000 [SYN, ACK] Seq=0 Ack=1 Win=65160
    3 0.000200000     10.0.0.5 → 192.0.2.10   TLSv1 300 Client Hello
    4 0.000300000   192.0.2.10 → 10.0.0.5   TCP 54 443 → 51000 [RST, ACK] Seq=1 Ack=235 Win=0 Len=0
`,
  'iptables -S': '-P INPUT ACCEPT\n-P OUTPUT ACCEPT\n-A OUTPUT -d 192.0.2.10/32 -p tcp -j DROP\n',
  'iptables -L': `Chain OUTPUT (policy ACCEPT)
target     prot opt source               destination
ACCEPT     all  --  anywhere             10.0.0.0/8
ACCEPT     all  --  anywhere             10.1.0.0/16
ACCEPT     all  --  anywhere             10.2.0.0/16
ACCEPT     all  --  anywhere             10.3.0.0/16
REJECT     tcp  --  anywhere             192.0.2.10           tcp dpt:https
`,
};

const required = Array.from({ length: 90 }, (_, index) => `example.com/part/p${index} v1.${index}.0`);

/** Files that people show in a log, by the command; those without one begin behind an empty line. */
export const filesShown: Readonly<Record<string, string>> = {
  'cat go.mod': `module example.com/elm\n\ngo 1.22\n\ntoolchain go1.22.5\n\nrequire (\n${required.map((line) => `\t${line}\n`).join('')})\n\nreplace example.com/part/p3 => ../p3\n\nexclude example.com/ash v1.0.0\n`,
  'cat go.sum': required.map((line) => `${line} h1:${'A'.repeat(43)}=\n${line}/go.mod h1:${'B'.repeat(43)}=\n`).join(''),
  'go list -m all': `example.com/elm\n${required.join('\n')}\nexample.com/ash v1.0.0\n`,
  'go mod graph': required.map((line) => `example.com/elm ${line.replace(' ', '@')}\n`).join(''),
  'go env': "GO111MODULE=''\nGOFLAGS=''\nAR='ar'\nCC='gcc'\nCXX='g++'\nCGO_CFLAGS='-O2 -g'\nPKG_CONFIG='pkg-config'\nGOPROXY='off'\n",
  'go env GOPROXY GONOSUMDB GOFLAGS GOPRIVATE GOSUMDB GOROOT': 'https://goproxy.corp.test\n\n-mod=mod\n\noff\n/usr/lib/go\n',
  'cat ~/.netrc':
    'machine git.corp.test\nlogin ana\npassword hunter2secret\n\nmachine goproxy.corp.test\nlogin ana\npassword hunter3secret\n',
  'cat Dockerfile':
    'FROM golang:1.22-alpine\nWORKDIR /src\nUSER root\nENV GOFLAGS=-mod=vendor\nENV GOPROXY=off\nCOPY . .\nEXPOSE 80\nRUN go build ./...\n',
  'cat /etc/resolv.conf': 'search corp.test\noptions ndots:5\noptions rotate\noptions timeout:1\nnameserver 192.0.2.53\n',
  'cat ~/.gitconfig':
    '[user]\n\tname = Ada\n[core]\n\teditor = vi\n[url "ssh://git@git.corp.test/"]\n\tinsteadOf = https://git.corp.test/\n[http]\n\tsslVerify = false\n',
};
