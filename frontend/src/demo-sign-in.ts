/** In the demo, a user's button fills the form, so that one more key signs in. */
export function demoSignIn(root: Document): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('button[data-demo-user]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const user = button.dataset.demoUser ?? '';
      for (const name of ['username', 'password']) {
        const field = root.querySelector<HTMLInputElement>(`input[name="${name}"]`);
        if (field) {
          field.value = user;
        }
      }
      root.querySelector<HTMLButtonElement>('form[action="/sign-in"] button[type="submit"]')?.focus();
    });
  }
}
