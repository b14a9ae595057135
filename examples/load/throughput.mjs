// How many cheap tool calls a second, beside a server on the TypeScript SDK that gives the same result. Needs wrk.
// Usage: node throughput.mjs LAUNCHER [SECONDS]
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const [launcher, seconds = '6'] = process.argv.slice(2)
const here = import.meta.dirname
const CALL = ',"method":"tools/call","params":{"name":"estimate_cost","arguments":{"tool":"generate_image","arguments":{"prompt":"A lighthouse"}}}}'

async function start(name, command, args, input) {
  const server = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] })
  server.stdin.end(input)
  for await (const line of createInterface({ input: server.stderr })) {
    const url = / listens on (http:\S+\/mcp)/.exec(line)?.[1]
    if (url) {
      server.stderr.resume()
      const session = await handshake(url)
      return { name, url, pid: server.pid, session, answer: await answer(url, session), end: () => server.kill() }
    }
  }
  throw new Error(`${name} does not listen`)
}

const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }

async function post(url, session, message) {
  const more = session ? { 'Mcp-Session-Id': session } : {}
  return fetch(url, { method: 'POST', headers: { ...headers, ...more }, body: message })
}

async function handshake(url) {
  const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'load', version: '1' } }
  const greeted = await post(url, '', JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params: hello }))
  await greeted.text()
  const session = greeted.headers.get('mcp-session-id')
  await (await post(url, session, '{"jsonrpc":"2.0","method":"notifications/initialized"}')).text()
  return session
}

async function answer(url, session) {
  const body = await (await post(url, session, `{"jsonrpc":"2.0","id":1${CALL}`)).text()
  return JSON.stringify(JSON.parse(body.slice(body.indexOf('{'))).result)
}

function wrk({ url, session }, connections, time) {
  const { stdout, stderr } = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${time}s`, '-s', join(here, 'call.lua'), url],
    { encoding: 'utf8', env: { ...process.env, SESSION: session, CALL } })
  const figures = /FIGURES (.*)/.exec(stdout)?.[1]
  if (!figures) throw new Error(stdout + stderr)
  return JSON.parse(figures)
}

/** Processor time of a process so far, in microseconds. */
function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

const memory = (pid) => Math.round(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1] / 1024)

const ours = await start('minimax-mcp', launcher, ['http', '--sandbox', '--port', '0'])
const theirs = (kind) =>
  start(`TypeScript SDK, ${kind}`, process.execPath, [join(here, 'typescript-server.mjs'), kind], ours.answer)
const servers = [ours, await theirs('sse'), await theirs('json')]
for (const server of servers) {
  if (server.answer !== ours.answer) throw new Error(`${server.name} answers something else`)
  wrk(server, 16, seconds)
}
console.log(`result of ${ours.answer.length} bytes; ${seconds} s each after as long to warm up; load average ${loadavg()[0].toFixed(1)}`)
console.log('| server | connections | calls/s | p50 ms | p99 ms | errors | CPU µs a call | resident MB |')
console.log('|---|---|---|---|---|---|---|---|')
for (const connections of [8, 64]) {
  const rates = servers.map((server) => {
    const before = cpu(server.pid)
    const { requests, us, p50, p99, errors } = wrk(server, connections, seconds)
    const rate = requests / us * 1e6
    console.log(`| ${server.name} | ${connections} | ${Math.round(rate)} | ${(p50 / 1000).toFixed(1)} | ${(p99 / 1000).toFixed(1)} `
      + `| ${errors} | ${Math.round((cpu(server.pid) - before) / requests)} | ${memory(server.pid)} |`)
    return { rate, p99 }
  })
  const [us, ...others] = rates
  const [best, quickest] = [Math.max(...others.map((o) => o.rate)), Math.min(...others.map((o) => o.p99))]
  console.log(`${connections} connections: ${(us.rate / best).toFixed(1)} times the calls, p99 ${(us.p99 / quickest).toFixed(2)} of theirs`)
}
servers.forEach((server) => server.end())
