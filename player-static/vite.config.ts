import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const page = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  // "/watch/a/b" has any depth, so what a page refers to starts at the root. ATELIER_BASE sets another root.
  base: process.env['ATELIER_BASE'] ?? '/',
  build: {
    target: 'es2022',
    // The browser part of a player is one library; splitting it would only add round trips.
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: { index: page('index.html'), watch: page('watch.html'), work: page('work.html') } },
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/media', '/chunks'].map((path) => [path, process.env['ATELIER_URL'] ?? 'http://127.0.0.1:8080']),
    ),
  },
  test: {
    include: ['tests/**/*.test.ts'],
    reporters: [['default', { summary: false }]],
  },
});
