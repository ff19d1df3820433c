import type { Forms } from './form.ts';

export const commandForms: Forms = {
  'curl -u': (m) => `curl -u bob:«${m.alnum(14)}» https://a.corp.test`,
  'curl -u without a space': (m) => `curl -ubob:«${m.alnum(14)}» https://a.corp.test`,
  'curl --user': (m) => `+ curl --user "bob:«${m.alnum(14)}»" https://a.corp.test`,
  'curl --user=': (m) => `curl --user=bob:«${m.alnum(14)}» https://a.corp.test`,
  'curl --proxy-user': (m) => `curl --proxy-user bob:«${m.alnum(14)}» https://a.corp.test`,
  'curl -x': (m) => `curl -x bob:«${m.alnum(14)}»@proxy.corp.test:3128 https://a.corp.test`,
  'curl --proxy': (m) => `curl --proxy http://bob:«${m.alnum(14)}»@proxy.corp.test:3128 https://a.corp.test`,
  'curl --oauth2-bearer': (m) => `curl -H 'authorization: bearer «${m.alnum(24)}»' https://a.corp.test`,
  'curl -d': (m) => `curl -d 'user=bob&password=«${m.alnum(14)}»' https://a.corp.test`,
  wget: (m) => `wget --user=bob --password=«${m.alnum(14)}» https://a.corp.test/x`,
  'wget http password': (m) => `wget --http-password «${m.alnum(14)}» https://a.corp.test/x`,
  'docker login -p': (m) => `docker login -u bob -p «${m.alnum(20)}» registry.corp.test`,
  'docker login --password': (m) => `docker login -u bob --password «${m.alnum(20)}» registry.corp.test`,
  'docker login --password=': (m) => `docker login -u bob --password=«${m.alnum(20)}» registry.corp.test`,
  'podman login': (m) => `podman login -u bob -p '«${m.alnum(20)}»' registry.corp.test`,
  'helm registry login': (m) => `helm registry login r.corp.test -u bob -p «${m.alnum(20)}»`,
  'skopeo creds': (m) => `skopeo copy --src-creds bob:«${m.alnum(20)}» docker://a docker://b`,
  'oc login': (m) => `oc login --token=«sha256~${m.alnum(43)}» --server=https://api.corp.test`,
  'kubectl token': (m) => `kubectl --token «${m.alnum(40)}» get pods`,
  'kubectl secret': (m) => `kubectl create secret generic x --from-literal=password=«${m.alnum(14)}»`,
  sshpass: (m) => `sshpass -p «${m.alnum(14)}» ssh bob@host`,
  'sshpass without a space': (m) => `sshpass -p'«${m.alnum(14)}»' ssh bob@host`,
  'mysql -p': (m) => `mysql -u app -p«${m.alnum(14)}» app`,
  'mysqldump -p': (m) => `mysqldump -h db -u app -p«${m.alnum(14)}» app`,
  'mysql --password': (m) => `mysql --user=app --password=«${m.alnum(14)}» app`,
  'redis-cli -a': (m) => `redis-cli -h cache -a «${m.alnum(14)}» ping`,
  mongosh: (m) => `mongosh db -u app -p «${m.alnum(14)}»`,
  sqlcmd: (m) => `sqlcmd -S db -U sa -P «${m.alnum(14)}»`,
  ldapsearch: (m) => `ldapsearch -D cn=x -w «${m.alnum(14)}» -b dc=x`,
  'psql variable': (m) => `PGPASSWORD=«${m.alnum(14)}» psql -h db`,
  'mysql variable': (m) => `MYSQL_PWD=«${m.alnum(14)}» mysql`,
  'openssl passin': (m) => `openssl pkcs12 -in a.p12 -passin pass:«${m.alnum(14)}»`,
  keytool: (m) => `keytool -list -storepass «${m.alnum(14)}» -keystore a.jks`,
  htpasswd: (m) => `htpasswd -nb bob «${m.alnum(14)}»`.replace('-nb bob', '-b file bob'),
  zip: (m) => `zip -P «${m.alnum(14)}» a.zip a`,
  'ansible vault': (m) => `ansible-playbook --extra-vars "db_password=«${m.alnum(14)}»"`,
  'terraform var': (m) => `terraform apply -var="db_password=«${m.alnum(14)}»"`,
  'gh auth': (m) => `echo «${m.checked('ghp_')}» | gh auth login --with-token`,
  'vault login': (m) => `vault login -token=«${m.alnum(24)}»`,
  'sonar scanner': (m) => `sonar-scanner -Dsonar.token=«${m.alnum(40)}»`,
  'sonar login': (m) => `mvn sonar:sonar -Dsonar.password=«${m.alnum(40)}»`,
  'npm --otp': (m) => `npm publish --//registry.npmjs.org/:_authToken=«${m.alnum(36)}»`,
  'twine -p': (m) => `twine upload --password «${m.alnum(36)}» dist/*`,
  'cargo login': (m) => `cargo publish --token «${m.alnum(32)}»`,
  'aws configure': (m) => `aws configure set aws_secret_access_key=«${m.base64(30)}»`,
  'az login': (m) => `az login --service-principal -u app -p «${m.alnum(34)}» --tenant x`,
  'nuget push': (m) => `dotnet nuget push a.nupkg --api-key «${m.alnum(46)}»`,
  'secret access key flag': (m) => `s5cmd --secret-access-key «${m.alnum(40)}» ls`,
  'quoted flag': (m) => `tool --password "«two ${m.alnum(6)} words»"`,
  'gitlab-runner register': (m) => `gitlab-runner register --registration-token «${m.alnum(20)}»`,
  'continued over lines': (m) => `docker login --username bob --password \\\n  «${m.alnum(20)}»`,
  'continued token': (m) => `tool --token \\\n  «${m.alnum(20)}» \\`,
  'rclone password': (m) => `tool --rc-pass=«${m.alnum(20)}»`,
  'netrc in one line': (m) => `machine github.com login bob password «${m.alnum(24)}»`,
  'netrc default': (m) => `default login bob password «${m.alnum(24)}»`,
  'netrc with an account': (m) => `machine a.corp.test login bob account «${m.alnum(12)}» password «${m.alnum(24)}»`,
  'netrc without a login': (m) => `machine a.corp.test password «${m.alnum(24)}»`,
  'netrc over lines': (m) => `machine a.corp.test\n  login bob\n  password «${m.alnum(24)}»`,
  'netrc, two lines': (m) => `machine a.corp.test\nlogin bob password «${m.alnum(24)}»`,
  'netrc, a word a line': (m) => `machine\na.corp.test\nlogin\nbob\npassword\n«${m.alnum(24)}»`,
  'netrc macro': (m) => `macdef init\nuser bob «${m.alnum(14)}»\nquote PASS «${m.alnum(14)}»\n`,
  'netrc by echo': (m) => `echo "machine github.com login x password «${m.alnum(24)}»" > ~/.netrc`,
  'netrc by printf': (m) => `printf 'machine github.com\\nlogin x\\npassword «${m.alnum(24)}»\\n' > ~/.netrc`,
  'netrc by BuildKit': (m) => `#9 0.123 machine github.com login x password «${m.alnum(24)}»`,
  'token wrapped by time': (m) => {
    const token = m.checked('ghp_');
    return `2026-01-02T03:04:05.1Z tried «${token.slice(0, 12)}»\n2026-01-02T03:04:05.2Z «${token.slice(12)}»`;
  },
  'token wrapped late': (m) => {
    const token = m.checked('ghp_');
    return `2026-01-02T03:04:05.1234567Z tried ${'x'.repeat(30)} «${token.slice(0, 26)}»\n2026-01-02T03:04:05.2234567Z «${token.slice(26)}»`;
  },
  'JWT wrapped at 80 columns': (m) => {
    const token = `${m.jwt()}${m.base64url(90)}`;
    return `${'x'.repeat(20)} «${token.slice(0, 60)}»\n«${token.slice(60, 140)}»\n«${token.slice(140)}»`;
  },
  'known from a header': (m) => {
    const token = m.alnum(24);
    return `Authorization: Bearer «${token}»\nGET https://a.corp.test/«${token}»/list`;
  },
  'known from a URL, escaped later': (m) => {
    const [first, second] = [m.alnum(7), m.alnum(7)];
    return `https://bob:${'«'}${first}+${second}»@a.corp.test\nform body «${first}%2B${second}» refused`;
  },
  'known as Basic': (m) => {
    const password = m.alnum(14);
    return `https://bob:«${password}»@a.corp.test\nsent «${Buffer.from(`bob:${password}`).toString('base64')}»`;
  },
  'short, known, alone': (m) => {
    const password = m.alnum(8);
    return `https://bob:«${password}»@a.corp.test\ntrying «${password}» again`;
  },
};
