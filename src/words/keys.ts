// Made by `npm run words` from en.json; do not edit.
export type Tag = (children: unknown[]) => unknown
export type None = Record<never, never>
export interface Words {
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
  'parts.next': None
  'parts.notice.error': None
  'parts.notice.info': None
  'parts.notice.success': None
  'parts.notice.warning': None
  'parts.optional': None
  'parts.otherLanguage': None
  'parts.pager': None
  'parts.partOf': { organisation: string | number }
  'parts.people': { count: number }
  'parts.pointIsMany': { each: number }
  'parts.pointIsOne': None
  'parts.previous': None
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
  'site.language': None
}
