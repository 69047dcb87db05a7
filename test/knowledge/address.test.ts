import { describe, expect, test } from 'vitest'
import { AppError } from '../../src/failures.ts'
import { checkedAddresses, isPublic, parseAddress } from '../../src/knowledge/address.ts'

const codeOf = async (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )

describe('public addresses', () => {
  test.each([
    '8.8.8.8',
    '93.184.216.34',
    '2606:4700::6810:84e5',
    '2001:4860:4860::8888',
    '::ffff:8.8.8.8',
  ])('%s', (address) => {
    expect(isPublic(address)).toBe(true)
  })
})

describe('what is not public', () => {
  test.each([
    ['this machine', ['127.0.0.1', '127.255.0.1', '0.0.0.0', '::1', '::']],
    ['its network', ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fd12:3456::1']],
    ['the link, and what a cloud keeps there', ['169.254.169.254', 'fe80::1', 'fd00:ec2::254']],
    ['carriers, benchmarks, documentation', ['100.64.0.1', '198.18.0.1', '192.0.2.1', '203.0.113.9', '2001:db8::1']],
    ['many at once, and nobody', ['224.0.0.1', '255.255.255.255', 'ff02::1', '240.0.0.1', '192.0.0.8']],
    ['IPv4 mapped into IPv6', ['::ffff:10.0.0.1', '::ffff:7f00:1', '::ffff:0:127.0.0.1']],
    ['IPv4 in old forms of IPv6', ['::10.0.0.1', '::7f00:1', '::5efe:10.0.0.1', 'fec0::1']],
    [
      'IPv4 behind translators and tunnels',
      ['64:ff9b::7f00:1', '64:ff9b:1::a00:1', '2002:7f00:1::', '2001:0:7f00:1::'],
    ],
    ['no address', ['', 'localhost', 'example.org', '1.2.3.4.5']],
  ])('%s', (_, addresses) => {
    expect(addresses.filter(isPublic)).toEqual([])
  })
})

describe('an address', () => {
  test.each([
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://017700000001/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://127.1/', '127.0.0.1'],
    ['http://１２７.0.0.1/', '127.0.0.1'],
    ['http:127.0.0.1', '127.0.0.1'],
    ['http://[::ffff:10.0.0.1]/', '[::ffff:a00:1]'],
  ])('%s is told by what it means, and refused', async (given, host) => {
    const url = parseAddress(given)
    expect(url.hostname).toBe(host)
    const resolve = () => Promise.reject(new Error('a literal is not looked up'))
    expect(await codeOf(checkedAddresses(url, { allowHosts: new Set(), resolve }))).toBe('private_address')
    expect(await checkedAddresses(url, { allowHosts: new Set([host]), resolve })).toHaveLength(1)
  })

  test.each([
    ['file:///etc/passwd', 'scheme'],
    ['ftp://example.org/a.txt', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['data:text/plain,a', 'scheme'],
    ['example.org/page', 'malformed'],
    ['http://', 'malformed'],
    ['http://[fe80::1%25eth0]/', 'malformed'],
    ['', 'malformed'],
  ])('%s is none: %s', (given, reason) => {
    expect(() => parseAddress(given)).toThrow(
      expect.objectContaining({ code: 'bad_url', facts: { url: given, reason } }),
    )
  })
})

test.each([
  'https://me@example.org/',
  'https://:secret@example.org/',
  'https://me:secret@example.org',
])('%s is refused without showing what is secret in it', (given) => {
  const facts = { url: 'https://example.org/', reason: 'credentials' }
  expect(() => parseAddress(given)).toThrow(expect.objectContaining({ code: 'bad_url', facts }))
})

test('one address that is not public among those of a host is enough to refuse it', async () => {
  const resolve = async () => [
    { address: '93.184.216.34', family: 4 },
    { address: '::ffff:a9fe:a9fe', family: 6 },
  ]
  const url = parseAddress('https://example.org/')
  expect(await codeOf(checkedAddresses(url, { allowHosts: new Set(), resolve }))).toBe('private_address')
  expect(await checkedAddresses(url, { allowHosts: new Set(['example.org']), resolve })).toHaveLength(2)
})
