/** How is the browser program built? (root src/apps/web, out to dist/web, nothing inlined so that the strict CSP holds) */
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.RAPPORT_URL ?? 'http://127.0.0.1:4321'

export default defineConfig({
  root: 'src/apps/web',
  cacheDir: '../../../node_modules/.vite-web',
  plugins: [react(), tailwindcss()],
  build: {
    outDir: '../../../dist/web',
    emptyOutDir: true,
    manifest: true,
    // A data: address would need img-src and font-src exceptions in the CSP.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
  },
  server: { proxy: { '/api': server, '/auth': server } },
})
