// 500 sessions, each with a call that waits 60 s: how many threads and how much memory, and whether all are answered.
// Usage: node waiting.mjs LAUNCHER [SESSIONS] [SECONDS]
import { Session } from './client.mjs'
import { pretend } from './minimax.mjs'
import { footprint, judge, say, serve } from './server.mjs'

const [launcher, sessions = 500, seconds = 60] = process.argv.slice(2)
const minimax = await pretend()
const server = await serve(launcher, minimax.host, { MINIMAX_MCP_WAIT_SECONDS: String(seconds) })
await (await Session.open(server.url)).call('list_models', {})
say('before', footprint(server))

const most = { threads: 0, mb: 0 }
const looking = setInterval(() => {
  const now = footprint(server)
  for (const name of Object.keys(most)) most[name] = Math.max(most[name], now[name])
}, 500)
const clients = []
for (let i = 0; i < sessions; i++) clients.push(await Session.open(server.url))
say(`${clients.length} sessions`, footprint(server))
const begun = Date.now()
const answers = await Promise.allSettled(clients.map(async (client, i) => {
  const result = await client.call('generate_video', { prompt: `wave number ${i}`, model: 'MiniMax-Hailuo-2.3' })
  return { waited: Date.now() - begun, status: result.structuredContent?.status }
}))
clearInterval(looking)
const answered = answers.filter((answer) => answer.status === 'fulfilled').map((answer) => answer.value)
const running = answered.filter((answer) => ['queued', 'running'].includes(answer.status))
say('most while they waited', most)
say('answered', { of: clients.length, running: running.length, paid: minimax.taken.size,
  shortestS: Math.min(...answered.map((a) => a.waited)) / 1000, longestS: Math.max(...answered.map((a) => a.waited)) / 1000 })
for (const lost of answers.filter((answer) => answer.status === 'rejected').slice(0, 3)) console.log(lost.reason.message)
server.end()
minimax.end()
judge({
  'every call was answered': running.length === clients.length,
  'each was paid for once': minimax.taken.size === clients.length && [...minimax.taken.values()].every((count) => count === 1),
  'none waited long beyond its time': answered.every((a) => a.waited < (Number(seconds) + 60) * 1000),
  'no thread was held by a call that waits (200 at most)': most.threads <= 200,
  'memory stayed below the heap of 512 MB and what is beside it (700 MB)': most.mb <= 700,
})
