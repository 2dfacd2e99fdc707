import { defineConfig } from 'vitest/config';

export default defineConfig({
  base: '/assets/',
  build: {
    outDir: '../target/classes/static/assets',
    emptyOutDir: true,
    manifest: 'manifest.json',
    assetsDir: '.',
    rollupOptions: { input: 'src/main.ts' },
    modulePreload: false,
    target: 'es2022',
  },
  test: { environment: 'happy-dom', include: ['test/**/*.test.ts'] },
});
