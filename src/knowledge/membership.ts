/** Which servers the bot is in, and what goes with one that it is no longer in. */
import type { Membership } from '../ports.ts'
import type { Servers } from '../store/article-contract.ts'
import type { Mirror } from './mirror.ts'

/** `info` is the log's. */
export const createMembership = (
  store: Servers,
  mirror: Mirror,
  now: () => number,
  info: (event: string, facts: Readonly<Record<string, unknown>>) => void,
): Membership => ({
  async present(servers) {
    const left = await store.serversPresent(servers, now())
    if (left.length > 0) info('servers were left', { left })
  },
  joined: store.serverJoined,
  left: (server) => store.serverLeft(server, now()),
  async erase(server) {
    const erased = await store.deleteServer(server)
    await mirror.follow()
    info('server erased', { server, ...erased })
    return erased
  },
})
