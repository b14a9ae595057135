// A video as a task, by the TypeScript SDK's second client and the official package of the tasks extension: over stdio and
// over HTTP, each of which the client chooses to speak in the stateless era.
// Usage: node tasks.mjs LAUNCHER
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { createTaskSessionFromClient, resultFromTaskOutcome } from '@modelcontextprotocol/ext-tasks/client'
import { serve } from './http-server.mjs'

const launcher = process.argv[2]
const { url, end } = await serve(launcher)
const home = mkdtempSync(join(tmpdir(), 'tasks-'))
const headers = { requestInit: { headers: { 'X-MiniMax-Api-Key': 'sk-api-tasks' } } }
const clientInfo = { name: 'tasks', version: '1' }

/** The requests that the client itself does not know how to read the answers of; the extension's package reads them. */
function besides(transport) {
  const waiting = new Map()
  const others = transport.onmessage
  transport.onmessage = (message, extra) => {
    const answer = waiting.get(message.id)
    if (answer === undefined || message.method !== undefined) return others(message, extra)
    waiting.delete(message.id)
    answer(message)
  }
  let asked = 0
  return async (request) => {
    const id = `task-${++asked}`
    const answered = new Promise((answer) => waiting.set(id, answer))
    await transport.send({ jsonrpc: '2.0', id, ...request })
    const { result, error } = await answered
    return error === undefined ? { kind: 'result', result } : { kind: 'error', error }
  }
}

let failed = 0
const ways = [
  ['stdio', new StdioClientTransport({ command: launcher, args: ['stdio', '--sandbox'], env: { ...process.env, HOME: home } })],
  ['/mcp', new StreamableHTTPClientTransport(new URL(url + '/mcp'), headers)],
]
for (const [label, transport] of ways) {
  const client = new Client(clientInfo, { versionNegotiation: { mode: 'auto' } })
  try {
    await client.connect(transport)
    const protocolVersion = client.getNegotiatedProtocolVersion()
    const session = createTaskSessionFromClient(client, {
      endpointId: label,
      rawDispatch: besides(transport),
      v2RequestFraming: { protocolVersion, clientInfo, clientCapabilities: {} },
    })
    const execution = await session.callTool('generate_video', { prompt: `Waves below a lighthouse, over ${label}` })
    const seen = []
    const { outcome } = await execution.settle({ onEvent: (event) => { if (event.type === 'task') seen.push(event.task.status) } })
    const { structuredContent } = resultFromTaskOutcome(outcome)
    const ok = protocolVersion === '2026-07-28' && execution.kind === 'task' && seen.includes('working')
      && structuredContent.status === 'succeeded' && structuredContent.artifacts.length === 1
    if (!ok) failed++
    console.log(`${ok ? 'ok  ' : 'FAIL'} a video as a task over ${label}, ${protocolVersion}: ${execution.kind} ${execution.handle?.taskId}, `
      + `${seen.join(' ')} ${outcome.status}, ${structuredContent.artifacts?.[0]?.uri}`)
    await session.close()
  } catch (broken) {
    failed++
    console.log(`FAIL a video as a task over ${label}: ${broken.stack}`)
  }
  await client.close()
}
end()
process.exit(failed > 0 ? 1 : 0)
