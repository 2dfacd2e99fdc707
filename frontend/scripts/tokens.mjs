// Writes the design tokens that our CSS uses, and no others, as custom properties: light and dark.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { tokens } = createRequire(import.meta.url)('@cloudscape-design/design-tokens/index-visual-refresh.json');
const styles = new URL('../src/styles/', import.meta.url);
const css = readdirSync(styles).map((file) => readFileSync(new URL(file, styles), 'utf8')).join('\n');
const used = [...new Set([...css.matchAll(/var\(--([a-z0-9-]+)\)/g)].map((match) => match[1]))].sort();
const missing = used.filter((name) => !(name in tokens) && !css.includes(`--${name}:`));
if (missing.length > 0) {
  throw new Error(`Neither design tokens nor our own: ${missing.join(', ')}`);
}

function block(mode) {
  return used
    .filter((name) => name in tokens)
    .map((name) => {
      const value = tokens[name].$value;
      return typeof value === 'string' ? (mode === 'light' ? [name, value] : null) : [name, value[mode] ?? value.comfortable];
    })
    .filter((pair) => pair && (mode === 'light' || typeof tokens[pair[0]].$value.dark === 'string'))
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

mkdirSync(new URL('../src/generated/', import.meta.url), { recursive: true });
writeFileSync(new URL('../src/generated/tokens.css', import.meta.url),
  `:root{color-scheme:light;${block('light')}}\n` +
  `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;${block('dark')}}}\n` +
  `:root[data-theme=dark]{color-scheme:dark;${block('dark')}}\n`);
