/** An instant as machines read it, in UTC to the second. */
export const instantOf = (at: string | Date): string => new Date(at).toISOString().replace('.000Z', 'Z')
