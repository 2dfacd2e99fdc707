const TYPING = 'input, textarea, select, [contenteditable]';

/** `/` searches, `g a` goes to the account switcher; arrows walk the rows of a table, Enter opens, x selects. */
export function keyboard(root: Document): void {
  let waitingForGo = false;
  root.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (target?.matches(TYPING) && !target.matches('input[type="checkbox"]')) {
      return;
    }
    if (waitingForGo && event.key === 'a') {
      const switcher = root.querySelector<HTMLElement>('#account-switcher > summary');
      switcher?.focus();
      switcher?.click();
      event.preventDefault();
    }
    waitingForGo = event.key === 'g';
    if (event.key === '/') {
      const search = root.querySelector<HTMLInputElement>('input[type="search"]');
      if (search) {
        search.focus();
        search.select();
        event.preventDefault();
      }
      return;
    }
    rows(root, event, target);
  });
}

function rows(root: Document, event: KeyboardEvent, target: Element | null): void {
  const all = [...root.querySelectorAll<HTMLElement>('table[data-rows] tbody tr')];
  const current = all.findIndex((row) => target !== null && row.contains(target));
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0 && current >= 0) {
    all[Math.min(all.length - 1, Math.max(0, current + step))]?.querySelector<HTMLElement>('a')?.focus();
    event.preventDefault();
  } else if (event.key === 'x' && current >= 0) {
    const box = all[current]?.querySelector<HTMLInputElement>('input[type="checkbox"]');
    if (box) {
      box.checked = !box.checked;
      event.preventDefault();
    }
  }
}
