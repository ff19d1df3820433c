import type { ComparingTexts } from './texts.ts';

const orNone = (text: string | null) => (text === null || text === '' ? '无' : text);
const change = (before: string | null, after: string | null) => `${orNone(before)} -> ${orNone(after)}`;
const tools: Readonly<Record<string, string>> = { compile: '编译器', asm: '汇编器', link: '链接器', vet: ' vet ', cgo: ' cgo ' };

export const keysChinese: ComparingTexts['keys'] = {
  title: (good, bad, changed, all, tests) =>
    changed === 0
      ? tests
        ? `${good} 和 ${bad} 构建的内容相同，测试读到的却不同`
        : `${good} 和 ${bad} 的缓存键相同`
      : `${good} 和 ${bad} 的 ${all} 个缓存键中有 ${changed} 个不同`,
  lead: (reasons) =>
    reasons === 0
      ? '其中一次重新构建，是因为缓存里没有结果：GOCACHE 换了位置、运行过 go clean -cache，或五天没有用到而被清理。'
      : '键不同的会重新构建或测试。由此引起的列在各个原因下面。',
  reason: (index, because) => `${index}. ${because}`,
  keys: '改变了',
  then: '因此',
  lines: '见',
  names: (names, count) => `${names.join('、')}${count > names.length ? `，另有 ${count - names.length} 个` : ''}`,
  place: (good, bad) =>
    [...(good === null ? [] : [`第一份日志第 ${good} 行`]), ...(bad === null ? [] : [`第二份日志第 ${bad} 行`])].join('，'),
  more: (count) => `另有 ${count} 个原因`,
  only: (name, count) => `有 ${count} 个键只在 ${name} 里。`,
  oneSide: (name) => `只有 ${name} 里有缓存键：两次构建都加上 GODEBUG=gocachehash=1，才能比较。`,
  dropped: (name, count) => `${name} 里的键超过了上限：有 ${count} 行没有比较。`,
  because: {
    release: (_, before, after) => `Go 的版本不同：${change(before, after)}`,
    tool: (name, before, after) => `${tools[name] ?? ` ${name} `}不同：${change(before, after)}`.trimStart(),
    platform: (_, before, after) => `GOOS 和 GOARCH：${change(before, after)}`,
    variable: (name, before, after) => `变量 ${name}：${change(before, after)}`,
    'c-compiler': (name, before, after) => `C 编译器不同（${name}）：${change(before, after)}`,
    'c-flags': (name, before, after) => `${name} 或它的参数（CGO_CPPFLAGS、CGO_CFLAGS、CGO_LDFLAGS、#cgo 行）：${change(before, after)}`,
    flags: (name, before, after) => `${tools[name] ?? ` ${name} `}的参数：${change(before, after)}`.trimStart(),
    'build-mode': (_, before, after) => `构建模式：${change(before, after)}`,
    coverage: (_, before, after) => `覆盖率（-cover、-coverpkg）：${change(before, after)}`,
    trimpath: (_, _before, after) => (after === null ? '不再使用 -trimpath' : '现在使用 -trimpath：不用它时，包所在的目录也算进键里'),
    folder: (_, before, after) => `包在另一个目录：${change(before, after)}；使用 -trimpath 时目录不算在内`,
    module: (_, before, after) => `模块的版本不同：${change(before, after)}`,
    'go-line': (_, before, after) => `go.mod 的 go 行：${change(before, after)}`,
    godebug: (_, before, after) => `内置的 GODEBUG 设置（go 行、godebug 行）：${change(before, after)}`,
    profile: (_, before, after) =>
      before === null ? '现在使用性能剖析文件（-pgo）' : after === null ? '不再使用性能剖析文件（-pgo）' : '性能剖析文件（-pgo）的内容不同',
    file: (name, before, after) =>
      before === null ? `新增了文件 ${name}` : after === null ? `不再有文件 ${name}` : `文件 ${name} 的内容不同`,
    'test-variable': (name, before, after) =>
      before === null ? `测试现在会读变量 ${name}` : after === null ? `测试不再读变量 ${name}` : `测试会读变量 ${name}，它的值不同`,
    'test-file': (name, before, after) =>
      before === null ? `测试现在会读 ${name}` : after === null ? `测试不再读 ${name}` : `测试会读 ${name}，它的内容、大小或修改时间不同`,
    'test-arguments': (_, before, after) => `测试的参数：${change(before, after)}`,
    other: (name, before, after) => `${name}：${change(before, after)}`,
    info: (name, before, after) => `go version -m 显示的程序信息：${name}：${change(before, after)}`,
    imported: (name, before, after) =>
      before === null ? `现在导入 ${name}` : after === null ? `不再导入 ${name}` : `包 ${name} 自己的键相同，编译结果却不同`,
    vetted: (name) => `vet 在 ${name} 里得到的事实不同`,
    package: () => '它的包自己的键相同，编译结果却不同',
  },
};
