interface Answered {
  ctx?: { response?: { raw?: Response } };
}

/** Filters search as one types. An answer that is no list (signed out, refused) is shown as the page it is. */
export function filters(root: Document): void {
  root.addEventListener('htmx:before:response', (event) => {
    const form = event.target instanceof HTMLFormElement && event.target.matches('[data-filters]') ? event.target : null;
    const answer = (event as CustomEvent<Answered>).detail.ctx?.response?.raw;
    if (form && answer && (!answer.ok || answer.redirected)) {
      event.preventDefault();
      form.submit();
    }
  });
}
