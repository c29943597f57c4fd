const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text from outside has the form of an id (a UUID, lower case): what has not is looked up nowhere. */
export const isId = (text: string | null | undefined): text is string => pattern.test(text ?? '')
