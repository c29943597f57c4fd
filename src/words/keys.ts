// Made by `npm run words` from en.json; do not edit.
export type Tag = (children: unknown[]) => unknown
export type None = Record<never, never>
export interface Words {
  'site.language': None
}
