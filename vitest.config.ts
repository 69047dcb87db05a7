import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Vite's own loader reads each name through a getter, which would be most of what is measured: Node loads as ever.
    experimental: { viteModuleRunner: !process.argv.includes('bench') },
    include: ['test/**/*.test.ts'],
    benchmark: { include: ['test/**/*.bench.ts'] },
    // Nothing a developer keeps in the shell or in .env may reach a test.
    env: {
      DOTENV_CONFIG_PATH: '/dev/null',
      OPENAI_API_KEY: '',
      OPENAI_BASE_URL: '',
      DISCORD_TOKEN: '',
      LOG_LEVEL: 'warn',
    },
    // What is generated takes a second, and many times that where the machine is busy with something else.
    testTimeout: 60_000,
    // Most of what the bot's tests do is wait.
    maxWorkers: 4,
  },
})
