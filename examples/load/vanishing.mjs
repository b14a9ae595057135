// 1,000 clients that vanish in the middle of a call: what is left of them in the server.
// Usage: node vanishing.mjs LAUNCHER [CLIENTS]
import { request } from 'node:http'
import { post, Session } from './client.mjs'
import { pretend } from './minimax.mjs'
import { alive, allJobs, footprint, judge, say, serve } from './server.mjs'

const [launcher, clients = 1000] = process.argv.slice(2)
const HELD = ['HttpSession', 'EventStream', 'LateStream', 'SingleAnswer', 'Caller', 'ProgressReports', 'SocketChannelEndPoint']
const META = { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} }
const minimax = await pretend()
const server = await serve(launcher, minimax.host, { MINIMAX_MCP_WAIT_SECONDS: '600', MINIMAX_MCP_POLL_SECONDS: '60' })
const idle = await Session.open(server.url)
await idle.call('list_models', {})
await idle.close()
const before = { ...footprint(server), ...alive(server, HELD) }
say('before', before)

/** Ends a connection as a process that is killed does, every second one without a word. */
const vanish = (sent, i) => (i % 2 === 0 ? sent.socket.destroy() : sent.socket.resetAndDestroy())

/** In a session, whose client is gone for ever. */
async function inSession(i) {
  const session = await Session.open(server.url)
  await session.call('generate_video', { prompt: `ship number ${i}`, model: 'MiniMax-Hailuo-2.3' }, (sent) => setTimeout(vanish, 100, sent, i)).catch(() => {})
}

/** In the stateless revision. */
function stateless(i) {
  return new Promise((resolve) => {
    const params = { name: 'generate_video', arguments: { prompt: `ship number ${i}`, model: 'MiniMax-Hailuo-2.3' }, _meta: { ...META, progressToken: 1 } }
    const headers = {
      'Content-Type': 'application/json', Accept: 'application/json, text/event-stream',
      'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/call', 'Mcp-Name': 'generate_video',
    }
    const sent = request(`${server.url}/mcp`, { method: 'POST', headers, agent: false })
    sent.on('response', (response) => {
      response.resume()
      setTimeout(vanish, 100, sent, i)
    })
    sent.on('close', resolve)
    sent.on('error', resolve)
    sent.end(JSON.stringify({ jsonrpc: '2.0', id: i, method: 'tools/call', params }))
  })
}

/** On the stream that is the session, as in 2024-11-05. */
function onOldStream(i) {
  return new Promise((resolve) => {
    const sent = request(`${server.url}/sse`, { agent: false }, (response) => {
      response.setEncoding('utf8')
      response.once('data', async (text) => {
        const path = /data: (\S+)/.exec(text)?.[1] ?? await new Promise((more) => response.once('data', (t) => more(/data: (\S+)/.exec(t)[1])))
        const tell = (message) => fetch(server.url + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(message) })
        await tell({ jsonrpc: '2.0', id: 0, method: 'initialize', params: { protocolVersion: '2024-11-05', capabilities: {}, clientInfo: { name: 'x', version: '1' } } })
        await tell({ jsonrpc: '2.0', method: 'notifications/initialized' })
        await tell({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'generate_video', arguments: { prompt: `ship number ${i}`, model: 'MiniMax-Hailuo-2.3' } } })
        setTimeout(vanish, 100, sent, i)
      })
    })
    sent.on('close', resolve)
    sent.on('error', resolve)
    sent.end()
  })
}

const ways = [inSession, stateless, onOldStream]
for (let first = 0; first < clients; first += 50) {
  const wave = Array.from({ length: Math.min(50, clients - first) }, (_, i) => first + i)
  await Promise.all(wave.map((i) => ways[i % ways.length](i)))
}
say('all have vanished', footprint(server))
const isClean = (now) => now.EventStream === 0 && now.Caller <= now.HttpSession + before.Caller
  && now.SocketChannelEndPoint <= before.SocketChannelEndPoint + 5
const left = await new Promise((settled) => {
  let looks = 0
  const look = setInterval(() => {
    const now = alive(server, HELD)
    if (isClean(now) || ++looks > 30) {
      clearInterval(look)
      settled(now)
    }
  }, 1000)
})
say('left behind', { ...footprint(server), ...left, paid: minimax.taken.size })
const again = await Session.open(server.url)
const jobs = await allJobs(again)
say('jobs that can be collected', jobs.size)
server.end()
minimax.end()
judge({
  'no stream is left': left.EventStream === 0 && left.LateStream === 0 && left.SingleAnswer === 0,
  'no call waits for who is gone': left.Caller <= left.HttpSession + before.Caller && left.ProgressReports === 0,
  'no connection is left': left.SocketChannelEndPoint <= before.SocketChannelEndPoint + 5,
  'live heap is within 20 MB of what it was': left.heapMb <= before.heapMb + 20,
  'every paid job can be collected, and was paid for once': jobs.size === minimax.taken.size
    && [...minimax.taken.values()].every((count) => count === 1),
})
