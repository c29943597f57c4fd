import { assembly, rooms } from './rooms.ts'

const tests = '\\.(test|fixture)\\.tsx?$'
const drivers = ['pg', 'pg-boss', 'pg-cursor', 'pg-copy-streams', 'nodemailer', '@libpdf/core', 'asn1js', 'fontkit', 'pino', 'prom-client', '@mollie/api-client',
  '@myriaddreamin/typst-ts-node-compiler'].map((name) => `node_modules/${name}/`).join('|')
const names = rooms.map(({ name }) => name)

/** One rule for each room: nothing of what stands after it. */
const order = names.map((name, at) => ({
  name: `${name}-imports-only-earlier-rooms`,
  comment: 'The order of the rooms stands in rooms.ts. Two rooms that must talk both ways: the talk is a third room, or a job.',
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: tests },
  to: { path: [...names.slice(at + 1).map((later) => `^src/${later}/`), ...assembly.map((file) => `^src/${file.replace('.', '\\.')}$`)] },
}))

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...order,
    {
      name: 'room-without-a-place', comment: 'A folder of src that rooms.ts does not name.', severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: names.map((name) => `^src/${name}/`) }, to: {},
    },
    { name: 'no-cycle', comment: 'Files that need each other are one file, or three.', severity: 'error', from: { path: '^src/' }, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    {
      name: 'no-orphan', comment: 'Nobody imports it and it imports nobody: dead.', severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: [tests, '\\.typ$', '\\.css$', '\\.svg$'] }, to: {},
    },
    {
      name: 'drivers-stay-in-platform', comment: 'Only platform and fees/providers speak to databases, mail servers, typesetters and payment providers.', severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/', '^src/fees/providers/', tests] }, to: { path: drivers },
    },
    {
      name: 'rooms-know-no-web', comment: 'An act does not know that it is called by a page.', severity: 'error',
      from: { path: '^src/', pathNot: ['^src/web/', '^src/(serve|main|cli)\\.ts$', tests] }, to: { path: ['node_modules/hono/', 'node_modules/@hono/'] },
    },
    {
      name: 'web-builds-no-query', comment: 'A page calls acts and queries of the rooms.', severity: 'error',
      from: { path: '^src/web/', pathNot: tests }, to: { path: 'node_modules/kysely/' },
    },
    {
      name: 'browser-stands-alone', comment: 'What runs in the browser imports nothing of the server.', severity: 'error',
      from: { path: '^src/web/browser/', pathNot: tests }, to: { path: '^src/', pathNot: ['^src/web/browser/', '^src/web/styles/'] },
    },
    { name: 'no-test-in-the-house', severity: 'error', comment: 'The program does not import its tests.', from: { path: '^src/', pathNot: tests }, to: { path: [tests, '^test/'] } },
    { name: 'resolvable', severity: 'error', comment: 'An import that leads nowhere.', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    moduleSystems: ['es6'],
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json', '.css', '.d.ts'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
}
