import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const VENDORS = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  { name: 'teams', test: /node_modules[\\/]@microsoft[\\/]teams-js/, priority: 2 },
  { name: 'zod', test: /node_modules[\\/]zod[\\/]/, priority: 2 },
];

/** Builds the tab app into `dist/tab`; the server serves it under `/tab/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/tab/',
  plugins: [react()],
  build: {
    target: 'es2022',
    outDir: '../../dist/tab',
    emptyOutDir: true,
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: VENDORS } } },
  },
});
