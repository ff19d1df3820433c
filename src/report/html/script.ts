// What a page can do beyond being read: sort, filter, copy. Everything is there without it. It makes no markup of texts.
export const pageScript = `(() => {
  'use strict';
  const words = document.body.dataset;
  document.documentElement.classList.add('js');

  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  };
  const sort = (table, column, descending, numeric) => {
    const body = table.tBodies[0];
    const keyed = Array.from(body.rows, (row, index) => ({ row, index, key: value(row, column) }));
    const compare = (a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : a > b ? 1 : 0);
    keyed.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)) || a.index - b.index);
    body.append(...keyed.map(({ row }) => row));
  };
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    const heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach((head, column) => {
      if (head.dataset.sort === undefined) return;
      const numeric = head.dataset.sort === 'number';
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const now = head.getAttribute('aria-sort');
        const descending = now === null ? numeric : now === 'ascending';
        for (const other of heads) other.removeAttribute('aria-sort');
        head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
        sort(table, column, descending, numeric);
      });
    });
  }

  for (const form of document.querySelectorAll('[data-filters]')) {
    const rows = Array.from(document.getElementById(form.dataset.filters).tBodies[0].rows);
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const [input, select, status] = ['input', 'select', '[role=status]'].map((one) => form.querySelector(one));
    const narrow = () => {
      const parts = input.value.toLowerCase().split(/\\s+/).filter(Boolean);
      const state = select ? select.value : '';
      let shown = 0;
      rows.forEach((row, index) => {
        const fits = (state === '' || row.dataset.state.split(' ').includes(state)) && parts.every((part) => texts[index].includes(part));
        row.hidden = !fits;
        if (fits) shown++;
      });
      status.textContent = words.shown.replace('{shown}', shown).replace('{all}', rows.length);
    };
    input.addEventListener('input', narrow);
    input.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      input.value = '';
      narrow();
    });
    if (select) select.addEventListener('change', narrow);
    narrow();
  }

  for (const typed of document.querySelectorAll('pre[data-copy]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = words.copy;
    button.setAttribute('aria-label', words.copy + ': ' + typed.textContent.slice(0, 60));
    button.addEventListener('click', async () => {
      let done = false;
      try {
        await navigator.clipboard.writeText(typed.textContent);
        done = true;
      } catch {
        const range = document.createRange();
        range.selectNodeContents(typed);
        const selection = getSelection();
        selection.removeAllRanges();
        selection.addRange(range);
        done = document.execCommand('copy');
      }
      button.textContent = done ? words.copied : words.copyByHand;
      setTimeout(() => (button.textContent = words.copy), 2000);
    });
    typed.after(button);
  }

  // What is folded away would be missing on paper.
  const opened = [];
  addEventListener('beforeprint', () => {
    for (const fold of document.querySelectorAll('details[data-print]:not([open])')) {
      fold.open = true;
      opened.push(fold);
    }
  });
  addEventListener('afterprint', () => {
    for (const fold of opened.splice(0)) fold.open = false;
  });
})();
`;
