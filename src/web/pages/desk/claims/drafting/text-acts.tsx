import { Notice } from '#web/parts/blocks.tsx'
import { Actions, Button } from '#web/parts/form.tsx'
import { claimDesk } from '#web/pages/desk/claims/working.ts'
import { may, type Desk } from '#web/pages/desk/desk-layout.tsx'

/** Takes a text away that nothing asks for. */
export const Remove = ({ visit, address }: { visit: Desk; address: string }) => may(visit, 'claims.edit') && (
  <form method="post" action={address}>
    <input type="hidden" name="do" value="remove" />
    <p class="hint">{visit.t('desk.texts.removeHint')}</p>
    <Actions><Button kind="danger">{visit.t('desk.texts.remove')}</Button></Actions>
  </form>
)

/** Of a published agreement: its words stand, and other words are a new version (SG-06). */
export const NewVersion = ({ visit, slug, kind }: { visit: Desk; slug: string; kind: string }) => (
  <Notice t={visit.t}>
    <p>{visit.t('desk.texts.agreed')}</p>
    {may(visit, 'claims.edit') && (
      <form method="post" action={claimDesk(visit, slug, `/agreements/new-version/${kind}`)}>
        <Actions><Button kind="secondary">{visit.t('desk.texts.newVersion')}</Button></Actions>
      </form>
    )}
  </Notice>
)
