/**
 * Plans are made and confirmed in a dialog over the page; the same forms lead from page to page without JavaScript.
 * An answer that is no plan is the deletion that was started, the way in, or a refusal.
 */
export function planDialog(root: Document, go: (address: string) => void, enhance: (part: ParentNode) => void): void {
  root.addEventListener('submit', (event) => {
    const form = event.target instanceof HTMLFormElement ? event.target : null;
    if (form?.matches('form[data-confirm], dialog form[data-confirmation]')) {
      event.preventDefault();
      void send(root, form, (event as SubmitEvent).submitter, go, enhance);
    }
  });
  root.addEventListener('click', (event) => {
    const cancel = event.target instanceof Element ? event.target.closest('dialog [data-cancel]') : null;
    if (cancel) {
      event.preventDefault();
      cancel.closest('dialog')?.close();
    }
  });
}

async function send(root: Document, form: HTMLFormElement, button: HTMLElement | null,
  go: (address: string) => void, enhance: (part: ParentNode) => void): Promise<void> {
  if (form.getAttribute('aria-busy') === 'true') {
    return;
  }
  form.setAttribute('aria-busy', 'true');
  button?.classList.add('busy');
  try {
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      body.append(name, typeof value === 'string' ? value : '');
    });
    const response = await fetch(form.action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const plan = page.querySelector('[data-plan]') ?? (response.ok ? null : page.querySelector('main'));
    if (plan) {
      show(root, [...plan.childNodes].map((node) => root.importNode(node, true)), enhance);
    } else {
      go(response.url);
    }
  } catch {
    form.submit();
  } finally {
    form.removeAttribute('aria-busy');
    button?.classList.remove('busy');
  }
}

function show(root: Document, content: Node[], enhance: (part: ParentNode) => void): void {
  const dialog = root.querySelector<HTMLDialogElement>('dialog.plan') ?? opened(root);
  dialog.replaceChildren(closeButton(root), ...content);
  enhance(dialog);
  const title = dialog.querySelector<HTMLElement>('h1');
  if (title) {
    title.id = 'dialog-title';
    title.tabIndex = -1;
  }
  dialog.scrollTop = 0;
  (dialog.querySelector<HTMLElement>('[aria-invalid="true"]') ?? title)?.focus();
}

function closeButton(root: Document): HTMLButtonElement {
  const button = root.createElement('button');
  button.type = 'button';
  button.className = 'close';
  button.dataset.cancel = '';
  button.textContent = '×';
  button.setAttribute('aria-label', 'Close');
  return button;
}

function opened(root: Document): HTMLDialogElement {
  const dialog = root.createElement('dialog');
  dialog.className = 'plan';
  dialog.setAttribute('aria-labelledby', 'dialog-title');
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  root.body.append(dialog);
  dialog.showModal();
  return dialog;
}
