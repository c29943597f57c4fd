import { expect, test } from 'vitest'
import { deviceOf } from './device.ts'

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)'
const iphone = '(iPhone; CPU iPhone OS 18_0 like Mac OS X)'
const windows = '(Windows NT 10.0; Win64; x64)'

test.each([
  [`Mozilla/5.0 ${windows} ${blink} Chrome/140.0.0.0 Safari/537.36`, 'chrome', 'windows'],
  [`Mozilla/5.0 ${windows} ${blink} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`, 'edge', 'windows'],
  [`Mozilla/5.0 (Linux; Android 14; SM-S911B) ${blink} SamsungBrowser/24.0 Chrome/117.0.0.0 Mobile Safari/537.36`, 'samsung', 'android'],
  [`Mozilla/5.0 ${iphone} ${webkit} Version/18.0 Mobile/15E148 Safari/604.1`, 'safari', 'ios'],
  [`Mozilla/5.0 ${iphone} ${webkit} CriOS/140.0 Mobile/15E148 Safari/604.1`, 'chrome', 'ios'],
  [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.0 Safari/605.1.15`, 'safari', 'macos'],
  ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'firefox', 'linux'],
  [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${blink} Chrome/140.0.0.0 Safari/537.36`, 'chrome', 'chromeos'],
  [`Mozilla/5.0 (Windows NT 10.0) ${blink} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`, 'opera', 'windows'],
  ['curl/8.5.0', 'other', 'other'],
  ['', 'other', 'other'],
])('%s is %s on %s', (userAgent, browser, system) => expect(deviceOf(userAgent)).toEqual({ browser, system }))
