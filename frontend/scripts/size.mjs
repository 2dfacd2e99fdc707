// What a browser loads before it shows a page: at most 60 KB, compressed.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const MOST = 60 * 1024;
const folder = new URL('../../target/classes/static/assets/', import.meta.url);
const files = readdirSync(folder).filter((file) => /\.(js|css)$/.test(file));
const size = files.reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, folder))).length, 0);
process.stdout.write(`JavaScript and CSS: ${(size / 1024).toFixed(1)} KB compressed, of at most ${MOST / 1024}\n`);
process.exit(files.length > 0 && size <= MOST ? 0 : 1);
