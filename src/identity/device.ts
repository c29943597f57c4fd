/** What is told about a device: two words out of closed lists, never the user agent itself. */
export interface Device {
  browser: 'chrome' | 'edge' | 'firefox' | 'opera' | 'safari' | 'samsung' | 'other'
  system: 'android' | 'chromeos' | 'ios' | 'linux' | 'macos' | 'windows' | 'other'
}

// The first that fits: most browsers also name the ones they are built like.
const browsers: readonly [RegExp, Device['browser']][] = [
  [/\bEdgi?A?(OS)?\//, 'edge'],
  [/\b(OPR|Opera|OPiOS|OPT)\b/, 'opera'],
  [/\bSamsungBrowser\//, 'samsung'],
  [/\b(Firefox|FxiOS)\//, 'firefox'],
  [/\b(Chrome|CriOS|Chromium|HeadlessChrome)\//, 'chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'safari'],
]
const systems: readonly [RegExp, Device['system']][] = [
  [/\b(iPhone|iPad|iPod)\b/, 'ios'], [/\bAndroid\b/, 'android'], [/\bCrOS\b/, 'chromeos'], [/\bWindows\b/, 'windows'],
  [/\b(Macintosh|Mac OS X)\b/, 'macos'], [/\bLinux\b/, 'linux'],
]

/** Reads browser family and kind of system from a user agent; coarse on purpose. */
export function deviceOf(userAgent: string): Device {
  const first = <K extends string>(list: readonly [RegExp, K][]) => list.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other'
  return { browser: first(browsers), system: first(systems) }
}
