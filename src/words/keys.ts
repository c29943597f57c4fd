// Made by `npm run words` from en.json; do not edit.
export type Tag = (children: unknown[]) => unknown
export type None = Record<never, never>
export interface Words {
  'account.claims': None
  'account.code.button': None
  'account.code.lead': None
  'account.code.title': None
  'account.download': None
  'account.fingerprint': None
  'account.joined': None
  'account.lead': None
  'account.menu.details': None
  'account.menu.documents': None
  'account.menu.home': None
  'account.menu.label': None
  'account.menu.messages': None
  'account.menu.my-data': None
  'account.menu.sign-in': None
  'account.menu.withdraw': None
  'account.none': None
  'account.of': { claim: string | number; name: string | number }
  'account.reference': None
  'account.refused': None
  'account.signIn.button': None
  'account.signIn.email': None
  'account.signIn.lead': None
  'account.signIn.title': None
  'account.state.sealed': { time: string | number }
  'account.state.sealing': None
  'account.success': None
  'account.title': None
  'account.withdraw': None
  'account.withdrawHow': None
  'because.account-missing': None
  'because.address-characters': None
  'because.already-submitted': None
  'because.answers-missing': None
  'because.birth-date-future': None
  'because.birth-date-missing': None
  'because.birth-date-wrong': None
  'because.city-missing': None
  'because.claim-closed': None
  'because.code-expired': None
  'because.code-missing': None
  'because.code-used-up': None
  'because.code-wrong': None
  'because.country-missing': None
  'because.email-missing': None
  'because.email-needed': None
  'because.email-wrong': None
  'because.fee-choice-missing': None
  'because.legal-name-missing': None
  'because.name-characters': None
  'because.name-missing': None
  'because.name-too-long': None
  'because.period-end-missing': None
  'because.period-missing': None
  'because.period-turned-round': None
  'because.postcode-missing': None
  'because.postcode-wrong': None
  'because.signature-empty': None
  'because.signature-missing': None
  'because.signature-other-name': None
  'because.signature-tick-missing': None
  'because.statement-missing': None
  'because.street-missing': None
  'because.takes-no-part': None
  'because.takes-part-already': None
  'because.terms-missing': None
  'because.text-changed': None
  'because.tick-missing': None
  'because.too-long': None
  'because.too-many-codes': None
  'because.too-many-points': None
  'because.under-18': None
  'because.unusable': None
  'claim.agreements.title': None
  'claim.amount.label': None
  'claim.amount.note': None
  'claim.back': None
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
  'claim.costs.answerFor': { amount: string | number }
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
  'claim.count.signed': None
  'claim.count.title': None
  'claim.documents.dated': { day: string | number }
  'claim.documents.print': None
  'claim.documents.read': None
  'claim.documents.title': None
  'claim.join.after': { fee: string | number }
  'claim.join.again': None
  'claim.join.bar': None
  'claim.join.barLabel': None
  'claim.join.email': None
  'claim.join.emailHint': None
  'claim.join.freeAfter': None
  'claim.join.name': None
  'claim.join.privacyLink': None
  'claim.join.sending': None
  'claim.join.signIn': None
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
  'claim.questions.all': None
  'claim.questions.others': None
  'claim.sources.back': { at: string | number; number: string | number }
  'claim.sources.intro': None
  'claim.sources.mark': { number: string | number; publisher: string | number }
  'claim.sources.title': None
  'evidence.declared': None
  'evidence.drawn': { agent: string | number; ip: string | number }
  'evidence.early': None
  'evidence.fee': None
  'evidence.no': None
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
  'fault.elsewhere.button': None
  'fault.elsewhere.text': None
  'fault.elsewhere.title': None
  'fault.missing.button': None
  'fault.missing.text': None
  'fault.missing.title': None
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
  'foundation.text.ownAddress': None
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
  'join.agreements.ofVersion': { version: string | number }
  'join.agreements.own': None
  'join.agreements.percent': { percent: string | number }
  'join.agreements.registration': { organisation: string | number }
  'join.agreements.success': None
  'join.agreements.summary': None
  'join.agreements.tick.agree': { title: string | number }
  'join.agreements.tick.read': { title: string | number }
  'join.agreements.tick.sign': { title: string | number }
  'join.agreements.title': None
  'join.agreements.version': { version: string | number }
  'join.back': None
  'join.busy': None
  'join.check.accounts': None
  'join.check.address': None
  'join.check.birth': None
  'join.check.button': { amount: string | number }
  'join.check.buttonFree': None
  'join.check.drawn': { time: string | number }
  'join.check.early': None
  'join.check.email': None
  'join.check.fee': None
  'join.check.how': None
  'join.check.laterFixed': { amount: string | number }
  'join.check.laterPercent': { percent: string | number }
  'join.check.lead': None
  'join.check.money': None
  'join.check.no': None
  'join.check.now': { amount: string | number; organisation: string | number; vat: string | number }
  'join.check.nowFree': None
  'join.check.period': None
  'join.check.periodSpan': { from: string | number; until: string | number }
  'join.check.periodStill': { from: string | number }
  'join.check.person': None
  'join.check.signature': None
  'join.check.texts': None
  'join.check.title': None
  'join.check.typed': { name: string | number; time: string | number }
  'join.check.what.agreements': None
  'join.check.what.details': None
  'join.check.what.signature': None
  'join.check.withdraw': { date: string | number }
  'join.check.yes': None
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
  'join.done.actNow': { company: string | number; date: string | number }
  'join.done.amount': None
  'join.done.amountWithVat': { amount: string | number; vat: string | number }
  'join.done.bic': None
  'join.done.holder': None
  'join.done.iban': None
  'join.done.lead': { name: string | number }
  'join.done.next': None
  'join.done.pay': { amount: string | number }
  'join.done.payBy': { date: string | number }
  'join.done.payHint': None
  'join.done.payLead': None
  'join.done.payReference': None
  'join.done.qr': { amount: string | number; holder: string | number; reference: string | number }
  'join.done.reference': None
  'join.done.seal': { email: string | number }
  'join.done.sealed': { email: string | number; time: string | number }
  'join.done.title': None
  'join.done.vatId': None
  'join.done.withdraw': { date: string | number; email: string | number }
  'join.known.go': None
  'join.known.mine': None
  'join.known.other': None
  'join.known.text': None
  'join.known.title': None
  'join.next': None
  'join.parent.contact': None
  'join.parent.kept': None
  'join.parent.later': None
  'join.parent.mistake': None
  'join.parent.text': None
  'join.parent.title': None
  'join.sign.button': None
  'join.sign.evidence': None
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
  'mail.code.how': { time: string | number }
  'mail.code.label': None
  'mail.code.lead': { claim: string | number }
  'mail.code.notMe': None
  'mail.code.page': None
  'mail.code.preheader': { time: string | number }
  'mail.code.subject': { claim: string | number; code: string | number }
  'mail.greeting': { name: string | number }
  'mail.greetingPlain': None
  'mail.known.how': { time: string | number }
  'mail.known.lead': { claim: string | number }
  'mail.known.preheader': { code: string | number }
  'mail.known.signIn': None
  'mail.known.subject': { claim: string | number }
  'mail.reminder.button': None
  'mail.reminder.erased': { date: string | number }
  'mail.reminder.how': None
  'mail.reminder.lead': { claim: string | number }
  'mail.reminder.preheader': None
  'mail.reminder.subject': { claim: string | number }
  'mail.sealed.account': None
  'mail.sealed.fileName': None
  'mail.sealed.fingerprint': None
  'mail.sealed.joined': None
  'mail.sealed.lead': { claim: string | number }
  'mail.sealed.next': None
  'mail.sealed.nextText': { company: string | number; date: string | number }
  'mail.sealed.pay': None
  'mail.sealed.payHow': { amount: string | number; date: string | number; vat: string | number }
  'mail.sealed.payPaid': { organisation: string | number }
  'mail.sealed.preheader': None
  'mail.sealed.reference': None
  'mail.sealed.subject': { claim: string | number }
  'mail.sealed.successFee': None
  'mail.sealed.withdraw': { date: string | number }
  'mail.sealed.withdrawHow': { email: string | number }
  'mail.sealed.withdrawLink': None
  'mail.signIn.lead': { organisation: string | number }
  'mail.signIn.notMe': None
  'mail.signIn.subject': { code: string | number }
  'mail.unknown.claims': None
  'mail.unknown.lead': { organisation: string | number }
  'mail.unknown.preheader': None
  'mail.unknown.subject': None
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
  'mandate.feeLater': { choice: string | number }
  'mandate.feeNone': None
  'mandate.feeNow': { amount: string | number; organisation: string | number; vat: string | number }
  'mandate.sealReason': { organisation: string | number }
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
  'site.language': None
  'withdraw.after': None
  'withdraw.afterText': None
  'withdraw.form': None
  'withdraw.formAddress': None
  'withdraw.formDate': None
  'withdraw.formJoined': None
  'withdraw.formName': None
  'withdraw.formReference': None
  'withdraw.formSignature': None
  'withdraw.formText': { claim: string | number }
  'withdraw.formTo': { address: string | number; email: string | number; organisation: string | number }
  'withdraw.how': None
  'withdraw.howText': { email: string | number }
  'withdraw.lead': None
  'withdraw.title': None
}
