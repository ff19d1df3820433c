import type { Texts } from './texts.ts';

const noShellWords = '没有安全的等价写法；它做的事和下面这条 POSIX shell 命令一样：';

/** Where the words of a remedy go: how each place of settings is named. */
export const places: Texts['places'] = {
  posix: { variable: '', secret: '', command: '', byHand: '' },
  powershell: { variable: '', secret: '', command: '', byHand: `PowerShell ${noShellWords}` },
  cmd: { variable: '', secret: '', command: '', byHand: `cmd.exe ${noShellWords}` },
  dockerfile: {
    variable: '写进 Dockerfile，放在失败的 RUN 之前：',
    secret: '写进 Dockerfile，替换失败的 RUN；docker build 用 --secret 传入，不会留在任何一层：',
    command: '写进 Dockerfile，放在失败的 RUN 之前：',
    byHand: '在 Dockerfile 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
  'github-actions': {
    variable: '写进 workflow 文件，放在失败的 job 或 step 上：',
    secret: '写进 workflow 文件，放在失败的 step 上；值保存在 Settings 的 Secrets 里：',
    command: '写进 workflow 文件，在失败的 step 之前加一个 step：',
    byHand: '在 workflow 文件里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
  'gitlab-ci': {
    variable: '写进 .gitlab-ci.yml，放在失败的 job 上：',
    secret: '在 Settings、CI/CD、Variables 里设置，并勾选 masked：',
    command: '写进 .gitlab-ci.yml，放在失败的 job 上：',
    byHand: '在 .gitlab-ci.yml 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
  'azure-pipelines': {
    variable: '写进 pipeline 文件，放在失败的 job 上：',
    secret: '写进 pipeline 文件，放在失败的 step 上；值保存为 pipeline 的 secret 变量：',
    command: '写进 pipeline 文件，在失败的 step 之前加一个 step：',
    byHand: '在 pipeline 文件里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
  jenkins: {
    variable: '写进 Jenkinsfile，放在失败的 stage 上：',
    secret: '写进 Jenkinsfile，放在失败的 stage 上；值保存为 Jenkins 的 credential：',
    command: '写进 Jenkinsfile，在失败的 step 之前加一个 step：',
    byHand: '在 Jenkinsfile 里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
  ci: {
    variable: '在设置这个 CI 任务变量的地方：',
    secret: '在设置这个 CI 任务 secret 变量的地方：',
    command: '在 CI 任务里，放在失败的命令之前：',
    byHand: '在 CI 任务里，用它支持的写法，做到和下面的 shell 命令一样的事：',
  },
};
