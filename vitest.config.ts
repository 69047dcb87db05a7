import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
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
    testTimeout: 20_000,
    // Most of what the bot's tests do is wait.
    maxWorkers: 4,
  },
})
