/** A panel that is fed by server-sent events asks for its page once more when there is nothing left to wait for. */
export function live(root: Document, finished: () => void): void {
  root.addEventListener('finished', (event) => {
    if (event.target instanceof Element && event.target.matches('[data-live]')) {
      finished();
    }
  });
}
