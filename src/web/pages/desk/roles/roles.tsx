import { deskActs, fourEyes, mayDo, roles, type DeskAct } from '#organisers/roles.ts'
import { page } from '#web/page.ts'
import { Disclosure } from '#web/parts/blocks.tsx'
import { DeskTable } from '#web/parts/desk-table.tsx'
import { deskPageOf } from '#web/pages/desk/desk-layout.tsx'

const acts = Object.keys(deskActs) as DeskAct[]
const byTwo = new Set<string>(Object.values(fourEyes).map(({ approve }) => approve))

/** Who may do what: the table by which the desk lets in, in words. */
export const rolesPage = page('/:lang{en|nl}/desk/roles', {
  who: 'organiser',
  act: 'proposals.see',
  show(visit) {
    const { t } = visit
    return deskPageOf(visit, { title: t('desk.roles.title'), children: (
      <>
        <p class="lead">{t('desk.roles.lead')}</p>
        <section aria-labelledby="by-role">
          <h2 id="by-role">{t('desk.roles.byRole')}</h2>
          {roles.map((role) => (
            <Disclosure summary={<>{t(`desk.role.${role}`)}{visit.organiser.roles.includes(role) && <> · {t('desk.roles.yours')}</>}</>}>
              <p>{t(`desk.roleAbout.${role}`)}</p>
              <ul>{acts.filter((act) => mayDo([role], act)).map((act) => <li>{t(`desk.act.${act}`)}</li>)}</ul>
            </Disclosure>
          ))}
        </section>
        <section>
          <h2 id="by-act">{t('desk.roles.byAct')}</h2>
          <DeskTable labelledBy="by-act" caption={t('desk.roles.caption')} look="roles-table">
            <thead><tr>
              <th scope="col">{t('desk.roles.act')}</th>{roles.map((role) => <th scope="col">{t(`desk.role.${role}`)}</th>)}
            </tr></thead>
            <tbody>{acts.map((act) => (
              <tr>
                <th scope="row">{t(`desk.act.${act}`)}</th>
                {roles.map((role) => <td>{mayDo([role], act)
                  ? <><span aria-hidden="true">●</span><span class="visually-hidden">{t('desk.roles.may')}</span></>
                  : <span class="visually-hidden">{t('desk.roles.mayNot')}</span>}</td>)}
              </tr>
            ))}</tbody>
          </DeskTable>
        </section>
        <section aria-labelledby="by-two">
          <h2 id="by-two">{t('desk.roles.byTwo')}</h2>
          <p>{t('desk.roles.byTwoText')}</p>
          <ul>{acts.filter((act) => byTwo.has(act)).map((act) => <li>{t(`desk.act.${act}`)}</li>)}</ul>
        </section>
      </>
    ) })
  },
})
