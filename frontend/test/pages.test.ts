import { beforeEach, describe, expect, it, vi } from 'vitest';
import { copyButtons } from '../src/copy';
import { demoSignIn } from '../src/demo-sign-in';
import { filters } from '../src/filters';
import { keyboard } from '../src/keyboard';
import { live } from '../src/live';
import { localTimes } from '../src/local-times';

function page(html: string): Document {
  const fresh = document.implementation.createHTMLDocument();
  fresh.body.innerHTML = html;
  return fresh;
}

function press(target: Element, key: string): boolean {
  return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

describe('copy buttons', () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());

  beforeEach(() => {
    writeText.mockClear();
    vi.stubGlobal('navigator', { clipboard: { writeText } });
  });

  it('appear with JavaScript and copy their text', () => {
    const root = page('<button hidden data-copy="arn:aws:x">Copy</button>');
    copyButtons(root);
    const button = root.querySelector('button');
    expect(button?.hidden).toBe(false);
    button?.click();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('arn:aws:x');
  });

  it('leave other clicks alone', () => {
    const root = page('<button>Other</button>');
    copyButtons(root);
    root.querySelector('button')?.click();
    expect(writeText).not.toHaveBeenCalled();
  });
});

describe('demo users', () => {
  it('fill both fields of the form', () => {
    const root = page('<form action="/sign-in"><input name="username"><input name="password"></form>'
      + '<button hidden data-demo-user="viewer">viewer</button>');
    demoSignIn(root);
    root.querySelector<HTMLButtonElement>('[data-demo-user]')?.click();
    expect([...root.querySelectorAll('input')].map((input) => input.value)).toEqual(['viewer', 'viewer']);
  });
});

describe('keyboard', () => {
  const rows = '<input type="search"><table data-rows><tbody>'
    + '<tr><td><input type="checkbox"><a href="/1">1</a></td></tr>'
    + '<tr><td><input type="checkbox"><a href="/2">2</a></td></tr></tbody></table>';

  function install(html: string): void {
    document.body.innerHTML = html;
  }

  keyboard(document);

  it('searches with a slash, but not while typing', () => {
    install(rows);
    const search = document.querySelector('input');
    press(document.body, '/');
    expect(document.activeElement).toBe(search);
    if (search) {
      expect(press(search, '/')).toBe(true);
    }
  });

  it('walks rows with arrows and stays at the ends', () => {
    install(rows);
    const [first, second] = document.querySelectorAll('a');
    if (!first || !second) {
      throw new Error('no rows');
    }
    first.focus();
    press(first, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    press(second, 'ArrowDown');
    expect(document.activeElement).toBe(second);
    press(second, 'ArrowUp');
    expect(document.activeElement).toBe(first);
  });

  it('selects the row with x', () => {
    install(rows);
    const link = document.querySelectorAll('a')[1];
    if (link) {
      press(link, 'x');
    }
    expect([...document.querySelectorAll<HTMLInputElement>('td input')].map((box) => box.checked))
      .toEqual([false, true]);
  });
});

describe('live panels', () => {
  it('ask once more when they are finished', () => {
    const root = page('<section data-live></section><p></p>');
    const finished = vi.fn();
    live(root, finished);
    root.querySelector('p')?.dispatchEvent(new Event('finished', { bubbles: true }));
    expect(finished).not.toHaveBeenCalled();
    root.querySelector('section')?.dispatchEvent(new Event('finished', { bubbles: true }));
    expect(finished).toHaveBeenCalledOnce();
  });

  it('keep what is typed into filters', () => {
    const root = page('<section data-live></section><form data-filters></form><div id="results"><p data-live></p></div>');
    const reload = vi.fn();
    live(root, reload);
    const searched = vi.fn();
    const form = root.querySelector('form');
    form?.addEventListener('input', searched);
    const submitted = form ? vi.spyOn(form, 'submit').mockImplementation(() => undefined) : undefined;
    root.querySelector('p')?.dispatchEvent(new Event('finished', { bubbles: true }));
    expect(searched).toHaveBeenCalledOnce();
    expect(submitted).not.toHaveBeenCalled();
    root.querySelector('section')?.dispatchEvent(new Event('finished', { bubbles: true }));
    expect(submitted).toHaveBeenCalledOnce();
    expect(reload).not.toHaveBeenCalled();
    Object.defineProperty(root, 'URL', { value: 'http://127.0.0.1/accounts/demo/integrations?page=2' });
    root.querySelector('p')?.dispatchEvent(new Event('finished', { bubbles: true }));
    expect(reload).toHaveBeenCalledOnce();
    expect(searched).toHaveBeenCalledOnce();
  });
});

describe('times', () => {
  it('have the local time as title, unless they make no sense', () => {
    const root = page('<time datetime="2026-11-23T12:00:00Z">12:00</time><time datetime="x">x</time>');
    localTimes(root);
    const [good, bad] = root.querySelectorAll('time');
    expect(good?.title).toContain('where you are');
    expect(bad?.title).toBe('');
  });
});

describe('filters', () => {
  function answered(response: { ok: boolean; redirected: boolean }, form = '<form data-filters></form>'): [boolean, boolean] {
    const root = page(form);
    filters(root);
    let submitted = false;
    const element = root.querySelector('form');
    if (element) {
      element.submit = () => {
        submitted = true;
      };
    }
    const goesOn = element?.dispatchEvent(new CustomEvent('htmx:before:response',
      { bubbles: true, cancelable: true, detail: { ctx: { response: { raw: response } } } })) ?? false;
    return [goesOn, submitted];
  }

  it('take a list into the page', () => {
    expect(answered({ ok: true, redirected: false })).toEqual([true, false]);
  });

  it('show a refusal, or the way in, as the page it is', () => {
    expect(answered({ ok: false, redirected: false })).toEqual([false, true]);
    expect(answered({ ok: true, redirected: true })).toEqual([false, true]);
  });

  it('leave other requests alone', () => {
    expect(answered({ ok: false, redirected: false }, '<form></form>')).toEqual([true, false]);
  });
});
