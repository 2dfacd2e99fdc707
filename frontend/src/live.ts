/**
 * A panel that is fed by server-sent events asks for its page once more when there is nothing left to wait for: a list
 * with filters for its rows alone, or for what the filters say, so that nothing typed is lost. Further pages of a list
 * are asked for as they are.
 */
export function live(root: Document, reload: () => void): void {
  root.addEventListener('finished', (event) => {
    if (!(event.target instanceof Element) || !event.target.matches('[data-live]')) {
      return;
    }
    const form = root.querySelector<HTMLFormElement>('form[data-filters]');
    if (!form || new URL(root.URL).searchParams.has('page')) {
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
