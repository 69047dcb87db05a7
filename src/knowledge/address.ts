/**
 * Which addresses a page may be fetched from: public ones alone, whatever form they are written in. Whoever may add a page
 * must not be able to read what only this machine can reach.
 */
import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import { AppError } from '../failures.ts'

/** All addresses of a host. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>

export const systemResolve: Resolve = (host) => lookup(host, { all: true })

/** What is handed out of IPv6 so far (RFC 4291, 2.4): old forms that hold an IPv4 address lie outside. */
const handedOut = ipaddr.parseCIDR('2000::/3') as [ipaddr.IPv6, number]

export const isPublic = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false
  // An IPv4 address mapped into IPv6 counts as the IPv4 address that it is.
  const parsed = ipaddr.process(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(handedOut)
}

/**
 * An http or https address without credentials. Of `127.1`, `0x7f000001`, `017700000001` and full-width digits the URL's
 * own parser makes 127.0.0.1. Throws `AppError` bad_url.
 */
export const parseAddress = (given: string, base?: URL): URL => {
  const bad = (reason: 'malformed' | 'scheme'): AppError => new AppError('bad_url', { url: given, reason })
  const url = URL.parse(given.trim(), base)
  if (url === null) throw bad('malformed')
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw bad('scheme')
  if (url.username !== '' || url.password !== '') {
    // No failure shows a password.
    url.username = ''
    url.password = ''
    throw new AppError('bad_url', { url: url.href, reason: 'credentials' })
  }
  return url
}

const literal = /^\[(.+)\]$/

/**
 * The addresses to connect to, each checked: nothing asks for them again, so that no second answer of a name server can
 * take their place. Throws `AppError` private_address, or what `resolve` throws.
 */
export const checkedAddresses = async (
  url: URL,
  { allowHosts, resolve }: { readonly allowHosts: ReadonlySet<string>; readonly resolve: Resolve },
): Promise<readonly LookupAddress[]> => {
  const host = url.hostname.replace(literal, '$1')
  const found = ipaddr.isValid(host)
    ? [{ address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4 }]
    : await resolve(host)
  if (found.length === 0) throw Object.assign(new Error('no address'), { code: 'ENOTFOUND' })
  const isAllowed = allowHosts.has(url.hostname) || found.every(({ address }) => isPublic(address))
  if (!isAllowed) throw new AppError('private_address', { url: url.href })
  return found
}
