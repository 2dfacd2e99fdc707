/** Without JavaScript, buttons with data-copy stay hidden. */
export function showCopyButtons(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
  }
}

/** Buttons with data-copy copy that text, and say so. */
export function copyButtons(root: Document): void {
  showCopyButtons(root);
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLButtonElement>('button[data-copy]') : null;
    const text = button?.dataset.copy;
    if (!button || text === undefined) {
      return;
    }
    void navigator.clipboard.writeText(text).then(() => {
      const label = button.textContent;
      button.textContent = 'Copied';
      window.setTimeout(() => {
        button.textContent = label;
      }, 1500);
    });
  });
}
