// The whole way of a paid call over stdio and HTTP: generate_speech with its ledger and its file, beside minimax-mcp-js (over
// stdio) and a bare HTTP client that only asks. Three times as many calls as are measured come before: servers run all day.
// Everybody shares the machine with the stand-in MiniMax and with this client.
// Usage: node paid.mjs LAUNCHER [CALLS]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { contenders } from './contenders.mjs'
import { HttpPeer } from './http-peer.mjs'
import { Peer } from './peer.mjs'
import { plot } from './plot.mjs'

const [launcher, given = 3000] = process.argv.slice(2)
const calls = Number(given)
const SLOW_MS = 50
const WARM = { inFlight: 32, calls: 3 * calls }
const work = mkdtempSync(`${tmpdir()}/minimax-mcp-bench-`)

console.log(`load ${loadavg()[0].toFixed(1)} at the start; ${calls} calls each`)
plot('paid', [
  await compare('latency that is added, 8 in flight, MiniMax takes 50 ms', SLOW_MS, 8, latencies),
  await compare('throughput, 8 in flight, MiniMax answers at once', 0, 8, throughput),
  await compare('throughput, 32 in flight, MiniMax answers at once', 0, 32, throughput),
])
rmSync(work, { recursive: true })

async function compare(title, delayMs, inFlight, print) {
  const upstream = spawn(process.execPath, [fileURLToPath(new URL('./upstream.mjs', import.meta.url)), String(delayMs)])
  const [host] = await createInterface({ input: upstream.stdout })[Symbol.asyncIterator]().next().then(line => [line.value])
  const { ours, theirs } = contenders(launcher, host, work)
  const seen = [{ name: 'bare HTTP client', ...(await bare(host, inFlight)) }]
  for (const one of ours) {
    seen.push({ name: `${one.name}, stdio`, ...(await through(Peer, one, 'generate_speech', inFlight)) })
    seen.push({ name: `${one.name}, HTTP`, ...(await through(HttpPeer, one, 'generate_speech', inFlight)) })
  }
  seen.push({ name: theirs.name, ...(await through(Peer, theirs, 'text_to_audio', inFlight)) })
  upstream.stdin.end()
  console.log(`\n${title}`)
  const rows = print(seen)
  return { title, rows: rows.map(row => ({ ...row, ours: row.name.startsWith('minimax-mcp,') })) }
}

function latencies(seen) {
  const [direct] = seen
  for (const { name, times, cpu } of seen) {
    const added = at => (percentile(times, at) - percentile(direct.times, at)).toFixed(1)
    console.log(`${name.padEnd(26)} p50 +${added(0.5)} ms  p99 +${added(0.99)} ms  processor ${cpu}`)
  }
  return seen.slice(1).map(({ name, times }) => ({ name: `${name}: p50, ms`, value: percentile(times, 0.5) - percentile(direct.times, 0.5) }))
}

function throughput(seen) {
  const rate = ({ times, elapsed }) => (times.length * 1000) / elapsed
  const [direct] = seen
  const theirs = seen.at(-1)
  for (const one of seen) {
    const beside = `${(rate(one) / rate(theirs)).toFixed(2)} of ${theirs.name}, ${(rate(one) / rate(direct)).toFixed(2)} of the bare client`
    console.log(`${one.name.padEnd(26)} ${rate(one).toFixed(0)} calls/s  (${beside})  processor ${one.cpu}`)
  }
  return seen.map(one => ({ name: `${one.name}: calls/s`, value: rate(one) }))
}

async function through(Client, contender, tool, inFlight) {
  const env = { ...contender.env, MINIMAX_MCP_RATE_SPEECH: '100000', MINIMAX_MCP_RESULT_MODE: 'file' }
  const peer = new Client({ ...contender, env })
  await peer.handshake()
  const speak = async text => {
    const result = await peer.ask('tools/call', { name: tool, arguments: { text } })
    if (result.isError) throw new Error(JSON.stringify(result.content))
  }
  await run(speak, WARM.inFlight, WARM.calls, 'warm')
  const before = peer.usage()
  const figures = await run(speak, inFlight, calls, 'seen')
  const cpu = `${((peer.usage().cpu - before.cpu) / calls).toFixed(1)} ms a call`
  await peer.end()
  return { ...figures, cpu }
}

async function bare(host, inFlight) {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
  const speak = text =>
    new Promise((resolve, reject) => {
      const asked = request(`${host}/v1/t2a_v2`, { method: 'POST', agent }, response => {
        response.resume()
        response.on('end', resolve)
      })
      asked.on('error', reject)
      asked.end(JSON.stringify({ model: 'speech-2.8-hd', text }))
    })
  await run(speak, inFlight, calls, 'warm')
  return { ...(await run(speak, inFlight, calls, 'seen')), cpu: 'not measured' }
}

/** No two texts are alike: the same again would be the same job. */
async function run(speak, inFlight, count, word) {
  const times = []
  let next = 0
  const begun = performance.now()
  const one = async () => {
    while (next < count) {
      const text = `${word} ${next++} of ${begun}`
      const asked = performance.now()
      await speak(text)
      times.push(performance.now() - asked)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, one))
  return { times, elapsed: performance.now() - begun }
}

function percentile(times, at) {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))]
}
