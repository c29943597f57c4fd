import { defineConfig } from 'vite'

/** What browsers load: one script, one style sheet, islands and fonts, with hashed names and a manifest that `web/assets.ts` reads. */
export default defineConfig({
  base: '/',
  publicDir: false,
  build: {
    outDir: 'dist/client',
    emptyOutDir: true,
    assetsDir: 'assets',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Phones of 2021: nesting and light-dark() are written out for them.
    target: ['chrome111', 'safari15.4', 'firefox113'],
    cssTarget: ['chrome111', 'safari15.4', 'firefox113'],
    rolldownOptions: { input: ['src/web/browser/main.ts', 'src/web/styles/desk.css', 'src/web/assets/icon.svg'] },
  },
})
