/** How is the browser program built? (root src/apps/web, out to dist/web, nothing inlined so that the strict CSP holds) */
import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.RAPPORT_URL ?? 'http://127.0.0.1:4321'

/**
 * The browser checks values and never describes them: what zod carries to write JSON Schema (5 kB of every first visit) stays on the
 * server. A version of zod that is written otherwise is bundled whole, and tools/check-bundle.mjs tells.
 */
const withoutJsonSchema: Plugin = {
  name: 'zod-without-json-schema',
  transform(code, id) {
    if (!id.endsWith('/zod/v4/classic/schemas.js')) return null
    return code
      .replaceAll(
        /^\s*inst\._zod\.processJSONSchema = \(ctx, json, params\) => processors\.\w+\(inst, ctx, json, params\);$/gm,
        '',
      )
      .replace(
        /^import \{ createStandardJSONSchemaMethod, createToJSONSchemaMethod \} from .*;$/m,
        'const createToJSONSchemaMethod = () => () => { throw new Error("JSON Schema is written on the server.") }; const createStandardJSONSchemaMethod = createToJSONSchemaMethod;',
      )
  },
}

export default defineConfig({
  root: 'src/apps/web',
  cacheDir: '../../../node_modules/.vite-web',
  plugins: [withoutJsonSchema, react(), tailwindcss()],
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
