// Made by `npm run words` from en.json; do not edit.
export type Tag = (children: unknown[]) => unknown
export type None = Record<never, never>
export interface Words {
  'account.access.bankOf': { name: string | number }
  'account.access.device': { browser: string | number; system: string | number }
  'account.access.deviceTimes': { ends: string | number; opened: string | number; seen: string | number }
  'account.access.devices': None
  'account.access.email': None
  'account.access.emailOf': { name: string | number }
  'account.access.emailOfWhat': { name: string | number }
  'account.access.end': None
  'account.access.endOthers': None
  'account.access.endWhat': { device: string | number; opened: string | number }
  'account.access.lead': None
  'account.access.passkeyAdd': None
  'account.access.passkeyAddFor': { name: string | number }
  'account.access.passkeyAdded': { date: string | number }
  'account.access.passkeyOf': { name: string | number }
  'account.access.passkeySynced': None
  'account.access.passkeyUsed': { date: string | number; used: string | number }
  'account.access.passkeys': None
  'account.access.passkeysLead': { days: string | number }
  'account.access.passkeysNone': None
  'account.access.remove': None
  'account.access.removeWhat': { device: string | number }
  'account.access.thisDevice': None
  'account.access.title': None
  'account.age.label': None
  'account.age.turns16': { day: string | number; name: string | number }
  'account.age.turns18': { day: string | number; name: string | number }
  'account.age.youTurn18': { day: string | number }
  'account.anew.button': None
  'account.anew.child': None
  'account.anew.free': None
  'account.anew.lead': { name: string | number }
  'account.anew.old': None
  'account.anew.statement': None
  'account.anew.title': { claim: string | number }
  'account.bank.belongs': None
  'account.bank.belongsPerson': { name: string | number }
  'account.bank.belongsRepresentative': { name: string | number }
  'account.bank.button': None
  'account.bank.change': None
  'account.bank.declaration': { name: string | number }
  'account.bank.declarationHint': None
  'account.bank.enter': None
  'account.bank.entered': None
  'account.bank.holder': None
  'account.bank.holderHint': None
  'account.bank.iban': None
  'account.bank.ibanHint': None
  'account.bank.lead': { name: string | number }
  'account.bank.none': None
  'account.bank.now': None
  'account.bank.ofChild': { name: string | number }
  'account.bank.ofChildHint': { name: string | number }
  'account.bank.ofMine': None
  'account.bank.ofMineHint': { name: string | number }
  'account.bank.own': { name: string | number }
  'account.bank.title': { name: string | number }
  'account.bank.told': { days: string | number }
  'account.bank.until18': { name: string | number }
  'account.bank.waits': { date: string | number }
  'account.bank.whose': None
  'account.browser.chrome': None
  'account.browser.edge': None
  'account.browser.firefox': None
  'account.browser.opera': None
  'account.browser.other': None
  'account.browser.safari': None
  'account.browser.samsung': None
  'account.child.agree': None
  'account.child.another': None
  'account.child.from16': { date: string | number; name: string | number }
  'account.child.from16Text': { name: string | number }
  'account.child.from18': { date: string | number; name: string | number }
  'account.child.from18Text': { name: string | number }
  'account.child.giveUp': { name: string | number }
  'account.child.lead': { name: string | number }
  'account.child.mine': None
  'account.child.mine18': { date: string | number }
  'account.child.mineLead': None
  'account.child.more': None
  'account.child.notices': None
  'account.child.onlyYou': None
  'account.child.others': { count: number }
  'account.child.own': { name: string | number }
  'account.child.ownAgain': None
  'account.child.ownButton': None
  'account.child.ownEmail': { name: string | number }
  'account.child.ownHas': { name: string | number }
  'account.child.ownHint': None
  'account.child.ownInvited': { date: string | number; email: string | number }
  'account.child.ownLater': { date: string | number; name: string | number }
  'account.child.ownLead': { name: string | number }
  'account.child.requests': None
  'account.child.requestsAgreed': { date: string | number }
  'account.child.requestsKeep': None
  'account.child.requestsNone': None
  'account.child.requestsWithdrawn': { date: string | number }
  'account.child.title': { name: string | number }
  'account.child.until16': { date: string | number }
  'account.child.until16Text': None
  'account.child.who': { name: string | number }
  'account.child.withdraw': None
  'account.claims': None
  'account.claims.closed': None
  'account.claims.join': { name: string | number }
  'account.claims.joinAgain': { name: string | number }
  'account.claims.lead': None
  'account.claims.takesPart': None
  'account.claims.title': None
  'account.claims.under18': None
  'account.code.button': None
  'account.code.lead': None
  'account.code.title': None
  'account.confirm.button': None
  'account.confirm.byCode': None
  'account.confirm.codeLead': None
  'account.confirm.codeSent': None
  'account.confirm.codeTitle': None
  'account.confirm.codeWaits': { days: string | number }
  'account.confirm.haveCode': None
  'account.confirm.lead': { minutes: string | number }
  'account.confirm.passkey': None
  'account.confirm.send': None
  'account.confirm.title': None
  'account.correct.back': None
  'account.correct.button': None
  'account.correct.knowsOf16': None
  'account.correct.lead': None
  'account.correct.needsMandate': None
  'account.correct.title': { name: string | number }
  'account.correct.why18': None
  'account.correct.write': { organisation: string | number }
  'account.corrected.lead': { name: string | number }
  'account.corrected.sealed': None
  'account.corrected.title': None
  'account.decisions.ask': None
  'account.decisions.asked': { day: string | number; until: string | number }
  'account.decisions.late': { email: string | number }
  'account.decisions.lead': { name: string | number }
  'account.decisions.link': None
  'account.decisions.none': { name: string | number }
  'account.decisions.on': { day: string | number; what: string | number }
  'account.decisions.stands': { day: string | number }
  'account.decisions.title': None
  'account.decisions.undone': { day: string | number }
  'account.decisions.until': { day: string | number }
  'account.decisions.what.conclude.cured': None
  'account.decisions.what.conclude.not-cured': None
  'account.decisions.what.conclude.withdrawn': None
  'account.decisions.what.exclude': { claim: string | number; name: string | number }
  'account.decisions.what.lift': None
  'account.decisions.what.suspend': None
  'account.details.by': None
  'account.details.byFoundation': { organisation: string | number }
  'account.details.byOther': { name: string | number }
  'account.details.byYou': None
  'account.details.field.address': None
  'account.details.field.birth_date': None
  'account.details.field.email': None
  'account.details.field.legal_name': None
  'account.details.field.usage': None
  'account.details.history': None
  'account.details.lead': None
  'account.details.needed': { claims: string | number; name: string | number }
  'account.details.seeHistory': None
  'account.details.signFor': { claim: string | number }
  'account.details.title': None
  'account.details.was': None
  'account.details.what': None
  'account.details.whatOf': { name: string | number }
  'account.details.whatUsage': { claim: string | number }
  'account.details.when': None
  'account.documents.capacity.assignment': None
  'account.documents.capacity.mandate': None
  'account.documents.capacity.power-of-attorney': None
  'account.documents.capacity.support': None
  'account.documents.fingerprint': { fingerprint: string | number }
  'account.documents.kind.access-reply': None
  'account.documents.kind.court-letter': None
  'account.documents.kind.other': None
  'account.documents.kind.receipt-revoked': None
  'account.documents.kind.receipt-terminated': None
  'account.documents.kind.receipt-withdrawn': None
  'account.documents.lead': None
  'account.documents.mandate': { claim: string | number }
  'account.documents.none': None
  'account.documents.others': None
  'account.documents.participants': { claim: string | number }
  'account.documents.participantsAbout': None
  'account.documents.public': { claim: string | number }
  'account.documents.publishedBy': { day: string | number; on: string | number; organisation: string | number }
  'account.documents.sealing': { claim: string | number }
  'account.documents.signed': None
  'account.documents.signedAbout': None
  'account.documents.signedForYou': None
  'account.documents.signedOn': { time: string | number }
  'account.documents.state.came-of-age': { day: string | number }
  'account.documents.state.erased': { day: string | number }
  'account.documents.state.inForce': None
  'account.documents.state.no-answer-at-18': { day: string | number }
  'account.documents.state.partly': { day: string | number; kinds: string | number }
  'account.documents.state.replaced': { day: string | number }
  'account.documents.state.revoked': { day: string | number }
  'account.documents.state.terminated': { day: string | number }
  'account.documents.state.withdrawn': { day: string | number }
  'account.documents.stored': { time: string | number }
  'account.documents.title': None
  'account.email.again': None
  'account.email.button': None
  'account.email.codeButton': None
  'account.email.codeLead': { email: string | number }
  'account.email.codeTitle': None
  'account.email.field': None
  'account.email.for': { email: string | number; name: string | number }
  'account.email.hint': None
  'account.email.movedButton': None
  'account.email.movedLead': None
  'account.email.movedOthers': None
  'account.email.movedTitle': None
  'account.email.others': { names: string | number }
  'account.email.share': None
  'account.email.title': None
  'account.email.what': None
  'account.email.whatShared': None
  'account.email.whatSignIn': None
  'account.email.whatTold': None
  'account.email.whatWaits': { days: string | number }
  'account.end.back': None
  'account.end.button': None
  'account.end.othersText': None
  'account.end.othersTitle': None
  'account.end.text': None
  'account.end.title': None
  'account.excluded.about': { email: string | number }
  'account.excluded.title': { day: string | number }
  'account.fee.examples': None
  'account.fee.examplesAbout': None
  'account.fee.how': { amount: string | number }
  'account.fee.keep': None
  'account.fee.owed': { amount: string | number; day: string | number; vat: string | number }
  'account.fee.paused.excluded': None
  'account.fee.paused.merged': None
  'account.fee.paused.suspended': None
  'account.fee.pay': None
  'account.fee.receive': None
  'account.fee.refund': { amount: string | number; day: string | number }
  'account.fee.registration': None
  'account.fee.success': None
  'account.fee.successChild': { name: string | number }
  'account.fee.successForYou': None
  'account.fee.title': None
  'account.fee.waived.none-asked': None
  'account.fee.waived.owed-for-another-claim': None
  'account.fee.waived.paid-by-representative': None
  'account.fee.waived.stays-after-18': None
  'account.for': { name: string | number }
  'account.giveUp.alone': { name: string | number }
  'account.giveUp.back': None
  'account.giveUp.button': { name: string | number }
  'account.giveUp.cancel': None
  'account.giveUp.done': { email: string | number }
  'account.giveUp.end': { name: string | number }
  'account.giveUp.lead': { name: string | number; organisation: string | number }
  'account.giveUp.others': { name: string | number }
  'account.giveUp.see': { name: string | number }
  'account.giveUp.seen': { name: string | number }
  'account.giveUp.title': { name: string | number }
  'account.giveUp.valid': None
  'account.history.child.terminated': { claim: string | number; day: string | number; name: string | number }
  'account.history.child.withdrawn': { claim: string | number; day: string | number; name: string | number }
  'account.history.erased': { claim: string | number; day: string | number }
  'account.history.joined': { day: string | number; reference: string | number }
  'account.history.no-answer-at-18': { claim: string | number; day: string | number }
  'account.history.terminated': { claim: string | number; day: string | number }
  'account.history.title': None
  'account.history.withdrawn': { claim: string | number; day: string | number }
  'account.hold.child.custody-objection': { name: string | number }
  'account.hold.child.identity-disputed': { name: string | number }
  'account.hold.child.nobody-represents': { name: string | number }
  'account.hold.child.review': { name: string | number }
  'account.hold.custody-objection': None
  'account.hold.declare': { email: string | number }
  'account.hold.identity-disputed': None
  'account.hold.nobody-represents': None
  'account.hold.review': None
  'account.hold.settle': { email: string | number }
  'account.hold.title': { day: string | number }
  'account.join.about': { claim: string | number }
  'account.join.again': None
  'account.join.free': { organisation: string | number }
  'account.join.lead': { name: string | number }
  'account.join.leadChild': { name: string | number }
  'account.join.title': { claim: string | number }
  'account.joined': None
  'account.link.child': { name: string | number }
  'account.link.claims': None
  'account.link.documents': None
  'account.link.leave': { claim: string | number }
  'account.mend.answer': None
  'account.mend.answered': { day: string | number }
  'account.mend.closed': None
  'account.mend.details': None
  'account.mend.lead': { claim: string | number; day: string | number; name: string | number }
  'account.mend.list': None
  'account.mend.mended': None
  'account.mend.more-time': None
  'account.mend.otherwise': { email: string | number }
  'account.mend.over': { day: string | number }
  'account.mend.send': None
  'account.mend.sent': None
  'account.mend.tell': None
  'account.mend.title': None
  'account.mend.usage': None
  'account.mend.words': None
  'account.mend.wordsHint': None
  'account.menu.claims': None
  'account.menu.details': None
  'account.menu.documents': None
  'account.menu.home': None
  'account.menu.label': None
  'account.menu.messages': None
  'account.menu.my-data': None
  'account.menu.sign-in': None
  'account.menu.withdraw': None
  'account.messages.accepted': None
  'account.messages.attachments': None
  'account.messages.back': None
  'account.messages.date': None
  'account.messages.html': None
  'account.messages.lead': None
  'account.messages.none': None
  'account.messages.refused': None
  'account.messages.state': None
  'account.messages.text': None
  'account.messages.title': None
  'account.messages.to': None
  'account.messages.waiting': None
  'account.newChild.lead': { name: string | number }
  'account.newChild.link': None
  'account.newChild.title': { claim: string | number }
  'account.next': None
  'account.nextNothing': None
  'account.none': None
  'account.now': None
  'account.nowNothing': None
  'account.passkey.failed': None
  'account.passkey.without': None
  'account.passkey.working': None
  'account.passkeyAdd.button': None
  'account.passkeyAdd.for': { email: string | number; name: string | number }
  'account.passkeyAdd.lead': None
  'account.passkeyAdd.own': None
  'account.passkeyAdd.title': None
  'account.passkeyRemove.button': None
  'account.passkeyRemove.text': { date: string | number; device: string | number }
  'account.passkeyRemove.title': None
  'account.reference': None
  'account.review.back': None
  'account.review.button': None
  'account.review.hint': None
  'account.review.sent': None
  'account.review.title': None
  'account.review.words': None
  'account.signIn.button': None
  'account.signIn.email': None
  'account.signIn.lead': None
  'account.signIn.or': None
  'account.signIn.passkey': None
  'account.signIn.passkeyLead': None
  'account.signIn.remember': None
  'account.signIn.rememberHint': None
  'account.signIn.title': None
  'account.standing.active': None
  'account.standing.child.active': { name: string | number }
  'account.standing.child.data-rights-own': { name: string | number }
  'account.standing.child.excluded': { day: string | number; name: string | number }
  'account.standing.child.merged': { name: string | number }
  'account.standing.child.needs-action': { name: string | number }
  'account.standing.child.sealing': { name: string | number }
  'account.standing.child.simple': { company: string | number; name: string | number }
  'account.standing.child.suspended': { day: string | number; name: string | number }
  'account.standing.child.unauthorised': { name: string | number }
  'account.standing.childSelf': None
  'account.standing.confirm-at-18': None
  'account.standing.data-rights-own': None
  'account.standing.excluded': { day: string | number }
  'account.standing.merged': None
  'account.standing.needs-action': None
  'account.standing.sealing': None
  'account.standing.suspended': { day: string | number }
  'account.standing.unauthorised': None
  'account.stay.button': None
  'account.stay.how': None
  'account.stay.lead': None
  'account.stay.nothing': None
  'account.stay.nothingText': None
  'account.stay.of': { claim: string | number; date: string | number }
  'account.stay.title': None
  'account.summary.birthday': { age: number; day: string | number; name: string | number }
  'account.summary.by': { day: string | number }
  'account.summary.children': { count: number; names: string | number }
  'account.summary.date': None
  'account.summary.excluded': { claims: string | number }
  'account.summary.excludedChildren': { names: string | number }
  'account.summary.left': None
  'account.summary.noDate': None
  'account.summary.nobody': None
  'account.summary.nothing': None
  'account.summary.onHold': { names: string | number }
  'account.summary.onHoldSelf': None
  'account.summary.self': { claims: string | number }
  'account.summary.step': None
  'account.summary.withdrawUntil': { claim: string | number; day: string | number }
  'account.system.android': None
  'account.system.chromeos': None
  'account.system.ios': None
  'account.system.linux': None
  'account.system.macos': None
  'account.system.other': None
  'account.system.windows': None
  'account.tasks.anew': { claim: string | number; name: string | number }
  'account.tasks.anewAbout': None
  'account.tasks.by': { day: string | number }
  'account.tasks.confirm': { claim: string | number }
  'account.tasks.confirmAbout': None
  'account.tasks.draft': { claim: string | number }
  'account.tasks.draftAbout': None
  'account.tasks.invite': { name: string | number }
  'account.tasks.inviteAbout': { name: string | number }
  'account.tasks.mend': { name: string | number }
  'account.tasks.mendAbout': None
  'account.tasks.noDate': None
  'account.tasks.pay': { amount: string | number; claim: string | number }
  'account.tasks.payAbout': None
  'account.tasks.refused': { name: string | number }
  'account.tasks.refusedAbout': None
  'account.tasks.renew': { claim: string | number }
  'account.tasks.renewAbout': None
  'account.tasks.title': None
  'account.tasks.was': { day: string | number }
  'account.title': None
  'account.usage.lead': None
  'account.usage.title': { claim: string | number; name: string | number }
  'account.when': None
  'account.whenOpen': None
  'account.withdraw': None
  'account.you': { name: string | number }
  'archive.readme.careful': None
  'archive.readme.data': None
  'archive.readme.evidence': None
  'archive.readme.files': None
  'archive.readme.made': { time: string | number }
  'archive.readme.mails': None
  'archive.readme.not': None
  'archive.readme.others': None
  'archive.readme.rights': { address: string | number; email: string | number }
  'archive.readme.technical': None
  'archive.readme.title': { organisation: string | number }
  'archive.readme.what': None
  'because.account-empty': None
  'because.account-missing': None
  'because.account-of-person-needed': None
  'because.address-characters': None
  'because.agreement-changed': None
  'because.agreement-repeated': None
  'because.agreements-by-two': None
  'because.already-submitted': None
  'because.alternative-is-name': None
  'because.alternative-missing': None
  'because.amount-wrong': None
  'because.answer-empty': None
  'because.answer-often': None
  'because.answers-missing': None
  'because.archive-under-way': None
  'because.asked-in-future': None
  'because.authority-missing': None
  'because.authority-relation': None
  'because.belongs-missing': None
  'because.bic-wrong': None
  'because.birth-date-future': None
  'because.birth-date-missing': None
  'because.birth-date-wrong': None
  'because.changed-meanwhile': None
  'because.child-birth-missing': None
  'because.child-is-adult': None
  'because.child-name-missing': None
  'because.child-suspended': None
  'because.child-takes-part': None
  'because.child-twice': None
  'because.children-missing': None
  'because.choice-missing': None
  'because.choice-wrong': None
  'because.choose-one': None
  'because.city-missing': None
  'because.claim-closed': None
  'because.claim-name-missing': None
  'because.code-expired': None
  'because.code-missing': None
  'because.code-used-up': None
  'because.code-wrong': None
  'because.company-missing': None
  'because.confirm-missing': None
  'because.content-moved-on': None
  'because.country-missing': None
  'because.country-wrong': None
  'because.court-closed': None
  'because.court-day-wrong': None
  'because.crosses-16': None
  'because.crosses-18': None
  'because.cure-days-wrong': None
  'because.cure-term-runs': None
  'because.cure-while-suspended': None
  'because.date-wrong': None
  'because.day-missing': None
  'because.day-to-come': None
  'because.day-wrong': None
  'because.decision-missing': None
  'because.decision-overtaken': None
  'because.decision-undone': None
  'because.declaration-missing': None
  'because.defects-missing': None
  'because.disclosure-wrong': None
  'because.document-missing': None
  'because.draft-changed-meanwhile': None
  'because.draft-exists': None
  'because.draft-has-findings': None
  'because.draft-is-up-to-date': None
  'because.due-in-the-past': None
  'because.email-missing': None
  'because.email-needed': None
  'because.email-of-family': None
  'because.email-same': None
  'because.email-wrong': None
  'because.ended-already': None
  'because.erased-already': None
  'because.example-missing': None
  'because.excluded': None
  'because.excluded-already': None
  'because.explanation-missing': None
  'because.extension-days-wrong': None
  'because.extension-too-short': None
  'because.fact-name-twice': None
  'because.fact-name-wrong': None
  'because.facts-unreadable': None
  'because.fee-choice-missing': None
  'because.fee-is-the-same': None
  'because.fee-spoils-texts': None
  'because.fee-too-large': None
  'because.file-missing': None
  'because.first-link-over': None
  'because.flag-resolved': None
  'because.former-does-not-fit': None
  'because.gate-closed': None
  'because.ground-missing': None
  'because.guardian-answer-missing': None
  'because.has-own-address': None
  'because.hold-over': None
  'because.holder-characters': None
  'because.holder-missing': None
  'because.host-taken': None
  'because.host-wrong': None
  'because.hue-wrong': None
  'because.iban-missing': None
  'because.iban-outside-sepa': None
  'because.iban-wrong': None
  'because.id-wrong': None
  'because.identity-disputed': None
  'because.identity-unchecked': None
  'because.instant-wrong': None
  'because.invitation-answered': None
  'because.invitation-over': None
  'because.keep-missing': None
  'because.language-missing': None
  'because.last-administrator': None
  'because.last-passkey': None
  'because.legal-name-missing': None
  'because.link-wrong': None
  'because.merge-child-and-adult': None
  'because.merge-erased': None
  'because.merge-family': None
  'because.merge-proposed': None
  'because.merge-suspended': None
  'because.merge-undone': None
  'because.merged-already': None
  'because.moment-past': None
  'because.moment-too-far': None
  'because.money-declaration-missing': None
  'because.name-characters': None
  'because.name-missing': None
  'because.name-too-long': None
  'because.no-address-to-answer': None
  'because.no-decision': None
  'because.no-draft': None
  'because.no-failed-jobs': None
  'because.no-fee-stated': None
  'because.no-hold': None
  'because.no-new-agreements': None
  'because.no-note': None
  'because.no-objection': None
  'because.no-open-notice': None
  'because.no-organiser': None
  'because.no-pair': None
  'because.no-person': None
  'because.no-plan': None
  'because.no-proposal': None
  'because.no-publication-plan': None
  'because.no-review': None
  'because.no-run': None
  'because.no-segment': None
  'because.no-signals': None
  'because.no-such-example': None
  'because.no-such-flag': None
  'because.no-such-move': None
  'because.no-such-picture': None
  'because.no-such-reference': None
  'because.no-such-text': None
  'because.no-such-version': None
  'because.no-task': None
  'because.nobody-else-represents': None
  'because.nobody-ends-first': None
  'because.nobody-represents-still': None
  'because.not-administrator': None
  'because.not-own-plan': None
  'because.not-own-proposal': None
  'because.not-sixteen': None
  'because.not-suspended': None
  'because.not-the-childs-own': None
  'because.not-ticked-erase': None
  'because.not-undoable': None
  'because.not-your-role': None
  'because.note-empty': None
  'because.note-struck': None
  'because.nothing-changed': None
  'because.nothing-chosen': None
  'because.nothing-published': None
  'because.notice-open': None
  'because.notice-unread': None
  'because.number-of-days': None
  'because.objection-stands': None
  'because.opening-words-missing': None
  'because.order-senseless': None
  'because.organisation-missing': None
  'because.organiser-enrolled': None
  'because.organiser-known': None
  'because.organiser-not-enrolled': None
  'because.organiser-suspended': None
  'because.other-parent-characters': None
  'because.other-parent-name-missing': None
  'because.other-parent-self': None
  'because.outcome-missing': None
  'because.own-access': None
  'because.own-account-missing': None
  'because.own-decision': None
  'because.own-proposal': None
  'because.pair-decided': None
  'because.parameters-wrong': None
  'because.parent-asked-often': None
  'because.parent-ends-first': None
  'because.passkey-failed': None
  'because.passkey-gone': None
  'because.passkey-there': None
  'because.percent-wrong': None
  'because.period-before-birth': None
  'because.period-empty': None
  'because.period-end-missing': None
  'because.period-missing': None
  'because.period-turned-round': None
  'because.phase-missing': None
  'because.phase-not-moved': None
  'because.phone-link-over': None
  'because.phone-link-used': None
  'because.picture-broken': None
  'because.picture-exists': None
  'because.picture-kind': None
  'because.picture-pixels': None
  'because.picture-shown': None
  'because.picture-too-heavy': None
  'because.plan-over': None
  'because.planned-already': None
  'because.planner-may-not': None
  'because.postcode-missing': None
  'because.postcode-wrong': None
  'because.price-rose': None
  'because.proof-old': None
  'because.proposal-answered': None
  'because.proposal-outdated': None
  'because.proposal-over': None
  'because.proposed-already': None
  'because.proposer-may-not': None
  'because.reason-missing': None
  'because.reference-missing': None
  'because.reference-of-decision-missing': None
  'because.represents-children': None
  'because.represents-not': None
  'because.residence-missing': None
  'because.respondent-country-missing': None
  'because.review-of-flag': None
  'because.review-open': None
  'because.review-over': None
  'because.review-words-missing': None
  'because.revoke-missing': None
  'because.roles-missing': None
  'because.search-too-long': None
  'because.segment-empty': None
  'because.segment-moved': None
  'because.segment-name-missing': None
  'because.segment-name-taken': None
  'because.segment-nobody': None
  'because.session-gone': None
  'because.share-missing': None
  'because.signature-empty': None
  'because.signature-missing': None
  'because.signature-other-name': None
  'because.signature-tick-missing': None
  'because.slug-not-free': None
  'because.slug-taken': None
  'because.statement-missing': None
  'because.step-too-early': None
  'because.street-missing': None
  'because.suspended-already': None
  'because.suspension-gone': None
  'because.takes-no-part': None
  'because.takes-part-already': None
  'because.task-done': None
  'because.task-kind-missing': None
  'because.task-organiser-unknown': None
  'because.task-to-missing': None
  'because.terms-missing': None
  'because.text-changed': None
  'because.text-missing': None
  'because.text-too-long': None
  'because.tick-missing': None
  'because.time-wrong': None
  'because.too-long': None
  'because.too-many-archives': None
  'because.too-many-children': None
  'because.too-many-codes': None
  'because.too-many-invitations': None
  'because.too-many-points': None
  'because.too-many-tries': None
  'because.too-many-wrong-codes': None
  'because.under-18': None
  'because.under-review': None
  'because.unknown-fact': None
  'because.unusable': None
  'because.value-missing': None
  'because.who-missing': None
  'because.whole-wrong': None
  'because.withdrawal-over': None
  'because.word-too-long': None
  'claim.agreements.title': None
  'claim.amount.label': None
  'claim.amount.note': None
  'claim.breadcrumb': None
  'claim.case.after': { day: string | number }
  'claim.case.noDate': None
  'claim.case.respondent': None
  'claim.case.state': None
  'claim.closed.after': None
  'claim.closed.afterTitle': None
  'claim.closed.before': None
  'claim.closed.beforeTitle': None
  'claim.closed.follow': None
  'claim.closed.next': None
  'claim.costs.award': None
  'claim.costs.cap': None
  'claim.costs.even': { amount: string | number }
  'claim.costs.examples': None
  'claim.costs.examplesCaption': None
  'claim.costs.examplesIntro': None
  'claim.costs.fixed': None
  'claim.costs.invalid': { most: string | number }
  'claim.costs.keep': { amount: string | number }
  'claim.costs.leftNote': { fee: string | number }
  'claim.costs.nothing': None
  'claim.costs.percent': { percent: number }
  'claim.costs.roundDown': None
  'claim.costs.roundNearest': None
  'claim.costs.rulesTitle': None
  'claim.costs.title': None
  'claim.count.confirmed': { count: number }
  'claim.count.none': None
  'claim.count.signed': { count: number }
  'claim.count.title': None
  'claim.documents.dated': { day: string | number }
  'claim.documents.print': None
  'claim.documents.title': None
  'claim.join.after': { fee: string | number }
  'claim.join.again': None
  'claim.join.bar': None
  'claim.join.barLabel': None
  'claim.join.email': None
  'claim.join.emailHint': None
  'claim.join.forChild': None
  'claim.join.freeAfter': None
  'claim.join.name': None
  'claim.join.onlyChild': None
  'claim.join.privacyLink': None
  'claim.join.sending': None
  'claim.join.signIn': None
  'claim.join.statementChild': None
  'claim.join.termsAfter': None
  'claim.join.termsBefore': None
  'claim.join.termsBetween': None
  'claim.join.termsLink': None
  'claim.join.termsVersions': { terms: string | number }
  'claim.join.termsVersionsBoth': { privacy: string | number; terms: string | number }
  'claim.join.title': None
  'claim.money.box': None
  'claim.money.calculator': None
  'claim.money.later': None
  'claim.money.laterAbout': None
  'claim.money.laterEither': { fixed: string | number; percent: number }
  'claim.money.more': None
  'claim.money.now': None
  'claim.money.nowAbout': { percent: number }
  'claim.nav.case': None
  'claim.nav.costs': None
  'claim.nav.how': None
  'claim.nav.news': None
  'claim.nav.questions': None
  'claim.news.all': None
  'claim.news.feed': None
  'claim.news.from': { publisher: string | number; section: string | number }
  'claim.news.original': { publisher: string | number }
  'claim.otherClaims': None
  'claim.questions.address': None
  'claim.questions.others': None
  'claim.sources.back': { at: string | number; number: string | number }
  'claim.sources.intro': None
  'claim.sources.mark': { number: string | number; publisher: string | number }
  'claim.sources.title': None
  'court.agreementStays': None
  'court.facts': None
  'court.form.abroad': None
  'court.form.abroadHint-opt-in': None
  'court.form.abroadHint-opt-out': None
  'court.form.after': None
  'court.form.netherlands': None
  'court.form.netherlandsHint': None
  'court.form.residence': { date: string | number; name: string | number }
  'court.form.residenceSelf': { date: string | number }
  'court.form.send': None
  'court.form.title': None
  'court.is': None
  'court.is.title': None
  'court.isNot': None
  'court.isNot.title': None
  'court.lead': None
  'court.letter.abroad': None
  'court.letter.address': None
  'court.letter.born': None
  'court.letter.caseNumber': None
  'court.letter.court': None
  'court.letter.field': None
  'court.letter.name': None
  'court.letter.netherlands': None
  'court.letter.opt-in': { caseNumber: string | number; name: string | number; respondent: string | number }
  'court.letter.opt-out': { caseNumber: string | number; name: string | number; respondent: string | number }
  'court.letter.placeAndDate': None
  'court.letter.representative.guardian': None
  'court.letter.representative.parent': None
  'court.letter.residence': { date: string | number }
  'court.letter.respondent': None
  'court.letter.signature': { name: string | number }
  'court.letter.title.opt-in': None
  'court.letter.title.opt-out': None
  'court.letter.to': None
  'court.letter.value': None
  'court.made.askConfirmed': None
  'court.made.askSent': None
  'court.made.confirmed': { date: string | number }
  'court.made.download': None
  'court.made.making': None
  'court.made.note': None
  'court.made.sent': { date: string | number }
  'court.made.sixMonths': { company: string | number; date: string | number }
  'court.made.title.opt-in': { date: string | number }
  'court.made.title.opt-out': { date: string | number }
  'court.none': { claim: string | number }
  'court.over': { date: string | number }
  'court.row.announced': None
  'court.row.case': None
  'court.row.court': None
  'court.row.lastDay': None
  'court.sixMonths': { company: string | number }
  'court.title': { claim: string | number }
  'court.warning.title': None
  'court.which': None
  'court.which.title': None
  'deficiency.plain.account-missing': { name: string | number }
  'deficiency.plain.address-incomplete': { name: string | number }
  'deficiency.plain.birth-date-impossible': { name: string | number }
  'deficiency.plain.evidence-unreadable': { name: string | number }
  'deficiency.plain.name-mismatch': { name: string | number }
  'deficiency.plain.period-unclear': { name: string | number }
  'deficiency.plain.representative-unclear': { name: string | number }
  'desk.act.agreements.approve': None
  'desk.act.agreements.propose': None
  'desk.act.bulk.approve': None
  'desk.act.bulk.propose': None
  'desk.act.bulk.see': None
  'desk.act.bulk.steer': None
  'desk.act.claims.carry': None
  'desk.act.claims.edit': None
  'desk.act.claims.move': None
  'desk.act.claims.publish': None
  'desk.act.claims.see': None
  'desk.act.deficiencies.send': None
  'desk.act.duplicates.judge': None
  'desk.act.duplicates.see': None
  'desk.act.erasures.approve': None
  'desk.act.erasures.propose': None
  'desk.act.erasures.see': None
  'desk.act.jobs.retry': None
  'desk.act.journal.export': None
  'desk.act.journal.read': None
  'desk.act.journal.verify': None
  'desk.act.merges.approve': None
  'desk.act.merges.propose': None
  'desk.act.organisers.change': None
  'desk.act.organisers.see': None
  'desk.act.overview.see': None
  'desk.act.payments.see': None
  'desk.act.people.correct': None
  'desk.act.people.decide': None
  'desk.act.people.find': None
  'desk.act.people.note': None
  'desk.act.people.open': None
  'desk.act.people.read': None
  'desk.act.people.segment': None
  'desk.act.proposals.see': None
  'desk.act.signals.judge': None
  'desk.act.signals.see': None
  'desk.agreements.callsOff': None
  'desk.agreements.first': None
  'desk.agreements.lead': None
  'desk.agreements.link': None
  'desk.agreements.new': { version: string | number }
  'desk.agreements.none': None
  'desk.agreements.note': None
  'desk.agreements.noteHint': None
  'desk.agreements.nothingElse': None
  'desk.agreements.one': { language: string | number; title: string | number }
  'desk.agreements.proposal': None
  'desk.agreements.propose': None
  'desk.agreements.seeAll': None
  'desk.agreements.terms': None
  'desk.agreements.termsLead': None
  'desk.agreements.title': { name: string | number }
  'desk.agreements.told': { count: number; name: string | number; terms: number }
  'desk.agreements.toldOutdated': None
  'desk.agreements.toldWhole': None
  'desk.agreements.versions': { after: string | number; before: string | number }
  'desk.agreements.waiting': None
  'desk.agreements.whole': None
  'desk.bulk.act.flag': None
  'desk.bulk.act.lift': None
  'desk.bulk.act.more-time': None
  'desk.bulk.act.notice': None
  'desk.bulk.act.suspend': None
  'desk.bulk.act.task': None
  'desk.bulk.answered': { all: string | number; answered: string | number }
  'desk.bulk.back': None
  'desk.bulk.because': None
  'desk.bulk.because.failed': None
  'desk.bulk.because.fails-again-and-again': None
  'desk.bulk.because.objects': None
  'desk.bulk.because.person-gone': None
  'desk.bulk.because.segment-moved': None
  'desk.bulk.because.takes-no-part': None
  'desk.bulk.choose': None
  'desk.bulk.counted': None
  'desk.bulk.countedOf': { by: string | number; count: number }
  'desk.bulk.done': None
  'desk.bulk.drawUp': None
  'desk.bulk.drawnUp': None
  'desk.bulk.everybody': None
  'desk.bulk.expectedEnd': { time: string | number }
  'desk.bulk.explanation': None
  'desk.bulk.explanationHint': None
  'desk.bulk.failed': None
  'desk.bulk.gathering': None
  'desk.bulk.joinedOn': None
  'desk.bulk.kept': None
  'desk.bulk.language': None
  'desk.bulk.lead': None
  'desk.bulk.leave': None
  'desk.bulk.left': None
  'desk.bulk.more': None
  'desk.bulk.new': None
  'desk.bulk.next': None
  'desk.bulk.noNames': None
  'desk.bulk.noSegments': None
  'desk.bulk.none': None
  'desk.bulk.notProposed': None
  'desk.bulk.older': None
  'desk.bulk.order.go-on': None
  'desk.bulk.order.pause': None
  'desk.bulk.order.stop': None
  'desk.bulk.order.undo': None
  'desk.bulk.ordered.go-on': { name: string | number; time: string | number }
  'desk.bulk.ordered.pause': { name: string | number; time: string | number }
  'desk.bulk.ordered.stop': { name: string | number; time: string | number }
  'desk.bulk.ordered.undo': { name: string | number; time: string | number }
  'desk.bulk.organiserGone': None
  'desk.bulk.outcome': None
  'desk.bulk.outcomeOf.failed': None
  'desk.bulk.outcomeOf.kept': None
  'desk.bulk.outcomeOf.refused': None
  'desk.bulk.param.claim': None
  'desk.bulk.param.cureDays': None
  'desk.bulk.param.days': None
  'desk.bulk.param.defect': None
  'desk.bulk.param.extensionReason': None
  'desk.bulk.param.extraDays': None
  'desk.bulk.param.flag': None
  'desk.bulk.param.flagReason': None
  'desk.bulk.param.kind': None
  'desk.bulk.param.liftReason': None
  'desk.bulk.param.role': None
  'desk.bulk.param.suspendReason': None
  'desk.bulk.param.suspended': None
  'desk.bulk.people': None
  'desk.bulk.peopleNow': None
  'desk.bulk.person': None
  'desk.bulk.progress': None
  'desk.bulk.proposalTold': { act: string | number; count: number }
  'desk.bulk.propose': None
  'desk.bulk.proposeAbout': None
  'desk.bulk.reason.board': None
  'desk.bulk.reason.court': None
  'desk.bulk.reason.data-incomplete': None
  'desk.bulk.reason.own-mistake': None
  'desk.bulk.reason.signals': None
  'desk.bulk.reason.term-near': None
  'desk.bulk.refreshStop': None
  'desk.bulk.refreshes': None
  'desk.bulk.refused': None
  'desk.bulk.reload': None
  'desk.bulk.sample': { count: number }
  'desk.bulk.sampleAbout': None
  'desk.bulk.segment': None
  'desk.bulk.segmentHint': None
  'desk.bulk.stands': None
  'desk.bulk.startedBy': { name: string | number; time: string | number }
  'desk.bulk.state.declined': None
  'desk.bulk.state.drawn-up': None
  'desk.bulk.state.finished': None
  'desk.bulk.state.gathering': None
  'desk.bulk.state.going': None
  'desk.bulk.state.paused': None
  'desk.bulk.state.proposed': None
  'desk.bulk.state.stopped': None
  'desk.bulk.state.undo-paused': None
  'desk.bulk.state.undo-stopped': None
  'desk.bulk.state.undoing': None
  'desk.bulk.state.undone': None
  'desk.bulk.state.withdrawn': None
  'desk.bulk.theProgram': None
  'desk.bulk.title': None
  'desk.bulk.toPeople': None
  'desk.bulk.toProposal': None
  'desk.bulk.toldTitle': None
  'desk.bulk.undo': None
  'desk.bulk.undoBecause': None
  'desk.bulk.undoTitle': None
  'desk.bulk.undoing.never': None
  'desk.bulk.undoing.told': None
  'desk.bulk.undoing.whole': None
  'desk.bulk.undone': None
  'desk.bulk.value.language.en': None
  'desk.bulk.value.language.nl': None
  'desk.bulk.value.suspended.identity-disputed': None
  'desk.bulk.value.suspended.review': None
  'desk.bulk.what': None
  'desk.bulk.why': None
  'desk.code.button': None
  'desk.code.lead': None
  'desk.correct.about': { days: string | number }
  'desk.correct.asked': None
  'desk.correct.button': None
  'desk.correct.identity': None
  'desk.correct.knowsOf16': None
  'desk.correct.nameHint': None
  'desk.correct.notHere': None
  'desk.correct.reason': None
  'desk.correct.reason.mistyped': None
  'desk.correct.reason.moved': None
  'desk.correct.reason.name-changed': None
  'desk.correct.reason.papers-shown': None
  'desk.correct.title': None
  'desk.decide.conclude.button': None
  'desk.decide.exclude.about': None
  'desk.decide.exclude.button': None
  'desk.decide.exclude.title': { claim: string | number }
  'desk.decide.explanation': None
  'desk.decide.explanationHint': { language: string | number }
  'desk.decide.lift.about': None
  'desk.decide.lift.button': None
  'desk.decide.lift.title': None
  'desk.decide.reason': None
  'desk.decide.resolve-flag.about': None
  'desk.decide.resolve-flag.button': None
  'desk.decide.resolve-flag.title': None
  'desk.decide.suspend.about': None
  'desk.decide.suspend.button': None
  'desk.decide.suspend.title': None
  'desk.decide.told': { name: string | number }
  'desk.defect.account-missing': None
  'desk.defect.address-incomplete': None
  'desk.defect.birth-date-impossible': None
  'desk.defect.evidence-unreadable': None
  'desk.defect.name-mismatch': None
  'desk.defect.other': None
  'desk.defect.period-unclear': None
  'desk.defect.representative-unclear': None
  'desk.deficiency.about': { days: string | number }
  'desk.deficiency.addition': None
  'desk.deficiency.additionHint': { language: string | number }
  'desk.deficiency.days': None
  'desk.deficiency.daysHint': { days: string | number }
  'desk.deficiency.defects': None
  'desk.deficiency.send': None
  'desk.deficiency.title': { claim: string | number }
  'desk.draft.allTexts': None
  'desk.draft.back': { name: string | number }
  'desk.draft.behind': { version: string | number }
  'desk.draft.changed': None
  'desk.draft.changedBy': { when: string | number; who: string | number }
  'desk.draft.claim': None
  'desk.draft.copy': None
  'desk.draft.drop': None
  'desk.draft.dropAsk': None
  'desk.draft.dropTick': None
  'desk.draft.facts': None
  'desk.draft.file': None
  'desk.draft.file.added': None
  'desk.draft.file.changed': None
  'desk.draft.file.gone': None
  'desk.draft.findings': { count: number }
  'desk.draft.findingsMore': { count: string | number }
  'desk.draft.findingsTitle': None
  'desk.draft.foundation': None
  'desk.draft.hasCopy': { version: string | number; when: string | number; who: string | number }
  'desk.draft.inClaim': { claim: string | number }
  'desk.draft.inFiles': None
  'desk.draft.language.en': None
  'desk.draft.language.nl': None
  'desk.draft.line': { line: string | number }
  'desk.draft.list': None
  'desk.draft.listLead': None
  'desk.draft.machine': None
  'desk.draft.never': None
  'desk.draft.newCopy': { when: string | number; who: string | number }
  'desk.draft.noCopy': None
  'desk.draft.none': None
  'desk.draft.nothingChanged': None
  'desk.draft.onlyLook': None
  'desk.draft.phase': None
  'desk.draft.preview': None
  'desk.draft.published': None
  'desk.draft.publishedAs': { version: string | number; when: string | number }
  'desk.draft.save': None
  'desk.draft.saved': None
  'desk.draft.saving': None
  'desk.draft.someone': None
  'desk.draft.texts': None
  'desk.draft.toMend': None
  'desk.draft.what': None
  'desk.draft.when': None
  'desk.draft.you': None
  'desk.duplicates.account.customer-number': None
  'desk.duplicates.account.email': None
  'desk.duplicates.account.phone': None
  'desk.duplicates.account.username': None
  'desk.duplicates.agreeing': None
  'desk.duplicates.agreement.alike': None
  'desk.duplicates.agreement.differs': None
  'desk.duplicates.agreement.same': None
  'desk.duplicates.agreement.unknown': None
  'desk.duplicates.agrees': None
  'desk.duplicates.amongThem': None
  'desk.duplicates.areOne': None
  'desk.duplicates.areOneLead': None
  'desk.duplicates.areTwo': None
  'desk.duplicates.back': None
  'desk.duplicates.before': None
  'desk.duplicates.byReason': None
  'desk.duplicates.covered': None
  'desk.duplicates.decided': None
  'desk.duplicates.earlier': None
  'desk.duplicates.everyReason': None
  'desk.duplicates.field.accounts': None
  'desk.duplicates.field.address': None
  'desk.duplicates.field.admitted': None
  'desk.duplicates.field.birth': None
  'desk.duplicates.field.claims': None
  'desk.duplicates.field.email': None
  'desk.duplicates.field.fee': None
  'desk.duplicates.field.iban': None
  'desk.duplicates.field.name': None
  'desk.duplicates.field.what': None
  'desk.duplicates.givenBack': None
  'desk.duplicates.gone': None
  'desk.duplicates.ground': None
  'desk.duplicates.grounds.account-settled': None
  'desk.duplicates.grounds.household': None
  'desk.duplicates.grounds.namesakes': None
  'desk.duplicates.grounds.other-people': None
  'desk.duplicates.grounds.twins': None
  'desk.duplicates.isMerged.earlier': None
  'desk.duplicates.isMerged.later': None
  'desk.duplicates.isMergedLead': None
  'desk.duplicates.joined': { at: string | number; reference: string | number }
  'desk.duplicates.judged': { at: string | number; ground: string | number; name: string | number }
  'desk.duplicates.keep': None
  'desk.duplicates.keepHint': None
  'desk.duplicates.kind.account': None
  'desk.duplicates.kind.email': None
  'desk.duplicates.kind.iban': None
  'desk.duplicates.later': None
  'desk.duplicates.lead': None
  'desk.duplicates.left': None
  'desk.duplicates.merge.access': None
  'desk.duplicates.merge.counts': None
  'desk.duplicates.merge.fee': None
  'desk.duplicates.merge.mail': None
  'desk.duplicates.merge.papers': None
  'desk.duplicates.merge.second': None
  'desk.duplicates.mergeTitle': None
  'desk.duplicates.nameless': None
  'desk.duplicates.next': None
  'desk.duplicates.noAccounts': None
  'desk.duplicates.noEmail': None
  'desk.duplicates.noIban': None
  'desk.duplicates.noPair': None
  'desk.duplicates.none.merged': None
  'desk.duplicates.none.shared': None
  'desk.duplicates.none.waiting': None
  'desk.duplicates.none.warnings': None
  'desk.duplicates.ofOne': None
  'desk.duplicates.oneErased': None
  'desk.duplicates.over': { count: string | number }
  'desk.duplicates.pairTitle': None
  'desk.duplicates.people': None
  'desk.duplicates.propose': None
  'desk.duplicates.proposeUndo': None
  'desk.duplicates.reason.account': None
  'desk.duplicates.reason.account-in-family': None
  'desk.duplicates.reason.address': None
  'desk.duplicates.reason.alike-birth': None
  'desk.duplicates.reason.first-name-birth': None
  'desk.duplicates.reason.iban': None
  'desk.duplicates.reason.name-birth': None
  'desk.duplicates.reason.name-nearly-birth': None
  'desk.duplicates.reason.postcode': None
  'desk.duplicates.reason.same-email': None
  'desk.duplicates.reason.same-mailbox': None
  'desk.duplicates.saveTwo': None
  'desk.duplicates.show': None
  'desk.duplicates.sideBySide': None
  'desk.duplicates.since': None
  'desk.duplicates.stays': None
  'desk.duplicates.survivorLeft': None
  'desk.duplicates.title': None
  'desk.duplicates.toMerge': None
  'desk.duplicates.toProposal': None
  'desk.duplicates.toUnmerge': None
  'desk.duplicates.told.merge': None
  'desk.duplicates.told.unmerge': None
  'desk.duplicates.two': { one: string | number; other: string | number }
  'desk.duplicates.unmerge.access': None
  'desk.duplicates.unmerge.counts': None
  'desk.duplicates.unmerge.fee': None
  'desk.duplicates.unmerge.mail': None
  'desk.duplicates.unmerge.papers': None
  'desk.duplicates.unmerge.second': None
  'desk.duplicates.unmergeTitle': None
  'desk.duplicates.view.merged': None
  'desk.duplicates.view.shared': None
  'desk.duplicates.view.waiting': None
  'desk.duplicates.view.warnings': None
  'desk.duplicates.views': None
  'desk.duplicates.waiting.merge.earlier': None
  'desk.duplicates.waiting.merge.later': None
  'desk.duplicates.waiting.unmerge': None
  'desk.duplicates.waits': None
  'desk.duplicates.weight': None
  'desk.duplicates.weightSaid': { weight: string | number }
  'desk.duplicates.what': None
  'desk.duplicates.who': None
  'desk.erasures.answer.letter': None
  'desk.erasures.answer.mail': None
  'desk.erasures.answerBy': None
  'desk.erasures.answerDue': { day: string | number }
  'desk.erasures.askedOn': None
  'desk.erasures.askedOnHint': None
  'desk.erasures.because': None
  'desk.erasures.cameBy': None
  'desk.erasures.due': None
  'desk.erasures.ends': { claims: string | number }
  'desk.erasures.ground': None
  'desk.erasures.groundOf.17-3-b': None
  'desk.erasures.groundOf.17-3-e': None
  'desk.erasures.heldBack': None
  'desk.erasures.holds': None
  'desk.erasures.holdsAbout': None
  'desk.erasures.holdsNone': None
  'desk.erasures.identity': None
  'desk.erasures.kept': None
  'desk.erasures.keptOf.books': None
  'desk.erasures.keptOf.evidence': None
  'desk.erasures.kind.account': None
  'desk.erasures.kind.bank': None
  'desk.erasures.kind.books': None
  'desk.erasures.kind.evidence': None
  'desk.erasures.kind.journal': None
  'desk.erasures.kind.mails': None
  'desk.erasures.kind.usage': None
  'desk.erasures.lead': None
  'desk.erasures.locked': None
  'desk.erasures.lockedOn': None
  'desk.erasures.look': None
  'desk.erasures.lookAbout': None
  'desk.erasures.lookReason.books': None
  'desk.erasures.lookReason.claim-goes-on': None
  'desk.erasures.lookReason.dispute': None
  'desk.erasures.lookReason.law-asks': None
  'desk.erasures.lookSave': None
  'desk.erasures.looked': None
  'desk.erasures.mayWithdraw': { day: string | number }
  'desk.erasures.noAddress': None
  'desk.erasures.of': { name: string | number }
  'desk.erasures.over': None
  'desk.erasures.person': None
  'desk.erasures.proposalChecked': { came: string | number; check: string | number; why: string | number }
  'desk.erasures.proposalTold': { why: string | number }
  'desk.erasures.propose': None
  'desk.erasures.proposeAbout': None
  'desk.erasures.proposedOn': { date: string | number }
  'desk.erasures.reason.asked': None
  'desk.erasures.reason.died': None
  'desk.erasures.reason.minor-without-parent': None
  'desk.erasures.reason.not-theirs': None
  'desk.erasures.reason.test-entry': None
  'desk.erasures.reviewOn': None
  'desk.erasures.stays': None
  'desk.erasures.title': None
  'desk.erasures.waiting': None
  'desk.erasures.waitingNone': None
  'desk.erasures.waits': None
  'desk.erasures.why.child-suspended': None
  'desk.erasures.why.identity-disputed': None
  'desk.erasures.why.nobody-ends-first': None
  'desk.erasures.why.parent-ends-first': None
  'desk.erasures.why.represents-children': None
  'desk.erasures.why.under-review': None
  'desk.facts.about.agreements': None
  'desk.facts.about.capacities': None
  'desk.facts.about.claims': None
  'desk.facts.about.court': None
  'desk.facts.about.disclosures': None
  'desk.facts.about.documents': None
  'desk.facts.about.facts': None
  'desk.facts.about.faq': None
  'desk.facts.about.general': None
  'desk.facts.about.money': None
  'desk.facts.about.news': None
  'desk.facts.about.pictures': None
  'desk.facts.about.respondents': None
  'desk.facts.about.sources': None
  'desk.facts.about.timeline': None
  'desk.facts.add': None
  'desk.facts.addHint': None
  'desk.facts.choice.agree': None
  'desk.facts.choice.assignment': None
  'desk.facts.choice.award': None
  'desk.facts.choice.award-and-interest': None
  'desk.facts.choice.award-interest-and-costs': None
  'desk.facts.choice.claim': None
  'desk.facts.choice.customer-number': None
  'desk.facts.choice.down': None
  'desk.facts.choice.email': None
  'desk.facts.choice.general-terms': None
  'desk.facts.choice.mandate': None
  'desk.facts.choice.nearest': None
  'desk.facts.choice.opt-in': None
  'desk.facts.choice.opt-out': None
  'desk.facts.choice.organisation': None
  'desk.facts.choice.participants': None
  'desk.facts.choice.participation-agreement': None
  'desk.facts.choice.phone': None
  'desk.facts.choice.power-of-attorney': None
  'desk.facts.choice.privacy-notice': None
  'desk.facts.choice.public': None
  'desk.facts.choice.read': None
  'desk.facts.choice.sign': None
  'desk.facts.choice.support': None
  'desk.facts.choice.username': None
  'desk.facts.choose': None
  'desk.facts.down': None
  'desk.facts.empty': None
  'desk.facts.field.agreements.act': None
  'desk.facts.field.agreements.kind': None
  'desk.facts.field.agreements.of': None
  'desk.facts.field.capacities.agreement': None
  'desk.facts.field.capacities.kind': None
  'desk.facts.field.capacities.scope': None
  'desk.facts.field.claims.id': None
  'desk.facts.field.court.abroad': None
  'desk.facts.field.court.address': None
  'desk.facts.field.court.announcedOn': None
  'desk.facts.field.court.caseNumber': None
  'desk.facts.field.court.lastDay': None
  'desk.facts.field.court.name': None
  'desk.facts.field.court.referenceDate': None
  'desk.facts.field.disclosures.adopted': None
  'desk.facts.field.disclosures.id': None
  'desk.facts.field.disclosures.published': None
  'desk.facts.field.disclosures.supplied': None
  'desk.facts.field.documents.audience': None
  'desk.facts.field.documents.id': None
  'desk.facts.field.documents.on': None
  'desk.facts.field.faq.id': None
  'desk.facts.field.general.address': None
  'desk.facts.field.general.bank-bic': None
  'desk.facts.field.general.bank-holder': None
  'desk.facts.field.general.bank-iban': None
  'desk.facts.field.general.company': None
  'desk.facts.field.general.country': None
  'desk.facts.field.general.demonstration': None
  'desk.facts.field.general.email': None
  'desk.facts.field.general.figure-hue': None
  'desk.facts.field.general.figure-seed': None
  'desk.facts.field.general.group': None
  'desk.facts.field.general.hosts': None
  'desk.facts.field.general.legalName': None
  'desk.facts.field.general.name': None
  'desk.facts.field.general.phone': None
  'desk.facts.field.general.registerNumber': None
  'desk.facts.field.general.signUpsUntil': None
  'desk.facts.field.general.statement': None
  'desk.facts.field.general.usage-accounts': None
  'desk.facts.field.general.vatId': None
  'desk.facts.field.money.combinedOfferEndsWith': None
  'desk.facts.field.money.demandUpTo': None
  'desk.facts.field.money.registrationFee': None
  'desk.facts.field.money.successBase': None
  'desk.facts.field.money.successFixed': None
  'desk.facts.field.money.successPercent': None
  'desk.facts.field.money.successRounding': None
  'desk.facts.field.money.vatPercent': None
  'desk.facts.field.news.at': None
  'desk.facts.field.news.id': None
  'desk.facts.field.news.publisher': None
  'desk.facts.field.news.section': None
  'desk.facts.field.news.url': None
  'desk.facts.field.pictures.alt': None
  'desk.facts.field.pictures.id': None
  'desk.facts.field.respondents.country': None
  'desk.facts.field.respondents.from': None
  'desk.facts.field.respondents.name': None
  'desk.facts.field.respondents.until': None
  'desk.facts.field.sources.id': None
  'desk.facts.field.sources.on': None
  'desk.facts.field.sources.publisher': None
  'desk.facts.field.sources.title': None
  'desk.facts.field.sources.url': None
  'desk.facts.field.timeline.after': None
  'desk.facts.field.timeline.document': None
  'desk.facts.field.timeline.id': None
  'desk.facts.field.timeline.on': None
  'desk.facts.field.timeline.planned': None
  'desk.facts.item': { name: string | number; number: string | number }
  'desk.facts.kind.cents': None
  'desk.facts.kind.count': None
  'desk.facts.kind.date': None
  'desk.facts.kind.dollars': None
  'desk.facts.kind.name': None
  'desk.facts.kind.percent': None
  'desk.facts.kind.text': None
  'desk.facts.kind.year': None
  'desk.facts.named.hint': None
  'desk.facts.named.in': { language: string | number }
  'desk.facts.named.kind': None
  'desk.facts.named.name': None
  'desk.facts.named.value': None
  'desk.facts.nothingChosen': None
  'desk.facts.now': None
  'desk.facts.nowHint': None
  'desk.facts.otherParts': None
  'desk.facts.part.agreements': None
  'desk.facts.part.capacities': None
  'desk.facts.part.claims': None
  'desk.facts.part.court': None
  'desk.facts.part.disclosures': None
  'desk.facts.part.documents': None
  'desk.facts.part.facts': None
  'desk.facts.part.faq': None
  'desk.facts.part.general': None
  'desk.facts.part.money': None
  'desk.facts.part.news': None
  'desk.facts.part.pictures': None
  'desk.facts.part.respondents': None
  'desk.facts.part.sources': None
  'desk.facts.part.timeline': None
  'desk.facts.remove': None
  'desk.facts.title': { name: string | number; part: string | number }
  'desk.facts.up': None
  'desk.facts.writeText': None
  'desk.fee.amount': None
  'desk.fee.caption': None
  'desk.fee.change': { from: string | number; to: string | number }
  'desk.fee.hint': None
  'desk.fee.lead': None
  'desk.fee.link': None
  'desk.fee.look': None
  'desk.fee.newVersion': { title: string | number; version: string | number }
  'desk.fee.noAgreement': None
  'desk.fee.none': None
  'desk.fee.now': { fee: string | number }
  'desk.fee.title': None
  'desk.fee.told': { from: string | number; to: string | number }
  'desk.fee.waiting': { to: string | number }
  'desk.finding.alternative-is-name': { id: string | number; language: string }
  'desk.finding.alternative-repeats': { id: string | number }
  'desk.finding.changed-since-locked': { key: string | number }
  'desk.finding.changed-since-published': { key: string | number }
  'desk.finding.fact-changed-since-locked': { key: string | number }
  'desk.finding.host-taken': { host: string | number; slug: string | number }
  'desk.finding.html': { tag: string | number }
  'desk.finding.long-description': { length: string | number; most: string | number }
  'desk.finding.long-title': { length: string | number; most: string | number }
  'desk.finding.missing-text': None
  'desk.finding.name-of-term': { name: string | number }
  'desk.finding.no-alternative': { id: string | number; language: string }
  'desk.finding.no-claim': { slug: string | number }
  'desk.finding.no-day': { id: string | number }
  'desk.finding.no-document': { id: string | number }
  'desk.finding.no-event': { id: string | number }
  'desk.finding.no-facts': None
  'desk.finding.no-front-matter': None
  'desk.finding.no-picture-file': { id: string | number }
  'desk.finding.no-place': None
  'desk.finding.no-source': { mark: string | number }
  'desk.finding.no-title': None
  'desk.finding.no-zip': None
  'desk.finding.not-a-lock': None
  'desk.finding.not-asked': None
  'desk.finding.not-in-other': { statement: string | number }
  'desk.finding.not-listed': { slug: string | number }
  'desk.finding.not-locked': { key: string | number }
  'desk.finding.not-signed': { agreement: string | number }
  'desk.finding.not-text': None
  'desk.finding.not-webp': None
  'desk.finding.not-yaml': { problem: string | number }
  'desk.finding.other-date': { date: string | number; id: string | number }
  'desk.finding.other-fee': { cents: string | number }
  'desk.finding.other-folder': { folder: string | number; slug: string | number }
  'desk.finding.other-picture': { written: string | number }
  'desk.finding.other-version': { other: string | number; version: string | number }
  'desk.finding.picture-in-agreement': None
  'desk.finding.picture-not-here': None
  'desk.finding.picture-too-large': { height: string | number; most: string | number; side: string | number; size: string | number; width: string | number }
  'desk.finding.pictures-too-large': { most: string | number; size: string | number }
  'desk.finding.repeated': { id: string | number }
  'desk.finding.repeated-disclosure': { id: string | number }
  'desk.finding.same-words': { key: string | number; twin: string | number }
  'desk.finding.title-only': None
  'desk.finding.to-write': { quote: string | number }
  'desk.finding.two-facts': { file: string | number }
  'desk.finding.typed-fact': { fact: string | number; written: string | number }
  'desk.finding.typed-weekday': { form: string | number; written: string | number }
  'desk.finding.unknown-fact': { quote: string | number }
  'desk.finding.unknown-picture': { id: string | number }
  'desk.finding.unknown-scope': { id: string | number }
  'desk.finding.unlisted-picture': None
  'desk.finding.wrong-fact': None
  'desk.finding.wrong-head': { field: string | number }
  'desk.finding.zip-bomb': None
  'desk.finding.zip-file-too-large': None
  'desk.finding.zip-path': None
  'desk.finding.zip-too-large': None
  'desk.finding.zip-twice': None
  'desk.first.email': None
  'desk.first.emailHint': None
  'desk.first.lead': None
  'desk.first.name': None
  'desk.first.nameHint': None
  'desk.first.overTitle': None
  'desk.first.title': None
  'desk.fourEyes.agreements': None
  'desk.fourEyes.bulk': None
  'desk.fourEyes.erasure': None
  'desk.fourEyes.fee': None
  'desk.fourEyes.merge': None
  'desk.fourEyes.unmerge': None
  'desk.identity.called-back': None
  'desk.identity.certificate': None
  'desk.identity.document-seen': None
  'desk.identity.known-address': None
  'desk.identity.not-needed': None
  'desk.identity.representative': None
  'desk.invite.button': None
  'desk.invite.email': None
  'desk.invite.emailHint': None
  'desk.invite.language': None
  'desk.invite.lead': { days: string | number }
  'desk.invite.name': None
  'desk.invite.title': None
  'desk.invite.told': None
  'desk.jobs.about': None
  'desk.jobs.act': None
  'desk.jobs.failed': None
  'desk.jobs.going': None
  'desk.jobs.kind': None
  'desk.jobs.kinds': None
  'desk.jobs.late': None
  'desk.jobs.retry': None
  'desk.jobs.title': None
  'desk.jobs.tries': { n: number }
  'desk.journal.about': None
  'desk.journal.about-person': None
  'desk.journal.about-whom': None
  'desk.journal.actor.operator': None
  'desk.journal.actor.organiser': None
  'desk.journal.actor.participant': None
  'desk.journal.actor.system': None
  'desk.journal.actor.visitor': None
  'desk.journal.anybody': None
  'desk.journal.anything': None
  'desk.journal.dayHint': None
  'desk.journal.entry': { id: string | number }
  'desk.journal.event.accounts.bank-account-entered': None
  'desk.journal.event.accounts.own-access': None
  'desk.journal.event.accounts.signed-in': None
  'desk.journal.event.accounts.way-back': None
  'desk.journal.event.archives.asked': None
  'desk.journal.event.archives.built': None
  'desk.journal.event.bulk.applied': None
  'desk.journal.event.bulk.drawn-up': None
  'desk.journal.event.bulk.finished': None
  'desk.journal.event.bulk.ordered': None
  'desk.journal.event.bulk.sample-seen': None
  'desk.journal.event.bulk.started': None
  'desk.journal.event.bulk.taken-back': None
  'desk.journal.event.bulk.undone': None
  'desk.journal.event.carrying.begun': None
  'desk.journal.event.carrying.exported': None
  'desk.journal.event.carrying.taken-in': None
  'desk.journal.event.casework.corrected': None
  'desk.journal.event.casework.decided': None
  'desk.journal.event.casework.note-added': None
  'desk.journal.event.casework.note-struck': None
  'desk.journal.event.casework.objected': None
  'desk.journal.event.casework.objection-ended': None
  'desk.journal.event.casework.opened': None
  'desk.journal.event.casework.read': None
  'desk.journal.event.casework.review-answered': None
  'desk.journal.event.casework.review-asked': None
  'desk.journal.event.casework.task-done': None
  'desk.journal.event.casework.task-given': None
  'desk.journal.event.casework.task-undone': None
  'desk.journal.event.casework.task-withdrawn': None
  'desk.journal.event.casework.undone': None
  'desk.journal.event.claims.published': None
  'desk.journal.event.coming-of-age.noticed': None
  'desk.journal.event.court.letter-asked': None
  'desk.journal.event.court.letter-step': None
  'desk.journal.event.deficiencies.answered': None
  'desk.journal.event.deficiencies.extended': None
  'desk.journal.event.deficiencies.reminded': None
  'desk.journal.event.deficiencies.sent': None
  'desk.journal.event.drafting.dropped': None
  'desk.journal.event.drafting.facts-changed': None
  'desk.journal.event.drafting.matched': None
  'desk.journal.event.drafting.opened': None
  'desk.journal.event.drafting.picture-changed': None
  'desk.journal.event.drafting.picture-removed': None
  'desk.journal.event.drafting.text-changed': None
  'desk.journal.event.drafting.text-removed': None
  'desk.journal.event.duplicates.judged': None
  'desk.journal.event.duplicates.merged': None
  'desk.journal.event.duplicates.opened': None
  'desk.journal.event.duplicates.unmerged': None
  'desk.journal.event.erasure.asked': None
  'desk.journal.event.erasure.erased': None
  'desk.journal.event.erasure.erased-again': None
  'desk.journal.event.erasure.looked-at': None
  'desk.journal.event.erasure.not-me': None
  'desk.journal.event.erasure.prepared': None
  'desk.journal.event.erasure.restricted': None
  'desk.journal.event.erasure.reviewed': None
  'desk.journal.event.fees.owed': None
  'desk.journal.event.fees.owed-again': None
  'desk.journal.event.fees.refund-marked': None
  'desk.journal.event.fees.set-aside': None
  'desk.journal.event.fees.waived': None
  'desk.journal.event.figures.jobs-retried': None
  'desk.journal.event.guardians.answered': None
  'desk.journal.event.guardians.declared': None
  'desk.journal.event.guardians.ended': None
  'desk.journal.event.guardians.invited': None
  'desk.journal.event.guardians.invited-child': None
  'desk.journal.event.guardians.lifted': None
  'desk.journal.event.guardians.suspended': None
  'desk.journal.event.identity.address-proven': None
  'desk.journal.event.identity.code-sent': None
  'desk.journal.event.identity.passkey-added': None
  'desk.journal.event.identity.passkey-removed': None
  'desk.journal.event.identity.passkey-used': None
  'desk.journal.event.joining.agreed': None
  'desk.journal.event.joining.chose': None
  'desk.journal.event.joining.confirmed': None
  'desk.journal.event.joining.declared': None
  'desk.journal.event.joining.details-given': None
  'desk.journal.event.joining.erased': None
  'desk.journal.event.joining.parent-asked': None
  'desk.journal.event.joining.phone-opened': None
  'desk.journal.event.joining.reminded': None
  'desk.journal.event.joining.signed': None
  'desk.journal.event.joining.started': None
  'desk.journal.event.joining.submitted': None
  'desk.journal.event.journal.exported': None
  'desk.journal.event.journal.restored': None
  'desk.journal.event.journal.verified': None
  'desk.journal.event.leaving.ended': None
  'desk.journal.event.leaving.revoked': None
  'desk.journal.event.leaving.withdrawal-asked': None
  'desk.journal.event.mandates.granted': None
  'desk.journal.event.mandates.revoked': None
  'desk.journal.event.mandates.sealed': None
  'desk.journal.event.organisers.approved': None
  'desk.journal.event.organisers.declined': None
  'desk.journal.event.organisers.enrolled': None
  'desk.journal.event.organisers.first-administrator': None
  'desk.journal.event.organisers.first-link': None
  'desk.journal.event.organisers.given-up': None
  'desk.journal.event.organisers.invitation-taken-back': None
  'desk.journal.event.organisers.invited': None
  'desk.journal.event.organisers.invited-again': None
  'desk.journal.event.organisers.language-chosen': None
  'desk.journal.event.organisers.lifted': None
  'desk.journal.event.organisers.passkey-reset': None
  'desk.journal.event.organisers.proposed': None
  'desk.journal.event.organisers.roles-changed': None
  'desk.journal.event.organisers.sessions-ended': None
  'desk.journal.event.organisers.signed-in': None
  'desk.journal.event.organisers.signed-out': None
  'desk.journal.event.organisers.suspended': None
  'desk.journal.event.organisers.withdrawn': None
  'desk.journal.event.participants.admitted': None
  'desk.journal.event.participants.corrected': None
  'desk.journal.event.participants.flagged': None
  'desk.journal.event.participants.joined': None
  'desk.journal.event.participants.request-consent': None
  'desk.journal.event.participants.terms-renewed': None
  'desk.journal.event.phases.moved': None
  'desk.journal.event.publishing.agreements-published': None
  'desk.journal.event.publishing.brought-up-to-date': None
  'desk.journal.event.publishing.cancelled': None
  'desk.journal.event.publishing.failed': None
  'desk.journal.event.publishing.fee-changed': None
  'desk.journal.event.publishing.planned': None
  'desk.journal.event.publishing.taken-back': None
  'desk.journal.event.retention.retained': None
  'desk.journal.event.search.looked': None
  'desk.journal.event.search.segment-dropped': None
  'desk.journal.event.search.segment-renamed': None
  'desk.journal.event.search.segment-saved': None
  'desk.journal.event.signals.decided': None
  'desk.journal.event.signals.opened': None
  'desk.journal.export.about': None
  'desk.journal.export.button': None
  'desk.journal.export.link': None
  'desk.journal.export.title': None
  'desk.journal.export.whole': None
  'desk.journal.from': None
  'desk.journal.newest': None
  'desk.journal.noPerson': None
  'desk.journal.nothing': None
  'desk.journal.older': None
  'desk.journal.person': { id: string | number }
  'desk.journal.personHint': None
  'desk.journal.room.accounts': None
  'desk.journal.room.archives': None
  'desk.journal.room.bulk': None
  'desk.journal.room.carrying': None
  'desk.journal.room.casework': None
  'desk.journal.room.claims': None
  'desk.journal.room.coming-of-age': None
  'desk.journal.room.court': None
  'desk.journal.room.deficiencies': None
  'desk.journal.room.drafting': None
  'desk.journal.room.duplicates': None
  'desk.journal.room.erasure': None
  'desk.journal.room.fees': None
  'desk.journal.room.figures': None
  'desk.journal.room.guardians': None
  'desk.journal.room.identity': None
  'desk.journal.room.joining': None
  'desk.journal.room.journal': None
  'desk.journal.room.leaving': None
  'desk.journal.room.mandates': None
  'desk.journal.room.organisers': None
  'desk.journal.room.participants': None
  'desk.journal.room.phases': None
  'desk.journal.room.publishing': None
  'desk.journal.room.retention': None
  'desk.journal.room.search': None
  'desk.journal.room.signals': None
  'desk.journal.search': None
  'desk.journal.title': None
  'desk.journal.until': None
  'desk.journal.verify.about': None
  'desk.journal.verify.again': None
  'desk.journal.verify.asked': None
  'desk.journal.verify.before': None
  'desk.journal.verify.changed': { upto: string | number }
  'desk.journal.verify.cut-off': { upto: string | number }
  'desk.journal.verify.key': { key: string | number }
  'desk.journal.verify.keyAbout': None
  'desk.journal.verify.limits': None
  'desk.journal.verify.link': None
  'desk.journal.verify.none': None
  'desk.journal.verify.not-signed': { upto: string | number }
  'desk.journal.verify.result': None
  'desk.journal.verify.running': { entries: string | number }
  'desk.journal.verify.signed': { after: number }
  'desk.journal.verify.start': None
  'desk.journal.verify.title': None
  'desk.journal.verify.toDo': None
  'desk.journal.verify.unsigned': None
  'desk.journal.verify.upto': { upto: string | number }
  'desk.journal.verify.whole': { batches: number; entries: number; unchained: number }
  'desk.journal.what': None
  'desk.journal.who': None
  'desk.language.en': None
  'desk.language.nl': None
  'desk.mail.date': None
  'desk.mail.state': None
  'desk.mail.to': None
  'desk.me.back': None
  'desk.me.language': None
  'desk.me.languageAsk': None
  'desk.me.languageKeep': None
  'desk.me.lead': { email: string | number; name: string | number; roles: string | number }
  'desk.me.passkeyAdd': None
  'desk.me.passkeys': None
  'desk.me.passkeysLead': None
  'desk.me.signInFirst': None
  'desk.me.title': None
  'desk.menu.bulk': None
  'desk.menu.claims': None
  'desk.menu.duplicates': None
  'desk.menu.erasures': None
  'desk.menu.jobs': None
  'desk.menu.journal': None
  'desk.menu.label': None
  'desk.menu.open': None
  'desk.menu.organisers': None
  'desk.menu.overview': None
  'desk.menu.payments': None
  'desk.menu.people': None
  'desk.menu.proposals': None
  'desk.menu.roles': None
  'desk.menu.signals': None
  'desk.menu.tasks': None
  'desk.menu.transparency': None
  'desk.newClaim.begin': None
  'desk.newClaim.company': None
  'desk.newClaim.companyHint': None
  'desk.newClaim.country': None
  'desk.newClaim.example': { name: string | number }
  'desk.newClaim.from': None
  'desk.newClaim.lead': None
  'desk.newClaim.link': None
  'desk.newClaim.nameEn': None
  'desk.newClaim.nameNl': None
  'desk.newClaim.nothing': None
  'desk.newClaim.nothingHint': None
  'desk.newClaim.respondent': None
  'desk.newClaim.respondentHint': None
  'desk.newClaim.slug': None
  'desk.newClaim.slugHint': None
  'desk.newClaim.title': None
  'desk.notice.answer.mended': None
  'desk.notice.answer.more-time': None
  'desk.notice.answers': None
  'desk.notice.answersNone': None
  'desk.notice.closedWords': None
  'desk.notice.conclude': None
  'desk.notice.concludeAbout': None
  'desk.notice.concludeButton': None
  'desk.notice.concludeExplanation': None
  'desk.notice.concludeWhat': None
  'desk.notice.defects': None
  'desk.notice.due': None
  'desk.notice.excludes': None
  'desk.notice.excludesHint': None
  'desk.notice.extend': None
  'desk.notice.extendButton': None
  'desk.notice.extendDays': None
  'desk.notice.extendWhy': None
  'desk.notice.extension': { days: string | number; due: string | number; why: string | number }
  'desk.notice.extensions': None
  'desk.notice.internal': None
  'desk.notice.notYet': { day: string | number }
  'desk.notice.outcome': None
  'desk.notice.outcomeWas': { day: string | number; outcome: string | number; who: string | number; why: string | number }
  'desk.notice.rule': None
  'desk.notice.ruleFrom': { day: string | number; days: string | number; rule: string | number }
  'desk.notice.title': { day: string | number }
  'desk.notice.undo': None
  'desk.objection.about': None
  'desk.objection.button': None
  'desk.objection.endAbout': { day: string | number }
  'desk.objection.endButton': None
  'desk.objection.endTitle': None
  'desk.objection.title': None
  'desk.organiser.about.invite-again': None
  'desk.organiser.about.lift': None
  'desk.organiser.about.reset': None
  'desk.organiser.about.roles': None
  'desk.organiser.about.suspend': None
  'desk.organiser.about.take-back': None
  'desk.organiser.act.invite-again': None
  'desk.organiser.act.lift': None
  'desk.organiser.act.reset': None
  'desk.organiser.act.roles': None
  'desk.organiser.act.suspend': None
  'desk.organiser.act.take-back': None
  'desk.organiser.acts': None
  'desk.organiser.button.invite-again': None
  'desk.organiser.button.lift': None
  'desk.organiser.button.reset': None
  'desk.organiser.button.roles': None
  'desk.organiser.button.suspend': None
  'desk.organiser.button.take-back': None
  'desk.organiser.done.end-sessions': None
  'desk.organiser.done.invite': None
  'desk.organiser.done.invite-again': None
  'desk.organiser.done.lift': None
  'desk.organiser.done.reset': None
  'desk.organiser.done.roles': None
  'desk.organiser.done.suspend': None
  'desk.organiser.done.take-back': None
  'desk.organiser.own': None
  'desk.organisers.back': None
  'desk.organisers.caption': { count: number }
  'desk.organisers.email': None
  'desk.organisers.enrolledOn': None
  'desk.organisers.invitedOn': None
  'desk.organisers.language': None
  'desk.organisers.name': None
  'desk.organisers.never': None
  'desk.organisers.noPasskeys': None
  'desk.organisers.noRoles': None
  'desk.organisers.passkeys': None
  'desk.organisers.roles': None
  'desk.organisers.seen': None
  'desk.organisers.standing': None
  'desk.organisers.title': None
  'desk.organisers.until': None
  'desk.outcome.cured.mended': None
  'desk.outcome.cured.shown': None
  'desk.outcome.not-cured.no-answer': None
  'desk.outcome.not-cured.not-enough': None
  'desk.outcome.withdrawn.not-needed': None
  'desk.outcome.withdrawn.our-mistake': None
  'desk.overview.age.13-15': None
  'desk.overview.age.16-17': None
  'desk.overview.age.18-24': None
  'desk.overview.age.25-34': None
  'desk.overview.age.35-49': None
  'desk.overview.age.50-64': None
  'desk.overview.age.65-up': None
  'desk.overview.age.under-13': None
  'desk.overview.age.unknown': None
  'desk.overview.ages.one': None
  'desk.overview.ages.title': None
  'desk.overview.allClaims': None
  'desk.overview.counted': { at: string | number }
  'desk.overview.countries.one': None
  'desk.overview.countries.title': None
  'desk.overview.jobs.link': None
  'desk.overview.jobs.many': { n: number }
  'desk.overview.jobs.none': None
  'desk.overview.jobs.some': { failed: number; late: number }
  'desk.overview.jobs.title': None
  'desk.overview.joined': { period: string }
  'desk.overview.joining': None
  'desk.overview.joins.about': None
  'desk.overview.joins.says': { confirmed: string | number; sealed: string | number; signed: string | number }
  'desk.overview.joins.title': { span: string }
  'desk.overview.journal.whole': { at: string | number }
  'desk.overview.journal.wrong': { at: string | number }
  'desk.overview.language.en': None
  'desk.overview.language.nl': None
  'desk.overview.languages.one': None
  'desk.overview.languages.title': None
  'desk.overview.left': { period: string }
  'desk.overview.mails.about': None
  'desk.overview.mails.accepted': None
  'desk.overview.mails.refused': None
  'desk.overview.mails.title': None
  'desk.overview.mails.waiting': None
  'desk.overview.moreThan': { n: string | number }
  'desk.overview.nobody': None
  'desk.overview.notCounted': None
  'desk.overview.nothingWaits': None
  'desk.overview.numbers': None
  'desk.overview.ofClaim': None
  'desk.overview.ofPeriod': None
  'desk.overview.otherCountries': None
  'desk.overview.people': None
  'desk.overview.period.14': None
  'desk.overview.period.90': None
  'desk.overview.period.all': None
  'desk.overview.share': None
  'desk.overview.span.day': None
  'desk.overview.span.month': None
  'desk.overview.span.week': None
  'desk.overview.span.year': None
  'desk.overview.state.confirmed': None
  'desk.overview.state.sealed': None
  'desk.overview.state.signed': None
  'desk.overview.step.agreements': None
  'desk.overview.step.children': None
  'desk.overview.step.childrenNote': None
  'desk.overview.step.confirmed': None
  'desk.overview.step.details': None
  'desk.overview.step.finished': None
  'desk.overview.step.sign': None
  'desk.overview.step.started': None
  'desk.overview.step.who': None
  'desk.overview.steps.about': None
  'desk.overview.steps.step': None
  'desk.overview.steps.title': None
  'desk.overview.takePart': None
  'desk.overview.title': None
  'desk.overview.waiting': None
  'desk.overview.waiting.alarms': { n: number }
  'desk.overview.waiting.drafts': { n: number }
  'desk.overview.waiting.duplicates': { n: number }
  'desk.overview.waiting.failedJobs': { n: number }
  'desk.overview.waiting.failedPlans': { n: number }
  'desk.overview.waiting.holds': { n: number }
  'desk.overview.waiting.journalWrong': { n: number }
  'desk.overview.waiting.lapsed': { n: number }
  'desk.overview.waiting.proposals': { n: number }
  'desk.overview.waiting.refunds': { n: number }
  'desk.overview.waiting.roleTasks': { n: number }
  'desk.overview.waiting.signals': { n: number }
  'desk.overview.waiting.tasks': { n: number }
  'desk.overview.whoJoined': None
  'desk.passkey.button': None
  'desk.passkey.goOn': None
  'desk.passkey.lead': { name: string | number }
  'desk.passkey.shownAs': { email: string | number }
  'desk.passkey.title': None
  'desk.passkey.trial': None
  'desk.passkey.what': None
  'desk.passkey.without': None
  'desk.payments.amount': None
  'desk.payments.claim': None
  'desk.payments.erased': None
  'desk.payments.find': None
  'desk.payments.late': None
  'desk.payments.lead': None
  'desk.payments.next': None
  'desk.payments.notYet': None
  'desk.payments.owed': None
  'desk.payments.owedNone': None
  'desk.payments.owedOn': None
  'desk.payments.reference': None
  'desk.payments.referenceHint': None
  'desk.payments.refundBy': None
  'desk.payments.refunds': None
  'desk.payments.refundsNone': None
  'desk.payments.title': None
  'desk.payments.views': None
  'desk.payments.who': None
  'desk.people.actOnAll': None
  'desk.people.age.13-15': None
  'desk.people.age.16-17': None
  'desk.people.age.adult': None
  'desk.people.age.under-13': None
  'desk.people.all': None
  'desk.people.and': None
  'desk.people.apply': None
  'desk.people.born': None
  'desk.people.bornAge': { age: string | number; year: string | number }
  'desk.people.brokeOff': None
  'desk.people.claims': None
  'desk.people.clear': None
  'desk.people.complete': { at: string | number }
  'desk.people.count': { count: number }
  'desk.people.countMore': { count: string | number }
  'desk.people.fee.fixed': None
  'desk.people.fee.percent': None
  'desk.people.filter.age': None
  'desk.people.filter.claim': None
  'desk.people.filter.country': None
  'desk.people.filter.fee': None
  'desk.people.filter.flag': None
  'desk.people.filter.from': None
  'desk.people.filter.language': None
  'desk.people.filter.living': None
  'desk.people.filter.represented': None
  'desk.people.filter.sealed': None
  'desk.people.filter.state': None
  'desk.people.filter.to': None
  'desk.people.find': None
  'desk.people.finding': None
  'desk.people.flag.own-access-by-reference': None
  'desk.people.flag.own-access-contested': None
  'desk.people.flag.plus-alias': None
  'desk.people.flag.shared-address': None
  'desk.people.flags': None
  'desk.people.furtherPage': None
  'desk.people.joined': None
  'desk.people.kind.account': None
  'desk.people.kind.born': None
  'desk.people.kind.email': None
  'desk.people.kind.name': None
  'desk.people.kind.postcode': None
  'desk.people.kind.reference': None
  'desk.people.language.en': None
  'desk.people.language.nl': None
  'desk.people.living.left': None
  'desk.people.living.living': None
  'desk.people.lookOn': None
  'desk.people.manage': None
  'desk.people.name': None
  'desk.people.narrow': None
  'desk.people.newer': None
  'desk.people.noClaim': None
  'desk.people.nobody': None
  'desk.people.nobodyYet': None
  'desk.people.notListed': None
  'desk.people.older': None
  'desk.people.on': None
  'desk.people.over': None
  'desk.people.pager': None
  'desk.people.place': None
  'desk.people.readAs': { kinds: string | number }
  'desk.people.reference': None
  'desk.people.represented.no': None
  'desk.people.represented.yes': None
  'desk.people.save': None
  'desk.people.saveButton': None
  'desk.people.sealed.no': None
  'desk.people.sealed.yes': None
  'desk.people.seek': None
  'desk.people.seekHint': None
  'desk.people.segmentHint': None
  'desk.people.segmentName': None
  'desk.people.segments': None
  'desk.people.short': None
  'desk.people.state.active': None
  'desk.people.state.confirm-at-18': None
  'desk.people.state.data-rights-own': None
  'desk.people.state.excluded': None
  'desk.people.state.merged': None
  'desk.people.state.needs-action': None
  'desk.people.state.suspended': None
  'desk.people.state.terminated': None
  'desk.people.state.withdrawn': None
  'desk.people.tableLabel': None
  'desk.people.title': None
  'desk.people.unread': None
  'desk.people.widened': None
  'desk.people.without': { what: string | number }
  'desk.person.act.answerReview': None
  'desk.person.act.correct': None
  'desk.person.act.deficiency': None
  'desk.person.act.exclude': None
  'desk.person.act.flag': None
  'desk.person.act.lift': None
  'desk.person.act.notice': None
  'desk.person.act.objection': None
  'desk.person.act.objectionEnd': None
  'desk.person.act.review': None
  'desk.person.act.strike': None
  'desk.person.act.suspend': None
  'desk.person.act.task': None
  'desk.person.act.undo': None
  'desk.person.acts': None
  'desk.person.address': None
  'desk.person.addressAsked': None
  'desk.person.archive': None
  'desk.person.authority.guardianship': None
  'desk.person.authority.joint': None
  'desk.person.authority.sole': None
  'desk.person.back': None
  'desk.person.bank': None
  'desk.person.bankKnown': { day: string | number; iban: string | number; whose: string | number }
  'desk.person.bankNone': None
  'desk.person.bankOf.person': None
  'desk.person.bankOf.representative': None
  'desk.person.born': None
  'desk.person.bornAge': { age: string | number; day: string | number }
  'desk.person.byOn': { day: string | number; who: string | number }
  'desk.person.capacity.assignment': None
  'desk.person.capacity.mandate': None
  'desk.person.capacity.power-of-attorney': None
  'desk.person.capacity.support': None
  'desk.person.changed': { day: string | number; field: string | number }
  'desk.person.changes': None
  'desk.person.changesNone': None
  'desk.person.choose': None
  'desk.person.claims': None
  'desk.person.court': None
  'desk.person.courtLetter': { day: string | number; way: string | number }
  'desk.person.courtStep': None
  'desk.person.courtStep.confirmed': { day: string | number }
  'desk.person.courtStep.sent': { day: string | number }
  'desk.person.courtWay.opt-in': None
  'desk.person.courtWay.opt-out': None
  'desk.person.dealings': None
  'desk.person.decision.conclude': None
  'desk.person.decision.exclude': { claim: string | number }
  'desk.person.decision.lift': None
  'desk.person.decision.resolve-flag': { flag: string | number }
  'desk.person.decision.suspend': None
  'desk.person.done.concluded': None
  'desk.person.done.corrected': None
  'desk.person.done.decided': None
  'desk.person.done.extended': None
  'desk.person.done.note': None
  'desk.person.done.notice': None
  'desk.person.done.objection': None
  'desk.person.done.objection-ended': None
  'desk.person.done.opened': None
  'desk.person.done.review': None
  'desk.person.done.review-answered': None
  'desk.person.done.struck': None
  'desk.person.done.task': None
  'desk.person.done.undone': None
  'desk.person.email': None
  'desk.person.erased': None
  'desk.person.explanation': None
  'desk.person.facts': None
  'desk.person.fee': None
  'desk.person.feeOwed': { amount: string | number; day: string | number; reference: string | number }
  'desk.person.feeRefund': { amount: string | number; day: string | number }
  'desk.person.field.address': None
  'desk.person.field.birth_date': None
  'desk.person.field.email': None
  'desk.person.field.legal_name': None
  'desk.person.field.usage': None
  'desk.person.file': { day: string | number; kind: string | number }
  'desk.person.files': None
  'desk.person.filesKept': { count: number }
  'desk.person.flag.own-access-by-reference': None
  'desk.person.flag.own-access-contested': None
  'desk.person.flag.plus-alias': None
  'desk.person.flag.shared-address': None
  'desk.person.flagged': { day: string | number }
  'desk.person.guardianAnswer.agreed': { day: string | number }
  'desk.person.guardianAnswer.objected': { day: string | number }
  'desk.person.guardianAnswer.unknown': { day: string | number }
  'desk.person.guardianSilent': None
  'desk.person.invited': { day: string | number; email: string | number; name: string | number }
  'desk.person.joined': None
  'desk.person.language': None
  'desk.person.language.en': None
  'desk.person.language.nl': None
  'desk.person.link.duplicates': None
  'desk.person.link.erase': None
  'desk.person.link.signals': None
  'desk.person.mails': None
  'desk.person.mailsNone': None
  'desk.person.mailsSent': { count: number; day: string | number; refused: number }
  'desk.person.mandate': { day: string | number }
  'desk.person.mandates': None
  'desk.person.mark.child': { age: string | number }
  'desk.person.mark.flags': { count: number }
  'desk.person.mark.late': { count: number }
  'desk.person.mark.notice': { day: string | number }
  'desk.person.mark.objection': None
  'desk.person.mark.review': { day: string | number }
  'desk.person.mark.suspended': { day: string | number }
  'desk.person.mark.tasks': { count: number }
  'desk.person.marks': None
  'desk.person.mergedInto': { name: string | number }
  'desk.person.more': None
  'desk.person.name': None
  'desk.person.newest': None
  'desk.person.noClaims': None
  'desk.person.noEmail': None
  'desk.person.noFee': None
  'desk.person.noMandate': None
  'desk.person.notSealed': None
  'desk.person.noteAdd': None
  'desk.person.noteBy': { time: string | number; who: string | number }
  'desk.person.noteHint': None
  'desk.person.noteText': None
  'desk.person.notes': None
  'desk.person.notesClosed': None
  'desk.person.notesNone': None
  'desk.person.notice': { day: string | number }
  'desk.person.noticeUntil': { day: string | number }
  'desk.person.objects': { day: string | number }
  'desk.person.older': None
  'desk.person.openUntil': { time: string | number }
  'desk.person.otherParent': None
  'desk.person.outcome.cured': None
  'desk.person.outcome.not-cured': None
  'desk.person.outcome.withdrawn': None
  'desk.person.read': None
  'desk.person.readAbout': None
  'desk.person.readButton': None
  'desk.person.readTitle': None
  'desk.person.readWhy': None
  'desk.person.readWords': None
  'desk.person.reference': None
  'desk.person.relation.guardian': None
  'desk.person.relation.parent': None
  'desk.person.repEnd.came-of-age': None
  'desk.person.repEnd.court-order': None
  'desk.person.repEnd.given-up': None
  'desk.person.repEnd.objection-upheld': None
  'desk.person.representedBy': None
  'desk.person.represents': None
  'desk.person.representsUntil': { day: string | number; why: string | number }
  'desk.person.review.open': { day: string | number; until: string | number; way: string | number }
  'desk.person.review.stands': { at: string | number; day: string | number; way: string | number; who: string | number }
  'desk.person.review.takenBack': { day: string | number; way: string | number }
  'desk.person.revocation.came-of-age': None
  'desk.person.revocation.erased': None
  'desk.person.revocation.no-answer-at-18': None
  'desk.person.revocation.replaced': None
  'desk.person.revocation.revoked': None
  'desk.person.revocation.terminated': None
  'desk.person.revocation.withdrawn': None
  'desk.person.revoked': { day: string | number; why: string | number }
  'desk.person.round': { round: string | number }
  'desk.person.sealed': { day: string | number }
  'desk.person.signedBy.guardian': None
  'desk.person.signedBy.parent': None
  'desk.person.since': None
  'desk.person.standing': None
  'desk.person.standingNone': None
  'desk.person.state': None
  'desk.person.state.active': None
  'desk.person.state.confirm-at-18': None
  'desk.person.state.data-rights-own': None
  'desk.person.state.excluded': None
  'desk.person.state.merged': None
  'desk.person.state.needs-action': None
  'desk.person.state.suspended': None
  'desk.person.state.terminated': None
  'desk.person.state.withdrawn': None
  'desk.person.struck': { time: string | number; who: string | number; why: string | number }
  'desk.person.successFee': None
  'desk.person.successFixed': { amount: string | number }
  'desk.person.successPercent': { percent: string | number }
  'desk.person.suspended': { day: string | number }
  'desk.person.suspension.custody-objection': None
  'desk.person.suspension.identity-disputed': None
  'desk.person.suspension.nobody-represents': None
  'desk.person.suspension.review': None
  'desk.person.tasks': None
  'desk.person.tasksNone': None
  'desk.person.timeline': None
  'desk.person.timelineNone': None
  'desk.person.undone': { day: string | number; who: string | number; why: string | number }
  'desk.person.who.operator': None
  'desk.person.who.organiser': None
  'desk.person.who.other': None
  'desk.person.who.self': None
  'desk.person.who.system': None
  'desk.person.who.visitor': None
  'desk.phase.asks.document': None
  'desk.phase.asks.reference': None
  'desk.phase.by': None
  'desk.phase.cause.administration': None
  'desk.phase.cause.board': None
  'desk.phase.cause.both': None
  'desk.phase.cause.company': None
  'desk.phase.cause.court': None
  'desk.phase.cause.time': None
  'desk.phase.complete': None
  'desk.phase.document': None
  'desk.phase.documentHint': None
  'desk.phase.draftStays': None
  'desk.phase.evidence': None
  'desk.phase.findings': None
  'desk.phase.gate': None
  'desk.phase.gateLead': None
  'desk.phase.keptBack': None
  'desk.phase.lack.no-adopted-date': None
  'desk.phase.lack.no-published-date': None
  'desk.phase.lack.not-listed': None
  'desk.phase.lack.not-supplied': None
  'desk.phase.lack.published-later': None
  'desk.phase.lack.statutes-without-document': None
  'desk.phase.lack.text-missing': None
  'desk.phase.link': None
  'desk.phase.mistake': { phase: string | number }
  'desk.phase.mistakeHint': None
  'desk.phase.move': None
  'desk.phase.next': None
  'desk.phase.noDocument': None
  'desk.phase.noEvidence': None
  'desk.phase.now': { phase: string | number }
  'desk.phase.on': None
  'desk.phase.onHint': None
  'desk.phase.openAlready': None
  'desk.phase.over': None
  'desk.phase.phase': None
  'desk.phase.reference': None
  'desk.phase.referenceHint': None
  'desk.phase.steps': None
  'desk.phase.title': { name: string | number }
  'desk.phase.to': None
  'desk.phase.unpublished': None
  'desk.phase.wasMistake': None
  'desk.pictures.add': None
  'desk.pictures.adding': None
  'desk.pictures.alt': { language: string | number }
  'desk.pictures.altHint': None
  'desk.pictures.back': None
  'desk.pictures.choose': None
  'desk.pictures.drawing': None
  'desk.pictures.file': { id: string | number }
  'desk.pictures.fileHint': None
  'desk.pictures.idHint': None
  'desk.pictures.lead': None
  'desk.pictures.none': None
  'desk.pictures.one': { id: string | number }
  'desk.pictures.order': None
  'desk.pictures.other': None
  'desk.pictures.remove': None
  'desk.pictures.removeHint': None
  'desk.pictures.shownIn': None
  'desk.pictures.title': { name: string | number }
  'desk.preview.banner': None
  'desk.preview.cannot': None
  'desk.preview.desktop': None
  'desk.preview.elsewhere': None
  'desk.preview.factsFirst': None
  'desk.preview.inLanguage': None
  'desk.preview.lead': None
  'desk.preview.missing': None
  'desk.preview.page.about': None
  'desk.preview.page.accessibility': None
  'desk.preview.page.campaign': None
  'desk.preview.page.contact': None
  'desk.preview.page.costs': None
  'desk.preview.page.home': None
  'desk.preview.page.news': None
  'desk.preview.page.questions': None
  'desk.preview.page.transparency': None
  'desk.preview.pages': None
  'desk.preview.phone': None
  'desk.preview.title': { name: string | number }
  'desk.preview.toStart': None
  'desk.proposals.answered': { name: string | number; outcome: string | number; time: string | number }
  'desk.proposals.approve': None
  'desk.proposals.ask': None
  'desk.proposals.back': None
  'desk.proposals.by': None
  'desk.proposals.decline': None
  'desk.proposals.lead': None
  'desk.proposals.look': None
  'desk.proposals.none.answered': None
  'desk.proposals.none.for-me': None
  'desk.proposals.none.mine': None
  'desk.proposals.none.waiting': None
  'desk.proposals.notYours': { roles: string | number }
  'desk.proposals.note': None
  'desk.proposals.older': None
  'desk.proposals.on': None
  'desk.proposals.outcome.approved': None
  'desk.proposals.outcome.declined': None
  'desk.proposals.outcome.over': None
  'desk.proposals.outcome.withdrawn': None
  'desk.proposals.own': { roles: string | number }
  'desk.proposals.state': None
  'desk.proposals.title': None
  'desk.proposals.view.answered': None
  'desk.proposals.view.for-me': None
  'desk.proposals.view.mine': None
  'desk.proposals.view.waiting': None
  'desk.proposals.views': None
  'desk.proposals.waitsFor': { roles: string | number }
  'desk.proposals.waitsUntil': { roles: string | number; until: string | number }
  'desk.proposals.what': None
  'desk.proposals.withdraw': None
  'desk.publish.breaks': None
  'desk.publish.busy': None
  'desk.publish.difference': None
  'desk.publish.failed': { when: string | number }
  'desk.publish.fetch': None
  'desk.publish.first': None
  'desk.publish.firstByTwo': None
  'desk.publish.hub': None
  'desk.publish.keepPhase': None
  'desk.publish.later': None
  'desk.publish.link': None
  'desk.publish.noDraft': None
  'desk.publish.notYet': None
  'desk.publish.now': None
  'desk.publish.obstacle.agreements-by-two': None
  'desk.publish.obstacle.content-moved-on': None
  'desk.publish.obstacle.draft-has-findings': None
  'desk.publish.obstacle.nothing-changed': None
  'desk.publish.obstacle.phase-not-moved': None
  'desk.publish.onlyLook': None
  'desk.publish.plan': None
  'desk.publish.planned': { when: string | number }
  'desk.publish.plannedIdle': { when: string | number }
  'desk.publish.ready': None
  'desk.publish.seeAgreements': None
  'desk.publish.seeBehind': None
  'desk.publish.seePhase': None
  'desk.publish.title': { name: string | number }
  'desk.publish.toCompare': { count: number }
  'desk.publish.translations': { count: number }
  'desk.publish.translationsMore': None
  'desk.publish.why': None
  'desk.publish.willBe': { version: string | number }
  'desk.publish.withoutByTwo': None
  'desk.reason.conclude.mended': None
  'desk.reason.conclude.no-answer': None
  'desk.reason.conclude.not-enough': None
  'desk.reason.conclude.not-needed': None
  'desk.reason.conclude.our-mistake': None
  'desk.reason.conclude.shown': None
  'desk.reason.exclude.abuse': None
  'desk.reason.exclude.false-identity': None
  'desk.reason.exclude.joined-twice': None
  'desk.reason.exclude.no-authority': None
  'desk.reason.exclude.not-cured': None
  'desk.reason.exclude.outside-group': None
  'desk.reason.extension.asked': None
  'desk.reason.extension.holiday': None
  'desk.reason.extension.illness': None
  'desk.reason.extension.our-delay': None
  'desk.reason.extension.outcome-taken-back': None
  'desk.reason.extension.waits-for-papers': None
  'desk.reason.lift.authority-shown': None
  'desk.reason.lift.court': None
  'desk.reason.lift.identity-shown': None
  'desk.reason.lift.no-ground': None
  'desk.reason.lift.settled': None
  'desk.reason.opening.audit-sample': None
  'desk.reason.opening.complaint': None
  'desk.reason.opening.court': None
  'desk.reason.opening.data-request': None
  'desk.reason.opening.deficiency': None
  'desk.reason.opening.other': None
  'desk.reason.opening.question': None
  'desk.reason.opening.signal': None
  'desk.reason.resolve-flag.explained': None
  'desk.reason.resolve-flag.followed-up': None
  'desk.reason.resolve-flag.harmless': None
  'desk.reason.resolve-flag.household': None
  'desk.reason.strike.no-business': None
  'desk.reason.strike.outdated': None
  'desk.reason.strike.wrong': None
  'desk.reason.strike.wrong-person': None
  'desk.reason.suspend.authority-doubt': None
  'desk.reason.suspend.court': None
  'desk.reason.suspend.identity-doubt': None
  'desk.reason.suspend.signals': None
  'desk.reason.undo.court': None
  'desk.reason.undo.mistake': None
  'desk.reason.undo.new-facts': None
  'desk.reason.undo.upheld-on-review': None
  'desk.review.answer.asked': None
  'desk.review.answer.button': None
  'desk.review.answer.by': None
  'desk.review.answer.closed': None
  'desk.review.answer.decided': None
  'desk.review.answer.over': None
  'desk.review.answer.own': None
  'desk.review.answer.said': None
  'desk.review.answer.stands': None
  'desk.review.answer.standsAbout': None
  'desk.review.answer.takeBack': None
  'desk.review.answer.title': None
  'desk.review.answer.until': None
  'desk.review.ask.about': None
  'desk.review.ask.askedOn': None
  'desk.review.ask.button': None
  'desk.review.ask.cameBy': None
  'desk.review.ask.late': { day: string | number }
  'desk.review.ask.title': None
  'desk.review.ask.words': None
  'desk.review.way.account': None
  'desk.review.way.letter': None
  'desk.review.way.mail': None
  'desk.review.way.phone': None
  'desk.role.administrator': None
  'desk.role.auditor': None
  'desk.role.campaigner': None
  'desk.role.case-handler': None
  'desk.role.lawyer': None
  'desk.role.treasurer': None
  'desk.roleAbout.administrator': None
  'desk.roleAbout.auditor': None
  'desk.roleAbout.campaigner': None
  'desk.roleAbout.case-handler': None
  'desk.roleAbout.lawyer': None
  'desk.roleAbout.treasurer': None
  'desk.roles.act': None
  'desk.roles.byAct': None
  'desk.roles.byRole': None
  'desk.roles.byTwo': None
  'desk.roles.byTwoText': None
  'desk.roles.caption': None
  'desk.roles.lead': None
  'desk.roles.may': None
  'desk.roles.mayNot': None
  'desk.roles.title': None
  'desk.roles.yours': None
  'desk.schedule.by': None
  'desk.schedule.cancel': None
  'desk.schedule.cancelled': { who: string | number }
  'desk.schedule.day': None
  'desk.schedule.due': None
  'desk.schedule.failed': None
  'desk.schedule.how': None
  'desk.schedule.idle': { when: string | number; who: string | number }
  'desk.schedule.lead': None
  'desk.schedule.plan': None
  'desk.schedule.plans': None
  'desk.schedule.published': { version: string | number }
  'desk.schedule.time': None
  'desk.schedule.timeHint': None
  'desk.schedule.title': { name: string | number }
  'desk.schedule.unchanged': None
  'desk.schedule.waiting': None
  'desk.schedule.waits': None
  'desk.schedule.willBe': { when: string | number; who: string | number }
  'desk.segments.back': None
  'desk.segments.change': None
  'desk.segments.drop': None
  'desk.segments.filter': None
  'desk.segments.formerly': None
  'desk.segments.lead': None
  'desk.segments.none': None
  'desk.segments.rename': None
  'desk.segments.renameTo': None
  'desk.segments.savedBy': None
  'desk.segments.savedByWhen': { when: string | number; who: string | number }
  'desk.segments.title': None
  'desk.sessions.all': None
  'desk.sessions.caption': { count: number }
  'desk.sessions.device': None
  'desk.sessions.end': None
  'desk.sessions.ends': None
  'desk.sessions.none': None
  'desk.sessions.opened': None
  'desk.sessions.others': None
  'desk.sessions.seen': None
  'desk.sessions.title': None
  'desk.signIn.askCode': None
  'desk.signIn.invited': None
  'desk.signIn.invitedLead': None
  'desk.signIn.lead': { organisation: string | number }
  'desk.signIn.title': None
  'desk.signIn.trialLead': None
  'desk.signIn.without': None
  'desk.signals.about': { name: string | number }
  'desk.signals.choose': None
  'desk.signals.code.alias-addresses': None
  'desk.signals.code.burst': None
  'desk.signals.code.disposable-domain': None
  'desk.signals.code.fast-signing': None
  'desk.signals.code.impossible-age': None
  'desk.signals.code.mail-refused': None
  'desk.signals.code.numbered-addresses': None
  'desk.signals.code.shared-iban': None
  'desk.signals.code.used-as-infant': None
  'desk.signals.decide': None
  'desk.signals.decided': { at: string | number; decision: string | number; ground: string | number; name: string | number }
  'desk.signals.decision.no-concern': None
  'desk.signals.decision.suspended': None
  'desk.signals.decision.watch': None
  'desk.signals.effect.no-concern': None
  'desk.signals.effect.suspended': None
  'desk.signals.effect.watch': None
  'desk.signals.explanation': None
  'desk.signals.explanationHint': None
  'desk.signals.ground.explained': None
  'desk.signals.ground.helped-by-somebody': None
  'desk.signals.ground.household': None
  'desk.signals.ground.looks-automated': None
  'desk.signals.ground.looks-invented': None
  'desk.signals.ground.one-hand': None
  'desk.signals.ground.shared-network': None
  'desk.signals.ground.too-little': None
  'desk.signals.harmless.alias-addresses': None
  'desk.signals.harmless.burst': None
  'desk.signals.harmless.disposable-domain': None
  'desk.signals.harmless.fast-signing': None
  'desk.signals.harmless.impossible-age': None
  'desk.signals.harmless.mail-refused': None
  'desk.signals.harmless.numbered-addresses': None
  'desk.signals.harmless.shared-iban': None
  'desk.signals.harmless.used-as-infant': None
  'desk.signals.lead': None
  'desk.signals.noSigns': None
  'desk.signals.none.open': None
  'desk.signals.none.watched': None
  'desk.signals.onlyQueues': { score: string | number }
  'desk.signals.save': None
  'desk.signals.score': None
  'desk.signals.signs': None
  'desk.signals.since': None
  'desk.signals.title': None
  'desk.signals.toFile': None
  'desk.signals.view.open': None
  'desk.signals.view.watched': None
  'desk.signals.weight': { weight: string | number }
  'desk.signals.whatNow': None
  'desk.signals.who': None
  'desk.signals.why.alias-addresses': { people: number }
  'desk.signals.why.burst': { people: number }
  'desk.signals.why.disposable-domain': None
  'desk.signals.why.fast-signing': { limit: string | number; seconds: number }
  'desk.signals.why.impossible-age': { limit: string | number }
  'desk.signals.why.mail-refused': { mails: number }
  'desk.signals.why.numbered-addresses': { people: number }
  'desk.signals.why.shared-iban': { people: number }
  'desk.signals.why.used-as-infant': { limit: string | number }
  'desk.standing.active': None
  'desk.standing.invited': None
  'desk.standing.lost': None
  'desk.standing.over': None
  'desk.standing.suspended': None
  'desk.strike.about': None
  'desk.strike.button': None
  'desk.strike.title': None
  'desk.strike.why': None
  'desk.takeBack.difference': { newest: string | number; version: string | number }
  'desk.takeBack.draft': None
  'desk.takeBack.lead': { next: string | number; version: string | number }
  'desk.takeBack.now': { version: string | number }
  'desk.takeBack.replace': None
  'desk.takeBack.title': { name: string | number; version: string | number }
  'desk.takeIn.file': None
  'desk.takeIn.fileHint': None
  'desk.takeIn.lead': None
  'desk.takeIn.link': None
  'desk.takeIn.phaseKept': None
  'desk.takeIn.replace': None
  'desk.takeIn.take': None
  'desk.takeIn.taken': None
  'desk.takeIn.title': None
  'desk.takeIn.wrong': None
  'desk.task.do': None
  'desk.task.doneOn': { day: string | number; who: string | number }
  'desk.task.due': { day: string | number; who: string | number }
  'desk.task.give': None
  'desk.task.kind.bounced': None
  'desk.task.kind.call': None
  'desk.task.kind.check-mended': None
  'desk.task.kind.check-papers': None
  'desk.task.kind.cure-over': None
  'desk.task.kind.look-again': None
  'desk.task.kind.more-time': None
  'desk.task.kind.other': None
  'desk.task.kind.review': None
  'desk.task.kind.write': None
  'desk.task.late': { day: string | number; who: string | number }
  'desk.task.me': None
  'desk.task.role.administrator': None
  'desk.task.role.auditor': None
  'desk.task.role.campaigner': None
  'desk.task.role.case-handler': None
  'desk.task.role.lawyer': None
  'desk.task.role.treasurer': None
  'desk.task.title': None
  'desk.task.undo': None
  'desk.task.what': None
  'desk.task.when': None
  'desk.task.whenHint': None
  'desk.task.who': None
  'desk.task.words': None
  'desk.tasks.about': None
  'desk.tasks.all': None
  'desk.tasks.due': None
  'desk.tasks.for': None
  'desk.tasks.late': None
  'desk.tasks.mine': None
  'desk.tasks.next': None
  'desk.tasks.none': None
  'desk.tasks.press': None
  'desk.tasks.roles': None
  'desk.tasks.title': None
  'desk.tasks.views': None
  'desk.tasks.what': None
  'desk.texts.add': None
  'desk.texts.addHint': None
  'desk.texts.addName': None
  'desk.texts.agreed': None
  'desk.texts.family.agreements': None
  'desk.texts.family.documents': None
  'desk.texts.family.faq': None
  'desk.texts.family.news': None
  'desk.texts.family.other': None
  'desk.texts.family.page': None
  'desk.texts.family.timeline': None
  'desk.texts.family.transparency': None
  'desk.texts.help.heading': None
  'desk.texts.help.link': None
  'desk.texts.help.list': None
  'desk.texts.help.paragraph': None
  'desk.texts.help.source': None
  'desk.texts.help.strong': None
  'desk.texts.help.title': None
  'desk.texts.lead': None
  'desk.texts.match.button': None
  'desk.texts.match.by': { when: string | number; who: string | number }
  'desk.texts.match.never': None
  'desk.texts.match.save': None
  'desk.texts.match.title': None
  'desk.texts.match.together': { when: string | number }
  'desk.texts.newVersion': None
  'desk.texts.one.body': None
  'desk.texts.one.findings': { language: string | number }
  'desk.texts.one.preview': { language: string | number }
  'desk.texts.one.previewNone': None
  'desk.texts.one.summary': None
  'desk.texts.one.theirs': None
  'desk.texts.one.theirsHint': None
  'desk.texts.one.title': None
  'desk.texts.one.version': None
  'desk.texts.one.versionHint': None
  'desk.texts.pictures.hint': None
  'desk.texts.pictures.link': None
  'desk.texts.pictures.title': None
  'desk.texts.quotes.hint': None
  'desk.texts.quotes.quote': None
  'desk.texts.quotes.reads': None
  'desk.texts.quotes.title': None
  'desk.texts.remove': None
  'desk.texts.removeHint': None
  'desk.texts.sources.title': None
  'desk.texts.state.compare': None
  'desk.texts.state.current': None
  'desk.texts.state.missing': None
  'desk.texts.state.outdated': None
  'desk.texts.text': None
  'desk.texts.title': { name: string | number }
  'desk.texts.write': None
  'desk.transparency.adopted': None
  'desk.transparency.adoptedHint': None
  'desk.transparency.adoptedOn': None
  'desk.transparency.alarm.older-than-18-months': { day: string | number }
  'desk.transparency.alarm.report-unpublished': { day: string | number }
  'desk.transparency.back': None
  'desk.transparency.caption': None
  'desk.transparency.changed': None
  'desk.transparency.days': None
  'desk.transparency.drafted': None
  'desk.transparency.history': None
  'desk.transparency.historyOf': { item: string | number }
  'desk.transparency.item': None
  'desk.transparency.lacks': None
  'desk.transparency.lead': None
  'desk.transparency.no': None
  'desk.transparency.noDay': None
  'desk.transparency.public': None
  'desk.transparency.publish': None
  'desk.transparency.published': None
  'desk.transparency.publishedHint': None
  'desk.transparency.publishedOn': None
  'desk.transparency.supplied': None
  'desk.transparency.suppliedHint': None
  'desk.transparency.suppliedTick': None
  'desk.transparency.title': None
  'desk.transparency.words': None
  'desk.transparency.yes': None
  'desk.undo.about': None
  'desk.undo.button': None
  'desk.undo.conclude': { days: string | number }
  'desk.undo.title': None
  'desk.upToDate.already': None
  'desk.upToDate.back': None
  'desk.upToDate.both': { file: string | number }
  'desk.upToDate.keepDraft': None
  'desk.upToDate.keepPublished': None
  'desk.upToDate.lead': { count: number; version: string | number }
  'desk.upToDate.since': { from: string | number; to: string | number }
  'desk.upToDate.take': { version: string | number }
  'desk.upToDate.title': { name: string | number }
  'desk.version.acts': None
  'desk.version.after': None
  'desk.version.back': None
  'desk.version.before': None
  'desk.version.bundle': None
  'desk.version.caption': None
  'desk.version.changes': None
  'desk.version.count': { facts: number; texts: number }
  'desk.version.difference': { after: string | number; before: string | number; name: string | number }
  'desk.version.fact': None
  'desk.version.factsCaption': None
  'desk.version.gap': { count: number }
  'desk.version.lead': None
  'desk.version.legend': None
  'desk.version.line.changed': None
  'desk.version.line.in': None
  'desk.version.line.out': None
  'desk.version.link': None
  'desk.version.newest': None
  'desk.version.none': None
  'desk.version.nothing': None
  'desk.version.number': { version: string | number }
  'desk.version.older': None
  'desk.version.origin.desk': { who: string | number }
  'desk.version.origin.folder': None
  'desk.version.origin.import': None
  'desk.version.phase': None
  'desk.version.published': { version: string | number }
  'desk.version.same': None
  'desk.version.takeBack': None
  'desk.version.text.added': None
  'desk.version.text.changed': None
  'desk.version.text.removed': None
  'desk.version.title': { name: string | number }
  'desk.version.toNewest': None
  'desk.version.version': None
  'desk.version.when': None
  'desk.version.who': None
  'desk.way.found': None
  'desk.way.letter': None
  'desk.way.mail': None
  'desk.way.phone': None
  'desk.way.visit': None
  'erase.back': None
  'erase.confirm.button': None
  'erase.confirm.lead': { email: string | number }
  'erase.confirm.leadOther': { email: string | number }
  'erase.confirm.tick': { name: string | number }
  'erase.confirm.tickEnds': { name: string | number }
  'erase.confirm.title': None
  'erase.done.home': None
  'erase.done.lead': None
  'erase.done.leadOther': None
  'erase.done.title': None
  'erase.ends': { claim: string | number; name: string | number }
  'erase.endsTitle': None
  'erase.fate.always': None
  'erase.fate.none': None
  'erase.fate.now': None
  'erase.fate.open': { date: string | number; why: string | number }
  'erase.fate.until': { date: string | number; why: string | number }
  'erase.feeStays': None
  'erase.kind.account': None
  'erase.kind.bank': None
  'erase.kind.books': None
  'erase.kind.evidence': None
  'erase.kind.journal': None
  'erase.kind.mails': None
  'erase.kind.usage': None
  'erase.lead': None
  'erase.locked': None
  'erase.on': None
  'erase.table': None
  'erase.title': { name: string | number }
  'erase.unfinished': None
  'erase.why.17-3-b': None
  'erase.why.17-3-e': None
  'erase.withdraw': { date: string | number }
  'erase.withdrawLink': None
  'evidence.declared': None
  'evidence.drawn': { agent: string | number; ip: string | number }
  'evidence.early': None
  'evidence.fee': None
  'evidence.forWhom': None
  'evidence.no': None
  'evidence.onPhone': { time: string | number }
  'evidence.proven': None
  'evidence.provenDetail': { attempts: string | number; email: string | number; sent: string | number }
  'evidence.provenSignedIn': { email: string | number }
  'evidence.screens': { screens: string | number }
  'evidence.signed': None
  'evidence.started': None
  'evidence.submitted': { button: string | number }
  'evidence.text': { title: string | number; version: string | number }
  'evidence.typed': { agent: string | number; ip: string | number }
  'evidence.yes': { sentence: string | number }
  'fault.broken.button': None
  'fault.broken.text': None
  'fault.broken.title': None
  'fault.desk-enrol.button': None
  'fault.desk-enrol.text': None
  'fault.desk-enrol.title': None
  'fault.desk-not-yours.button': None
  'fault.desk-not-yours.text': None
  'fault.desk-not-yours.title': None
  'fault.desk-sign-in.button': None
  'fault.desk-sign-in.text': None
  'fault.desk-sign-in.title': None
  'fault.desk-suspended.button': None
  'fault.desk-suspended.text': None
  'fault.desk-suspended.title': None
  'fault.elsewhere.button': None
  'fault.elsewhere.text': None
  'fault.elsewhere.title': None
  'fault.missing.button': None
  'fault.missing.text': None
  'fault.missing.title': None
  'fault.phone-over.button': None
  'fault.phone-over.text': None
  'fault.phone-over.title': None
  'fault.sign-in.button': None
  'fault.sign-in.text': None
  'fault.sign-in.title': None
  'fault.start-again.button': None
  'fault.start-again.text': None
  'fault.start-again.title': None
  'fault.too-large.button': None
  'fault.too-large.text': None
  'fault.too-large.title': None
  'fault.unreadable.button': None
  'fault.unreadable.text': None
  'fault.unreadable.title': None
  'foundation.aboutMore': None
  'foundation.claims.against': { company: string | number }
  'foundation.claims.open': None
  'foundation.claims.people': { count: number }
  'foundation.claims.title': None
  'foundation.feed.title': { organisation: string | number }
  'foundation.nav.about': None
  'foundation.nav.claims': None
  'foundation.nav.signIn': None
  'foundation.nav.transparency': None
  'foundation.provider': None
  'foundation.provider.address': None
  'foundation.provider.email': None
  'foundation.provider.name': None
  'foundation.provider.phone': None
  'foundation.provider.register': None
  'foundation.provider.vat': None
  'foundation.text.by': None
  'foundation.text.current': None
  'foundation.text.earlier': { version: string | number }
  'foundation.text.facts': None
  'foundation.text.hash': None
  'foundation.text.hashAbout': None
  'foundation.text.inForce': { version: string | number }
  'foundation.text.published': None
  'foundation.text.save': None
  'foundation.text.summary': None
  'foundation.text.version': None
  'foundation.text.versions': None
  'foundation.transparency.adopted': None
  'foundation.transparency.claim': None
  'foundation.transparency.contents': None
  'foundation.transparency.missing': None
  'foundation.transparency.never': None
  'foundation.transparency.next': None
  'foundation.transparency.old': None
  'foundation.transparency.published': None
  'foundation.transparency.state': None
  'foundation.transparency.states': None
  'guardian.aChild': None
  'guardian.answer.agreed': { child: string | number }
  'guardian.answer.button': None
  'guardian.answer.declared.guardianship': { by: string | number; child: string | number }
  'guardian.answer.declared.joint': { by: string | number; child: string | number }
  'guardian.answer.declared.sole': { by: string | number; child: string | number }
  'guardian.answer.label': None
  'guardian.answer.lead': { by: string | number; child: string | number; claim: string | number; date: string | number }
  'guardian.answer.means': { child: string | number }
  'guardian.answer.objected': None
  'guardian.answer.objectedHint': { by: string | number; child: string | number }
  'guardian.answer.read': None
  'guardian.answer.title': { child: string | number; claim: string | number }
  'guardian.answer.unknown': None
  'guardian.answer.word': None
  'guardian.answer.wordHint': { by: string | number }
  'guardian.answered.agreed': { date: string | number }
  'guardian.answered.change': { email: string | number }
  'guardian.answered.objected': { date: string | number }
  'guardian.answered.title': None
  'guardian.answered.unknown': { date: string | number }
  'guardian.button': None
  'guardian.code.button': None
  'guardian.code.lead': None
  'guardian.code.title': None
  'guardian.how': None
  'guardian.lead': None
  'guardian.over.text': { date: string | number; email: string | number }
  'guardian.over.title': None
  'guardian.title': None
  'join.agreements.award': None
  'join.agreements.choice': None
  'join.agreements.choiceHint': { breakEven: string | number }
  'join.agreements.early': None
  'join.agreements.earlyHint': None
  'join.agreements.earlyTick': None
  'join.agreements.examples': None
  'join.agreements.feeFixed': None
  'join.agreements.feePercent': None
  'join.agreements.fixed': { amount: string | number }
  'join.agreements.full': { title: string | number }
  'join.agreements.inclVat': { amount: string | number; percent: string | number; vat: string | number }
  'join.agreements.lead': None
  'join.agreements.money': None
  'join.agreements.noAward': None
  'join.agreements.noAwardFree': None
  'join.agreements.ofVersion': { version: string | number }
  'join.agreements.own': None
  'join.agreements.percent': { percent: string | number }
  'join.agreements.registration': { organisation: string | number }
  'join.agreements.summary': None
  'join.agreements.tick.agree': { title: string | number }
  'join.agreements.tick.read': { title: string | number }
  'join.agreements.tick.sign': { title: string | number }
  'join.agreements.title': None
  'join.agreements.version': { version: string | number }
  'join.busy': None
  'join.check.accounts': None
  'join.check.address': None
  'join.check.birth': None
  'join.check.button': { amount: string | number }
  'join.check.buttonFree': None
  'join.check.choices': None
  'join.check.declared': None
  'join.check.drawn': { time: string | number }
  'join.check.early': None
  'join.check.email': None
  'join.check.fee': None
  'join.check.for': None
  'join.check.how': None
  'join.check.laterFixed': { amount: string | number }
  'join.check.laterFixedEach': { amount: string | number }
  'join.check.laterPercent': { percent: string | number }
  'join.check.laterPercentEach': { percent: string | number }
  'join.check.lead': None
  'join.check.money': None
  'join.check.no': None
  'join.check.now': { amount: string | number; organisation: string | number; vat: string | number }
  'join.check.nowFamily': { amount: string | number; organisation: string | number; vat: string | number }
  'join.check.nowFamilyFree': None
  'join.check.nowFree': None
  'join.check.nowOwed': { organisation: string | number }
  'join.check.period': None
  'join.check.periodSpan': { from: string | number; until: string | number }
  'join.check.periodStill': { from: string | number }
  'join.check.signature': None
  'join.check.signer': None
  'join.check.texts': None
  'join.check.title': None
  'join.check.typed': { name: string | number; time: string | number }
  'join.check.what.agreements': None
  'join.check.what.declared': None
  'join.check.what.details': None
  'join.check.what.signature': None
  'join.check.what.who': None
  'join.check.withdraw': { date: string | number }
  'join.check.withdrawEach': None
  'join.check.yes': None
  'join.check.you': None
  'join.child.accounts': { company: string | number }
  'join.child.authority': None
  'join.child.authorityWhy': None
  'join.child.back': None
  'join.child.birthHint': None
  'join.child.birthWhy': None
  'join.child.guardianship': None
  'join.child.guardianshipHint': None
  'join.child.joint': None
  'join.child.lead': None
  'join.child.name': None
  'join.child.nameHint': None
  'join.child.other': None
  'join.child.otherEmail': None
  'join.child.otherLead': None
  'join.child.otherName': None
  'join.child.periodWhy': None
  'join.child.save': None
  'join.child.sole': None
  'join.child.still': None
  'join.child.title': { count: number }
  'join.child.usage': { company: string | number }
  'join.child.usageWhy': None
  'join.children.add': None
  'join.children.authority': None
  'join.children.born': None
  'join.children.change': None
  'join.children.changeOf': { name: string | number }
  'join.children.declare': None
  'join.children.declareLead': None
  'join.children.forChildren': None
  'join.children.forChildrenLink': None
  'join.children.lead': None
  'join.children.other': None
  'join.children.otherInvited': { email: string | number; name: string | number }
  'join.children.remove': None
  'join.children.statement.guardianship': { date: string | number; name: string | number }
  'join.children.statement.joint': { date: string | number; name: string | number }
  'join.children.statement.sole': { date: string | number; name: string | number }
  'join.children.tick': None
  'join.children.tickHint': None
  'join.children.title': { count: number }
  'join.code.again': None
  'join.code.againFrom': { time: string | number }
  'join.code.button': None
  'join.code.field': None
  'join.code.hint': None
  'join.code.lead': None
  'join.code.none': None
  'join.code.noneText': None
  'join.code.refused': None
  'join.code.title': None
  'join.code.validUntil': { time: string | number }
  'join.code.why': None
  'join.code.wrongAddress': None
  'join.details.account.customer-number': { company: string | number }
  'join.details.account.email': { company: string | number }
  'join.details.account.phone': { company: string | number }
  'join.details.account.username': { company: string | number }
  'join.details.accounts': { company: string | number }
  'join.details.address': None
  'join.details.addressWhy': None
  'join.details.birth': None
  'join.details.birthHint': None
  'join.details.birthWhy': None
  'join.details.city': None
  'join.details.country': None
  'join.details.countryEmpty': None
  'join.details.from': None
  'join.details.lead': None
  'join.details.leadParent': None
  'join.details.month': None
  'join.details.name': None
  'join.details.nameHint': None
  'join.details.nameWhy': None
  'join.details.periodHint': None
  'join.details.periodWhy': None
  'join.details.postcode': None
  'join.details.still': None
  'join.details.street': None
  'join.details.title': None
  'join.details.until': None
  'join.details.usage': { company: string | number }
  'join.details.usageHint': None
  'join.details.usageWhy': None
  'join.details.year': None
  'join.done.account': None
  'join.done.actFrom': { company: string | number; date: string | number }
  'join.done.actFromEach': { company: string | number; date: string | number }
  'join.done.actNow': { company: string | number; date: string | number }
  'join.done.actNowEach': { company: string | number; date: string | number }
  'join.done.amount': None
  'join.done.amountWithVat': { amount: string | number; vat: string | number }
  'join.done.bic': None
  'join.done.child': { names: string | number }
  'join.done.child1': { company: string | number }
  'join.done.child2': None
  'join.done.child3': None
  'join.done.child4': None
  'join.done.child4Now': None
  'join.done.child5': { email: string | number }
  'join.done.holder': None
  'join.done.iban': None
  'join.done.invited': None
  'join.done.lead': { name: string | number }
  'join.done.leadFamily': { name: string | number }
  'join.done.nameHead': None
  'join.done.next': None
  'join.done.pay': { amount: string | number }
  'join.done.payBy': { date: string | number }
  'join.done.payHint': None
  'join.done.payLead': None
  'join.done.payReference': None
  'join.done.people': None
  'join.done.qr': { amount: string | number; holder: string | number; reference: string | number }
  'join.done.reference': None
  'join.done.referenceHead': None
  'join.done.seal': { email: string | number }
  'join.done.sealEach': { count: number; email: string | number }
  'join.done.sealed': { email: string | number; time: string | number }
  'join.done.title': None
  'join.done.titleChildren': { count: number }
  'join.done.titleFamily': None
  'join.done.vatId': None
  'join.done.withdraw': { date: string | number; email: string | number }
  'join.done.withdrawEach': { date: string | number; email: string | number }
  'join.for.each': None
  'join.for.feeOnce': None
  'join.for.guardian': { name: string | number }
  'join.for.notes': None
  'join.for.parent': { name: string | number }
  'join.for.self': { name: string | number }
  'join.for.title': None
  'join.known.correct': None
  'join.known.go': None
  'join.known.mine': None
  'join.known.other': None
  'join.known.text': None
  'join.known.title': None
  'join.next': None
  'join.parent.email': None
  'join.parent.emailHint': None
  'join.parent.kept': { date: string | number }
  'join.parent.mistake': None
  'join.parent.read': None
  'join.parent.send': None
  'join.parent.text': None
  'join.parent.title': None
  'join.parentAsked.again': None
  'join.parentAsked.campaign': None
  'join.parentAsked.text': None
  'join.parentAsked.title': None
  'join.phone.cannot': None
  'join.phone.changed': None
  'join.phone.changedText': None
  'join.phone.code': None
  'join.phone.done': None
  'join.phone.goOn': None
  'join.phone.here': None
  'join.phone.lead': None
  'join.phone.lookAgain': None
  'join.phone.newCode': None
  'join.phone.notYet': None
  'join.phone.notYetText': None
  'join.phone.offer': None
  'join.phone.offerButton': None
  'join.phone.offerText': None
  'join.phone.open': None
  'join.phone.opened': None
  'join.phone.over': None
  'join.phone.signFor': { claim: string | number }
  'join.phone.signForText': None
  'join.phone.signed': None
  'join.phone.signedText': None
  'join.phone.signedTitle': None
  'join.phone.title': None
  'join.phone.toClaim': None
  'join.phone.until': { time: string | number }
  'join.renew.button': None
  'join.renew.counts': None
  'join.renew.doneLead': { name: string | number }
  'join.renew.doneTitle': None
  'join.renew.free': None
  'join.renew.money': None
  'join.renew.title': None
  'join.sign.button': None
  'join.sign.evidence': None
  'join.sign.forGuardian': { name: string | number }
  'join.sign.forParent': { name: string | number }
  'join.sign.forSelf': { name: string | number }
  'join.sign.lead': { name: string | number }
  'join.sign.sentence': { claim: string | number; texts: string | number }
  'join.sign.texts': None
  'join.sign.title': None
  'join.start.lead': None
  'join.start.title': None
  'join.step.account': None
  'join.step.agreements': None
  'join.step.check': None
  'join.step.children': None
  'join.step.code': None
  'join.step.details': None
  'join.step.sign': None
  'join.step.start': None
  'join.step.who': None
  'join.tryAgainAt': { time: string | number }
  'join.who.both': None
  'join.who.bothHint': None
  'join.who.children': None
  'join.who.childrenHint': None
  'join.who.label': None
  'join.who.lead': None
  'join.who.self': None
  'join.who.title': None
  'join.who.under18': None
  'join.who.under18Link': None
  'leave.back': None
  'leave.court.link': None
  'leave.court.text': None
  'leave.court.title': None
  'leave.end.better': None
  'leave.end.button': None
  'leave.end.confirm': None
  'leave.end.from': { date: string | number }
  'leave.end.means': None
  'leave.end.pageTitle': { claim: string | number }
  'leave.end.read': None
  'leave.end.send': None
  'leave.end.statement': { claim: string | number }
  'leave.end.text': None
  'leave.end.title': None
  'leave.ended': { date: string | number }
  'leave.for': { name: string | number; reference: string | number }
  'leave.lead': None
  'leave.rejoin': None
  'leave.revoke.button': None
  'leave.revoke.choose': None
  'leave.revoke.confirm': None
  'leave.revoke.goesOnTitle': None
  'leave.revoke.none': None
  'leave.revoke.pageTitle': { claim: string | number }
  'leave.revoke.send': None
  'leave.revoke.some': { email: string | number }
  'leave.revoke.text': None
  'leave.revoke.title': None
  'leave.title': { claim: string | number }
  'leave.withdraw.button': None
  'leave.withdraw.over': { date: string | number }
  'leave.withdraw.text': None
  'leave.withdraw.title': None
  'leave.withdraw.until': { date: string | number }
  'leaving.capacity.mandate': None
  'leaving.capacity.power-of-attorney': None
  'leaving.end.again': None
  'leaving.end.capacities': { company: string | number; name: string | number; whose: string }
  'leaving.end.costs': None
  'leaving.end.fee': None
  'leaving.end.judgment': { name: string | number; whose: string }
  'leaving.end.limitation': { company: string | number; name: string | number; whose: string }
  'leaving.end.stays': { name: string | number; whose: string }
  'leaving.end.successFee': { name: string | number; whose: string }
  'leaving.ended.lead': None
  'leaving.ended.title': { claim: string | number }
  'leaving.keepThis': None
  'leaving.receipt.field': None
  'leaving.receipt.made': { time: string | number }
  'leaving.receipt.value': None
  'leaving.revoke.again': None
  'leaving.revoke.bothWithMandate': None
  'leaving.revoke.ends.mandate': { company: string | number; name: string | number; whose: string }
  'leaving.revoke.ends.power-of-attorney': { company: string | number; name: string | number; whose: string }
  'leaving.revoke.goesOn': None
  'leaving.revoke.told': { company: string | number; name: string | number; whose: string }
  'leaving.revoked.lead': None
  'leaving.revoked.title': { claim: string | number }
  'leaving.row.confirmed': None
  'leaving.row.contract': { claim: string | number }
  'leaving.row.effective': None
  'leaving.row.joined': { date: string | number }
  'leaving.row.noticed': None
  'leaving.row.reference': { reference: string | number }
  'leaving.row.revoked': None
  'leaving.row.sentAddress': None
  'leaving.row.sentName': None
  'leaving.row.sentReference': None
  'leaving.row.statement': None
  'leaving.statement': { claim: string | number }
  'leaving.whatNow': None
  'leaving.withdrawn.ended': None
  'leaving.withdrawn.lead': { count: number }
  'leaving.withdrawn.locked': None
  'leaving.withdrawn.money': None
  'leaving.withdrawn.nothingOwed': None
  'leaving.withdrawn.refund': { amount: string | number; date: string | number }
  'leaving.withdrawn.reliedOn': None
  'leaving.withdrawn.stopped': { company: string | number; name: string | number; whose: string }
  'leaving.withdrawn.title': None
  'leaving.withdrawn.unpaid': None
  'mail.archiveReady.button': None
  'mail.archiveReady.lead': None
  'mail.archiveReady.notMe': None
  'mail.archiveReady.preheader': { date: string | number }
  'mail.archiveReady.subject': None
  'mail.archiveReady.until': { date: string | number }
  'mail.bankAccount.lead': { name: string | number; organisation: string | number; time: string | number }
  'mail.bankAccount.next': None
  'mail.bankAccount.notMe': { email: string | number }
  'mail.bankAccount.subject': None
  'mail.changeEmail.lead': { organisation: string | number }
  'mail.changeEmail.notMe': None
  'mail.changeEmail.subject': { code: string | number }
  'mail.code.how': { time: string | number }
  'mail.code.label': None
  'mail.code.lead': { claim: string | number }
  'mail.code.notMe': None
  'mail.code.page': None
  'mail.code.preheader': { time: string | number }
  'mail.code.subject': { claim: string | number; code: string | number }
  'mail.confirm.lead': { organisation: string | number }
  'mail.confirm.notMe': None
  'mail.confirm.subject': { code: string | number }
  'mail.correction.button': None
  'mail.correction.field.address': None
  'mail.correction.field.birth_date': None
  'mail.correction.field.email': None
  'mail.correction.field.legal_name': None
  'mail.correction.field.usage': None
  'mail.correction.lead': { name: string | number; way: string | number }
  'mail.correction.notYou': { email: string | number }
  'mail.correction.signAnew': None
  'mail.correction.subject': None
  'mail.correction.way.letter': None
  'mail.correction.way.mail': None
  'mail.correction.way.phone': None
  'mail.correction.way.visit': None
  'mail.court.lead': { court: string | number; date: string | number; name: string | number }
  'mail.court.preheader': None
  'mail.court.sixMonths': None
  'mail.court.subject': { date: string | number }
  'mail.court.until': { date: string | number }
  'mail.decision.account': None
  'mail.decision.again.means.child': { name: string | number }
  'mail.decision.again.means.self': None
  'mail.decision.exclude.means.child': { name: string | number }
  'mail.decision.exclude.means.self': None
  'mail.decision.exclude.subject': None
  'mail.decision.exclude.what.child': { claim: string | number; name: string | number }
  'mail.decision.exclude.what.self': { claim: string | number }
  'mail.decision.exclude.why.abuse': None
  'mail.decision.exclude.why.false-identity': None
  'mail.decision.exclude.why.joined-twice': None
  'mail.decision.exclude.why.no-authority': None
  'mail.decision.exclude.why.not-cured': None
  'mail.decision.exclude.why.outside-group': None
  'mail.decision.goesOn.child': { name: string | number }
  'mail.decision.goesOn.self': None
  'mail.decision.human': None
  'mail.decision.leave': None
  'mail.decision.lift.subject': None
  'mail.decision.lift.what.child': { name: string | number }
  'mail.decision.lift.what.self': None
  'mail.decision.lift.why.authority-shown': None
  'mail.decision.lift.why.court': None
  'mail.decision.lift.why.identity-shown': None
  'mail.decision.lift.why.no-ground': None
  'mail.decision.lift.why.settled': None
  'mail.decision.question': { email: string | number }
  'mail.decision.review': { day: string | number; email: string | number }
  'mail.decision.reviewByMail': { day: string | number; email: string | number }
  'mail.decision.suspend.means.child': { day: string | number; name: string | number }
  'mail.decision.suspend.means.self': { day: string | number }
  'mail.decision.suspend.subject': None
  'mail.decision.suspend.what.child': { name: string | number }
  'mail.decision.suspend.what.self': None
  'mail.decision.suspend.why.authority-doubt': None
  'mail.decision.suspend.why.court': None
  'mail.decision.suspend.why.identity-doubt': None
  'mail.decision.suspend.why.signals': None
  'mail.decision.undo.subject': None
  'mail.decision.undo.what.exclude.child': { name: string | number }
  'mail.decision.undo.what.exclude.self': None
  'mail.decision.undo.what.lift.child': { name: string | number }
  'mail.decision.undo.what.lift.self': None
  'mail.decision.undo.what.suspend.child': { name: string | number }
  'mail.decision.undo.what.suspend.self': None
  'mail.decision.undo.why.court': None
  'mail.decision.undo.why.mistake': None
  'mail.decision.undo.why.new-facts': None
  'mail.decision.undo.why.upheld-on-review': None
  'mail.deficiency.because.mended': None
  'mail.deficiency.because.no-answer': None
  'mail.deficiency.because.not-enough': None
  'mail.deficiency.because.not-needed': None
  'mail.deficiency.because.our-mistake': None
  'mail.deficiency.because.shown': None
  'mail.deficiency.button': None
  'mail.deficiency.extended.lead': { day: string | number }
  'mail.deficiency.extended.subject': { claim: string | number; day: string | number }
  'mail.deficiency.how': None
  'mail.deficiency.notice.lead': { claim: string | number; name: string | number }
  'mail.deficiency.notice.subject': { claim: string | number }
  'mail.deficiency.otherwise': { email: string | number }
  'mail.deficiency.outcome.cured': { claim: string | number; name: string | number }
  'mail.deficiency.outcome.not-cured': { claim: string | number; name: string | number }
  'mail.deficiency.outcome.subject': { claim: string | number }
  'mail.deficiency.outcome.withdrawn': { claim: string | number; name: string | number }
  'mail.deficiency.reminder.lead': { claim: string | number; name: string | number }
  'mail.deficiency.reminder.subject': { claim: string | number; day: string | number }
  'mail.deficiency.reopened.cured': { claim: string | number; name: string | number }
  'mail.deficiency.reopened.not-cured': { claim: string | number; name: string | number }
  'mail.deficiency.reopened.open': None
  'mail.deficiency.reopened.subject': { claim: string | number }
  'mail.deficiency.reopened.withdrawn': { claim: string | number; name: string | number }
  'mail.deficiency.until': { day: string | number }
  'mail.desk.codeLead': { organisation: string | number }
  'mail.desk.codeNotYou': { email: string | number }
  'mail.desk.codeSubject': { code: string | number }
  'mail.desk.greeting': { name: string | number }
  'mail.desk.invitedButton': None
  'mail.desk.invitedHow': { until: string | number }
  'mail.desk.invitedLead': { organisation: string | number }
  'mail.desk.invitedNotYou': { email: string | number }
  'mail.desk.invitedPreheader': { until: string | number }
  'mail.desk.invitedRoles': { roles: string | number }
  'mail.desk.invitedSubject': { organisation: string | number }
  'mail.desk.journalLead': { time: string | number }
  'mail.desk.journalPreheader': None
  'mail.desk.journalSubject': None
  'mail.desk.journalWhy': None
  'mail.desk.noCode.over': { organisation: string | number }
  'mail.desk.noCode.passkey': { organisation: string | number }
  'mail.desk.noCode.suspended': { organisation: string | number }
  'mail.desk.noCode.unknown': { organisation: string | number }
  'mail.desk.noCodePreheader': None
  'mail.desk.noCodeSubject': None
  'mail.desk.passkeyText': None
  'mail.desk.passkeyTitle': None
  'mail.desk.resetLead': { organisation: string | number }
  'mail.desk.resetSubject': { organisation: string | number }
  'mail.desk.told.lifted': { organisation: string | number; time: string | number }
  'mail.desk.told.liftedSubject': None
  'mail.desk.told.passkeyAdded': { organisation: string | number; time: string | number }
  'mail.desk.told.passkeyAddedSubject': None
  'mail.desk.told.passkeyRemoved': { organisation: string | number; time: string | number }
  'mail.desk.told.passkeyRemovedSubject': None
  'mail.desk.told.rolesChanged': { organisation: string | number; time: string | number }
  'mail.desk.told.rolesChangedSubject': None
  'mail.desk.told.suspended': { organisation: string | number; time: string | number }
  'mail.desk.told.suspendedSubject': None
  'mail.desk.toldNotYou': { email: string | number }
  'mail.desk.toldPreheader': None
  'mail.desk.watch.first': { name: string | number }
  'mail.desk.watch.firstSubject': None
  'mail.desk.watch.invited': { name: string | number }
  'mail.desk.watch.invitedAgain': { name: string | number }
  'mail.desk.watch.invitedAgainSubject': None
  'mail.desk.watch.invitedSubject': None
  'mail.desk.watch.lifted': { name: string | number }
  'mail.desk.watch.liftedSubject': None
  'mail.desk.watch.reset': { name: string | number }
  'mail.desk.watch.resetSubject': None
  'mail.desk.watch.rolesChanged': { name: string | number }
  'mail.desk.watch.rolesChangedSubject': None
  'mail.desk.watch.suspended': { name: string | number }
  'mail.desk.watch.suspendedSubject': None
  'mail.desk.watchAt': None
  'mail.desk.watchButton': None
  'mail.desk.watchBy': None
  'mail.desk.watchOperator': None
  'mail.desk.watchPreheader': None
  'mail.desk.watchRoles': None
  'mail.desk.watchWho': None
  'mail.desk.watchWhy': None
  'mail.emailHere.lead': { name: string | number; organisation: string | number; time: string | number }
  'mail.emailHere.next': None
  'mail.emailHere.notMe': { email: string | number }
  'mail.emailHere.subject': None
  'mail.emailMoved.lead': { name: string | number; organisation: string | number; time: string | number }
  'mail.emailMoved.next': None
  'mail.emailMoved.notMe': { email: string | number }
  'mail.emailMoved.subject': None
  'mail.erased.address': None
  'mail.erased.complain': { email: string | number }
  'mail.erased.ended': { claim: string | number }
  'mail.erased.journal': None
  'mail.erased.kept': { date: string | number; what: string | number; why: string | number }
  'mail.erased.lead': { name: string | number; time: string | number }
  'mail.erased.now': { what: string | number }
  'mail.erased.preheader': None
  'mail.erased.subject': None
  'mail.gaveUp.alone': { child: string | number }
  'mail.gaveUp.child.alone': { time: string | number }
  'mail.gaveUp.child.lead': { time: string | number }
  'mail.gaveUp.child.subject': None
  'mail.gaveUp.declare': { email: string | number }
  'mail.gaveUp.other.lead': { child: string | number; time: string | number }
  'mail.gaveUp.other.subject': { child: string | number }
  'mail.gaveUp.question': { email: string | number }
  'mail.gaveUp.self.lead': { child: string | number; time: string | number }
  'mail.gaveUp.self.notMe': { email: string | number }
  'mail.gaveUp.self.subject': { child: string | number }
  'mail.greeting': { name: string | number }
  'mail.greetingPlain': None
  'mail.guardian.ask': { child: string | number }
  'mail.guardian.button': None
  'mail.guardian.lead': { by: string | number; child: string | number; claim: string | number; organisation: string | number }
  'mail.guardian.preheader': None
  'mail.guardian.stranger': None
  'mail.guardian.subject': { by: string | number; child: string | number; claim: string | number }
  'mail.guardian.until': { date: string | number }
  'mail.guardianAnswer.agreed.next': { child: string | number }
  'mail.guardianAnswer.agreed.preheader': { child: string | number }
  'mail.guardianAnswer.agreed.subject': { child: string | number; claim: string | number }
  'mail.guardianAnswer.agreed.what': { child: string | number; claim: string | number }
  'mail.guardianAnswer.objected.next': { email: string | number }
  'mail.guardianAnswer.objected.preheader': { child: string | number }
  'mail.guardianAnswer.objected.subject': { child: string | number; claim: string | number }
  'mail.guardianAnswer.objected.what': { child: string | number; claim: string | number }
  'mail.guardianAnswer.unknown.next': { email: string | number }
  'mail.guardianAnswer.unknown.preheader': { child: string | number }
  'mail.guardianAnswer.unknown.subject': { child: string | number }
  'mail.guardianAnswer.unknown.what': { child: string | number; claim: string | number }
  'mail.guardianCode.lead': None
  'mail.guardianCode.subject': { code: string | number }
  'mail.invited.button': None
  'mail.invited.how': { date: string | number }
  'mail.invited.lead': { organisation: string | number }
  'mail.invited.notMe': { email: string | number }
  'mail.invited.preheader': None
  'mail.invited.subject': { organisation: string | number }
  'mail.invited.taken': None
  'mail.invited.what': None
  'mail.known.how': { time: string | number }
  'mail.known.lead': { claim: string | number }
  'mail.known.preheader': { code: string | number }
  'mail.known.signIn': None
  'mail.known.subject': { claim: string | number }
  'mail.merged.effect': None
  'mail.merged.keeps': None
  'mail.merged.lead': { name: string | number }
  'mail.merged.preheader': None
  'mail.merged.subject': None
  'mail.merged.wrong': { email: string | number }
  'mail.merged.wrongTitle': None
  'mail.noAnswer.acts': None
  'mail.noAnswer.again': { claim: string | number }
  'mail.noAnswer.cost': None
  'mail.noAnswer.group': { claim: string | number }
  'mail.noAnswer.lead': { claim: string | number; date: string | number }
  'mail.noAnswer.preheader': None
  'mail.noAnswer.subject': { claim: string | number }
  'mail.notMe.link': None
  'mail.notice.button': None
  'mail.notice.notMe': None
  'mail.notice.preheader': None
  'mail.objection.ended.lead': { name: string | number }
  'mail.objection.ended.subject': None
  'mail.objection.notYou': { email: string | number }
  'mail.objection.noted.lead': { name: string | number }
  'mail.objection.noted.means': None
  'mail.objection.noted.subject': None
  'mail.opened.lead': { child: string | number }
  'mail.opened.notMe': { child: string | number; email: string | number }
  'mail.opened.preheader': { child: string | number }
  'mail.opened.subject': { child: string | number }
  'mail.opened.theirs': { child: string | number }
  'mail.opened.yours': { child: string | number }
  'mail.ownAccess.lead': { organisation: string | number }
  'mail.ownAccess.noAddress': None
  'mail.ownAccess.noAgain': None
  'mail.ownAccess.noAge': None
  'mail.ownAccess.noAlready': None
  'mail.ownAccess.noLead': { organisation: string | number }
  'mail.ownAccess.noNotMe': { email: string | number }
  'mail.ownAccess.noPreheader': None
  'mail.ownAccess.noReference': None
  'mail.ownAccess.noSubject': None
  'mail.ownAccess.subject': { code: string | number }
  'mail.parent.how': None
  'mail.parent.join': None
  'mail.parent.lead': { child: string | number; claim: string | number; organisation: string | number }
  'mail.parent.nothing': None
  'mail.parent.preheader': None
  'mail.parent.read': None
  'mail.parent.subject': { child: string | number; claim: string | number }
  'mail.passkeyAdded.lead': { name: string | number; organisation: string | number; time: string | number }
  'mail.passkeyAdded.next': None
  'mail.passkeyAdded.notMe': { email: string | number }
  'mail.passkeyAdded.subject': None
  'mail.passkeyRemoved.lead': { name: string | number; organisation: string | number; time: string | number }
  'mail.passkeyRemoved.next': None
  'mail.passkeyRemoved.notMe': { email: string | number }
  'mail.passkeyRemoved.subject': None
  'mail.reminder.button': None
  'mail.reminder.erased': { date: string | number }
  'mail.reminder.how': None
  'mail.reminder.lead': { claim: string | number }
  'mail.reminder.preheader': None
  'mail.reminder.subject': { claim: string | number }
  'mail.review.asked.lead': { day: string | number; name: string | number }
  'mail.review.asked.subject': None
  'mail.review.asked.until': { day: string | number }
  'mail.review.stands.further': None
  'mail.review.stands.lead': { name: string | number }
  'mail.review.stands.subject': None
  'mail.review.stands.who': None
  'mail.sealed.account': None
  'mail.sealed.fileName': None
  'mail.sealed.fingerprint': None
  'mail.sealed.joined': None
  'mail.sealed.lead': { claim: string | number }
  'mail.sealed.leadChild': { child: string | number; claim: string | number }
  'mail.sealed.nameChild': None
  'mail.sealed.next': None
  'mail.sealed.nextText': { company: string | number; date: string | number }
  'mail.sealed.nextTextChild': { child: string | number; company: string | number; date: string | number }
  'mail.sealed.nextTextChild16': { child: string | number; company: string | number; date: string | number }
  'mail.sealed.pay': None
  'mail.sealed.payAsBefore': None
  'mail.sealed.payHow': { amount: string | number; date: string | number; vat: string | number }
  'mail.sealed.payNone': None
  'mail.sealed.payPaid': { organisation: string | number }
  'mail.sealed.payPaidChild': { child: string | number }
  'mail.sealed.preheader': None
  'mail.sealed.preheaderChild': { child: string | number }
  'mail.sealed.reference': None
  'mail.sealed.referenceChild': { child: string | number }
  'mail.sealed.subject': { claim: string | number }
  'mail.sealed.subjectChild': { child: string | number; claim: string | number }
  'mail.sealed.successFee': None
  'mail.sealed.withdraw': { date: string | number }
  'mail.sealed.withdrawHow': { email: string | number }
  'mail.sealed.withdrawHowFree': { email: string | number }
  'mail.sealed.withdrawLink': None
  'mail.signIn.lead': { organisation: string | number }
  'mail.signIn.notMe': None
  'mail.signIn.subject': { code: string | number }
  'mail.turning.16.own.data': None
  'mail.turning.16.own.how': None
  'mail.turning.16.own.nothing': None
  'mail.turning.16.own.now.lead': { claims: string | number; date: string | number }
  'mail.turning.16.own.now.preheader': None
  'mail.turning.16.own.now.subject': None
  'mail.turning.16.own.parent': None
  'mail.turning.16.own.requests': None
  'mail.turning.16.own.soon.lead': { claims: string | number; date: string | number }
  'mail.turning.16.own.soon.preheader': None
  'mail.turning.16.own.soon.subject': { date: string | number }
  'mail.turning.16.parent.alone': { address: string | number; name: string | number; reference: string | number }
  'mail.turning.16.parent.button': { name: string | number }
  'mail.turning.16.parent.data': { name: string | number }
  'mail.turning.16.parent.has': { name: string | number }
  'mail.turning.16.parent.how': { name: string | number }
  'mail.turning.16.parent.nothing': { name: string | number }
  'mail.turning.16.parent.now.lead': { claims: string | number; date: string | number; name: string | number }
  'mail.turning.16.parent.now.preheader': { name: string | number }
  'mail.turning.16.parent.now.subject': { name: string | number }
  'mail.turning.16.parent.requests': { name: string | number }
  'mail.turning.16.parent.soon.lead': { claims: string | number; date: string | number; name: string | number }
  'mail.turning.16.parent.soon.preheader': { name: string | number }
  'mail.turning.16.parent.soon.subject': { date: string | number; name: string | number }
  'mail.turning.16.parent.stays': { name: string | number }
  'mail.turning.18.own.howNow': { date: string | number }
  'mail.turning.18.own.howSoon': None
  'mail.turning.18.own.nothing': None
  'mail.turning.18.own.nothingNow': { date: string | number }
  'mail.turning.18.own.now.lead': { claims: string | number; date: string | number }
  'mail.turning.18.own.now.preheader': None
  'mail.turning.18.own.now.subject': None
  'mail.turning.18.own.parent': None
  'mail.turning.18.own.say': None
  'mail.turning.18.own.soon.lead': { claims: string | number; date: string | number }
  'mail.turning.18.own.soon.preheader': None
  'mail.turning.18.own.soon.subject': { date: string | number }
  'mail.turning.18.own.stops': None
  'mail.turning.18.parent.how': { name: string | number }
  'mail.turning.18.parent.howAlone': { address: string | number; name: string | number; reference: string | number }
  'mail.turning.18.parent.last': { name: string | number }
  'mail.turning.18.parent.nothing': { name: string | number }
  'mail.turning.18.parent.now.lead': { date: string | number; name: string | number }
  'mail.turning.18.parent.now.preheader': { name: string | number }
  'mail.turning.18.parent.now.subject': { name: string | number }
  'mail.turning.18.parent.passOn': { address: string | number; name: string | number }
  'mail.turning.18.parent.say': { date: string | number; name: string | number }
  'mail.turning.18.parent.soon.lead': { claims: string | number; date: string | number; name: string | number }
  'mail.turning.18.parent.soon.preheader': { name: string | number }
  'mail.turning.18.parent.soon.subject': { date: string | number; name: string | number }
  'mail.turning.18.parent.stops': { name: string | number }
  'mail.turning.18.parent.told': { name: string | number }
  'mail.turning.changes': None
  'mail.turning.how': None
  'mail.turning.nothing': None
  'mail.turning.ownNothing': None
  'mail.turning.signIn': None
  'mail.unknown.claims': None
  'mail.unknown.lead': { organisation: string | number }
  'mail.unknown.preheader': None
  'mail.unknown.subject': None
  'mail.unmerged.effect': None
  'mail.unmerged.keeps': None
  'mail.unmerged.lead': { name: string | number }
  'mail.unmerged.preheader': None
  'mail.unmerged.subject': None
  'mail.wayBack.lead': { organisation: string | number; time: string | number }
  'mail.wayBack.next': None
  'mail.wayBack.notMe': { email: string | number }
  'mail.wayBack.subject': None
  'mail.withdraw.how': { time: string | number }
  'mail.withdraw.lead': { claim: string | number }
  'mail.withdraw.notMe': None
  'mail.withdraw.subject': { code: string | number }
  'mail.withdrawUnknown.again': None
  'mail.withdrawUnknown.lead': { claim: string | number; email: string | number }
  'mail.withdrawUnknown.preheader': None
  'mailbox.accepted': None
  'mailbox.attachments': None
  'mailbox.erased': None
  'mailbox.html': None
  'mailbox.lead': None
  'mailbox.none': None
  'mailbox.plain': None
  'mailbox.refused': None
  'mailbox.state': None
  'mailbox.subject': None
  'mailbox.time': None
  'mailbox.title': None
  'mailbox.to': None
  'mailbox.waiting': None
  'mandate.authority': None
  'mandate.authority.guardianship': None
  'mandate.authority.joint': None
  'mandate.authority.sole': None
  'mandate.feeAsBefore': None
  'mandate.feeChild': None
  'mandate.feeCovered': { organisation: string | number }
  'mandate.feeLater': { choice: string | number }
  'mandate.feeNone': None
  'mandate.feeNow': { amount: string | number; organisation: string | number; vat: string | number }
  'mandate.sealReason': { organisation: string | number }
  'myData.draft': { name: string | number }
  'myData.erase.go': None
  'myData.erase.title': None
  'myData.erase.what': None
  'myData.lead': None
  'myData.none': None
  'myData.older': None
  'myData.self': { name: string | number }
  'myData.take.again': None
  'myData.take.ask': None
  'myData.take.begun': None
  'myData.take.download': None
  'myData.take.fileName': None
  'myData.take.leave': None
  'myData.take.progress': { done: string | number; parts: string | number }
  'myData.take.ready': { date: string | number; time: string | number }
  'myData.take.title': None
  'myData.take.what': None
  'myData.title': None
  'myData.tryAgainAt': { time: string | number }
  'notMe.button': None
  'notMe.codes': None
  'notMe.done.lead': None
  'notMe.done.more': { email: string | number }
  'notMe.done.title': None
  'notMe.draft': None
  'notMe.guardian.closed': None
  'notMe.guardian.noted': None
  'notMe.guardian.object': { email: string | number }
  'notMe.guardian.stop': None
  'notMe.lead': None
  'notMe.nothing': None
  'notMe.stop': None
  'notMe.suspended': None
  'notMe.title': None
  'notMe.was': None
  'notMe.what': None
  'ownAccess.birthDate': None
  'ownAccess.button': None
  'ownAccess.email': None
  'ownAccess.emailHint': None
  'ownAccess.lead': None
  'ownAccess.none': None
  'ownAccess.reference': None
  'ownAccess.referenceHint': None
  'ownAccess.title': None
  'ownAccess.told': None
  'parts.calculatorAward': None
  'parts.calculatorFixed': None
  'parts.calculatorPercent': { percent: number }
  'parts.calculatorShow': None
  'parts.change': None
  'parts.day': None
  'parts.demonstration': None
  'parts.error': None
  'parts.errorSummary': { count: number }
  'parts.footer.accessibility': None
  'parts.footer.contact': None
  'parts.footer.privacy': None
  'parts.footer.terms': None
  'parts.footer.transparency': None
  'parts.footer.withdraw': None
  'parts.footerNav': None
  'parts.mainNav': None
  'parts.month': None
  'parts.notice.error': None
  'parts.notice.info': None
  'parts.notice.success': None
  'parts.notice.warning': None
  'parts.optional': None
  'parts.otherLanguage': None
  'parts.partOf': { organisation: string | number }
  'parts.people': { count: number }
  'parts.pointIsMany': { each: number }
  'parts.pointIsOne': None
  'parts.resendIn': { seconds: string | number }
  'parts.resendReady': None
  'parts.signCanvas': None
  'parts.signClear': None
  'parts.signCleared': None
  'parts.signDrawn': None
  'parts.signHere': None
  'parts.signHereHint': None
  'parts.signOr': None
  'parts.signOut': None
  'parts.signTicked': None
  'parts.signTyped': None
  'parts.signTypedHint': { name: string | number }
  'parts.skip': None
  'parts.stepOf': { step: string | number; total: string | number }
  'parts.steps': None
  'parts.timeline.next': None
  'parts.timeline.planned': None
  'parts.whyWeAsk': None
  'parts.year': None
  'pdf.of': None
  'pdf.page': None
  'phase.admissibility': None
  'phase.claims_filing': None
  'phase.closed': None
  'phase.closing': None
  'phase.co_party': None
  'phase.competing_window': None
  'phase.consultation': None
  'phase.dismissed': None
  'phase.distribution': None
  'phase.draft': None
  'phase.er_appointed': None
  'phase.inadmissible': None
  'phase.investigating': None
  'phase.liability_found': None
  'phase.merits': None
  'phase.notice_sent': None
  'phase.open': None
  'phase.opt_window': None
  'phase.pre_registration': None
  'phase.registered': None
  'phase.scheme_set': None
  'phase.settlement_approved': None
  'phase.settlement_attempt': None
  'phase.settlement_signed': None
  'phase.stayed': None
  'phase.summons_served': None
  'phase.withdrawn': None
  'scope.be-counted': None
  'scope.be-informed': None
  'scope.claim-compensation': None
  'scope.collect-in-own-name': None
  'scope.complain-to-authority': None
  'scope.court-against-authority': None
  'scope.court-against-company': None
  'scope.instruct-lawyer': None
  'scope.investigate': None
  'scope.negotiate': None
  'scope.notify-assignment': None
  'scope.object': None
  'scope.receive-replies': None
  'scope.request-access': None
  'scope.request-documents': None
  'scope.send-complaint': None
  'scope.settle-within-limits': None
  'scope.transfer-claim': None
  'withdraw.after': None
  'withdraw.afterText': None
  'withdraw.button': None
  'withdraw.code.again': None
  'withdraw.code.button': None
  'withdraw.code.lead': { email: string | number; time: string | number; until: string | number }
  'withdraw.code.title': None
  'withdraw.confirm.button': None
  'withdraw.confirm.choose': None
  'withdraw.confirm.fee': None
  'withdraw.confirm.lead': None
  'withdraw.confirm.one': { claim: string | number; name: string | number }
  'withdraw.confirm.receiptTo': { email: string | number }
  'withdraw.confirm.title': None
  'withdraw.confirm.until': { date: string | number }
  'withdraw.email': None
  'withdraw.emailHint': None
  'withdraw.form': None
  'withdraw.formAddress': None
  'withdraw.formDate': None
  'withdraw.formJoined': None
  'withdraw.formName': None
  'withdraw.formReference': None
  'withdraw.formSignature': None
  'withdraw.formText': { claim: string | number }
  'withdraw.formTo': { address: string | number; email: string | number; organisation: string | number }
  'withdraw.here': None
  'withdraw.hereLead': None
  'withdraw.how': None
  'withdraw.howText': { email: string | number }
  'withdraw.index.lead': None
  'withdraw.index.title': None
  'withdraw.lead': None
  'withdraw.name': None
  'withdraw.nothing': None
  'withdraw.others': None
  'withdraw.over.end': None
  'withdraw.over.ended': { date: string | number }
  'withdraw.over.lead': None
  'withdraw.over.signIn': None
  'withdraw.over.title': None
  'withdraw.over.until': { date: string | number }
  'withdraw.receipt.back': None
  'withdraw.receipt.home': None
  'withdraw.receipt.mailed': None
  'withdraw.reference': None
  'withdraw.signedIn': None
  'withdraw.title': None
}
