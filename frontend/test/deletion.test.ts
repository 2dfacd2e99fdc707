import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmations, difference } from '../src/confirmation';
import { countdown } from '../src/countdown';
import { planDialog } from '../src/plan-dialog';

describe('the difference of what is typed', () => {
  it.each([
    ['orders', '', ''],
    ['orders', 'ord', ''],
    ['orders', 'orders', ''],
    ['orders', 'Orders', 'Case differs at character 1.'],
    ['orders', 'ordErs', 'Case differs at character 4.'],
    ['orders', ' orders', 'There is a space before or after the text.'],
    ['orders', 'orders ', 'There is a space before or after the text.'],
    [' orders', 'orders', 'Character 1 differs.'],
    ['orders', 'orders-2', 'The text goes on after its end, from character 7.'],
    ['orders', '\u043erders', 'Character 1 differs.'],
  ])('of %j and %j is %j', (wanted, typed, words) => {
    expect(difference(wanted, typed)).toBe(words);
  });
});

describe('a confirmation', () => {
  function element<T extends Element>(selector: string): T {
    const found = document.querySelector<T>(selector);
    if (!found) {
      throw new Error(selector);
    }
    return found;
  }

  function enter(selector: string, text: string): void {
    const field = element<HTMLInputElement>(selector);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  beforeEach(() => {
    document.body.innerHTML = '<form data-confirmation><input type="checkbox" id="tick">'
      + '<div><input id="account" data-expected="111122223333"></div>'
      + '<div><input id="typed" data-expected="orders"><span data-difference>Said by the server.</span></div>'
      + '<button data-delete>Delete</button></form>';
    confirmations(document);
  });

  it('can be sent once everything is typed and ticked, and no longer when it is not', () => {
    const button = element<HTMLButtonElement>('button');
    expect(button.disabled).toBe(true);
    enter('#typed', 'orders');
    enter('#account', '111122223333');
    expect(button.disabled).toBe(true);
    element<HTMLInputElement>('#tick').checked = true;
    enter('#account', '111122223333');
    expect(button.disabled).toBe(false);
    enter('#typed', 'Orders');
    expect(button.disabled).toBe(true);
  });

  it('says how the text differs as it is typed', () => {
    const words = element('[data-difference]');
    expect(words.textContent).toBe('Said by the server.');
    enter('#typed', 'O');
    expect(words.textContent).toBe('Case differs at character 1.');
    enter('#typed', 'orders');
    expect(words.textContent).toBe('');
  });

  it('can be sent only once', () => {
    enter('#typed', 'orders');
    element<HTMLFormElement>('form').dispatchEvent(new Event('submit'));
    expect(element<HTMLButtonElement>('button').disabled).toBe(true);
  });
});

describe('the dialog of a plan', () => {
  const plan = '<main><nav>way</nav><div data-plan><h1>Delete: orders</h1><a href="/back" data-cancel>Cancel</a>'
    + '<form data-confirmation action="/plans/1/confirmation"><input name="typed" value="orders"><button>Delete</button></form></div></main>';
  const go = vi.fn();
  const enhance = vi.fn();
  const answers = vi.fn<(address: string, request: { body: URLSearchParams }) => Promise<unknown>>();

  planDialog(document, go, enhance);

  function answer(html: string, ok = true, url = 'http://localhost/plans/1'): void {
    answers.mockResolvedValueOnce({ ok, url, text: () => Promise.resolve(html) });
  }

  async function submit(selector: string): Promise<void> {
    document.querySelector(selector)?.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
    await vi.waitFor(() => {
      expect(document.querySelector('[aria-busy]')).toBeNull();
    });
  }

  beforeEach(async () => {
    vi.stubGlobal('fetch', answers);
    [go, enhance, answers].forEach((mock) => mock.mockReset());
    document.body.innerHTML = '<form data-confirm action="/plans"><input name="targets" value="arn:1"><input name="targets" value="arn:2"><button>Delete</button></form>';
    answer(plan);
    await submit('form');
  });

  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('shows the plan that the form makes, without the page around it', () => {
    expect(answers.mock.calls[0]?.[1].body.getAll('targets')).toEqual(['arn:1', 'arn:2']);
    const dialog = document.querySelector('dialog');
    expect(dialog?.open).toBe(true);
    expect(dialog?.textContent).toContain('Delete: orders');
    expect(dialog?.textContent).not.toContain('way');
    expect(enhance).toHaveBeenCalledWith(dialog);
  });

  it('goes to the deletion that a confirmation starts', async () => {
    answer('<main>the deletion</main>', true, 'http://localhost/deletions/1');
    await submit('dialog form');
    expect(answers.mock.calls[1]?.[1].body.get('typed')).toBe('orders');
    expect(go).toHaveBeenCalledExactlyOnceWith('http://localhost/deletions/1');
  });

  it('shows a refused confirmation in the same dialog', async () => {
    answer(plan.replace('value="orders"', 'value="Orders" aria-invalid="true"'), false);
    await submit('dialog form');
    expect(document.querySelectorAll('dialog')).toHaveLength(1);
    expect(document.activeElement?.getAttribute('value')).toBe('Orders');
    expect(go).not.toHaveBeenCalled();
  });

  it('shows any other refusal too', async () => {
    answer('<main><h1>You are not allowed to do this</h1></main>', false);
    await submit('dialog form');
    expect(document.querySelector('dialog')?.textContent).toContain('You are not allowed to do this');
  });

  it('closes on Cancel and leaves the page where it is', () => {
    const cancel = document.querySelector<HTMLElement>('dialog [data-cancel]');
    expect(cancel?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))).toBe(false);
    expect(document.querySelector('dialog')).toBeNull();
  });
});

describe('a countdown', () => {
  it('counts seconds down to none', () => {
    vi.useFakeTimers();
    document.body.innerHTML = '<span data-countdown>Attempt 4, next try in 2 s.</span>';
    countdown(document);
    vi.advanceTimersByTime(1000);
    expect(document.body.textContent).toBe('Attempt 4, next try in 1 s.');
    vi.advanceTimersByTime(5000);
    expect(document.body.textContent).toBe('Attempt 4, next try in 0 s.');
    vi.useRealTimers();
  });
});
