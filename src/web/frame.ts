import type { Frame } from './parts/layout.tsx'
import type { Ground } from './page.ts'

/** What every page hands to `Layout`: `<Layout {...frameOf(visit)} title="…">`. */
export function frameOf(visit: Ground, options: { ofClaim?: boolean } = {}): Frame {
  const { t, site, language, path, organisation } = visit
  const claim = (options.ofClaim ?? visit.params['claim'] !== undefined) ? visit.claim.facts : undefined
  return {
    t, assets: site.assets, language, path,
    organisation: organisation.facts.name,
    hue: (claim ?? organisation.facts).figure.hue,
    claimName: claim?.name[language],
    claimHref: claim && visit.claimLink(),
    homeHref: visit.homeLink(),
    otherLanguageHref: visit.otherLanguageHref,
    canonical: visit.canonical,
    demonstrationNotice: organisation.facts.demonstration,
    previewNotice: visit.isPreview && t('desk.preview.banner'),
  }
}
