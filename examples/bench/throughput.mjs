// How many cheap tool calls a second, in both eras of the protocol, beside servers on the TypeScript SDK that give the same
// result, and beside Node's HTTP alone. Needs wrk. Usage: node throughput.mjs LAUNCHER [SECONDS]
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { plot } from './plot.mjs'

const [launcher, seconds = '6'] = process.argv.slice(2)
const WARM_SECONDS = '30' // servers run for months: until the compilers of Java and Node have had their say
const here = import.meta.dirname
const TOOL = { name: 'estimate_cost', arguments: { tool: 'generate_image', arguments: { prompt: 'A lighthouse' } } }
const CLIENT = { name: 'load', version: '1' }
const JSON_OR_STREAM = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' }

async function listening(command, args, input = '') {
  const server = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] })
  server.stdin.end(input)
  for await (const line of createInterface({ input: server.stderr })) {
    const url = / listens on (http:\S+\/mcp)/.exec(line)?.[1]
    if (url) {
      server.stderr.resume()
      return { url, pid: server.pid, end: () => server.kill() }
    }
  }
  throw new Error(`${command} does not listen`)
}

const post = (url, headers, body) => fetch(url, { method: 'POST', headers, body })
const callOf = (params) => `,"method":"tools/call","params":${JSON.stringify(params)}}`

/** How a call looks to a client that shook hands, and to one that need not. */
const eras = {
  async session(url) {
    const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: CLIENT }
    const greeted = await post(url, JSON_OR_STREAM, JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params: hello }))
    await greeted.text()
    const headers = { ...JSON_OR_STREAM, 'Mcp-Session-Id': greeted.headers.get('mcp-session-id') ?? 'none', 'MCP-Protocol-Version': '2025-11-25' }
    await (await post(url, headers, '{"jsonrpc":"2.0","method":"notifications/initialized"}')).text()
    return { headers, call: callOf(TOOL) }
  },
  stateless() {
    const meta = { protocolVersion: '2026-07-28', clientInfo: CLIENT, clientCapabilities: {} }
    const _meta = Object.fromEntries(Object.entries(meta).map(([name, value]) => [`io.modelcontextprotocol/${name}`, value]))
    const headers = { ...JSON_OR_STREAM, 'MCP-Protocol-Version': '2026-07-28', 'Mcp-Method': 'tools/call', 'Mcp-Name': TOOL.name }
    return { headers, call: callOf({ ...TOOL, _meta }) }
  },
}

async function contender(name, server, era) {
  const { headers, call } = await eras[era](server.url)
  const body = await (await post(server.url, headers, `{"jsonrpc":"2.0","id":1${call}`)).text()
  const { result, error } = JSON.parse(body.slice(body.indexOf('{')))
  if (error) throw new Error(`${name}: ${body}`)
  const { content, structuredContent } = result
  return { name, era, ...server, headers, call, result: JSON.stringify({ content, structuredContent }) }
}

function wrk({ url, headers, call }, connections, time = seconds) {
  const HEADERS = Object.entries(headers).map((header) => header.join(': ')).join('\n')
  const { stdout, stderr } = spawnSync('wrk', ['-t1', `-c${connections}`, `-d${time}s`, '-s', join(here, 'call.lua'), url],
    { encoding: 'utf8', env: { ...process.env, HEADERS, CALL: call } })
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

function measured(server, connections) {
  const before = cpu(server.pid)
  const { requests, us, p50, p99, errors } = wrk(server, connections)
  const rate = requests / us * 1e6
  console.log(`| ${server.name} | ${server.era} | ${connections} | ${Math.round(rate)} | ${(p50 / 1000).toFixed(1)} | ${(p99 / 1000).toFixed(1)} `
    + `| ${errors} | ${Math.round((cpu(server.pid) - before) / requests)} | ${memory(server.pid)} |`)
  if (errors) process.exitCode = 1
  return { ...server, rate, p99 }
}

const minimax = await listening(launcher, ['http', '--sandbox', '--port', '0'])
const ours = [await contender('minimax-mcp', minimax, 'session'), await contender('minimax-mcp', minimax, 'stateless')]
const node = (kind) => listening(process.execPath, [join(here, 'typescript-server.mjs'), kind], ours[0].result)
const theirs = [
  await contender('TypeScript SDK 1, SSE', await node('sse'), 'session'),
  await contender('TypeScript SDK 1, JSON', await node('json'), 'session'),
  await contender('TypeScript SDK 2', await node('stateless'), 'stateless'),
]
const floor = await contender('node:http alone', await node('bare'), 'stateless')
const all = [...ours, ...theirs, floor]
for (const server of all) {
  if (server.result !== ours[0].result) throw new Error(`${server.name} answers something else: ${server.result}`)
  wrk(server, 16, WARM_SECONDS)
}
console.log(`result of ${ours[0].result.length} bytes; ${seconds} s each after ${WARM_SECONDS} s to warm up; load average ${loadavg()[0].toFixed(1)}`)
console.log('| server | era | connections | calls/s | p50 ms | p99 ms | errors | CPU µs a call | resident MB |')
console.log('|---|---|---|---|---|---|---|---|---|')
const plots = [8, 64].map((connections) => {
  const figures = all.map((server) => measured(server, connections))
  const rows = figures.map(({ name, era, rate }) => ({ name: `${name}, ${era}`, value: rate, ours: name === ours[0].name }))
  const bare = figures.pop()
  for (const us of figures.slice(0, ours.length)) {
    const others = figures.slice(ours.length).filter(({ era }) => era === us.era)
    const [best, quickest] = [Math.max(...others.map((o) => o.rate)), Math.min(...others.map((o) => o.p99))]
    console.log(`${us.era}, ${connections} connections: ${(us.rate / best).toFixed(1)} times the calls of the best of the SDK, `
      + `p99 ${(us.p99 / quickest).toFixed(2)} of the quickest; ${(us.rate / bare.rate).toFixed(2)} of node:http alone`)
  }
  return { title: `Cheap calls a second over HTTP, ${connections} connections`, rows }
})
plot('throughput', plots)
new Set(all).forEach((server) => server.end())
