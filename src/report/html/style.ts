/** How pages look: no font, picture or style from elsewhere; light and dark, screen and paper, from 360 pixels on. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f5f6f7; --ink: #1b1e22; --quiet: #5a616b; --rule: #dadde1; --edge: #7b838d; --link: #0a56a8;
  --bad: #b42318; --good: #146c43; --warn: #8a5200; --focus: #0a56a8;
  --c0: #0b63b8; --c1: #c8501a; --c2: #15805a; --c3: #8745b0; --c4: #97700a; --c5: #0b7c8c; --c6: #c0286e; --c7: #7d5134; --cx: #7b838d;
  --h1: #dceafa; --h2: #b4d3f3; --h3: #7fb4ea; --h4: #1f6fc0; --h5: #0b478a; --hi: #10233a; --ho: #ffffff;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --raised: #1d2125; --ink: #e8eaed; --quiet: #a6adb6; --rule: #343a41; --edge: #868e98; --link: #8abdf7;
    --bad: #ff9a90; --good: #6fd3a0; --warn: #f0b866; --focus: #8abdf7;
    --c0: #5fa8f0; --c1: #f08a55; --c2: #4fc294; --c3: #c792ea; --c4: #d9b44a; --c5: #4cc3d4; --c6: #f27cae; --c7: #c79f7e; --cx: #868e98;
    --h1: #16304a; --h2: #1d466e; --h3: #265f98; --h4: #6fb0f2; --h5: #b9dafc; --hi: #e8eaed; --ho: #0c1620;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; text-size-adjust: 100%; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
main, footer { max-width: 72rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 2.5rem); }
main { padding-top: 2rem; }
footer { margin-top: 4rem; padding-bottom: 2rem; color: var(--quiet); font-size: .875rem; }
h1 { margin: .25rem 0 .5rem; font-size: clamp(1.4rem, 1rem + 2vw, 2rem); line-height: 1.2; font-weight: 650; letter-spacing: -.01em; text-wrap: balance; }
h2 { margin: 3rem 0 .75rem; padding-top: 1rem; border-top: 1px solid var(--rule); font-size: 1.2rem; line-height: 1.3; font-weight: 650; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; font-weight: 650; }
p { margin: .25rem 0 .75rem; max-width: 75ch; }
a { color: var(--link); text-underline-offset: .15em; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .875em; }
code { overflow-wrap: anywhere; }
pre { margin: .25rem 0; padding: .5rem .75rem; background: var(--raised); border-radius: 4px; white-space: pre-wrap; overflow-wrap: anywhere; }
ul, ol { margin: .25rem 0 .75rem; padding-left: 1.25rem; }
ul.plain, .verdicts ul, .lives { list-style: none; padding: 0; }
.above { margin: 0; color: var(--quiet); font-size: .875rem; }
.quiet { color: var(--quiet); }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.date { font-variant-numeric: tabular-nums; white-space: nowrap; }
.code { color: var(--quiet); }
.is-rising, .is-new, .is-regressed, .is-unsafe { color: var(--bad); }
.is-falling, .is-fixed { color: var(--good); }
.is-steady, .is-ongoing { color: var(--quiet); }
strong.is-steady { color: inherit; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); }
.skip:focus { left: 0; top: 0; z-index: 1; }
.needs-script { display: none; }
.js .needs-script { display: flex; }

table { width: 100%; border-collapse: collapse; font-size: .9375rem; }
th, td { padding: .4rem .75rem .4rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-size: .8125rem; vertical-align: bottom; white-space: nowrap; }
th.number, td.number { text-align: right; }
thead button { all: unset; cursor: pointer; border-radius: 2px; }
thead button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
thead button::after { content: " \\2195"; color: var(--edge); }
[aria-sort=ascending] button::after { content: " \\2191"; color: var(--ink); }
[aria-sort=descending] button::after { content: " \\2193"; color: var(--ink); }
.scroller { overflow-x: auto; }
details { margin-top: .25rem; }
summary { cursor: pointer; width: fit-content; color: var(--quiet); font-size: .875rem; }
td details, th details { margin: 0; }
.narrow { display: none; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr)); gap: 0 2.5rem; align-items: start; }

.bar-row { display: block; height: .5rem; background: var(--rule); border-radius: 2px; }
.verdicts { margin: 1.5rem 0; }
.verdicts ul { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: .6rem 0 0; }
.verdicts .bar-row { height: 1.25rem; }
.swatch { display: inline-block; margin-right: .5rem; flex: none; }
.verdict-module { fill: var(--c0); } .verdict-other { fill: var(--c4); } .verdict-unknown { fill: var(--c6); }
.verdict-none { fill: var(--c2); } .verdict-unreadable { fill: var(--cx); }
.level, .transient { fill: var(--c0); } .flaky { fill: var(--c3); }
.brief { margin: 1.75rem 0 0; }
.brief div { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; padding: .5rem 0; border-top: 1px solid var(--rule); }
.brief dt { color: var(--quiet); }
.brief dd { margin: 0; overflow-wrap: anywhere; }
.brief ul { margin: .15rem 0 0; padding: 0; list-style: none; }

.chart { display: grid; grid-template-columns: auto 1fr; gap: .25rem .6rem; margin: 1rem 0 1.25rem; }
.scale { display: flex; flex-direction: column; justify-content: space-between; margin: -.6em 0; text-align: right; color: var(--quiet); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.plot { display: block; height: 14rem; border-bottom: 1px solid var(--edge); overflow: visible; }
.grid { stroke: var(--rule); }
.marks { grid-column: 2; display: flex; justify-content: space-between; color: var(--quiet); font-size: .8125rem; font-variant-numeric: tabular-nums; }
.plot g:hover rect { opacity: .75; }
.spark { display: block; width: 8rem; height: 1.5rem; }
.legend th[scope=row] { line-height: 1.35; }
.legend th .code { margin-left: .5rem; }
.change { white-space: nowrap; }
.series-0 { fill: var(--c0); } .series-1 { fill: var(--c1); } .series-2 { fill: var(--c2); } .series-3 { fill: var(--c3); }
.series-4 { fill: var(--c4); } .series-5 { fill: var(--c5); } .series-6 { fill: var(--c6); } .series-7 { fill: var(--c7); } .series-rest { fill: var(--cx); }

.places td { width: 40%; }
.places .bar-row { margin-top: .2rem; }
.heat { width: auto; min-width: 100%; }
.heat th, .heat td { padding: .3rem .35rem; text-align: center; font-size: .8125rem; font-variant-numeric: tabular-nums; border: 1px solid var(--paper); min-width: 1.9rem; }
.heat tbody td { background: var(--raised); }
.heat th[scope=row], .heat th:first-child { text-align: left; padding-left: 0; min-width: 9rem; max-width: 16rem; }
.heat .heat-1 { background: var(--h1); color: var(--hi); } .heat .heat-2 { background: var(--h2); color: var(--hi); }
.heat .heat-3 { background: var(--h3); color: var(--hi); } .heat .heat-4 { background: var(--h4); color: var(--ho); }
.heat .heat-5 { background: var(--h5); color: var(--ho); }

.lives { margin: 0; }
.lives li { display: grid; grid-template-columns: minmax(12rem, 2fr) 3fr 5.5rem; gap: 1rem; align-items: center; padding: .3rem 0; border-bottom: 1px solid var(--rule); font-size: .9375rem; line-height: 1.35; }
.lives .name { overflow-wrap: anywhere; }
.life { display: block; height: 1.25rem; }
.life-line { stroke: var(--edge); stroke-width: 3; }
.life-line.is-new, .life-line.is-regressed { stroke: var(--bad); }
.life-line.is-fixed { stroke: var(--good); }
.begin { fill: var(--edge); }
.end-new { fill: var(--paper); stroke: var(--bad); stroke-width: 2; }
.end-regressed { fill: var(--bad); } .end-fixed { fill: var(--good); } .end-ongoing { fill: var(--paper); stroke: var(--edge); stroke-width: 2; }
.life-marks { margin: .25rem 6.5rem 0 calc((100% - 7.5rem) * .4 + 1rem); }

.filters { flex-wrap: wrap; align-items: end; gap: .5rem 1.5rem; margin: .5rem 0 1rem; font-size: .9375rem; }
.filters label { display: flex; flex-direction: column; color: var(--quiet); font-size: .8125rem; }
input, select { font: inherit; font-size: .9375rem; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; padding: .35rem .5rem; min-height: 2.25rem; }
input[type=search] { width: min(22rem, 80vw); }
/* Fixed, since thousands of rows would have to be measured else. */
.failures { table-layout: fixed; }
.failures thead th { width: 5.25rem; }
.failures thead th.day { width: 6.5rem; }
.failures thead th.state { width: 6.25rem; }
.failures thead th:first-child { width: auto; }
.title { font-weight: 600; }
.subject, .source, .message { display: block; }
.source { color: var(--quiet); }
.tag { display: inline-block; margin: 0 .4rem 0 0; white-space: nowrap; padding: 0 .4rem; border: 1px solid var(--edge); border-radius: 3px; color: var(--quiet); font-size: .8125rem; }


h4 { margin: 1rem 0 .25rem; font-size: .9375rem; font-weight: 600; color: var(--quiet); }
.report h1 { font-size: 1.1rem; font-weight: 600; }
.report header p { max-width: none; }
.problem h2 { margin-top: 1.5rem; padding-top: 0; border: 0; font-size: clamp(1.35rem, 1rem + 1.6vw, 1.85rem); letter-spacing: -.01em; text-wrap: balance; overflow-wrap: anywhere; }
.problem > details { margin: .5rem 0; }
.problem > details > summary { color: var(--ink); font-size: 1rem; }
.why { font-size: 1.0625rem; }
.badges { color: var(--quiet); }
.label { display: inline-block; padding: .05rem .5rem; border: 1px solid currentcolor; border-radius: 3px; font-weight: 600; }
.label.is-very-likely, .label.is-likely { color: var(--good); }
.label.is-possible { color: var(--warn); }
.steps { padding-left: 1.5rem; }
.steps > li { margin: .35rem 0; }
.steps > li:only-child { list-style: none; margin-left: -1.5rem; }
.command { display: flex; align-items: start; gap: .5rem; max-width: 60rem; }
.command pre { flex: 1; min-width: 0; border: 1px solid var(--rule); white-space: pre; overflow-x: auto; }
.copy { flex: none; margin-top: .25rem; min-height: 2.2rem; padding: 0 .75rem; font: inherit; font-size: .875rem; color: var(--ink); background: var(--paper); border: 1px solid var(--edge); border-radius: 4px; cursor: pointer; }
.copy:hover { background: var(--raised); }
.remark { margin: .1rem 0 .25rem; font-size: .875rem; }
.note { margin: .35rem 0; }
.step-done, .step-later { color: var(--quiet); }
.evidence td:last-child { width: 100%; }
.evidence pre { margin: 0; padding: 0; background: none; }
.evidence .for { box-shadow: inset 3px 0 var(--good); }
.evidence .against { box-shadow: inset 3px 0 var(--bad); }
.evidence tr > :first-child { padding-left: .75rem; }
.evidence td:not(:last-child) { overflow-wrap: normal; min-width: 3rem; }
.reading { margin: .5rem 0; padding-left: 1rem; border-left: 2px solid var(--rule); }
.tall > .scroller { max-height: 36rem; overflow: auto; }
.tall thead th { position: sticky; top: 0; background: var(--paper); }
.timeline th, .timeline td { padding-top: .2rem; padding-bottom: .2rem; font-size: .875rem; }
.timeline .number { white-space: nowrap; }
.timeline .axis { width: 40%; min-width: 8rem; }
.timeline th.axis span { float: right; }
.timeline .what { min-width: 12rem; }
.timeline .row-gap, .timeline .row-gap code { color: var(--quiet); }
.timeline .first-error td { background: var(--raised); }
.proxy { display: block; font-size: .8125rem; }
.kinds > span { display: inline-block; margin-left: 1rem; }
.kinds .swatch { margin-right: .35rem; }
.kinds > span { display: inline-block; margin-left: 1rem; }
.kinds .swatch { margin-right: .35rem; }
.track { display: block; height: 1.25rem; }
.bar-ok { fill: var(--c0); } .bar-failed { fill: var(--bad); } .bar-not-found { fill: var(--c4); } .bar-open { fill: var(--c6); }
.bar-gap { fill: var(--rule); } .bar-event { fill: var(--edge); }

@media (max-width: 46rem) {
  .timeline .axis { width: 30%; min-width: 5rem; }
  .timeline .what { min-width: 9rem; }
  .wide { display: none; }
  .narrow { display: block; font-size: .8125rem; }
  .brief div { grid-template-columns: 1fr; gap: 0; }
  .lives li { grid-template-columns: 1fr auto; gap: 0 1rem; }
  .lives .name { grid-column: 1 / -1; }
  .life-marks { margin: .25rem 5rem 0 0; }
  .plot { height: 10rem; }
  .failures thead th { width: 4rem; }
  .failures thead th.day { width: 5.75rem; }
  .failures td { font-size: .8125rem; }
}
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
@media (forced-colors: active) { .heat td, .bar-row, .plot { forced-color-adjust: none; } }
@media print {
  :root { --paper: #ffffff; --raised: #f5f6f7; --ink: #000000; --quiet: #444444; --rule: #cccccc; }
  body { font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main, footer { max-width: none; padding: 0; }
  .js .needs-script, .skip, button.copy { display: none; }
  h2 { break-after: avoid; margin-top: 1.5rem; }
  tr, li, .chart { break-inside: avoid; }
  thead button::after { content: ""; }
  .command pre { white-space: pre-wrap; }
  .tall > .scroller { max-height: none; overflow: visible; }
}
`;
