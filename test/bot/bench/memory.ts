/** Loaded before a bot in a process of its own: says on request how much memory the process holds, in bytes. */
process.on('message', () => {
  globalThis.gc?.()
  process.send?.(process.memoryUsage.rss())
})
