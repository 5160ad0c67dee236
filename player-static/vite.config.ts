import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The pages. */
const pages = {
  target: 'es2022' as const,
  // The browser part of a player is one library; splitting it would only add round trips.
  chunkSizeWarningLimit: 900,
  rolldownOptions: {
    input: {
      index: file('index.html'),
      watch: file('watch.html'),
      work: file('work.html'),
      playlists: file('playlists.html'),
      playlist: file('playlist.html'),
      play: file('play.html'),
    },
  },
};

/** `<atelier-player>` alone: one module that needs nothing else, at an address that stays. */
const element = {
  target: 'es2022' as const,
  chunkSizeWarningLimit: 900,
  emptyOutDir: false,
  copyPublicDir: false,
  rolldownOptions: {
    input: { 'atelier-player': file('src/element/define.ts') },
    preserveEntrySignatures: 'strict' as const,
    output: { entryFileNames: '[name].js' },
  },
};

export default defineConfig(({ mode }) => ({
  // "/watch/a/b" has any depth, so what a page refers to starts at the root. ATELIER_BASE sets another root.
  base: process.env['ATELIER_BASE'] ?? '/',
  build: mode === 'element' ? element : pages,
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
}));
