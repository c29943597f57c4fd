import { testSite } from '../../test/builders.ts'
import { startTypesetter } from '#platform/pdf/typesetter.ts'
import { makePki, startAuthority } from '#platform/seal/openssl.fixture.ts'
import { openSealer } from '#platform/seal/sealer.ts'

/** A site with all that a seal needs: keys, an authority that dates, typesetting. `world` is what the job receives. */
export async function sealingSite({ processes = 1 } = {}) {
  const pki = makePki()
  const authority = await startAuthority(pki)
  const site = await testSite()
  const typesetter = startTypesetter({ processes })
  const sealer = await openSealer({
    certificate: pki.path('ec.p12'), passphrase: 'open sesame', tsaUrl: authority.url, keyFolder: pki.path(''),
  })
  return { site, pki, typesetter, world: { ...site, sealer, typesetter }, async close() {
    await typesetter.close()
    await site.close()
    await authority.close()
    pki.remove()
  } }
}
export type SealingSite = Awaited<ReturnType<typeof sealingSite>>
