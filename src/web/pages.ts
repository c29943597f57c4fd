import type { Page } from './page.ts'

/** Every page of the site, in the order in which the router tries them: the foundation's before the claims'. */
export const pages: readonly Page[] = []
