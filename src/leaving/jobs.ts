import { jobKind } from '#platform/jobs.ts'

/** Typesets a receipt and keeps it among the documents. Done once; a repeat finds the copy and stops. */
export const keepReceipt = jobKind<{ personId: string; receiptId: string }>('leaving.keep-receipt',
  { expireSeconds: 120, retryLimit: 2000 })

/** Forgets what was asked by the withdrawal function a day ago. */
export const sweepWithdrawals = jobKind<Record<string, never>>('leaving.sweep-withdrawals', { expireSeconds: 600 })
