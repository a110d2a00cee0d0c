import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const VENDORS = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  {
    name: 'cards',
    test: /node_modules[\\/](adaptivecards|markdown-it|mdurl|linkify-it|uc\.micro|entities)[\\/]/,
  },
  { name: 'fluent', test: /node_modules[\\/]@?(fluentui|griffel|tabster|keyborg|floating-ui)/ },
];

/** Builds the local mode's page into `dist/local-page`; the local server serves it under `/local/`. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/local/',
  plugins: [react()],
  // The carousel of adaptivecards brings a slider library; cards of schema 1.5 have no carousel.
  resolve: { alias: [{ find: /^swiper.*/, replacement: `${import.meta.dirname}/cards/no-carousel.ts` }] },
  build: {
    target: 'es2022',
    outDir: '../../../dist/local-page',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: VENDORS } } },
  },
});
