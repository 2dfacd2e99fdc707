/** Counts down the seconds to the next try, from what the server said. */
export function countdown(root: Document): void {
  window.setInterval(() => {
    for (const text of root.querySelectorAll('[data-countdown]')) {
      text.textContent = text.textContent.replace(/in (\d+) s/, (_, seconds: string) =>
        `in ${Math.max(0, Number(seconds) - 1).toString()} s`);
    }
  }, 1000);
}
