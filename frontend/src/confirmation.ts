/** How a typed text differs from the one that is wanted, as far as one can tell while somebody still types. */
export function difference(wanted: string, typed: string): string {
  if (typed === wanted || wanted.startsWith(typed)) {
    return '';
  }
  if (typed.trim() === wanted) {
    return 'There is a space before or after the text.';
  }
  let at = 0;
  while (at < wanted.length && wanted[at] === typed[at]) {
    at++;
  }
  if (at === wanted.length) {
    return `The text goes on after its end, from character ${(at + 1).toString()}.`;
  }
  const alike = typed[at]?.toLowerCase() === wanted[at]?.toLowerCase();
  return alike ? `Case differs at character ${(at + 1).toString()}.` : `Character ${(at + 1).toString()} differs.`;
}

/** The button of a confirmation can be pressed as soon as everything is typed and ticked. The server checks again. */
export function confirmations(root: ParentNode): void {
  for (const form of root.querySelectorAll<HTMLFormElement>('form[data-confirmation]')) {
    const button = form.querySelector<HTMLButtonElement>('[data-delete]');
    const fields = [...form.querySelectorAll<HTMLInputElement>('input[data-expected]')];
    const ticks = [...form.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
    const update = () => {
      if (button) {
        button.disabled = fields.some((field) => field.value !== field.dataset.expected) || ticks.some((tick) => !tick.checked);
      }
    };
    form.addEventListener('input', (event) => {
      const field = event.target instanceof HTMLInputElement ? event.target : null;
      const words = field?.parentElement?.querySelector('[data-difference]');
      if (field && words) {
        const text = difference(field.dataset.expected ?? '', field.value);
        words.textContent = text;
        words.className = text === '' ? '' : 'status bad';
        field.setAttribute('aria-invalid', (text !== '').toString());
      }
      update();
    });
    form.addEventListener('submit', () => {
      if (button) {
        button.disabled = true;
      }
    });
    update();
  }
}
