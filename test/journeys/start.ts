import { becomeAdministrator } from './desk/staff.ts'
import { startSite } from './site.ts'

/** One site with its own database for the whole run. */
export default async function start() {
  const site = await startSite()
  process.env['JOINDER_ORIGIN'] = site.origin
  process.env['JOINDER_ADMINISTRATOR'] = await becomeAdministrator(site.origin, site.firstLink)
  return () => site.stop()
}
