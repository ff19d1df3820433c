// Runs inside a page, which has other names than Node, and so it is no TypeScript.

/** What people with little sight, or with a keyboard only, would meet: one sentence for each fault. */
function auditPage() {
  const faults = [];
  const rgb = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = rgb(colour).map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [a, b] = [luminance(one), luminance(other)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const backgroundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (rgb(backgroundColor)[3] !== 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const seen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    const text = texts.currentNode.textContent.trim();
    if (text === '' || parent.closest('script, style, svg') || !seen(parent)) continue;
    const { color } = getComputedStyle(parent);
    const ratio = contrast(color, backgroundOf(parent));
    if (ratio < 4.5) faults.push(`"${text.slice(0, 40)}" has a contrast of ${ratio.toFixed(2)}`);
  }
  for (const shape of document.querySelectorAll(
    '.plot rect, .spark rect, .swatch rect, .track rect:not(.bar-gap), .bar-row rect, .life circle',
  )) {
    const { fill, stroke } = getComputedStyle(shape);
    const paper = getComputedStyle(document.body).backgroundColor;
    const best = Math.max(contrast(fill, paper), stroke === 'none' ? 0 : contrast(stroke, paper));
    if (best < 3) faults.push(`a shape ${shape.getAttribute('class')} has a contrast of ${best.toFixed(2)}`);
  }

  for (const control of document.querySelectorAll('a, button, input, select, summary, [tabindex]')) {
    if (!seen(control)) continue;
    const label = control.closest('label');
    const name =
      control.getAttribute('aria-label') ?? (control.matches('input, select') ? label?.firstChild?.textContent : control.textContent);
    if (!name?.trim()) faults.push(`a control without a name: ${control.outerHTML.slice(0, 80)}`);
    if (Number(control.getAttribute('tabindex') ?? 0) > 0) faults.push('an order of its own for the Tab key');
  }
  const levels = Array.from(document.querySelectorAll('h1, h2, h3, h4'), ({ tagName }) => Number(tagName[1]));
  levels.forEach((level, index) => {
    if (level > (levels[index - 1] ?? 0) + 1) faults.push(`a heading of level ${level} follows one of level ${levels[index - 1] ?? 0}`);
  });
  const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
  if (new Set(ids).size !== ids.length) faults.push('an id is there twice');
  for (const drawing of document.querySelectorAll('svg'))
    if (!drawing.hasAttribute('aria-label') && drawing.getAttribute('aria-hidden') !== 'true') faults.push('a drawing without words');
  for (const table of document.querySelectorAll('table'))
    if (!table.querySelector('thead th[scope=col]')) faults.push('a table without heads');
  if (!document.documentElement.lang || !document.title) faults.push('no language or no title');
  if (document.documentElement.scrollWidth > innerWidth)
    faults.push(`${document.documentElement.scrollWidth} pixels wide in a window of ${innerWidth}`);
  return faults;
}

/** Tags and the names of their attributes, as the browser read them. */
function shapesOf(pages) {
  return pages.map((html) =>
    Array.from(new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*'), (one) =>
      [one.localName, ...one.getAttributeNames()].join(' '),
    ).join('\n'),
  );
}

Object.assign(globalThis, { auditPage, shapesOf });
