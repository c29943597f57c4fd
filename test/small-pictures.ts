import sharp from 'sharp'

/** A picture of 40 by 30 pixels, as somebody's computer has it. */
export const tinyPng = (background = '#3a6'): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } }).png().toBuffer()
