/**
 * A panel that is fed by server-sent events asks for its page once more when there is nothing left to wait for: a list
 * that is searched for its rows alone, and any page with filters for what they say, so that nothing typed is lost.
 */
export function live(root: Document, reload: () => void): void {
  root.addEventListener('finished', (event) => {
    if (!(event.target instanceof Element) || !event.target.matches('[data-live]')) {
      return;
    }
    const form = root.querySelector<HTMLFormElement>('form[data-filters]');
    if (!form) {
      reload();
    }
    else if (event.target.closest('#results')) {
      form.dispatchEvent(new Event('input', { bubbles: true }));
    }
    else {
      form.submit();
    }
  });
}
