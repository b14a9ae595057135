// The main job over HTTP, by each way in that clients know: /mcp and the older /sse.
// Usage: node http-clients.mjs LAUNCHER
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as v2 from '@modelcontextprotocol/client'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { SSEClientTransport } from '@modelcontextprotocol/sdk/client/sse.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js'
import { serve } from './http-server.mjs'
import { callOfV1, callOfV2, mainJob } from './main-job.mjs'

const bridge = join(dirname(createRequire(import.meta.url).resolve('mcp-remote/package.json')), 'dist', 'proxy.js')

const key = 'X-MiniMax-Api-Key'

/** Through the SDK of this generation, by that transport of its. */
const direct = (Transport) => (url, tenant) =>
  new Transport(new URL(url), { requestInit: { headers: { [key]: tenant } } })

/** Through mcp-remote, as assistants do that know stdio alone. */
const bridged = (transport) => (url, tenant) => new StdioClientTransport({
  command: process.execPath,
  args: [bridge, url, '--transport', transport, '--allow-http', '--silent', '--header', `${key}:${tenant}`],
  env: process.env,
})

const ways = [
  ['TypeScript SDK v1', '/mcp', Client, callOfV1, direct(StreamableHTTPClientTransport)],
  ['TypeScript SDK v1', '/sse', Client, callOfV1, direct(SSEClientTransport)],
  ['TypeScript SDK v2', '/mcp', v2.Client, callOfV2, direct(v2.StreamableHTTPClientTransport)],
  ['TypeScript SDK v2', '/sse', v2.Client, callOfV2, direct(v2.SSEClientTransport)],
  ['mcp-remote', '/mcp', Client, callOfV1, bridged('http-only')],
  ['mcp-remote', '/sse', Client, callOfV1, bridged('sse-only')],
]

const { url, end } = await serve(process.argv[2])
let failed = 0
for (const [number, [label, path, Kind, call, transport]] of ways.entries()) {
  const client = new Kind({ name: 'interop', version: '1' })
  try {
    // Each is a tenant of its own: what one has made is not there for the others.
    await client.connect(transport(url + path, `sk-api-interop-${number}`))
    failed += await mainJob(`${label}, ${path}`, client, call(client))
  } catch (broken) {
    failed++
    console.log(`FAIL ${label}, ${path}: ${broken.stack}`)
  }
  await client.close()
}
end()
process.exit(failed > 0 ? 1 : 0)
